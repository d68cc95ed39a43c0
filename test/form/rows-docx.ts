/** The DOCX half of the conformance table, by row number: effective values read from the raw OOXML. Units: points. */
import type { PlanDocument } from "../../src/plan/plan.ts";
import {
  bodyParagraphs,
  type DocxBlock,
  type DocxParagraph,
  type DocxTable,
  paragraphsOf,
  tablesOf,
} from "../support/docx-read.ts";
import { both, type Check, type DocxContext, every, type Measured, mm, pt, within } from "./row.ts";

type DocxCheck = Check<DocxContext>;

const nationalName = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const motto = "Độc lập - Tự do - Hạnh phúc";
/** Widths of the motto at 13 and 14 pt with Times metrics, in mm (the-thuc: TT-KE-01). */
const mottoWidth: Readonly<Record<number, number>> = { 13: 56.1, 14: 60.5 };

const words = (text: string): string => text.replace(/[\s\u00a0]+/g, " ").trim();
const squeeze = (text: string): string => text.replace(/[\s\u00a0]+/g, "");
const show = (p: DocxParagraph): string => words(p.text).slice(0, 60);
const visible = (p: DocxParagraph) =>
  p.runs.filter((run) => squeeze(run.text) !== "" && run.field === undefined && !run.raised);
const isBold = (p: DocxParagraph): boolean => visible(p).every((run) => run.bold);
const isItalic = (p: DocxParagraph): boolean => visible(p).every((run) => run.italic);
const isRegular = (p: DocxParagraph): boolean => visible(p).every((run) => !run.bold && !run.italic);
const isUpper = (text: string): boolean => text === text.toUpperCase() && text !== text.toLowerCase();
const sizesOf = (paragraphs: readonly DocxParagraph[]): number[] =>
  paragraphs.flatMap((p) => visible(p).map((run) => run.size));
const sizes = (paragraphs: readonly DocxParagraph[], low: number, high: number): Measured | null =>
  within(sizesOf(paragraphs), low, high, "pt");
const aligned = (paragraphs: readonly DocxParagraph[], align: DocxParagraph["align"]): Measured | null =>
  every(
    paragraphs,
    (p) => p.align === align,
    (p) => `${show(p)}: ${p.align}`,
  );
const isRule = (p: DocxParagraph): boolean => squeeze(p.text) === "" && p.borders.top !== undefined;

const all = (c: DocxContext): DocxParagraph[] => bodyParagraphs(c.docx);
const documents = (c: DocxContext): readonly PlanDocument[] => c.plan.documents;
const withText = (c: DocxContext, test: (text: string) => boolean): DocxParagraph[] =>
  all(c).filter((p) => test(words(p.text)));
const found = (c: DocxContext, texts: readonly string[]): DocxParagraph[] => {
  const wanted = new Set(texts.map(squeeze));
  return all(c).filter((p) => wanted.has(squeeze(p.text)));
};

interface Letterhead {
  readonly table: DocxTable;
  readonly section: number;
  readonly left: readonly DocxParagraph[];
  readonly right: readonly DocxParagraph[];
  readonly number: DocxParagraph | undefined;
  readonly placeDate: DocxParagraph | undefined;
  readonly leftWidth: number;
  readonly rightWidth: number;
}

/** The two-column tables that hold a Quốc hiệu. */
function letterheads(c: DocxContext): Letterhead[] {
  return c.docx.sections.flatMap((section, index) =>
    tablesOf(section.blocks)
      .filter((table) =>
        table.rows[0]?.cells.some((cell) => paragraphsOf(cell.content).some((p) => words(p.text) === nationalName)),
      )
      .map((table) => {
        const [first, second] = table.rows;
        const cell = (row: typeof first, at: number) => (row?.cells[at] ? paragraphsOf(row.cells[at].content) : []);
        return {
          table,
          section: index,
          left: cell(first, 0),
          right: cell(first, 1),
          number: cell(second, 0).find((p) => p.text.startsWith("Số:")),
          placeDate: cell(second, 1).find((p) => /ngày/.test(p.text)),
          leftWidth: first?.cells[0]?.width ?? 0,
          rightWidth: first?.cells[1]?.width ?? 0,
        };
      }),
  );
}

const lines = (p: DocxParagraph): string[] => p.text.split("\n");
const named = (c: DocxContext, text: string): DocxParagraph[] =>
  letterheads(c).flatMap((h) => h.right.filter((p) => words(p.text) === text));
const agencies = (c: DocxContext) =>
  letterheads(c).map((h) => h.left.filter((p) => squeeze(p.text) !== "" && !p.text.startsWith("Số:")));
const ruleAfter = (paragraphs: readonly DocxParagraph[]): DocxParagraph | undefined => paragraphs.find(isRule);
const ruleWidth = (rule: DocxParagraph, room: number): number => room - rule.left - rule.right;

/** Rough width of words with Times metrics is not read here: ratios are taken against the widest line as the reader of
 * fonts measures it in `widths`. */
const titleBlocks = (c: DocxContext) =>
  documents(c).map((document) => {
    const type = withText(c, (text) => text === document.typeName.trim()).find((p) => p.align === "center");
    const title = found(c, [document.title.text]).find((p) => p.align === "center");
    return { document, type, title };
  });
