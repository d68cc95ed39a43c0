/**
 * What ends a document: the closing paragraph, the recipients and the signatures.
 */
import type { RecipientsNode, SignatureNode } from "../syntax/syntax.ts";
import type { Binder } from "./binder.ts";
import type { Content, Recipient, Signature } from "./plan.ts";
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

const closingWords = /^(?:trên đây là|trong quá trình|yêu cầu)(?![\p{L}])/iu;

/** Marks the closing paragraph: the last unmarked paragraph that ends in `./.` or, without one, begins as closings do. It
 * belongs to the document, so it is lifted out of the division it was typed under (language rule 23). */
export function withClosing(content: readonly Content[]): Content[] {
  return (
    lift(content, (text) => /\.\/\.\s*$/.test(text)) ?? lift(content, (text) => closingWords.test(text)) ?? [...content]
  );
}

/** The content with its very last item lifted and marked, when that is an unmarked paragraph which passes. */
function lift(content: readonly Content[], passes: (text: string) => boolean): Content[] | null {
  const last = content.at(-1);
  if (!last) return null;
  if (last.kind === "paragraph") {
    if (last.role === "plain-heading" || !passes(last.text.text)) return null;
    return [...content.slice(0, -1), { ...last, role: "closing" }];
  }
  if (last.kind !== "division") return null;
  const { division } = last;
  const inner = lift(division.children, passes);
  const closing = inner?.at(-1);
  if (!inner || closing?.kind !== "paragraph") return null;
  const span = { start: division.span.start, end: closing.span.start };
  const rest: Content = { kind: "division", division: { ...division, children: inner.slice(0, -1), span } };
  return [...content.slice(0, -1), rest, closing];
}
