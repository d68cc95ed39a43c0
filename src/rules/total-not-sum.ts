import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { figure, numberOf, scaleOf, written } from "./figures.ts";
import { type WordCell, type WordTable, wordTables } from "./rows.ts";
import { defineRule } from "./rule.ts";

const table = (total: string): string =>
  `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | KINH PHÍ (triệu đồng)\n\nnhiệm vụ: In tờ gấp\n  kinh phí: 10\n\nnhiệm vụ: Mở lớp tập huấn\n  kinh phí: 15\n\ntổng: Tổng cộng\n  kinh phí: ${total}`;

/** VB408. The total of a column is the sum of its rows. */
export default defineRule({
  code: "VB408",
  name: "total-not-sum",
  severity: "warning",
  message: text`Cột “${"column"}” cộng lại là ${"expected"}, hàng tổng ghi ${"found"}.`,
  why: "Số tổng khác số chi tiết thì không biết duyệt và cấp theo số nào.",
  hint: "Cộng lại rồi sửa số tổng hoặc số của từng dòng.",
  examples: { bad: example({ body: table("35") }), good: example({ body: table("25") }) },
  check({ document, report }) {
    for (const words of wordTables(document)) {
      const totals = words.rows.filter(({ kind }) => kind === "total");
      const last = words.rows.at(-1);
      // Several totals are of parts; a total above its rows may be of some of them.
      if (totals.length !== 1 || last?.kind !== "total" || isNested(words)) continue;
      words.headings.forEach((heading, column) => {
        if (notAdded.test(heading)) return;
        const found = amountOf(last.cells[column] ?? null);
        if (found === null || found === "words") return;
        const sum = sumOf(words, column, found.hasUnit);
        if (sum === null || Math.abs(sum - found.value) <= 1e-6 * Math.abs(sum)) return;
        report(last.cells[column]!.span, {
          column: heading || String(column + 1),
          expected: written(sum / found.scale),
          found: last.cells[column]!.text,
        });
      });
    }
  },
});

/** Columns whose cells are no amounts of one thing. */
const notAdded =
  /^(?:tt|stt|số tt|số thứ tự)\b|đơn giá|định mức|tỷ lệ|tỉ lệ|%|năm\s*$|thời gian|mã|ghi chú|hệ số|lớp\s*$|điểm chuẩn/iu;

interface Amount {
  readonly value: number;
  readonly scale: number;
  readonly hasUnit: boolean;
}

const oneNumber = new RegExp(`^(${figure})\\s*(\\p{L}[\\p{L}\\s]{0,20})?$`, "u");

/** The number of a cell; null for an empty one, "words" for anything else. */
function amountOf(cell: WordCell | null): Amount | "words" | null {
  const typed = (cell?.text ?? "").replace(/[\s.]+$/u, "");
  if (typed === "" || /^[-–—]+$/u.test(typed)) return null;
  const match = oneNumber.exec(typed);
  const value = match ? numberOf(match[1]!) : null;
  if (match === null || value === null) return "words";
  const scale = scaleOf(match[2] ?? "");
  return { value: value * scale, scale, hasUnit: match[2] !== undefined };
}

/** The sum over the rows; null where a cell is no number, where units are left out in some, or where fewer than two are
 * added. */
function sumOf({ rows }: WordTable, column: number, hasUnit: boolean): number | null {
  let sum = 0;
  let count = 0;
  for (const row of rows) {
    if (row.kind !== "row") continue;
    const amount = amountOf(row.cells[column] ?? null);
    if (amount === "words") return null;
    if (amount === null) continue;
    if (amount.hasUnit !== hasUnit) return null;
    sum += amount.value;
    count += 1;
  }
  return count >= 2 ? sum : null;
}

/** Rows under other rows (I, 1, 1.1, a) hold parts of sums. In a task table groups have no amounts of their own. */
function isNested({ rows, kind }: WordTable): boolean {
  if (kind === "tasks") return false;
  const marks = rows.filter((row) => row.kind === "row").map(({ cells }) => cells[0]?.text ?? "");
  const kinds = new Set(
    marks.map((mark) => {
      if (/^\d+[.)]?$/.test(mark)) return "number";
      if (/^[IVX]+[.)]?$/.test(mark)) return "roman";
      if (/^\p{L}[.)]?$/u.test(mark)) return "letter";
      if (/^\d+(?:\.\d+)+[.)]?$/.test(mark)) return "decimal";
      return mark === "" || /^[-+*]/.test(mark) ? "none" : "words";
    }),
  );
  return kinds.size > 1;
}
