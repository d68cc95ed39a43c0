/** Letters of a text for finding words that are spelt, spaced and accented in many ways, with the way back to the text. */

/** Each character without its accents and in small letters: same length, so offsets stay good. */
export function flat(text: string): string {
  let result = "";
  for (let i = 0; i < text.length; i += 1) {
    const character = text[i]!;
    if (character <= "\u007f") result += character.toLowerCase();
    else if (character === "đ" || character === "Đ") result += "d";
    else {
      const plain = character.normalize("NFD")[0]!.toLowerCase();
      result += plain.length === 1 ? plain : character;
    }
  }
  return result;
}

/** The letters alone, and for each its offset in the text. */
export function lettersOf(text: string): { readonly letters: string; readonly at: readonly number[] } {
  const plain = flat(text);
  let letters = "";
  const at: number[] = [];
  for (let i = 0; i < plain.length; i += 1) {
    if (!/[\p{L}\d]/u.test(plain[i]!)) continue;
    letters += plain[i];
    at.push(i);
  }
  return { letters, at };
}

/** Where a phrase (given as its letters alone) stands in a text; null when it does not. */
export function findPhrase(text: string, phrase: string): { readonly start: number; readonly end: number } | null {
  if (text.length < phrase.length) return null;
  const { letters, at } = lettersOf(text);
  const found = letters.indexOf(phrase);
  return found < 0 ? null : { start: at[found]!, end: at[found + phrase.length - 1]! + 1 };
}
