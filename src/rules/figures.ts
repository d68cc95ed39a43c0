/** Numbers as Vietnamese documents write them: “1.200.000”, “1,5”, “12”, “15 %”. */

/** A number in running text: groups of three set off by points, or a decimal comma. Not part of a date or a symbol. */
export const figure = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d+(?:,\\d+)?";

/** The value, or null for what may be read in two ways. */
export function numberOf(typed: string): number | null {
  const words = typed.trim();
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(words)) return Number(words.replace(/\./g, "").replace(",", "."));
  return /^\d+(?:,\d+)?$/.test(words) ? Number(words.replace(",", ".")) : null;
}

/** “1.200.000”, “0,5”. */
export function written(value: number): string {
  const [whole, rest] = String(Math.round(value * 1000) / 1000).split(".") as [string, string?];
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ".") + (rest === undefined ? "" : `,${rest}`);
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^tỷ|^tỉ/u, 1e9],
  [/^triệu|^trđ/u, 1e6],
  [/^(?:nghìn|ngàn)/u, 1e3],
];

/** How many đồng (or things) one of the words behind a number is: “triệu đồng” 1,000,000, “đồng” and “người” 1. */
export const scaleOf = (unit: string): number =>
  scales.find(([words]) => words.test(unit.trim().toLowerCase()))?.[1] ?? 1;
