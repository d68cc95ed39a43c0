/**
 * The two columns at the top: who issues, left; Quốc hiệu and Tiêu ngữ, right; below them the number and, on the same
 * line, place and date (Nghị định 30/2020, Phụ lục I, phần I, mục II.1–II.4 and the scheme of mục IV).
 *
 * The right column is as wide as its widest line needs, because Quốc hiệu and the date stay on one line; the left one
 * takes what remains, and long names of agencies are broken there.
 */
import type { Issuer, PlanDocument } from "../plan/plan.ts";
import { balance, runsWidth } from "./breaking.ts";
import type { ColumnsBlock, FrameBlock, PageSetup, ParagraphBlock, Run, SimpleBlock } from "./document.ts";
import {
  blank,
  fill,
  fixedRuns,
  type Layout,
  paragraph,
  roundPt,
  rule,
  textRun,
  textWidthOf,
  withHeldHyphens,
} from "./layout.ts";
import { widthOf } from "./measure.ts";
import { dateWords, numberWords } from "./reference.ts";
import type { Pt, StyleName } from "./style.ts";

const collective = /^((?:chủ tịch )?(?:ủy|uỷ) ban nhân dân|(?:thường trực )?hội đồng nhân dân) (.+)$/i;

/** Runs of an agency's name in capitals, broken for a column of that width, and the width of the longest line. */
function nameRuns(layout: Layout, style: StyleName, name: string, width: Pt): { runs: readonly Run[]; longest: Pt } {
  const look = layout.style.paragraph[style];
  const set = (text: string): { runs: readonly Run[]; longest: Pt } =>
    balance(layout.fonts, [textRun(text.toUpperCase(), look)], look.size, width, { names: text });
  // A people's committee or council: its kind on one line, the unit on the next (TT-CQ-05).
  const held = withHeldHyphens(name);
  const parts = style === "issuer" ? collective.exec(held) : null;
  if (parts === null) return set(held);
  const head = set(parts[1]!);
  const unit = set(parts[2]!);
  return {
    runs: [...head.runs, { kind: "break" }, ...unit.runs],
    longest: Math.max(head.longest, unit.longest),
  };
}

interface Column {
  readonly blocks: readonly SimpleBlock[];
}

/** Left, first row: superior body, issuing body, short line. */
function issuerColumn(layout: Layout, document: PlanDocument, width: Pt, wish: string): Column {
  const blocks: SimpleBlock[] = [];
  const parents = [...new Set(document.issuers.map((issuer) => issuer.parent).filter((name) => name !== null))];
  parents.forEach((parent, i) => {
    const { runs } = nameRuns(layout, "parent-agency", parent, width);
    const joined = i < parents.length - 1 ? withHyphen(runs) : runs;
    blocks.push(paragraph(layout.id(`${wish}_parent`), "parent-agency", joined));
  });
  // Liên tịch: the bodies joined by a hyphen, on one line where they fit, else one under the other.
  const style = layout.style.paragraph.issuer;
  const together = document.issuers.map((issuer) => nameOf(issuer).toUpperCase()).join(" - ");
  let longest = 0;
  if (document.issuers.length > 1 && widthOf(layout.fonts, together, style.size, style) <= width) {
    const runs = [textRun(together, style)];
    longest = runsWidth(layout.fonts, runs, style.size);
    blocks.push(paragraph(layout.id(`${wish}_issuer`), "issuer", runs, { span: document.issuers[0]!.span }));
  } else {
    document.issuers.forEach((issuer, i) => {
      const last = i === document.issuers.length - 1;
      const set = nameRuns(layout, "issuer", last ? nameOf(issuer) : `${nameOf(issuer)}${joint}`, width);
      longest = Math.max(longest, set.longest);
      blocks.push(paragraph(layout.id(`${wish}_issuer`), "issuer", set.runs, { span: issuer.span }));
    });
  }
  if (longest > 0) blocks.push(rule(layout, `${wish}_issuer_rule`, longest * layout.form.layout.issuerRule, 0));
  return { blocks };
}

/** The name as it stands under its superior: “Sở Nội vụ” under “UBND TỈNH HÀ TĨNH”. */
const nameOf = (issuer: Issuer): string => issuer.letterhead ?? issuer.full;

const withHyphen = (runs: readonly Run[]): Run[] =>
  runs.map((run, i) => (i === runs.length - 1 && run.kind === "text" ? { ...run, text: `${run.text}${joint}` } : run));

