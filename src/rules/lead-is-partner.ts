import { foldVietnamese } from "../../grammar/fold.ts";
import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (partner: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh\n- Chủ trì: Công an xã.\n- Phối hợp: ${partner}.\n- Thời gian: Quý II.\n\n2. Niêm yết tại trụ sở.`;

/** VB208. Who leads a task is not its partner. */
export default defineRule({
  code: "VB208",
  name: "lead-is-partner",
  severity: "warning",
  message: text`“${"agency"}” vừa chủ trì vừa phối hợp trong cùng một nhiệm vụ.`,
  why: "Cơ quan chủ trì không phối hợp với chính mình; ghi ở cả hai cột thì không rõ ai chịu trách nhiệm.",
  hint: "Bỏ tên ở cột phối hợp, hoặc ghi cơ quan khác.",
  examples: { bad: example({ body: body("Công an xã") }), good: example({ body: body("Các thôn") }) },
  check({ document, report }) {
    const seen = new Set<number>();
    for (const task of document.tasks) {
      for (const part of task.rows) {
        for (const partner of part.partners) {
          if (seen.has(partner.span.start)) continue;
          const lead = part.lead.find((one) => isSame(one, partner));
          if (lead === undefined) continue;
          seen.add(partner.span.start);
          // A cell that several rows share fits most of them; a set of bodies may work with others of its kind.
          const isShared = !isWithin(lead.span.start, part.span) || !isWithin(partner.span.start, part.span);
          const isVague = partner.id === null || /^(?:cac-|nhom:|nguoi:)/.test(partner.id);
          report(
            partner.span,
            { agency: partner.text },
            {
              severity: isShared || isVague ? "notice" : "warning",
              related: [{ span: lead.span, message: "cơ quan chủ trì" }],
            },
          );
        }
      }
    }
  },
});

interface Named {
  readonly id: string | null;
  readonly text: string;
}

/** The same body; of sets only those in the same words. */
function isSame(a: Named, b: Named): boolean {
  if (a.id !== null && a.id === b.id && !/^(?:cac-|nhom:)/.test(a.id)) return true;
  return foldVietnamese(a.text) === foldVietnamese(b.text);
}

const isWithin = (at: number, span: { readonly start: number; readonly end: number }): boolean =>
  span.start <= at && at < span.end;
