/** Ways to break a document so that one row of the table is false; the checks must notice each. */
import type {
  Block,
  ColumnsBlock,
  Document,
  ParagraphBlock,
  Run,
  Section,
  SimpleBlock,
} from "../../src/document/document.ts";
import type { ParagraphStyle, StyleName } from "../../src/document/style.ts";
import type { Page } from "../support/pdf-read.ts";
import { pt } from "./row.ts";

export type Break = (document: Document) => Document;

export interface Broken {
  /** The example to break; `loc-ha-2024` when absent. */
  readonly plan?: string;
  readonly document?: Break;
  /** Changes to the parts of the finished DOCX, where the tree cannot express the fault. */
  readonly docx?: (name: string, xml: string) => string;
  /** Changes to the finished PDF's bytes read as latin1, of the same length. */
  readonly pdf?: (text: string) => string;
  /** Changes to the pages as read, such as one that is missing. */
  readonly pages?: (pages: readonly Page[]) => readonly Page[];
}

const inColumns = (
  block: ColumnsBlock,
  change: (block: SimpleBlock, column: number, row: number) => readonly SimpleBlock[],
): ColumnsBlock => ({
  ...block,
  rows: block.rows.map((row, r) => ({
    cells: row.cells.map((cell, c) => cell.flatMap((inner) => change(inner, c, r))),
  })),
});

/** Changes every block, inside columns and page furniture too; tables' cells through their paragraphs. */
function blocks(change: (block: SimpleBlock, column: number) => readonly SimpleBlock[]): Break {
  const one = (block: Block): readonly Block[] => {
    if (block.kind === "columns") return [inColumns(block, change)];
    if (block.kind === "table") {
      const rows = (list: typeof block.rows) =>
        list.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({
            ...cell,
            blocks: cell.blocks.flatMap((p) => change(p, -1)) as ParagraphBlock[],
          })),
        }));
      return [{ ...block, headRows: rows(block.headRows), rows: rows(block.rows) }];
    }
    return change(block, -1);
  };
  return (document) => ({
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      firstHeader: section.firstHeader.flatMap((b) => change(b, -1)),
      firstFooter: section.firstFooter.flatMap((b) => change(b, -1)),
      blocks: section.blocks.flatMap(one),
    })),
  });
}

const paragraphs = (
  names: readonly StyleName[] | "all",
  change: (block: ParagraphBlock) => SimpleBlock | null,
): Break =>
  blocks((block) => {
    if (block.kind === "rule" || (names !== "all" && !names.includes(block.style))) return [block];
    if (block.kind === "frame") return [block];
    const changed = change(block);
    return changed ? [changed] : [];
  });

const textRuns = (block: ParagraphBlock, change: (text: string) => string): ParagraphBlock => ({
  ...block,
  runs: block.runs.map((run): Run => (run.kind === "text" ? { ...run, text: change(run.text) } : run)),
});

const replace = (names: readonly StyleName[] | "all", pattern: RegExp, by: string): Break =>
  paragraphs(names, (block) => textRuns(block, (text) => text.replace(pattern, by)));

const style =
  (names: readonly StyleName[], change: Partial<ParagraphStyle>): Break =>
  (document) => {
    const paragraph = { ...document.style.paragraph };
    for (const name of names) paragraph[name] = { ...paragraph[name], ...change };
    return { ...document, style: { ...document.style, paragraph } };
  };

const look = (names: readonly StyleName[], change: { bold?: boolean; italic?: boolean }): Break =>
  after(
    style(names, change),
    paragraphs(names, (block) => ({
      ...block,
      runs: block.runs.map((run) => (run.kind === "text" ? { ...run, ...change } : run)),
    })),
  );

/** Size in the style and, where a run names its own, there too. */
const size = (names: readonly StyleName[], value: number): Break =>
  after(
    style(names, { size: value }),
    paragraphs(names, (block) => ({
      ...block,
      runs: block.runs.map((run) => (run.kind === "text" ? { ...run, size: value } : run)),
    })),
  );

const after =
  (...breaks: readonly Break[]): Break =>
  (document) =>
    breaks.reduce((d, change) => change(d), document);

const sections =
  (change: (section: Section, index: number) => Section): Break =>
  (document) => ({ ...document, sections: document.sections.map(change) });
const page = (change: Partial<Section["page"]>): Break =>
  sections((section) => ({ ...section, page: { ...section.page, ...change } }));

