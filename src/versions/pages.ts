/** What the pages of a laid-out document show: how many each part has, and where the signature stands. */
import type { Section } from "../document/document.ts";
import type { Layout, PlacedPage } from "../emit/pdf/layout.ts";

/** A document, an attached plan or an annex, with all its pages. */
export interface PagedPart {
  readonly kind: Section["kind"];
  /** Of its first section: “Kế hoạch …”, “Phụ lục I. …”. */
  readonly title: string;
  readonly pages: readonly PlacedPage[];
}

/** The parts in the order of the file; a page that was turned for a table belongs to the part around it. */
export function partsOf(sections: readonly Section[], { pages }: Layout): readonly PagedPart[] {
  const parts: { kind: Section["kind"]; title: string; pages: PlacedPage[] }[] = [];
  for (const [index, { kind, title, pageNumber }] of sections.entries()) {
    const own = pages.filter(({ section }) => section === index);
    const last = parts.at(-1);
    if (pageNumber.continues && last) last.pages.push(...own);
    else parts.push({ kind, title, pages: own });
  }
  return parts;
}

export interface SignaturePlace {
  /** Number of the page within its part, from 1; the last one where the block is cut. */
  readonly page: number;
  readonly of: number;
  /** Lines of text on that page, cells of one row counting once. */
  readonly lines: number;
  /** Authority and name stand on one page. */
  readonly isWhole: boolean;
}

const isSignature = (style: string): boolean => style.startsWith("signature-");
const isEnding = (style: string): boolean =>
  isSignature(style) || ["recipient", "recipients-title", "drafter", "page-number", "address"].includes(style);

/** Where the signature of a part stands; null when it has none. */
export function signaturePlace({ pages }: PagedPart): SignaturePlace | null {
  const signed = pages.flatMap(({ ink }, index) =>
    ink.some((one) => one.kind === "text" && isSignature(one.style)) ? [index] : [],
  );
  const last = signed.at(-1);
  if (last === undefined) return null;
  const heights = pages[last]!.ink.flatMap((one) => {
    const hasWords = one.kind === "text" && one.line.fragments.some(({ text }) => text.trim() !== "");
    return hasWords && !isEnding(one.style) ? [Math.round(one.y)] : [];
  });
  return { page: last + 1, of: pages.length, lines: new Set(heights).size, isWhole: signed.length === 1 };
}
