/**
 * word/styles.xml: what a paragraph, a run or a table takes from its style along `basedOn`, and from the document's
 * defaults (ECMA-376-1, 17.7.2). Styles that are missing, or based on themselves, end the chain and harm nothing.
 */
import {
  type Borders,
  borders,
  over,
  type ParagraphFormat,
  paragraphFormat,
  type RunFormat,
  runFormat,
} from "./formatting.ts";
import { child, childrenNamed, collect, type Element, type Handler, isOn, skip, valueIn } from "./xml.ts";

export interface ParagraphStyle {
  /** As Word shows it; null for the standard style. */
  readonly name: string | null;
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  /** 1–9 of a heading, by its outline level or by the name of a built-in style. */
  readonly heading: number | null;
  /** It is one of the built-in styles of a table of contents: for its lines, for the words above them. */
  readonly isContents: boolean;
  readonly isContentsHeading: boolean;
  /** Ids from the style itself to the root: lists name styles by them. */
  readonly chain: readonly string[];
}

export interface TableStyle {
  /** "" for the standard one. */
  readonly name: string;
  readonly borders: Borders;
  readonly run: RunFormat;
  /** What the first row has in addition, where the table sets it apart. */
  readonly firstRow: RunFormat;
}

export interface Styles {
  readonly defaults: RunFormat;
  /** A style that is not in the file counts as the standard one. */
  readonly paragraph: (id: string | undefined) => ParagraphStyle;
  readonly character: (id: string | undefined) => RunFormat;
  readonly table: (id: string | undefined) => TableStyle;
  /** Id of the list that a numbering style stands for. */
  readonly list: (id: string) => string | undefined;
}

interface Style {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly basedOn: string | undefined;
  readonly paragraph: ParagraphFormat;
  readonly run: RunFormat;
  readonly borders: Borders;
  readonly firstRow: RunFormat;
}

/** Longer chains than any program makes are cut: Word allows eleven. */
const longestChain = 64;

function readStyle(element: Element): Style {
  const { attributes } = element;
  const standard = attributes["w:default"];
  const firstRow = childrenNamed(element, "w:tblStylePr").find((part) => part.attributes["w:type"] === "firstRow");
  return {
    id: attributes["w:styleId"] ?? "",
    type: attributes["w:type"] ?? "paragraph",
    name: valueIn(element, "w:name") ?? "",
    isDefault: standard !== undefined && isOn(standard),
    basedOn: valueIn(element, "w:basedOn"),
    paragraph: paragraphFormat(child(element, "w:pPr")),
    run: runFormat(child(element, "w:rPr")),
    borders: borders(child(child(element, "w:tblPr"), "w:tblBorders")),
    firstRow: runFormat(child(firstRow, "w:rPr")),
  };
}

/** “heading 2” and “Title”, which some programs write without an outline level. */
function builtInHeading(name: string): number | null {
  const level = /^heading ?([1-9])$/i.exec(name)?.[1];
  return level ? Number(level) : /^title$/i.test(name) ? 1 : null;
}

/** Keeps the answers of a question. */
function remembered<Answer>(ask: (id: string | undefined) => Answer): (id: string | undefined) => Answer {
  const known = new Map<string | undefined, Answer>();
  return (id) => {
    if (!known.has(id)) known.set(id, ask(id));
    return known.get(id)!;
  };
}

function makeStyles(byId: ReadonlyMap<string, Style>, base: { paragraph: ParagraphFormat; run: RunFormat }): Styles {
  const standard = new Map<string, Style>();
  for (const style of byId.values()) if (style.isDefault && !standard.has(style.type)) standard.set(style.type, style);

  /** From the style to its root; the standard one when the id names none of this type. */
  const chainOf = (id: string | undefined, type: string): Style[] => {
    const named = id === undefined ? undefined : byId.get(id);
    const chain: Style[] = [];
    let style = named?.type === type ? named : standard.get(type);
    while (style && !chain.includes(style) && chain.length < longestChain) {
      chain.push(style);
      const parent: Style | undefined = style.basedOn === undefined ? undefined : byId.get(style.basedOn);
      style = parent?.type === type ? parent : undefined;
    }
    return chain;
  };

  const paragraph = (id: string | undefined): ParagraphStyle => {
    const chain = chainOf(id, "paragraph");
    const [own] = chain;
    const format = over(base.paragraph, ...chain.map((style) => style.paragraph).reverse());
    // A built-in style may be used without being written down; its id is its English name.
    const names = own?.id === id ? chain.map((style) => style.name) : [id ?? ""];
    const named = names.map(builtInHeading).find((level) => level !== null) ?? null;
    const { outline } = format;
    return {
      name: own === undefined || own.isDefault || /^(?:normal|standard|)$/i.test(own.name) ? null : own.name,
      paragraph: format,
      run: over(...chain.map((style) => style.run).reverse()),
      heading: outline === undefined ? named : outline >= 0 && outline <= 8 ? outline + 1 : null,
      isContents: names.some((name) => /^toc ?(?:[1-9]|heading)$/i.test(name)),
      isContentsHeading: names.some((name) => /^toc ?heading$/i.test(name)),
      chain: chain.map((style) => style.id),
    };
  };

  const table = (id: string | undefined): TableStyle => {
    const chain = chainOf(id, "table").reverse();
    const own = chain[chain.length - 1];
    return {
      name: own === undefined || own.isDefault ? "" : own.name,
      borders: over(...chain.map((style) => style.borders)),
      run: over(...chain.map((style) => style.run)),
      firstRow: over(...chain.map((style) => style.firstRow)),
    };
  };

  return {
    defaults: base.run,
    paragraph: remembered(paragraph),
    character: remembered((id) =>
      id === undefined
        ? {}
        : over(
            ...chainOf(id, "character")
              .map((style) => style.run)
              .reverse(),
          ),
    ),
    table: remembered(table),
    list: (id) => byId.get(id)?.paragraph.list,
  };
}

export const noStyles: Styles = makeStyles(new Map(), { paragraph: {}, run: {} });

/** The handler of the part, and the styles once it is read. */
export function stylesReader(): { readonly handler: Handler; readonly result: () => Styles } {
  const byId = new Map<string, Style>();
  let base: { paragraph: ParagraphFormat; run: RunFormat } = { paragraph: {}, run: {} };
  const root: Handler = {
    open: (tag) => {
      if (tag.name === "w:docDefaults")
        return collect(tag, (element) => {
          base = {
            paragraph: paragraphFormat(child(child(element, "w:pPrDefault"), "w:pPr")),
            run: runFormat(child(child(element, "w:rPrDefault"), "w:rPr")),
          };
        });
      if (tag.name !== "w:style") return skip;
      return collect(tag, (element) => {
        const style = readStyle(element);
        if (!byId.has(style.id)) byId.set(style.id, style);
      });
    },
  };
  return { handler: { open: () => root }, result: () => makeStyles(byId, base) };
}
