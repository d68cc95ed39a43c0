/** Properties of a section (`w:sectPr`), as far as the reader asks for them. */
import { child, type Element, integer, onOff, valueIn } from "./xml.ts";

export type FurnitureType = "default" | "first" | "even";

export interface FurnitureReference {
  readonly where: "header" | "footer";
  readonly type: FurnitureType;
  /** Id of the relationship to its part. */
  readonly relationship: string;
}

export interface Section {
  readonly landscape: boolean | null;
  /** It begins on the page on which the section before ends. */
  readonly isContinuous: boolean;
  /** Its first page has a header and a footer of its own. */
  readonly hasTitlePage: boolean;
  readonly furniture: readonly FurnitureReference[];
  /** Number of its last paragraph; 0 for the last section. */
  readonly lastPlace: number;
}

function isLandscape(size: Element | undefined): boolean | null {
  if (!size) return null;
  const width = integer(size.attributes["w:w"]);
  const height = integer(size.attributes["w:h"]);
  if (width !== undefined && height !== undefined) return width > height;
  return size.attributes["w:orient"] === "landscape";
}

const furnitureType = (value: string | undefined): FurnitureType =>
  value === "first" || value === "even" ? value : "default";

export function readSection(sectPr: Element, lastPlace: number): Section {
  return {
    landscape: isLandscape(child(sectPr, "w:pgSz")),
    isContinuous: valueIn(sectPr, "w:type") === "continuous",
    hasTitlePage: onOff(sectPr, "w:titlePg") ?? false,
    furniture: sectPr.children.flatMap((element): FurnitureReference[] => {
      const where =
        element.name === "w:headerReference" ? "header" : element.name === "w:footerReference" ? "footer" : null;
      const relationship = element.attributes["r:id"];
      if (where === null || relationship === undefined) return [];
      return [{ where, type: furnitureType(element.attributes["w:type"]), relationship }];
    }),
    lastPlace,
  };
}
