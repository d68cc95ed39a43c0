/**
 * What ends a document: the closing paragraph, the recipients and the signatures.
 */
import { cover } from "../source/source-file.ts";
import type { BodyNode, Division as DivisionNode, RecipientsNode, SignatureNode } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import type { Content, Division, ParagraphContent, Recipient, Signature } from "./plan.ts";
import { isCapitals } from "./words.ts";

/** Purposes as they stand in parentheses after a recipient: (b/c), (để báo cáo), (phối hợp). */
const purpose =
  /\(\s*((?:để\s[^()]*)|(?:[\p{L}]{1,3}\/[\p{L}]{1,3}[^()]*)|(?:báo cáo|phối hợp|theo dõi|chỉ đạo|thực hiện|đăng tải|đưa tin|biết)[^()]*)\)[\s;.,]*$/iu;

/** The recipients of a document, one a line. */
export function toRecipients(nodes: readonly RecipientsNode[], binder: Binder): Recipient[] {
  return nodes.flatMap((node) =>
    node.lines
      .filter((line) => line.text.inlines.length > 0)
      .map((line): Recipient => {
        const text = binder.prose(line.text);
        const archive = /^\s*lưu(?![\p{L}])/iu.test(text.text);
        return {
          text,
          purpose: archive ? null : (purpose.exec(text.text)?.[1]?.trim() ?? null),
          archive,
          span: line.span,
        };
      }),
  );
}

/** The signatures in typed order. Lines in capitals are authority and position; of the other lines the last is the name
 * and any before it a further title (language rule 22). */
export function toSignatures(nodes: readonly SignatureNode[], binder: Binder): Signature[] {
  return nodes.map((node) => {
    const lines = node.lines.map((line) => binder.prose(line)).filter((line) => line.text.trim() !== "");
    const isAuthority = lines.map((line) => isCapitals(line.text));
    const authority = lines.filter((_, index) => isAuthority[index]);
    const others = lines.filter((_, index) => !isAuthority[index]).map((line) => line.text.trim());
    return {
      authority: authority.map((line) => ({ text: line.text.trim(), span: line.span })),
      titles: others.slice(0, -1),
      name: others.at(-1) ?? null,
      span: node.span,
    };
  });
}

/** The nodes of a body with its last paragraphs back under the division they were typed below: the syntax tree sets a
 * paragraph that may close the document apart, and what it is is decided here. */
export function underDivisions(nodes: readonly BodyNode[]): readonly BodyNode[] {
  const last = nodes.findLastIndex((node) => node.kind === "division");
  const owner = nodes[last];
  const loose = nodes.slice(last + 1);
  if (owner?.kind !== "division" || loose.length === 0) return nodes;
  const under = (division: DivisionNode): DivisionNode => {
    const inner = division.children.at(-1);
    const children =
      inner?.kind === "division" ? [...division.children.slice(0, -1), under(inner)] : [...division.children, ...loose];
    return { ...division, children, span: cover([division.span, ...loose.map((node) => node.span)]) };
  };
  return [...nodes.slice(0, last), under(owner)];
}

const closingWords = /^(?:trên đây là|trong quá trình|yêu cầu)(?![\p{L}])/iu;
const endMark = /\.\/\.\s*$/;

/** Marks the closing paragraph: the last unmarked paragraph that ends in `./.` or, without one, begins as closings do
 * (language rule 23). It belongs to the document, so it is lifted out of the division it was typed under, unless it is all
 * that this division says: below a bare heading the paragraph is the duty itself, and only ends the text there. */
export function withClosing(content: readonly Content[]): Content[] {
  const [rest, closing] =
    marked(content, null, (text) => endMark.test(text)) ??
    marked(content, null, (text) => closingWords.test(text)) ??
    [];
  if (!rest) return [...content];
  // Its id is its own, whatever item it happens to stand below.
  return closing ? [...rest, { ...closing, id: "kết-thúc" }] : rest;
}

/** The content with its very last item marked, when that is an unmarked paragraph which passes; and this paragraph apart
 * when it is to be lifted. `owner` is the division around the content. */
function marked(
  content: readonly Content[],
  owner: Division | null,
  passes: (text: string) => boolean,
): [Content[], ParagraphContent | null] | null {
  const last = content.at(-1);
  if (last?.kind === "paragraph") {
    if (last.role === "plain-heading" || !passes(last.text.text)) return null;
    const closing: ParagraphContent = { ...last, role: "closing" };
    const before = content.slice(0, -1);
    return owner !== null && isSaidBy(owner, before, last) ? [[...before, closing], null] : [before, closing];
  }
  if (last?.kind !== "division") return null;
  const { division } = last;
  const inner = marked(division.children, division, passes);
  if (inner === null) return null;
  const [children, closing] = inner;
  const end = closing === null ? division.span.end : closing.span.start;
  const span = { start: division.span.start, end };
  return [[...content.slice(0, -1), { kind: "division", division: { ...division, children, span } }], closing];
}

/** The paragraph is what the division says: it stands directly below its heading, or below an unnumbered one. */
function isSaidBy(owner: Division, before: readonly Content[], paragraph: ParagraphContent): boolean {
  if (closingWords.test(paragraph.text.text)) return false;
  const above = before.at(-1);
  if (above) return above.kind === "paragraph" && above.role === "plain-heading";
  return owner.role === "heading" || /:\s*$/u.test(owner.text.text);
}
