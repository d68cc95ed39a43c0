/**
 * What a DOCX with tracked changes becomes when all of them are accepted, or all rejected: words and structure, by the
 * rules of ECMA-376-1, 17.13.5, from the raw XML. Shares no code with the emitter.
 */
import { child, childrenNamed, descendants, type Element, elements, parseXml, textOf, unzip } from "./ooxml.ts";

export type Choice = "accept" | "reject";

/** A paragraph is a line: its style and words, notes in full. A table is its rows, each a list of cells with their blocks. */
export type Block = string | readonly (readonly (readonly [merge: string, content: readonly Block[]])[])[];

export interface Chosen {
  /** Blocks of the body; the end of a section is a line that begins with “§”. */
  readonly body: readonly Block[];
  /** Headers and footers that show anything, by section, place and kind. */
  readonly furniture: Readonly<Record<string, readonly Block[]>>;
}

const read = new WeakMap<Uint8Array, Map<string, Element>>();

/** The parts of a DOCX by name, parsed once for both ways. */
function partsOf(bytes: Uint8Array): Map<string, Element> {
  const known = read.get(bytes);
  if (known) return known;
  const parts = new Map(
    unzip(bytes)
      .filter(({ name }) => /^word\/(?:_rels\/document\.xml\.rels|\w+\.xml)$/.test(name))
      .map(({ name, content }) => [name, parseXml(content.toString("utf8"))]),
  );
  read.set(bytes, parts);
  return parts;
}

