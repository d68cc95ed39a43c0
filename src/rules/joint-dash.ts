import { text } from "../diagnostics/diagnostic.ts";
import type { Prose } from "../plan/plan.ts";
import { isSyllable } from "../source/syllable.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf } from "./texts.ts";

const body = (dash: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh về phát triển kinh tế${dash}xã hội của xã.\n2. Niêm yết tại trụ sở.`;

/** Words that are joined by a dash with blanks, by the last syllable of the first and the first of the second. */
const joints = new Set(
  (
    "tế xã,trị xã,hóa xã,hoá xã,phòng an,an quốc,hóa thông,hoá thông,chính kế,động thương,thanh truyền,hội nghề," +
    "hóa truyền,hoá truyền,thông văn,học công,hóa nghệ,hoá nghệ,hóa thể,hoá thể,do hạnh,lập tự,nghệ thông,binh xã," +
    "tế kỹ,tế quốc,tế ngân,hội quốc,tế đô,tế hạ,nghiệp môi,chính ngân,chính viễn,tế văn,hội môi,tế chính"
  ).split(","),
);
/** A dash between two words; `lopsided` has a blank on one side only. */
const dashed = /(\p{L}+)([ \u00a0]*[-–—][ \u00a0]*|[ \u00a0]+--[ \u00a0]+)(?=(\p{L}+))/gu;

/** VB609. “kinh tế - xã hội”: a dash that joins two names has a blank on either side. */
export default defineRule({
  code: "VB609",
  name: "joint-dash",
  severity: "notice",
  message: text`Dấu nối trong “${"found"}” nên viết “${"other"}”.`,
  why: "Dấu gạch nối giữa hai từ ghép ngang nhau (kinh tế - xã hội, quốc phòng - an ninh) có dấu cách ở cả hai bên.",
  examples: { bad: example({ body: body("-") }), good: example({ body: body(" - ") }) },
  check({ plan, document, report }) {
    const all = textsOf(document).flatMap(dashesIn);
    const joint = countOf(all, "–") > countOf(all, "-") ? " – " : " - ";
    for (const { prose, start, end, left, right, dash } of all) {
      const isJoint = joints.has(`${left.toLowerCase()} ${right.toLowerCase()}`);
      const sign = dash.trim();
      const isLopsided = /^[ \u00a0]/.test(dash) !== /[ \u00a0]$/.test(dash);
      const wanted = isJoint ? joint : ` ${sign === "--" ? "-" : sign} `;
      if (
        dash.replace(/\u00a0/g, " ") === wanted ||
        !(isJoint || sign === "--" || (isLopsided && areNames(dash, left, right)))
      )
        continue;
      const edit = editOf(plan, prose, start + left.length, end, wanted);
      const whole = editOf(plan, prose, start, end + right.length, "");
      if (edit === null || whole === null) continue;
      const values = { found: `${left}${dash}${right}`, other: `${left}${wanted}${right}` };
      report(whole.span, values, { fix: safeFix(`Sửa thành “${values.other}”`, [edit]) });
    }
  },
});

interface Dash {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
  readonly left: string;
  readonly right: string;
  readonly dash: string;
}

function dashesIn(prose: Prose): readonly Dash[] {
  if (!/[-–—]/.test(prose.text)) return [];
  return [...prose.text.matchAll(dashed)].map((found) => ({
    prose,
    start: found.index,
    end: found.index + found[0].length,
    left: found[1]!,
    right: found[3]!,
    dash: found[2]!,
  }));
}

const countOf = (all: readonly Dash[], sign: string): number =>
  all.filter(
    ({ dash, left, right }) => dash.trim() === sign && joints.has(`${left.toLowerCase()} ${right.toLowerCase()}`),
  ).length;

/** A dash with one blank joins words when a bullet cannot stand there: both begin alike, none is a letter of a list. */
function areNames(dash: string, left: string, right: string): boolean {
  if (left.length < 2 || right.length < 2) return false;
  const isBullet = /^[ \u00a0]/.test(dash) && /^\p{Lu}/u.test(right) && /^\p{Ll}/u.test(left);
  const isCut = /[ \u00a0]$/.test(dash) && !(isSyllable(left.toLowerCase()) || left === left.toUpperCase());
  return !isBullet && !isCut;
}