const present = <T>(items: readonly (T | undefined)[]): T[] => items.filter((item): item is T => item !== undefined);

const bases = (c: DocxContext): DocxParagraph[] => {
  // The end of a basis is what is judged, so it is found without it.
  const wanted = new Set(
    documents(c).flatMap((d) => d.legalBases.map((b) => squeeze(b.text.text).replace(/[;,.]$/, ""))),
  );
  return all(c).filter((p) => wanted.has(squeeze(p.text).replace(/[;,.]$/, "")));
};

function divisions(c: DocxContext, test: (d: PlanDocument["divisions"][number]) => boolean): DocxParagraph[] {
  return documents(c).flatMap((document) =>
    document.divisions.filter(test).flatMap((division) => {
      const text = squeeze(division.mark.typed + division.text.text);
      const hit = all(c).find(
        (p) =>
          squeeze(p.text) === text ||
          squeeze(p.text) === squeeze(division.mark.typed + division.text.text.toUpperCase()),
      );
      return hit ? [hit] : [];
    }),
  );
}

/** Justified paragraphs of running text outside tables. */
const bodyText = (c: DocxContext): DocxParagraph[] =>
  c.docx.sections.flatMap((section) =>
    section.blocks.flatMap((b) => (b.kind === "paragraph" && b.align === "both" && b.text.length > 60 ? [b] : [])),
  );

const pageFurniture = (c: DocxContext) => {
  const paragraphs = (blocks: readonly DocxBlock[]) =>
    paragraphsOf(blocks).filter((p) => p.runs.some((run) => run.field?.includes("PAGE")));
  return c.docx.sections.map((s) => ({
    header: paragraphs(s.headers.default),
    footer: paragraphs(s.footers.default),
    first: [...paragraphs(s.headers.first), ...paragraphs(s.footers.first)],
  }));
};

const signatureTables = (
  c: DocxContext,
): { table: DocxTable; authority: DocxParagraph[]; name: DocxParagraph | undefined; single: boolean }[] =>
  documents(c).flatMap((d) =>
    [...d.signatures, ...d.annexes.flatMap((a) => a.signatures)].flatMap((signature) => {
      const first = signature.authority[0]?.text;
      const table =
        first === undefined
          ? undefined
          : c.docx.sections
              .flatMap((s) => tablesOf(s.blocks))
              .find(
                (t) =>
                  t.rows.some((r) =>
                    r.cells.some(
                      (cell) =>
                        cell.text.includes(first) &&
                        (!signature.name ||
                          cell.text.includes(signature.name) ||
                          t.rows.some((o) => o.cells.some((x) => x.text.includes(signature.name!)))),
                    ),
                  ) && !t.rows.some((r) => r.header),
              );
      if (!table) return [];
      // Two signers stand in two columns of one table: each is looked for in the column of his own name.
      const own = signature.name ?? first;
      const column = table.rows.flatMap((r) => r.cells).find((cell) => cell.text.includes(own ?? ""))?.column;
      const inside = table.rows
        .flatMap((r) => r.cells.filter((cell) => cell.column === column))
        .flatMap((cell) => paragraphsOf(cell.content));
      return [
        {
          table,
          authority: signature.authority.flatMap(({ text }) =>
            inside.filter((p) => words(p.text) === text).slice(0, 1),
          ),
          name: inside.find((p) => words(p.text) === signature.name),
          single: d.signatures.length === 1,
        },
      ];
    }),
  );

const annexes = (c: DocxContext) => documents(c).flatMap((d) => d.annexes);
const annexLabels = (c: DocxContext) =>
  withText(c, (text) => /^Phụ lục( [IVXLC]+)?$/i.test(text)).filter((p) => p.align === "center");
const annexTitles = (c: DocxContext) =>
  found(
    c,
    annexes(c).map((a) => a.title.text.toUpperCase()),
  );
const attachedLines = (c: DocxContext) =>
  withText(c, (text) => /^\((Ban hành )?[Kk]èm theo .*\)$/.test(text)).filter((p) => p.align === "center");
const dataTables = (c: DocxContext) =>
  c.docx.sections.flatMap((s) => tablesOf(s.blocks)).filter((t) => t.rows.some((r) => r.header));

const datePattern = /^[A-ZĐÀ-Ỹ].+, ngày ( *|0[1-9]|[12]\d|3[01]) ?tháng ( *|0[12]|[3-9]|1[0-2]) ?năm \d{4}$/;
const urgencyWidth: Readonly<Record<string, number>> = { "HỎA TỐC": 30, "THƯỢNG KHẨN": 40, KHẨN: 20 };

/** Bordered paragraphs (stamps) that hold exactly these words, with their outer size: borders stand outside the indents
 * and the line by their distance and width. */
