/**
 * Remembers what was read from a text. An editor asks again for every paragraph of a file after each key, and two versions
 * of a plan share most of theirs: only what has changed is read anew. For pure functions of the text alone.
 */

/** Texts kept; a long plan has some hundreds of paragraphs and cells. */
const most = 4096;

/** `read`, with its answers for the last texts at hand. Answers are shared, so they must not be changed. */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before.answer;
    const answer = read(text);
    if (known.size >= most) known.clear();
    known.set(text, { answer });
    return answer;
  };
}