/** The hyphen between two bodies, at the end of a line. */
const joint = "\u00a0-";

/** Right, first row: Quốc hiệu, Tiêu ngữ and a line as long as the motto. */
function nationColumn(layout: Layout, wish: string): Column {
  const motto = layout.style.paragraph.motto;
  const mottoWidth = widthOf(layout.fonts, layout.form.words.motto, motto.size, motto);
  return {
    blocks: [
      paragraph(
        layout.id(`${wish}_nation`),
        "national-name",
        fixedRuns(layout, "national-name", layout.form.words.nationalName),
      ),
      paragraph(layout.id(`${wish}_motto`), "motto", fixedRuns(layout, "motto", layout.form.words.motto)),
      rule(layout, `${wish}_motto_rule`, mottoWidth, 0),
    ],
  };
}

/** `An Bình, ngày 05 tháng 01 năm 2026`, at the largest of the allowed sizes that keeps it within `width`. */
function placeDate(
  layout: Layout,
  document: PlanDocument,
  width: Pt,
  id: string,
): { block: ParagraphBlock; width: Pt } {
  const style = layout.style.paragraph["place-date"];
  const words = (size: Pt): string =>
    fill(layout.form.words.placeDate, {
      place: document.place ?? blank(layout, layout.form.layout.numberBlank, size, style),
      date: dateWords(layout, document.date, { ...style, size }),
    });
  const measured = (size: Pt): Pt => runsWidth(layout.fonts, [textRun(words(size), style)], size);
  const size = measured(style.size) <= width ? style.size : Math.min(style.size, layout.form.layout.smallestPlaceDate);
  const run = textRun(words(size), style, size === style.size ? undefined : size);
  return {
    block: paragraph(id, "place-date", [run], document.date === null ? {} : { span: document.date.span }),
    width: measured(size),
  };
}

function urgencyFrame(layout: Layout, document: PlanDocument, wish: string): FrameBlock[] {
  if (document.urgency === null) return [];
  const width = layout.form.urgency.widths[document.urgency] ?? 0;
  return [
    {
      kind: "frame",
      id: layout.id(`${wish}_urgency`),
      style: "urgency",
      runs: fixedRuns(layout, "urgency", document.urgency),
      width,
      height: layout.form.layout.stampHeight,
      thickness: layout.style.rule.thickness,
      color: layout.form.urgency.color,
      align: "left",
      before: layout.form.layout.stampGap,
    },
  ];
}

/**
 * The letterhead of a document, or with `bare` that of an attached plan or an annex: without number, place and date
 * (mẫu 1.3 of Phụ lục III).
 */
export function letterhead(
  layout: Layout,
  document: PlanDocument,
  page: PageSetup,
  wish: string,
  bare: boolean,
): ColumnsBlock {
  const total = textWidthOf(page);
  const slack = 2 * layout.form.layout.columnSlack;
  const id = layout.id(wish);
  const nation = nationColumn(layout, wish);
  const lineWidth = (style: StyleName, text: string): Pt =>
    widthOf(layout.fonts, text, layout.style.paragraph[style].size, layout.style.paragraph[style]);
  const narrow = Math.max(
    lineWidth("national-name", layout.form.words.nationalName),
    lineWidth("motto", layout.form.words.motto),
  );
  const date = bare ? null : placeDate(layout, document, narrow, layout.id(`${wish}_place_date`));
  // On a wide page the columns grow in the same proportion, so that each half stays over its side of the text.
  const half = page.orientation === "landscape" ? total / 2 : 0;
  const right = roundPt(Math.max(Math.max(narrow, date?.width ?? 0) + slack, half));
  const left = roundPt(total - right);
  const room = left - layout.form.layout.columnGap;
  const issuer = issuerColumn(layout, document, room, wish);
  const rows: ColumnsBlock["rows"][number][] = [{ cells: [issuer.blocks, nation.blocks] }];
  if (date !== null) {
    const style = layout.style.paragraph.number;
    const number = paragraph(
      layout.id(`${wish}_number`),
      "number",
      [textRun(numberWords(layout, document, style), style)],
      document.number === null ? {} : { span: document.number.span },
    );
    rows.push({ cells: [[number, ...urgencyFrame(layout, document, wish)], [date.block]] });
  }
  return { kind: "columns", id, role: "letterhead", widths: [left, right], rows, keepTogether: true, before: 0 };
}
