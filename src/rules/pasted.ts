/**
 * What comes along when a whole document is pasted into a plan: its letterhead, its signature, its tables with tabs. The
 * words are kept and print as typed; these functions tell what they were.
 */
import type { Content, ParagraphContent, Plan, PlanDocument, Prose } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";
import type { Span } from "../source/source-file.ts";
import { sourceText } from "./walk.ts";

/** Unmarked paragraphs of the opening and the body, in order. */
function* paragraphsIn(content: readonly Content[]): Generator<ParagraphContent> {
  for (const item of content) {
    if (item.kind === "paragraph") yield item;
    else if (item.kind === "division") yield* paragraphsIn(item.division.children);
  }
}

/** All unmarked paragraphs of a document, without its annexes. */
export const paragraphsOf = (document: PlanDocument): readonly ParagraphContent[] => [
  ...document.opening,
  ...paragraphsIn(document.content),
];

/** The lines of a paragraph as typed, without emphasis and blanks around. */
export const linesOf = (plan: Plan, prose: Prose): readonly string[] =>
  sourceText(plan, prose.span)
    .split("\n")
    .map((line) => line.replace(/\*+/g, "").trim())
    .filter((line) => line !== "");

const authority = /^(?:(?:TM|KT|TL|TUQ|Q)\s*\.|[TK]\s*\/\s*[ML]\s*\.?)\s*\p{Lu}{2}/u;
const position = /^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|HIỆU TRƯỞNG|CHI CỤC TRƯỞNG)$/u;
const isUpper = (line: string): boolean => line === line.toUpperCase() && line !== line.toLowerCase();
const isPerson = (line: string): boolean => /^\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){1,4}$/u.test(line);

/** A signature that stands in the text instead of behind `ký:`. */
export interface TypedSignature {
  /** Its first line. */
  readonly first: Span;
  /** The start of the paragraph, emphasis included. */
  readonly start: number;
  /** The end of its last paragraph: the name may stand in one of its own. */
  readonly end: number;
}

/**
 * The signature typed as text: a paragraph that begins with “TM. …”, “KT. …” in capitals, or the last paragraph of all when
 * it is a position in capitals with a name below. Null when there is none.
 */
export function typedSignature(plan: Plan, document: PlanDocument): TypedSignature | null {
  if (document.signatures.length > 0) return null;
  const paragraphs = paragraphsOf(document);
  for (const [index, { text: prose }] of paragraphs.entries()) {
    const lines = linesOf(plan, prose);
    const [first, second] = lines;
    if (first === undefined || !isUpper(first)) continue;
    const next = paragraphs[index + 1];
    const below = second ?? (next ? linesOf(plan, next.text)[0] : undefined);
    const isLast = index >= paragraphs.length - 2;
    if (authority.test(first) || (isLast && position.test(first) && below !== undefined && isPerson(below))) {
      const at = plan.source.text.indexOf(first, prose.span.start);
      const hasName = next !== undefined && lines.every(isUpper) && linesOf(plan, next.text).every(isPerson);
      return {
        first: { start: at, end: at + first.length },
        start: lineStart(plan, prose.span.start),
        end: endOfLine(plan, (hasName ? next.text : prose).span.end),
      };
    }
  }
  return null;
}

/** Where the line that holds an offset starts. */
export const lineStart = (plan: Plan, offset: number): number => plan.source.text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line that holds an offset ends. */
export function endOfLine(plan: Plan, offset: number): number {
  const end = plan.source.text.indexOf("\n", offset);
  return end < 0 ? plan.source.text.length : end;
}

const motto = /^(?:cong hoa xa hoi chu nghia viet nam|doc lap ?- ?tu do ?- ?hanh phuc)$/;
/** “Lộc Hà, ngày … tháng 02 năm 2024” as a line of its own. */
const placeAndDate = /^\p{Lu}[\p{L} .-]{1,40}, ngày[\s\d.…/]*(?:tháng[\s\d.…]*năm\s*)?(?:19|20)\d{2}\s*\.?$/u;

const attached = /^\((?:ban hành\s+)?kèm theo .*\)$/iu;

/** What a line repeats of the head that the program prints by itself. */
export function repeatsHead(line: string, document: PlanDocument): boolean {
  const words = fold(line);
  if (words === "") return false;
  if (motto.test(words) || placeAndDate.test(line) || words === fold(document.title.text)) return true;
  if (document.attachedTo !== null && attached.test(line)) return true;
  return isUpper(line) && document.issuers.some((issuer) => words === fold(issuer.full));
}

/** A line of a pasted table: three cells or more with tabs between, the first of them not just indented. */
export const isTableLine = (line: string): boolean =>
  line.split("\t").length > 2 && line.trimStart().includes("\t") && line.trim() !== "";