const letterheadRules = (column: number, factor: number): Break =>
  blocks((block, at) =>
    block.kind === "rule" && at === column ? [{ ...block, width: block.width * factor }] : [block],
  );

const topLevel = (change: (blocks: readonly Block[]) => readonly Block[]): Break =>
  sections((section) => ({ ...section, blocks: change(section.blocks) }));

const body: readonly StyleName[] = ["body", "clause", "point", "dash", "plus", "closing"];
const headings: readonly StyleName[] = [
  "heading-part",
  "heading-roman",
  "heading-arabic",
  "heading-decimal",
  "heading-article",
  "heading-plain",
];

const withoutPage = (index: number) => (pages: readonly Page[]) => pages.filter((_, i) => i !== index);

export const breaks: Readonly<Record<number, Broken>> = {
  1: { document: page({ width: 612, height: 792 }) },
  2: {
    document: sections((s, i) =>
      i === 0 ? { ...s, page: { ...s.page, width: s.page.height, height: s.page.width, orientation: "landscape" } } : s,
    ),
  },
  3: { document: page({ marginTop: pt(12) }) },
  4: { document: page({ marginBottom: pt(12) }) },
  5: { document: page({ marginLeft: pt(20) }) },
  6: { document: page({ marginRight: pt(30) }) },
  7: {
    document: topLevel((list) =>
      list.map((b) =>
        b.kind === "columns" && b.role === "letterhead"
          ? { ...b, widths: b.widths.map((w, i) => (i === 1 ? w + 130 : w)) }
          : b,
      ),
    ),
  },
  8: {
    document: (d) => ({ ...d, style: { ...d.style, fontName: "Arial" } }),
    pdf: (text) => text.replace(/Tinos/g, "Arial"),
  },
  9: { document: style(["body", "dash"], { color: "#FF0000" }) },
  10: { document: replace(["dash", "body"], /ế|ạ|ủ/g, "e\u0302\u0301") },
  11: { docx: (_, xml) => xml.replace(/(<w:pgNumType[^>]*w:start=")1"/g, '$15"'), pages: withoutPage(1) },
  12: { document: look(["page-number"], { bold: true }) },
  13: { document: sections((s) => ({ ...s, pageNumber: { place: "bottom-right" } })) },
  14: { plan: "khanh-hoa-2018", document: sections((s) => ({ ...s, pageNumber: { place: "top-center" } })) },
  15: { docx: (_, xml) => xml.replace(/<w:titlePg[^>]*\/>/g, ""), pages: withoutPage(0) },
  16: { document: (d) => ({ ...d, sections: [{ ...d.sections[0]!, blocks: d.sections.flatMap((s) => s.blocks) }] }) },
  17: { document: replace(["national-name"], /HÒA/, "HOÀ") },
  18: { document: look(["national-name"], { bold: false }) },
  19: { document: replace(["motto"], / - /g, " – ") },
  20: { document: look(["motto"], { bold: false }) },
  21: { document: size(["motto"], 13) },
  22: { document: style(["national-name"], { after: 10 }) },
  23: {
    document: topLevel((list) =>
      list.map((b) =>
        b.kind === "columns" && b.role === "letterhead"
          ? { ...b, widths: b.widths.map((w, i) => (i === 1 ? pt(80) : w)) }
          : b,
      ),
    ),
  },
  24: { document: letterheadRules(1, 1.3) },
  25: { document: blocks((b) => (b.kind === "rule" ? [{ ...b, thickness: 3 }] : [b])) },
  26: { plan: "so-2025", document: look(["parent-agency"], { bold: true }) },
  27: { document: look(["issuer"], { bold: false }) },
  28: { document: letterheadRules(0, 2.4) },
  29: {
    document: blocks((b, column) =>
      b.kind === "paragraph" && b.style === "issuer" && column === 0 ? [{ ...b, before: 20 }] : [b],
    ),
  },
  30: { document: look(["number"], { bold: true }) },
  31: { document: replace(["number"], /\/KH/, " / KH") },
  32: { plan: "lien-tich-2026", document: replace(["number"], /08\//, "8/") },
  33: { document: replace(["number"], /[\u00a0 ]+\//, "\u00a0/") },
  34: { document: style(["number"], { align: "left" }) },
  35: { document: look(["place-date"], { italic: false }) },
  36: { document: paragraphs(["place-date"], (b) => ({ ...b, before: 30 })) },
  37: { document: replace(["place-date"], /, ngày/, " – ngày") },
  38: { document: replace(["place-date"], /tháng([\s\u00a0])02/, "tháng$12") },
  39: { document: size(["place-date"], 22) },
  40: { document: style(["document-type"], { align: "left" }) },
  41: { plan: "thua-thien-hue-2019", document: size(["document-title"], 13) },
  42: { document: look(["document-title"], { bold: false }) },
  43: { document: topLevel((list) => list.filter((b) => b.kind !== "rule")) },
  44: {
    document: after(
      style(["document-type", "document-title"], { keepNext: false }),
      paragraphs(["document-type"], (b) => ({ ...b, keepNext: false })),
      paragraphs(["document-title"], (b) => ({ ...b, keepNext: false, pageBreakBefore: true })),
    ),
  },
  45: { plan: "xa-2026", document: look(["legal-basis"], { italic: false }) },
  46: { plan: "xa-2026", document: replace(["legal-basis"], /[;.]$/, "") },
  47: { plan: "khanh-hoa-2018", document: look(["legal-basis"], { italic: true }) },
  48: { document: style(body, { align: "left" }) },
  49: { document: size(["dash"], 13) },
  50: { document: style(body, { firstLine: pt(18) }) },
  51: { plan: "thua-thien-hue-2019", document: style(body, { firstLine: pt(18) }) },
  52: {
    document: after(
      style(body, { before: 0, after: 0 }),
      paragraphs(body, ({ before: _, ...b }) => b),
    ),
  },
  53: { document: style(body, { line: { rule: "multiple", value: 1.8 } }) },
  54: { plan: "thua-thien-hue-2019", document: style(body, { line: { rule: "exact", value: 13 } }) },
  55: { document: look(["heading-roman"], { bold: false }) },
  56: { document: look(["heading-arabic"], { bold: false }) },
  57: { document: look(["clause"], { bold: true }) },
  58: {
    document: topLevel((list) =>
      list.filter(
        (b) =>
          !(
            b.kind === "paragraph" &&
            b.style === "point" &&
            b.runs.some((r) => r.kind === "text" && r.text.startsWith("c)"))
          ),
      ),
    ),
  },
  59: {
    document: paragraphs(["point"], (b) => ({
      ...b,
      runs: b.runs.map((r) => (r.kind === "text" && r.label ? { ...r, bold: true } : r)),
    })),
  },
  60: { plan: "quy-che-2026", document: style(["part-label"], { align: "left" }) },
  61: {
    plan: "quy-che-2026",
    document: paragraphs(["heading-article"], (b) => ({
      ...b,
      runs: b.runs.map((r) => (r.kind === "text" ? { ...r, bold: false } : r)),
    })),
  },
  62: {
    document: topLevel((list) => {
      let kept = 0;
      return list.filter((b) => !(b.kind === "paragraph" && b.style === "point" && kept++ % 2 === 0));
    }),
  },
  63: {
    document: after(
      style(headings, { keepNext: false }),
      paragraphs(headings, ({ keepNext: _, ...b }) => ({ ...b, keepNext: false })),
      topLevel((list) =>
        list.map((b, i) => {
          const before = list[i - 1];
          return b.kind === "paragraph" &&
            before?.kind === "paragraph" &&
            headings.includes(before.style) &&
            !headings.includes(b.style)
            ? { ...b, pageBreakBefore: true }
            : b;
        }),
      ),
    ),
  },
  64: { document: replace("all", /\.\/\./g, ".") },
  65: { document: look(["recipients-title"], { italic: false }) },
  66: {
    document:
      blocks((b, column) => (b.kind === "paragraph" && b.style === "recipients-title" && column >= 0 ? [b] : [b])) &&
      topLevel((list) =>
        list.map((b) =>
          b.kind === "columns" && b.role === "signature"
            ? {
                ...b,
                rows: [
                  { cells: [[], b.rows[0]!.cells[1]!] },
                  { cells: [b.rows[0]!.cells[0]!, []] },
                  ...b.rows.slice(1),
                ],
              }
            : b,
        ),
      ),
  },
  67: { document: size(["recipient"], 13) },
  68: { document: replace(["recipient"], /Lưu: VT/, "Lưu VP") },
  69: { document: style(["signature-authority"], { align: "right" }) },
  70: { document: replace(["signature-authority"], /^TM\. /, "TM ") },
  71: {
    document: topLevel((list) =>
      list.map((b) =>
        b.kind === "columns" && b.role === "signature"
          ? {
              ...b,
              rows: b.rows.map((row) => ({
                cells: row.cells.map((cell) => {
                  const own = cell.filter((x) => x.kind === "paragraph" && x.style === "signature-authority").reverse();
                  return cell.map((x) =>
                    x.kind === "paragraph" && x.style === "signature-authority" ? own.shift()! : x,
                  );
                }),
              })),
            }
          : b,
      ),
    ),
  },
  72: { document: look(["signature-name"], { bold: false }) },
  73: {
    document: after(
      style(["signature-name"], { before: 6 }),
      paragraphs(["signature-name"], (b) => ({ ...b, before: 6 })),
    ),
  },
  74: {
    document: blocks((b) =>
      b.kind === "paragraph" && b.style === "signature-name"
        ? [
            {
              ...b,
              id: "ink",
              before: 40,
              runs: [{ kind: "text", text: "(Đã ký)", bold: false, italic: false }],
              style: "table-center",
            },
            { ...b, before: 60 },
          ]
        : [b],
    ),
    docx: (_, xml) => xml.replace("</w:body>", "</w:body>").replace(/(<w:r>|<w:r [^>]*>)/, "$1<w:drawing/>"),
  },
  76: {
    document: after(
      (d) => ({
        ...d,
        style: {
          ...d.style,
          paragraph: Object.fromEntries(
            Object.entries(d.style.paragraph).map(([k, v]) => [k, { ...v, keepNext: false }]),
          ) as typeof d.style.paragraph,
        },
      }),
      paragraphs("all", ({ keepNext: _, ...b }) => ({ ...b, keepNext: false })),
      topLevel((list) =>
        list.flatMap((b): Block[] =>
          b.kind === "columns" && b.role === "signature"
            ? [
                { kind: "paragraph", id: "alone", style: "spacer", role: "text", runs: [], pageBreakBefore: true },
                { ...b, keepTogether: false },
              ]
            : [b],
        ),
      ),
    ),
  },
  77: { document: size(["annex-label"], 12) },
  78: { document: replace(["annex-label"], /Phụ lục.*/, "Phụ lục I") },
  79: { document: look(["annex-title"], { bold: false }) },
  80: { document: look(["annex-line"], { italic: false }) },
  81: { document: replace(["annex-line"], /số[\s\u00a0]+\//, "số 12/") },
  82: { document: replace(["heading-arabic", "clause", "body", "dash", "closing", "point"], /[Pp]hụ lục/g, "Bảng") },
  83: {
    plan: "khanh-hoa-2018",
    document: sections((s) =>
      s.kind === "attached" ? { ...s, blocks: s.blocks.filter((b) => b.kind !== "columns") } : s,
    ),
  },
  84: { plan: "khanh-hoa-2018", document: replace(["attached-line"], /643/, "999") },
  85: {
    document: topLevel((list) =>
      list.map((b) => (b.kind === "table" ? { ...b, headRows: [], rows: [...b.headRows, ...b.rows] } : b)),
    ),
  },
  86: {
    plan: "trung-tam-2026",
    document: sections((s) => ({
      ...s,
      firstHeader: s.firstHeader.map((b) =>
        b.kind === "frame" ? { kind: "paragraph", id: b.id, style: b.style, role: "text", runs: b.runs } : b,
      ),
    })),
  },
  87: { plan: "so-2025", document: blocks((b) => (b.kind === "frame" ? [{ ...b, width: b.width * 1.4 }] : [b])) },
  88: { plan: "signing-info", document: size(["signing-info"], 14) },
  89: { plan: "so-2025", document: size(["address"], 9) },
  90: { pdf: (text) => text.replace("%PDF-1.7", "%PDF-1.1") },
  93: {
    document: blocks((b, column) => (b.kind === "rule" && column >= 0 ? [] : [b])),
    docx: (name, xml) =>
      name === "word/document.xml"
        ? xml.replace(/<w:r>(?:<w:rPr>)?/g, (run) =>
            run.includes("rPr") ? `${run}<w:u w:val="single"/>` : `${run}<w:rPr><w:u w:val="single"/></w:rPr>`,
          )
        : xml,
  },
  94: { docx: (_, xml) => xml.replace(/vi-VN/g, "en-US"), pdf: (text) => text.replace(/vi-VN/g, "en-US") },
};
