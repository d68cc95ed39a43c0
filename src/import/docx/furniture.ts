/** Headers and footers: which of them the pages show, each text once. */
import type { RawFurniture, RawParagraph } from "../raw.ts";
import { hasWords } from "./draft.ts";
import type { Section } from "./section.ts";

/** A header or footer that the pages of some section show. */
export interface ShownFurniture {
  readonly where: RawFurniture["where"];
  readonly firstPage: boolean;
  readonly relationship: string;
  /** Number of the first paragraph of the first section that shows it. */
  readonly place: number;
}

/** What is shown, in the order of the sections. A section that says nothing shows what the one before it does. */
export function shownFurniture(sections: readonly Section[], hasEvenPages: boolean): ShownFurniture[] {
  const current = new Map<string, string>();
  const shown = new Map<string, ShownFurniture>();
  let place = 1;
  for (const section of sections) {
    for (const { where, type, relationship } of section.furniture) current.set(`${where} ${type}`, relationship);
    for (const where of ["header", "footer"] as const) {
      for (const type of ["first", "default", "even"] as const) {
        if ((type === "first" && !section.hasTitlePage) || (type === "even" && !hasEvenPages)) continue;
        const relationship = current.get(`${where} ${type}`);
        if (relationship === undefined) continue;
        const firstPage = type === "first";
        const key = `${where} ${firstPage} ${relationship}`;
        if (!shown.has(key)) shown.set(key, { where, firstPage, relationship, place });
      }
    }
    place = section.lastPlace + 1;
  }
  return [...shown.values()];
}

/** The furniture with words, the same text once. */
export function distinctFurniture(all: readonly RawFurniture[]): RawFurniture[] {
  const seen = new Set<string>();
  return all.flatMap((one) => {
    const paragraphs = one.paragraphs.filter(hasWords);
    const words = paragraphs.map((paragraph: RawParagraph) => [
      paragraph.label,
      ...paragraph.runs.map((run) => run.text),
    ]);
    const key = JSON.stringify([one.where, one.firstPage, words]);
    if (paragraphs.length === 0 || seen.has(key)) return [];
    seen.add(key);
    return [{ ...one, paragraphs }];
  });
}