function frames(c: DocxContext, text: string): { width: number; height: number; paragraph: DocxParagraph }[] {
  const roomy = (blocks: readonly DocxBlock[], room: number): { paragraph: DocxParagraph; room: number }[] =>
    blocks.flatMap((b) =>
      b.kind === "paragraph"
        ? [{ paragraph: b, room }]
        : b.rows.flatMap((row) =>
            row.cells.flatMap((cell) => roomy(cell.content, cell.width - b.margins.left - b.margins.right)),
          ),
    );
  return c.docx.sections
    .flatMap((s) =>
      [s.blocks, s.headers.first, s.footers.first].flatMap((b) => roomy(b, s.width - s.margins.left - s.margins.right)),
    )
    .filter(
      ({ paragraph: p }) =>
        words(p.text) === text && p.borders.top && p.borders.bottom && p.borders.left && p.borders.right,
    )
    .map(({ paragraph: p, room }) => {
      const { top, bottom, left, right } = p.borders as Required<typeof p.borders>;
      return {
        paragraph: p,
        width: room - p.left - p.right + left.space + left.width + right.space + right.width,
        height: p.line + top.space + top.width + bottom.space + bottom.width,
      };
    });
}

/** Spacing between the baselines of neighbouring paragraphs beyond the line step. */
const gapOf = (p: DocxParagraph): number => p.before + p.after;

const multiple = (p: DocxParagraph, size: number): number =>
  p.lineRule === "auto" ? p.line : p.line / (size * 1.1499);

