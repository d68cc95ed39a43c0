import { text } from "../diagnostics/diagnostic.ts";
import type { Division } from "../plan/plan.ts";
import { dutyRuns } from "./duty-without-content.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (last: string): string =>
  `I. NỘI DUNG\n\nPhát thanh mỗi tuần một lần.\n\nII. TỔ CHỨC THỰC HIỆN\n\n1. Phòng Kinh tế\n\nTheo dõi, đôn đốc việc thực hiện.\n\n2. Các thôn\n\nTuyên truyền đến từng hộ dân.\n\n3. ${last}\n\nViết tin, bài hằng tháng.`;

/** VB412. The duties of one body stand in one place. */
export default defineRule({
  code: "VB412",
  name: "body-with-two-duties",
  severity: "notice",
  message: text`“${"agency"}” đã có một mục giao nhiệm vụ ở trên.`,
  why: "Nhiệm vụ của một cơ quan nằm ở hai mục thì dễ sót; hoặc tên cơ quan ở một trong hai mục bị chép nhầm.",
  hint: "Gộp hai mục, hoặc sửa lại tên cơ quan.",
  examples: { bad: example({ body: body("Phòng Kinh tế") }), good: example({ body: body("Phòng Văn hóa - Xã hội") }) },
  check({ document, report }) {
    for (const run of dutyRuns(document)) {
      const first = new Map<string, Division>();
      for (const division of run) {
        const id = headOf(division);
        if (id === null) continue;
        const before = first.get(id);
        if (before === undefined) first.set(id, division);
        else {
          const [mention] = division.duty;
          const related = [{ span: before.duty[0]!.span, message: "mục đầu tiên" }];
          report(mention!.span, { agency: mention!.text }, { related });
        }
      }
    }
  },
});

/** The one body that a heading names; sets (“Các phòng, ban”) and sentences may come again. */
function headOf({ role, duty, children }: Division): string | null {
  const isHeading = (role === "heading" && children.length > 0) || role === "run-in-heading";
  const id = duty.length === 1 ? duty[0]!.id : null;
  return isHeading && id !== null && !/^cac-|-cac:/.test(id) ? id : null;
}