/** Reads a DOCX; one without changes is the same either way. Throws where a mark that must stay would go. */
export function chosen(bytes: Uint8Array, choice: Choice): Chosen {
  const parts = partsOf(bytes);
  const gone = choice === "accept" ? "w:del" : "w:ins";
  const formerly = choice === "reject";
  const notes = new Map<string, Element>();
  const notesPart = parts.get("word/footnotes.xml");
  if (notesPart) for (const note of elements(notesPart)) notes.set(note.attributes["w:id"] ?? "", note);

  const styleOf = (pPr: Element | undefined): string => {
    const change = formerly ? child(child(pPr, "w:pPrChange"), "w:pPr") : undefined;
    return child(change ?? pPr, "w:pStyle")?.attributes["w:val"] ?? "";
  };
  const styles = new Map<string, Element | undefined>(
    childrenNamed(parts.get("word/styles.xml"), "w:style").map((style) => [
      style.attributes["w:styleId"] ?? "",
      child(style, "w:rPr"),
    ]),
  );
  const wordsOf = (parent: Element, style: Element | undefined): string =>
    elements(parent)
      .map((element) => {
        if (element.name === gone || element.name === "w:pPr") return "";
        if (element.name === "w:ins" || element.name === "w:del") return wordsOf(element, style);
        if (element.name !== "w:r") return "";
        return runText(element, style);
      })
      .join("");
  /** Words, every bold or slanted sign with its look. */
  const runText = (run: Element, style: Element | undefined): string => {
    const rPr = child(run, "w:rPr");
    const change = formerly ? child(child(rPr, "w:rPrChange"), "w:rPr") : undefined;
    const isOn = (name: string): boolean => {
      const property = child(change ?? rPr, name) ?? child(style, name);
      return property !== undefined && property.attributes["w:val"] !== "false";
    };
    const look = `${isOn("w:b") ? "b" : ""}${isOn("w:i") ? "i" : ""}`;
    const text = elements(run)
      .map((part) => {
        if (part.name === "w:t" || part.name === "w:delText") return textOf(part);
        if (part.name === "w:br") return "\n";
        if (part.name === "w:instrText" || part.name === "w:delInstrText") return "{field}";
        if (part.name !== "w:footnoteReference") return "";
        const note = notes.get(part.attributes["w:id"] ?? "");
        return `[^${note ? blocksOf(note).join("|") : "?"}]`;
      })
      .join("");
    return look === "" ? text : text.replace(/[^\n]/gu, (sign) => `${sign}${look}`);
  };
  const pages = (sectPr: Element): string => {
    const change = formerly ? child(child(sectPr, "w:sectPrChange"), "w:sectPr") : undefined;
    return ["w:pgSz", "w:pgMar", "w:pgNumType"]
      .map((name) => JSON.stringify(child(change ?? sectPr, name)?.attributes ?? {}))
      .join(" ");
  };
  const sections: Element[] = [];
  const blocksOf = (container: Element): readonly Block[] => {
    const blocks: Block[] = [];
    let before: string | undefined;
    for (const element of elements(container)) {
      if (element.name === "w:p") {
        const pPr = child(element, "w:pPr");
        const words = (before ?? "") + wordsOf(element, styles.get(styleOf(pPr)));
        if (child(child(pPr, "w:rPr"), gone)) {
          before = words;
          continue;
        }
        before = undefined;
        blocks.push(`${styleOf(pPr)}: ${words}`);
        const sectPr = child(pPr, "w:sectPr");
        if (sectPr) {
          sections.push(sectPr);
          blocks.push(`§ ${pages(sectPr)}`);
        }
      } else if (element.name === "w:tbl") {
        const rows = childrenNamed(element, "w:tr").filter((row) => !child(child(row, "w:trPr"), gone));
        if (rows.length === 0) continue;
        if (before) throw new Error(`“${before}” would run into a table`);
        before = undefined;
        if (Array.isArray(blocks.at(-1))) throw new Error("two tables would become one");
        blocks.push(
          rows.map((row) =>
            childrenNamed(row, "w:tc").map((cell) => {
              const tcPr = child(cell, "w:tcPr");
              const merge = child(tcPr, "w:vMerge")?.attributes["w:val"] ?? "";
              return [`${child(tcPr, "w:gridSpan")?.attributes["w:val"] ?? 1}${merge}`, blocksOf(cell)] as const;
            }),
          ),
        );
      }
    }
    if (before !== undefined) throw new Error(`the last mark would go: “${before}”`);
    if (container.name === "w:tc" && typeof blocks.at(-1) !== "string")
      throw new Error("a cell without last paragraph");
    return blocks;
  };

  const root = child(parts.get("word/document.xml"), "w:body")!;
  const last = child(root, "w:sectPr")!;
  const body = [...blocksOf(root), `§ ${pages(last)}`];
  const targets = new Map(
    elements(parts.get("word/_rels/document.xml.rels")).map(({ attributes }) => [
      attributes.Id ?? "",
      attributes.Target ?? "",
    ]),
  );
  const furniture: Record<string, readonly Block[]> = {};
  [...sections, last].forEach((sectPr, i) => {
    const titled = child(sectPr, "w:titlePg") !== undefined;
    for (const reference of elements(sectPr)) {
      const target = targets.get(reference.attributes["r:id"] ?? "");
      if (target === undefined) continue;
      const type = reference.attributes["w:type"] ?? "";
      if (type === "first" && !titled) continue;
      const blocks = blocksOf(parts.get(`word/${target}`)!);
      const isEmpty = blocks.every((block) => typeof block === "string" && block.endsWith(": "));
      if (!isEmpty) furniture[`${i} ${reference.name} ${type}`] = blocks;
    }
  });
  return { body, furniture };
}

/** All tracked changes of a DOCX: names of their elements with author and date. */
export function revisionsOf(bytes: Uint8Array): { name: string; id: string; author: string; date?: string }[] {
  const names = ["w:ins", "w:del", "w:pPrChange", "w:rPrChange", "w:sectPrChange"];
  return [...partsOf(bytes)]
    .filter(([name]) => /^word\/(document|footnotes|header\d+|footer\d+)\.xml$/.test(name))
    .flatMap(([, xml]) =>
      names.flatMap((name) =>
        descendants(xml, name).map(({ attributes }) => ({
          name,
          id: attributes["w:id"] ?? "",
          author: attributes["w:author"] ?? "",
          ...(attributes["w:date"] === undefined ? {} : { date: attributes["w:date"] }),
        })),
      ),
    );
}
