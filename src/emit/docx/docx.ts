/**
 * The document tree as a DOCX file: sections with their pages and page furniture, properties, styles. Draws only; every
 * word and measure is in the tree and its style sheet. The library holds the format, `package.ts` the bytes.
 */
import { Footer, Header, type ISectionOptions, PageNumber, Paragraph, TextRun, Document as WordDocument } from "docx";
import type { Document, PageSetup, Section } from "../../document/document.ts";
import { textWidth } from "../../document/document.ts";
import { type DocxContext, newContext, noteId } from "./context.ts";
import { draftsOf, flow, type Step } from "./flow.ts";
import { packDocx } from "./package.ts";
import { blank, note } from "./paragraph.ts";
import { customProperties } from "./properties.ts";
import { type Drawn, settle, settleSections } from "./settle.ts";
import { wordStyles } from "./styles.ts";
import { trace, twips } from "./units.ts";

/** Which kinds of page furniture the document has anywhere. Where one section has it, every section says what its own
 * is, for a section that says nothing takes it over from the section before. */
interface Furniture {
  readonly headers: boolean;
  readonly footers: boolean;
}

function furnitureOf(sections: readonly Section[]): Furniture {
  return {
    headers: sections.some((section) => section.pageNumber.place === "top-center" || section.firstHeader.length > 0),
    footers: sections.some((section) => section.pageNumber.place === "bottom-right" || section.firstFooter.length > 0),
  };
}

const pageNumber = (): Paragraph =>
  new Paragraph({ style: "page-number", children: [new TextRun({ children: [PageNumber.CURRENT] })] });
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
): Pick<ISectionOptions, "headers" | "footers"> & { titlePage: boolean } {
  const atTop = section.pageNumber.place === "top-center";
  // The first page of a section that goes on from the one before shows its number like any other.
  const numbered = section.pageNumber.continues === true;
  const titlePage = !numbered || section.firstHeader.length > 0 || section.firstFooter.length > 0;
  const number = (here: boolean): Drawn[] => [here ? pageNumber() : nothing()];
  const firstOf = (here: boolean, own: readonly unknown[], drawn: () => Drawn[]): Drawn[] =>
    own.length > 0 ? [...(here && numbered ? [pageNumber()] : []), ...drawn()] : number(here && numbered);
  return {
    titlePage,
    headers: furniture.headers
      ? {
          default: new Header({ children: number(atTop) }),
          first: titlePage
            ? new Header({ children: firstOf(atTop, section.firstHeader, () => flow(section.firstHeader, context)) })
            : undefined,
        }
      : undefined,
    footers: furniture.footers
      ? {
          default: new Footer({ children: number(!atTop) }),
          first: titlePage
            ? new Footer({ children: firstOf(!atTop, section.firstFooter, () => firstFooter(section, context)) })
            : undefined,
        }
      : undefined,
  };
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
  const { titlePage, ...around } = headersAndFooters(section, furniture, context);
  const { formerPage, pageNumber } = section;
  const continues = pageNumber.continues === true;
  return {
    ...around,
    properties: {
      type: "nextPage",
      titlePage,
      page: pageOptions(section.laterPage ?? section.page, continues),
      ...(formerPage && {
        revision: { type: "nextPage", titlePage, page: pageOptions(formerPage, continues), ...context.revise() },
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
  const contents = settleSections(draftsOf(steps, true), () => blank(trace, base), base);
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
