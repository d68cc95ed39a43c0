import { text } from "../diagnostics/diagnostic.ts";
import type { Division, PlanDocument } from "../plan/plan.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { levelsIn, scopesOf } from "./walk.ts";

const body = (second: string): string =>
  `I. NỘI DUNG\n\nPhát thanh mỗi tuần một lần.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế\n\nTheo dõi, đôn đốc việc thực hiện.\n\n2. Phòng Văn hóa - Xã hội${second}\n\n3. Các thôn\n\nTuyên truyền đến từng hộ dân.`;

/** VB411. Who is named as having a duty is told which. */
export default defineRule({
  code: "VB411",
  name: "duty-without-content",
  severity: "warning",
  message: text`Mục “${"agency"}” không giao nhiệm vụ nào.`,
  why: "Nêu tên cơ quan mà không giao việc thì cơ quan đó không có gì để thực hiện; thường là đoạn dưới bị sót hoặc bị xóa.",
  examples: { bad: example({ body: body("") }), good: example({ body: body("\n\nViết tin, bài hằng tháng.") }) },
  check({ document, report }) {
    for (const run of dutyRuns(document)) {
      // A list of names alone is who takes part; one without words among others that have them is a gap.
      if (run.filter((division) => division.children.length > 0).length < run.length / 2) continue;
      for (const division of run) {
        if (division.role !== "heading" || division.children.length > 0 || /[.;,:]\s*$/u.test(division.text.text))
          continue;
        report(division.text.span, { agency: division.text.text.trim() });
      }
    }
  },
});

/** The divisions of each section of duties: two sisters or more that are headed by the bodies they are for. */
export function dutyRuns(document: PlanDocument): readonly (readonly Division[])[] {
  return scopesOf(document).flatMap((scope) =>
    [...levelsIn(scope)].flatMap(({ content, parent }) => {
      const divisions = content.flatMap((item) => (item.kind === "division" ? [item.division] : []));
      const duties = divisions.filter((division) => division.duty.length > 0);
      const isOfDuties = parent === null || duties.length >= divisions.length / 2;
      return duties.length >= 2 && isOfDuties ? [duties] : [];
    }),
  );
}
