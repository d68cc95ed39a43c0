/**
 * The document tree as a DOCX file: sections with their pages and page furniture, properties, styles. Draws only; every
 * word and measure is in the tree and its style sheet. The library holds the format, `package.ts` the bytes.
 */
import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, Document as WordDocument } from "docx";
import type { Change, Document, PageSetup, Section } from "../../document/document.ts";
import { textWidth } from "../../document/document.ts";
import { type DocxContext, newContext, noteId } from "./context.ts";
import { draftsOf, flow, type Step } from "./flow.ts";
import { packDocx } from "./package.ts";
import { blank, note, tracked } from "./paragraph.ts";
import { customProperties } from "./properties.ts";
import { type Drawn, settle, settleSections } from "./settle.ts";
import { wordStyles } from "./styles.ts";
import { twips } from "./units.ts";

/** Which kinds of page furniture the document has anywhere. Where one section has it, every section says what its own
 * is, for a section that says nothing takes it over from the section before. */
interface Furniture {
  readonly headers: boolean;
  readonly footers: boolean;
}

/** How a section's pages are numbered in the version that has what was added, and in the one that has what was removed. */
const numbersOf = ({ pageNumber, formerNumber }: Section): readonly [newer: PageNumbers, older: PageNumbers] => [
  pageNumber,
  formerNumber ?? pageNumber,
];
type PageNumbers = Section["pageNumber"];

function furnitureOf(sections: readonly Section[]): Furniture {
  const has = (section: Section, place: PageNumbers["place"]): boolean =>
    numbersOf(section).some((numbers) => numbers.place === place);
  return {
    headers: sections.some((section) => has(section, "top-center") || section.firstHeader.length > 0),
    footers: sections.some((section) => has(section, "bottom-right") || section.firstFooter.length > 0),
  };
}

const pageNumber = (change: Change | undefined, context: DocxContext): Paragraph =>
  new Paragraph({ style: "page-number", children: [tracked({ children: [PageNumber.CURRENT] }, change, context)] });
const nothing = (): Paragraph => new Paragraph({ style: "page-number" });

/** The foot of a first page, lifted from the footer's place into the text area, so that the body ends above it. */
function firstFooter(section: Section, context: DocxContext): Drawn[] {
  const { marginBottom, footerDistance } = section.page;
  const lift = marginBottom - footerDistance;
  return [...flow(section.firstFooter, context), ...settle(lift > 0 ? [blank(lift, context)] : [], context)];
}

function headersAndFooters(
  section: Section,
  furniture: Furniture,
  context: DocxContext,
): Pick<ISectionOptions, "headers" | "footers"> & { titlePage: boolean; formerTitlePage: boolean } {
  // The first page of a section that goes on from the one before shows its number like any other.
  const isTitled = (numbers: PageNumbers): boolean =>
    numbers.continues !== true || section.firstHeader.length > 0 || section.firstFooter.length > 0;
  const titlePages = numbersOf(section).map(isTitled);
  const number = (isHere: (numbers: PageNumbers) => boolean): Paragraph | null => {
    const [newer, older] = numbersOf(section).map(isHere);
    if (newer === older) return newer ? pageNumber(undefined, context) : null;
    return pageNumber(newer ? "added" : "removed", context);
  };
  const around = (place: PageNumbers["place"], own: readonly unknown[], drawn: () => Drawn[]): Around => {
    const onFirst = (): Drawn[] => {
      const numbered = number((numbers) => numbers.place === place && numbers.continues === true);
      if (own.length > 0) return [...(numbered ? [numbered] : []), ...drawn()];
      return [numbered ?? nothing()];
    };
    return {
      default: [number((numbers) => numbers.place === place) ?? nothing()],
      first: titlePages.includes(true) ? onFirst() : undefined,
    };
  };
  const headers = furniture.headers
    ? around("top-center", section.firstHeader, () => flow(section.firstHeader, context))
    : undefined;
  const footers = furniture.footers
    ? around("bottom-right", section.firstFooter, () => firstFooter(section, context))
    : undefined;
  return {
    titlePage: titlePages[0]!,
    formerTitlePage: titlePages[1]!,
    headers: headers && {
      default: new Header({ children: headers.default }),
      first: headers.first && new Header({ children: headers.first }),
    },
    footers: footers && {
      default: new Footer({ children: footers.default }),
      first: footers.first && new Footer({ children: footers.first }),
    },
  };
}

/** What stands at the head or the foot of the pages. */
interface Around {
  readonly default: Drawn[];
  readonly first: Drawn[] | undefined;
}

function pageOptions(page: PageSetup, continues: boolean): NonNullable<ISectionOptions["properties"]>["page"] {
  const [short, long] = page.width < page.height ? [page.width, page.height] : [page.height, page.width];
  return {
    // The library turns the sides of a landscape page itself.
    size: { width: twips(short), height: twips(long), orientation: page.orientation },
    margin: {
      top: twips(page.marginTop),
      bottom: twips(page.marginBottom),
      left: twips(page.marginLeft),
      right: twips(page.marginRight),
      header: twips(page.headerDistance),
      footer: twips(page.footerDistance),
      gutter: 0,
    },
    pageNumbers: continues ? { formatType: "decimal" } : { start: 1, formatType: "decimal" },
  };
}

/** Everything of a section but what stands on its pages. */
function sectionOptions(
  section: Section,
  furniture: Furniture,
  context: DocxContext,
): Omit<ISectionOptions, "children"> {
  const { titlePage, formerTitlePage, ...around } = headersAndFooters(section, furniture, context);
  const [continues, continued] = numbersOf(section).map((numbers) => numbers.continues === true);
  const page = section.laterPage ?? section.page;
  const formerPage = section.formerPage ?? section.page;
  const isSame = page === formerPage && continues === continued && titlePage === formerTitlePage;
  return {
    ...around,
    properties: {
      type: "nextPage",
      titlePage,
      page: pageOptions(page, continues!),
      ...(isSame
        ? {}
        : {
            revision: {
              type: "nextPage",
              titlePage: formerTitlePage,
              page: pageOptions(formerPage, continued!),
              ...context.revise(),
            },
          }),
    },
  };
}

const endOf = ({ endChange }: Section): Step => ({ kind: "end", ...(endChange && { change: endChange }) });

/** The library's document. Drawing it uses it up: it is packed once. */
export function wordDocument(document: Document): WordDocument {
  const base = newContext(document);
  const furniture = furnitureOf(document.sections);
  const around: Omit<ISectionOptions, "children">[] = [];
  const steps = document.sections.flatMap((section, i): Step[] => {
    const context = { ...base, width: textWidth(section.page) };
    return [
      ...(i === 0 ? [] : [endOf(document.sections[i - 1]!)]),
      { kind: "then", run: () => around.push(sectionOptions(section, furniture, context)) },
      ...section.blocks.map((block) => ({ kind: "block" as const, block, context })),
    ];
  });
  const contents = settleSections(draftsOf(steps, true), base);
  const sections = contents.map((children, i) => ({ ...around[i], children }));
  return new WordDocument({
    compatibility: { version: 15 },
    styles: wordStyles(document.style),
    customProperties: customProperties(document),
    footnotes: Object.fromEntries(
      document.notes.map(({ number, paragraph }, index) => [
        noteId(index),
        { children: settle([note(number, paragraph, base)], base) as Paragraph[] },
      ]),
    ),
    sections,
  });
}

/** The bytes of a DOCX file; equal documents give equal bytes. */
export const emitDocx = async (document: Document): Promise<Uint8Array> => packDocx(wordDocument(document), document);