export const docxChecks: Readonly<Record<number, DocxCheck>> = {
  1: (c) =>
    both(
      within(
        c.docx.sections.map((s) => Math.min(s.width, s.height)),
        595.2,
        595.4,
        "pt",
      ),
      within(
        c.docx.sections.map((s) => Math.max(s.width, s.height)),
        841.8,
        842,
        "pt",
      ),
    ),
  2: (c) => {
    const wide = c.docx.sections.filter((s) => s.orientation === "landscape" || s.width > s.height);
    return every(
      wide,
      (s) =>
        s.orientation === "landscape" &&
        s.width > s.height &&
        tablesOf(s.blocks).some((t) => t.rows.some((r) => r.header)),
      () => "trang ngang không có bảng",
    );
  },
  3: (c) =>
    within(
      c.docx.sections.map((s) => mm(s.margins.top)),
      20,
      25.05,
      "mm",
    ),
  4: (c) =>
    within(
      c.docx.sections.map((s) => mm(s.margins.bottom)),
      20,
      25.05,
      "mm",
    ),
  5: (c) =>
    both(
      within(
        c.docx.sections.filter((s) => s.orientation === "portrait").map((s) => mm(s.margins.left)),
        30,
        35.05,
        "mm",
      ),
      within(
        c.docx.sections.map((s) => s.margins.gutter),
        0,
        0,
        "pt",
      ),
    ),
  6: (c) =>
    within(
      c.docx.sections.filter((s) => s.orientation === "portrait").map((s) => mm(s.margins.right)),
      14.98,
      20.05,
      "mm",
    ),
  7: (c) => {
    const inside = c.docx.sections.flatMap((s) =>
      s.blocks.flatMap((b) =>
        b.kind === "table" ? [{ table: b, room: s.width - s.margins.left - s.margins.right }] : [],
      ),
    );
    return every(
      inside,
      ({ table, room }) => table.indent >= 0 && table.indent + table.grid.reduce((a, b) => a + b, 0) <= room + 0.1,
      ({ table, room }) => `${table.indent} + ${table.grid.reduce((a, b) => a + b, 0)} > ${room}`,
    );
  },
  8: (c) =>
    every(
      all(c).flatMap((p) => p.runs),
      (run) => Object.values(run.fonts).every((font) => font === "Times New Roman"),
      (run) => Object.values(run.fonts).join(", "),
    ),
  9: (c) => {
    const stamps = new Set(documents(c).flatMap((d) => d.urgency ?? []) as string[]);
    return every(
      all(c)
        .filter((p) => !stamps.has(words(p.text)))
        .flatMap((p) => p.runs),
      (run) => run.color === "auto" || run.color === "#000000",
      (run) => `${run.text} ${run.color}`,
    );
  },
  10: (c) => every(all(c), (p) => p.text === p.text.normalize("NFC"), show),
  11: (c) =>
    both(
      every(
        pageFurniture(c),
        (f) => f.header.length + f.footer.length > 0,
        () => "không có số trang",
      ),
      every(
        c.docx.sections,
        (s) => s.numberStart === 1 && s.numberFormat === "decimal",
        (s) => `${s.numberFormat} ${s.numberStart}`,
      ),
    ),
  12: (c) => {
    const runs = pageFurniture(c)
      .flatMap((f) => [...f.header, ...f.footer])
      .flatMap((p) => p.runs.filter((run) => run.field?.includes("PAGE")));
    return both(
      within(
        runs.map((run) => run.size),
        13,
        14,
        "pt",
      ),
      every(
        runs,
        (run) => !run.bold && !run.italic,
        (run) => run.text,
      ),
    );
  },
  13: (c) =>
    both(
      every(
        pageFurniture(c),
        (f) => f.header.length === 1 && f.header[0]!.align === "center" && f.footer.length === 0,
        () => "không ở giữa phía trên",
      ),
      every(
        c.docx.sections,
        (s) => s.margins.header < s.margins.top,
        (s) => `${s.margins.header}`,
      ),
    ),
  14: (c) =>
    every(
      pageFurniture(c),
      (f) => f.footer.length === 1 && f.footer[0]!.align === "right" && f.header.length === 0,
      () => "không ở bên phải phía dưới",
    ),
  15: (c) =>
    both(
      every(
        c.docx.sections,
        (s) => s.titlePage,
        () => "không có titlePg",
      ),
      every(
        pageFurniture(c),
        (f) => f.first.length === 0,
        () => "trang đầu có số",
      ),
    ),
  16: (c) =>
    annexes(c).length === 0
      ? null
      : every(
          c.docx.sections,
          (s) => s.titlePage && s.numberStart === 1,
          () => "không đánh số lại",
        ) &&
        both(
          { ok: c.docx.sections.length > annexes(c).length, value: `${c.docx.sections.length} phân đoạn` },
          every(
            c.docx.sections,
            (s) => s.titlePage && s.numberStart === 1,
            () => "không đánh số lại",
          ),
        ),
  17: (c) => ({ ok: named(c, nationalName).length > 0, value: `${named(c, nationalName).length} lần` }),
  18: (c) =>
    both(
      sizes(named(c, nationalName), 12, 13),
      every(named(c, nationalName), (p) => isBold(p) && !isItalic(p), show),
    ),
  19: (c) => ({
    ok: named(c, motto).length === letterheads(c).length && letterheads(c).length > 0,
    value: `${named(c, motto).length} lần`,
  }),
  20: (c) =>
    both(
      sizes(named(c, motto), 13, 14),
      every(named(c, motto), (p) => isBold(p) && !isItalic(p), show),
      aligned(named(c, motto), "center"),
    ),
  21: (c) =>
    within(
      letterheads(c).flatMap((h) => {
        const a = h.right.find((p) => words(p.text) === nationalName);
        const b = h.right.find((p) => words(p.text) === motto);
        return a && b ? [b.runs[0]!.size - a.runs[0]!.size] : [];
      }),
      1,
      1,
      "pt",
    ),
  22: (c) => {
    const two = [...named(c, nationalName), ...named(c, motto)];
    return both(
      within(two.map(gapOf), 0, 0, "pt"),
      every(
        two,
        (p) => p.lineRule === "auto" && Math.abs(p.line - 1) < 0.01,
        (p) => `${p.lineRule} ${p.line}`,
      ),
    );
  },
  23: (c) =>
    every(
      letterheads(c),
      (h) => {
        const size = h.right.find((p) => words(p.text) === nationalName)?.runs[0]?.size ?? 13;
        return h.rightWidth - h.table.margins.left - h.table.margins.right >= (size < 12.5 ? 5010 : 5430) / 20 - 0.5;
      },
      (h) => `${h.rightWidth} pt`,
    ),
  24: (c) =>
    every(
      letterheads(c),
      (h) => {
        const rule = ruleAfter(h.right);
        const line = h.right.find((p) => words(p.text) === motto);
        return (
          rule !== undefined &&
          line !== undefined &&
          Math.abs(mm(ruleWidth(rule, h.rightWidth)) - mottoWidth[line.runs[0]!.size]!) <= 1.5 &&
          Math.abs(rule.left - rule.right) < pt(1)
        );
      },
      (h) => {
        const rule = ruleAfter(h.right);
        return rule ? `${mm(ruleWidth(rule, h.rightWidth)).toFixed(1)} mm` : "không có gạch";
      },
    ),
  25: (c) =>
    every(
      letterheads(c).map((h) => ruleAfter(h.right)),
      (rule) =>
        rule !== undefined &&
        rule.borders.top!.style === "single" &&
        rule.borders.top!.width >= 0.5 &&
        rule.borders.top!.width <= 1,
      (rule) => String(rule?.borders.top?.width),
    ),
  26: (c) =>
    documents(c)[0]!.issuers.every((i) => i.parent === null)
      ? null
      : (() => {
          const lines = (agencies(c)[0] ?? []).filter((p) => !isBold(p));
          return (
            both(
              sizes(lines, 12, 13),
              every(lines, (p) => isRegular(p) && isUpper(p.text), show),
            ) ?? { ok: false, value: "không thấy cơ quan chủ quản" }
          );
        })(),
  27: (c) => {
    const lines = agencies(c).flatMap((a) => a.filter(isBold));
    return lines.length === 0
      ? { ok: false, value: "không thấy cơ quan" }
      : both(
          sizes(lines, 12, 13),
          aligned(lines, "center"),
          every(lines, (p) => isUpper(p.text), show),
        );
  },
  28: (c) =>
    every(
      letterheads(c),
      (h) => {
        const rule = ruleAfter(h.left);
        if (!rule) return false;
        const longest = Math.max(
          ...h.left
            .filter(isBold)
            .flatMap(lines)
            .map((line) => c.measure(line, 13, true)),
        );
        const ratio = ruleWidth(rule, h.leftWidth) / longest;
        return ratio >= 0.33 && ratio <= 0.5 && Math.abs(rule.left - rule.right) < pt(1);
      },
      (h) => {
        const rule = ruleAfter(h.left);
        return rule ? mm(ruleWidth(rule, h.leftWidth)).toFixed(1) : "không có gạch";
      },
    ),
  29: (c) =>
    every(
      letterheads(c),
      (h) =>
        h.table.rows[0]!.cells.every((cell) => cell.verticalAlign === "top") &&
        h.left[0]?.before === h.right[0]?.before,
      () => "lệch hàng",
    ),
  30: (c) => {
    const numbers = present(letterheads(c).map((h) => h.number));
    return both(sizes(numbers, 13, 13), every(numbers, isRegular, show));
  },
  31: (c) =>
    every(
      present(letterheads(c).map((h) => h.number)),
      (p) => /^Số: ?(\d+| *)\/[A-ZĐa-z]+(-[A-ZĐƯÔƠÂĂÊa-z&.]+)*$/.test(words(p.text)),
      show,
    ),
  32: (c) =>
    every(
      present(letterheads(c).map((h) => h.number)).filter((p) => /\d/.test(p.text)),
      (p) => /^Số:[\s\u00a0](0[1-9]|[1-9]\d+)\//.test(p.text),
      show,
    ),
  33: (c) =>
    every(
      present(letterheads(c).map((h) => h.number)).filter((p) => !/\d/.test(p.text)),
      (p) => (/:([\s\u00a0]*)\//.exec(p.text)?.[1]?.length ?? 0) >= 5,
      show,
    ),
  34: (c) => aligned(present(letterheads(c).map((h) => h.number)), "center"),
  35: (c) => {
    const dates = present(letterheads(c).map((h) => h.placeDate));
    return both(
      sizes(dates, 13, 14),
      every(dates, (p) => isItalic(p) && !isBold(p), show),
    );
  },
  36: (c) =>
    every(
      letterheads(c).filter((h) => h.number),
      (h) => h.placeDate !== undefined && h.number!.before === h.placeDate.before,
      () => "không cùng hàng",
    ),
  37: (c) => every(present(letterheads(c).map((h) => h.placeDate)), (p) => datePattern.test(words(p.text)), show),
  38: (c) =>
    every(
      present(letterheads(c).map((h) => h.placeDate)),
      (p) => !/ngày \d tháng|tháng [12] năm|tháng 0[3-9]/.test(words(p.text)),
      show,
    ),
  39: (c) =>
    within(
      letterheads(c)
        .filter((h) => h.placeDate)
        .map((h) => h.rightWidth - c.measure(h.placeDate!.text, h.placeDate!.runs[0]!.size, false, true)),
      0,
      1000,
      "pt dư",
    ),
  40: (c) => {
    const types = present(titleBlocks(c).map((t) => t.type));
    return both(
      sizes(types, 13, 14),
      aligned(types, "center"),
      every(types, (p) => isBold(p) && isUpper(p.text) && p.firstLine === 0 && p.left === 0, show),
      { ok: types.length === documents(c).length, value: `${types.length} tên loại` },
    );
  },
  41: (c) =>
    sizes(
      titleBlocks(c).flatMap((t) => present([t.type, t.title])),
      14,
      14,
    ),
  42: (c) => {
    const titles = present(titleBlocks(c).map((t) => t.title));
    return both(
      sizes(titles, 13, 14),
      aligned(titles, "center"),
      every(titles, (p) => isBold(p) && !isUpper(p.text), show),
      { ok: titles.length === documents(c).length, value: `${titles.length} trích yếu` },
    );
  },
  43: (c) =>
    every(
      titleBlocks(c),
      ({ title, document }) => {
        if (!title) return false;
        const section = c.docx.sections.find((s) => s.blocks.includes(title));
        if (!section) return false;
        const at = section.blocks.indexOf(title);
        const rule = section.blocks.slice(at + 1, at + 4).find((b) => b.kind === "paragraph" && isRule(b)) as
          | DocxParagraph
          | undefined;
        if (!rule) return false;
        if (document.attachedTo !== null) return true;
        const room = section.width - section.margins.left - section.margins.right;
        const longest = Math.max(...lines(title).map((line) => c.measure(line, 14, true)));
        const ratio = ruleWidth(rule, room) / Math.min(longest, room);
        return ratio >= 0.33 && ratio <= 0.5;
      },
      ({ document }) => document.typeName,
    ),
  44: (c) =>
    every(
      titleBlocks(c).flatMap((t) => present([t.type, t.title])),
      (p) => p.keepNext,
      show,
    ),
  45: (c) => both(sizes(bases(c), 13, 14), every(bases(c), isItalic, show)),
  46: (c) => every(bases(c), (p) => /[;.:]$/.test(p.text), show),
  47: (c) =>
    both(
      every(bases(c), (p) => !isItalic(p), show),
      every(bases(c), (p) => /[;,:.]$/.test(p.text), show),
    ),
  48: (c) =>
    both(
      sizes(bodyText(c), 13, 14),
      { ok: bodyText(c).length > 0, value: `${bodyText(c).length} đoạn căn đều` },
      aligned(
        found(
          c,
          documents(c).flatMap((d) => d.content.flatMap((x) => (x.kind === "paragraph" ? [x.text.text] : []))),
        ),
        "both",
      ),
    ),
  49: (c) => {
    const counts = new Map<number, number>();
    for (const s of sizesOf(bodyText(c))) counts.set(s, (counts.get(s) ?? 0) + 1);
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    const most = Math.max(0, ...counts.values());
    return total === 0 ? null : { ok: most / total >= 0.99, value: `${((100 * most) / total).toFixed(1)} %` };
  },
  50: (c) =>
    every(
      bodyText(c),
      (p) => p.left === 0 && (Math.abs(p.firstLine - 28.35) <= 0.3 || Math.abs(p.firstLine - 36) <= 0.3),
      (p) => `${p.left}/${p.firstLine} pt`,
    ),
  51: (c) =>
    within(
      bodyText(c).map((p) => p.firstLine),
      28.05,
      36.3,
      "pt",
    ),
  52: (c) => within(bodyText(c).map(gapOf), 6, 40, "pt"),
  53: (c) =>
    within(
      bodyText(c).map((p) => multiple(p, p.runs[0]?.size ?? 14)),
      0.999,
      1.5,
      "dòng",
    ),
  54: (c) =>
    within(
      bodyText(c).map((p) => (p.lineRule === "auto" ? p.line * (p.runs[0]?.size ?? 14) * 1.1499 : p.line)),
      15,
      24.2,
      "pt",
    ),
  55: (c) => {
    const list = divisions(c, (d) => d.mark.kind === "roman" && d.role !== "text");
    return both(
      every(list, (p) => /^(X{0,3})(IX|IV|V?I{0,3})\. /.test(p.text), show),
      every(list, (p) => isBold(p) && isUpper(p.text), show),
    );
  },
  56: (c) =>
    every(
      divisions(c, (d) => d.mark.kind === "arabic" && d.role === "heading"),
      (p) => visible(p)[0]!.bold && (isBold(p) || /\(|\*/.test(p.text)),
      show,
    ),
  57: (c) =>
    every(
      divisions(
        c,
        (d) =>
          d.mark.kind === "arabic" && d.role === "text" && d.text.pieces.every((p) => p.kind !== "text" || !p.bold),
      ),
      (p) => visible(p).every((run) => !run.bold),
      show,
    ),
  58: (c) => {
    const labels = divisions(c, (d) => d.mark.kind === "letter").map((p) => p.text.slice(0, 1));
    const alphabet = "abcdđeghiklmnopqrstuvxy";
    return labels.length === 0
      ? null
      : every(
          labels.map((l, i) => [labels[i - 1] ?? "", l] as const),
          ([a, b]) => b === "a" || alphabet.indexOf(b) === alphabet.indexOf(a) + 1,
          ([a, b]) => `${a}) rồi ${b})`,
        );
  },
  59: (c) =>
    every(
      divisions(c, (d) => d.mark.kind === "letter" && d.text.pieces.every((p) => p.kind !== "text" || !p.bold)),
      (p) => /^[a-zđ][).] /.test(p.text) && !p.runs[0]!.bold && !p.runs[0]!.italic,
      show,
    ),
  60: (c) => {
    const labels = withText(c, (text) => /^(Phần|Chương) [IVXLC]+$|^(Mục|Tiểu mục) \d+$/.test(text));
    return labels.length === 0
      ? null
      : both(
          aligned(labels, "center"),
          every(labels, (p) => isBold(p) && p.keepNext, show),
          every(
            labels.map((p) => all(c)[all(c).indexOf(p) + 1]!),
            (p) => isBold(p) && isUpper(p.text) && p.align === "center",
            show,
          ),
        );
  },
  61: (c) => {
    const list = divisions(c, (d) => d.mark.kind === "article");
    return both(
      every(list, (p) => /^Điều \d+\. /.test(p.text) && p.runs[0]!.bold, show),
      within(
        list.map((p) => p.firstLine),
        28.05,
        36.3,
        "pt",
      ),
    );
  },
  62: (c) => {
    const wanted = documents(c).reduce(
      (n, d) =>
        n + d.divisions.filter((x) => !["chapter", "section", "subsection", "named-part"].includes(x.mark.kind)).length,
      0,
    );
    const got = divisions(c, (x) => !["chapter", "section", "subsection", "named-part"].includes(x.mark.kind)).length;
    return wanted === 0 ? null : { ok: got === wanted, value: `${got}/${wanted} nhãn` };
  },
  63: (c) =>
    every(
      divisions(c, (d) => d.role === "heading" && d.children.length > 0),
      (p) => p.keepNext && p.keepLines,
      show,
    ),
  64: (c) => ({
    ok: all(c).some((p) => /\.\/\.$/.test(p.text)),
    value: `${all(c).filter((p) => /\.\/\.$/.test(p.text)).length} lần`,
  }),
  65: (c) => {
    const titles = withText(c, (text) => text === "Nơi nhận:");
    return both(
      sizes(titles, 12, 12),
      every(titles, (p) => isBold(p) && isItalic(p) && p.left === 0 && p.firstLine === 0, show),
      aligned(titles, "left"),
    );
  },
  66: (c) =>
    every(
      signatureTables(c).filter((s) => s.single && paragraphsOf([s.table]).some((p) => words(p.text) === "Nơi nhận:")),
      (s) =>
        s.table.rows[0]!.cells.every((cell) => cell.verticalAlign === "top") &&
        s.table.rows[0]!.cells.some((cell) => cell.text.includes("Nơi nhận:")) &&
        s.table.rows[0]!.cells.some((cell) => cell.text.includes(words(s.authority[0]?.text ?? "?"))),
      () => "không cùng hàng",
    ),
  67: (c) => {
    const list = found(
      c,
      documents(c).flatMap((d) => d.recipients.map((r) => `- ${r.text.text}`)),
    );
    return both(sizes(list, 11, 11), every(list, isRegular, show), {
      ok: list.length >= documents(c).reduce((n, d) => n + d.recipients.length, 0),
      value: `${list.length} nơi nhận`,
    });
  },
  68: (c) =>
    every(
      withText(c, (text) => /^- Lưu/.test(text)),
      (p) => /^- Lưu: ?VT.*\.$/.test(words(p.text)),
      show,
    ),
  69: (c) => {
    const list = signatureTables(c).flatMap((s) => s.authority);
    return both(
      sizes(list, 13, 14),
      aligned(list, "center"),
      every(list, (p) => isBold(p) && isUpper(p.text), show),
    );
  },
  70: (c) =>
    every(
      all(c).filter((p) => /^(TM|KT|TL|TUQ|Q)\b/.test(p.text) && isUpper(p.text) && isBold(p)),
      (p) => /^(TM|KT|TL|TUQ|Q)\. \S/.test(p.text),
      show,
    ),
  71: (c) =>
    every(
      signatureTables(c),
      (s) => {
        const order = paragraphsOf([s.table]);
        return s.authority.every((p, i) => i === 0 || order.indexOf(p) > order.indexOf(s.authority[i - 1]!));
      },
      (s) => s.authority.map(show).join(" / "),
    ),
  72: (c) => {
    const list = present(signatureTables(c).map((s) => s.name));
    return both(
      sizes(list, 13, 14),
      aligned(list, "center"),
      every(list, (p) => isBold(p) && !isUpper(p.text), show),
    );
  },
  73: (c) =>
    within(
      signatureTables(c)
        .filter((s) => s.name)
        .map((s) => {
          const order = paragraphsOf([s.table]);
          const last = s.authority[s.authority.length - 1]!;
          const between = order
            .slice(order.indexOf(last) + 1, order.indexOf(s.name!))
            .filter((p) => squeeze(p.text) === "");
          return mm(
            last.after +
              s.name!.before +
              between.reduce(
                (n, p) => n + p.before + p.after + (p.lineRule === "auto" ? p.line * 14 * 1.15 : p.line),
                0,
              ) +
              rowSpace(s.table, last, s.name!),
          );
        }),
      30,
      80,
      "mm",
    ),
  74: (c) => ({
    ok: !/<w:drawing|<w:pict|wp:anchor/.test(c.docx.parts.get("word/document.xml") ?? ""),
    value: "không có hình nổi",
  }),
  75: (c) =>
    every(present(signatureTables(c).map((s) => s.name)), (p) => !/^(GS|PGS|TS|ThS|BS|CN)\.?\s/.test(p.text), show),
  76: (c) => {
    const tables = signatureTables(c).map((s) => s.table);
    return both(
      every(
        tables,
        (t) =>
          t.rows.every((r) => r.cantSplit) &&
          t.rows
            .slice(0, -1)
            .every((r) => r.cells.every((cell) => paragraphsOf(cell.content).every((p) => p.keepNext))),
        () => "bảng ký bị tách",
      ),
      every(
        c.docx.sections.flatMap((s) =>
          tables
            .filter((t) => s.blocks.includes(t))
            .map((t) =>
              s.blocks
                .slice(0, s.blocks.indexOf(t))
                .filter((b): b is DocxParagraph => b.kind === "paragraph" && squeeze(b.text) !== "")
                .at(-1),
            ),
        ),
        (p) => p === undefined || (p.keepNext && p.widowControl),
        (p) => (p ? show(p) : ""),
      ),
    );
  },
  77: (c) =>
    annexes(c).length === 0
      ? null
      : both(
          sizes(annexLabels(c), 14, 14),
          every(annexLabels(c), (p) => isBold(p) && !isUpper(p.text), show),
          { ok: annexLabels(c).length === annexes(c).length, value: `${annexLabels(c).length} nhãn` },
        ),
  78: (c) =>
    every(
      annexLabels(c),
      (p) => (annexes(c).length === 1 ? /^Phụ lục$/i : /^Phụ lục [IVXLC]+$/i).test(words(p.text)),
      show,
    ),
  79: (c) =>
    annexes(c).length === 0
      ? null
      : (both(
          sizes(annexTitles(c), 13, 14),
          aligned(annexTitles(c), "center"),
          every(annexTitles(c), (p) => isBold(p) && isUpper(p.text), show),
        ) ?? { ok: false, value: "không thấy tên phụ lục" }),
  80: (c) => {
    const needed = annexes(c).length + documents(c).filter((d) => d.attachedTo !== null).length;
    return needed === 0
      ? null
      : both(
          sizes(attachedLines(c), 13, 14),
          every(attachedLines(c), (p) => isItalic(p), show),
          { ok: attachedLines(c).length >= needed, value: `${attachedLines(c).length} dòng` },
        );
  },
  81: (c) => {
    const list = c.docx.sections
      .filter((s) => paragraphsOf(s.blocks).some((p) => annexLabels(c).includes(p)))
      .flatMap((s) => paragraphsOf(s.blocks).filter((p) => attachedLines(c).includes(p)));
    return documents(c).some((d) => d.copy === "paper")
      ? null
      : every(list, (p) => /số[\s\u00a0]*\//.test(p.text) || !/số/.test(p.text), show);
  },
  82: (c) =>
    annexes(c).length === 0
      ? null
      : { ok: all(c).some((p) => /[Pp]hụ lục/.test(p.text) && !annexLabels(c).includes(p)), value: "có dẫn chiếu" },
  83: (c) => {
    const attached = documents(c).filter((d) => d.attachedTo !== null).length;
    if (attached === 0) return null;
    const heads = letterheads(c).filter(
      (h) => h.section > 0 && !paragraphsOf(c.docx.sections[h.section]!.blocks).some((p) => annexLabels(c).includes(p)),
    );
    return {
      ok:
        heads.length >= attached &&
        heads.every((h) => h.number === undefined && h.placeDate === undefined) &&
        c.docx.sections[0]!.type !== "continuous",
      value: `phân đoạn ${heads.map((h) => h.section + 1).join(", ")}`,
    };
  },
  84: (c) => {
    const attached = documents(c).filter((d) => d.attachedTo !== null);
    return every(
      attached,
      (d) => {
        const decision = documents(c)[d.attachedTo!]!;
        const number = decision.number?.number
          ? `${String(decision.number.number).padStart(2, "0")}/${decision.number.symbol}`
          : `/${decision.number?.symbol}`;
        return attachedLines(c).some((p) => squeeze(p.text).includes(number));
      },
      (d) => d.title.text,
    );
  },
  85: (c) => {
    const wanted = documents(c).some((d) =>
      [...d.content, ...d.annexes.flatMap((a) => a.content)].some((x) => x.kind === "task-table"),
    );
    if (dataTables(c).length === 0) return wanted ? { ok: false, value: "hàng đầu không lặp" } : null;
    return both(
      every(
        dataTables(c),
        (t) => t.rows[0]!.header,
        () => "hàng đầu không lặp",
      ),
      every(
        dataTables(c).flatMap((t) => t.rows.filter((r) => r.header)),
        (r) => r.cantSplit,
        () => "hàng đầu bị tách",
      ),
    );
  },
  86: (c) => {
    const wanted = documents(c).flatMap((d) => (d.circulation ? [d.circulation.toUpperCase()] : []));
    return wanted.length === 0
      ? null
      : every(
          wanted,
          (text) =>
            frames(c, text).some(
              (f) => isBold(f.paragraph) && f.paragraph.runs[0]!.size >= 13 && f.paragraph.runs[0]!.size <= 14,
            ),
          (text) => `không có khung ${text}`,
        );
  },
  87: (c) => {
    const wanted = documents(c).flatMap((d) => (d.urgency ? [d.urgency as string] : []));
    return wanted.length === 0
      ? null
      : every(
          wanted,
          (text) =>
            frames(c, text).some(
              (f) =>
                Math.abs(mm(f.width) - urgencyWidth[text]!) <= 0.5 &&
                Math.abs(mm(f.height) - 8) <= 0.5 &&
                isBold(f.paragraph) &&
                /^#(FF|F0|E0)0000$/i.test(f.paragraph.runs[0]!.color),
            ),
          (text) =>
            frames(c, text)
              .map((f) => `${mm(f.width).toFixed(1)} × ${mm(f.height).toFixed(1)} mm`)
              .join() || "không có khung",
        );
  },
  88: (c) => {
    const info = documents(c).flatMap((d) => d.signingInfo ?? []);
    if (info.length === 0) return null;
    const heads = c.docx.sections
      .flatMap((s) => paragraphsOf(s.headers.first))
      .filter((p) => squeeze(p.text) !== "" && info.some((i) => squeeze(i).includes(squeeze(p.text))));
    return (
      both(sizes(heads, 10, 10), aligned(heads, "right"), every(heads, isRegular, show)) ?? {
        ok: false,
        value: "không thấy",
      }
    );
  },
  89: (c) => {
    const address = documents(c).flatMap((d) => d.address);
    if (address.length === 0) return null;
    const foot = c.docx.sections
      .slice(0, 1)
      .flatMap((s) => paragraphsOf(s.footers.first))
      .filter((p) => squeeze(p.text) !== "");
    const ruled = c.docx.sections
      .slice(0, 1)
      .flatMap((s) => paragraphsOf(s.footers.first))
      .some((p) => p.borders.top !== undefined && p.left === 0 && p.right === 0);
    return both(
      sizes(foot, 11, 12),
      { ok: ruled, value: ruled ? "gạch hết bề rộng" : "không có gạch" },
      { ok: foot.length === address.length, value: `${foot.length} dòng` },
    );
  },
  93: (c) =>
    every(
      letterheads(c)
        .flatMap((h) => [...h.left, ...h.right])
        .concat(titleBlocks(c).flatMap((t) => present([t.type, t.title]))),
      (p) => p.runs.every((run) => !run.underline),
      show,
    ),
  94: (c) =>
    every(
      all(c).flatMap((p) => p.runs),
      (run) => run.language === "vi-VN",
      (run) => run.language,
    ),
};

/** Room between two paragraphs that stand in different rows of a signature table: heights of the rows between. */
function rowSpace(table: DocxTable, from: DocxParagraph, to: DocxParagraph): number {
  const rowOf = (p: DocxParagraph): number =>
    table.rows.findIndex((row) => row.cells.some((cell) => paragraphsOf(cell.content).includes(p)));
  const [a, b] = [rowOf(from), rowOf(to)];
  return table.rows.slice(a + 1, Math.max(a + 1, b)).reduce((n, row) => n + (row.height?.value ?? 0), 0);
}
