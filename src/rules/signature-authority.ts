import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument, Signature } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";
import { example } from "./example.ts";
import { defineRule, type RuleContext } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

/** VB508. TM., KT., TL., TUQ., Q. stand before the right words and in the right order. */
export default defineRule({
  code: "VB508",
  name: "signature-authority",
  severity: "warning",
  message: text`Phần ký chưa đúng thể thức: ${"problem"}.`,
  why: "“TM.” đứng trước tên tập thể, “KT.”, “TL.”, “TUQ.”, “Q.” trước chức vụ của người đứng đầu; cấp phó ký thay thì ghi tiếp chức vụ của mình (Nghị định 30/2020/NĐ-CP, Điều 13 và Phụ lục I, mục II.7).",
  examples: {
    bad: example({ signature: "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nNguyễn Văn A" }),
    good: example({ signature: "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nNguyễn Văn A" }),
  },
  check(context) {
    const { document } = context;
    if (isPartyDocument(document)) return;
    for (const signature of document.signatures) checkSignature(context, signature);
    for (const annex of document.annexes) for (const signature of annex.signatures) checkSignature(context, signature);
  },
});

type Authority = "TM" | "KT" | "TL" | "TUQ" | "Q" | null;
interface Line {
  readonly authority: Authority;
  /** What follows the abbreviation. */
  readonly rest: string;
  readonly typed: string;
  readonly span: { readonly start: number; readonly end: number };
}

const abbreviation = /^(TM|KT|TL|TUQ|Q)(?:\s*\.\s*|\s+)(?=\p{Lu})|^([TK])\s*\/\s*([MTL])\s*\.?\s*(?=\p{Lu})/u;

function readLine(line: Signature["authority"][number]): Line {
  const match = abbreviation.exec(line.text);
  const authority = match ? ((match[1] ?? `${match[2]}${match[3]}`) as Authority) : null;
  return { authority, rest: line.text.slice(match?.[0].length ?? 0).trim(), typed: match?.[0] ?? "", span: line.span };
}

const deputy = /^(?:PHÓ|QUYỀN PHÓ|THỨ TRƯỞNG|PHỤ TRÁCH)(?!\p{L})/u;
const person =
  /^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH|TRƯỞNG|BỘ TRƯỞNG|THỦ TRƯỞNG|THỦ TƯỚNG|HIỆU TRƯỞNG|CỤC TRƯỞNG|VỤ TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|VIỆN TRƯỞNG|CHỦ NHIỆM)(?!\p{L})/u;

/** “CHỦ TỊCH PHÓ CHỦ TỊCH”: both posts on one line. */
const ownDeputy = /^(.{4,60}?)\s+((?:PHÓ|THỨ TRƯỞNG)(?!\p{L}).*)$/u;

function checkSignature({ plan, document, report }: RuleContext<"problem">, signature: Signature): void {
  const lines = signature.authority.map(readLine);
  if (lines.length === 0) return;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    const wanted = line.authority === null ? "" : `${line.authority}. `;
    if (line.typed !== "" && line.typed !== wanted) {
      const span = { start: line.span.start, end: line.span.start + line.typed.trimEnd().length };
      const edits = [{ span: { start: line.span.start, end: line.span.start + line.typed.length }, text: wanted }];
      const problem = `“${line.typed.trimEnd()}” viết là “${wanted.trim()}” và một dấu cách`;
      report(span, { problem }, { fix: { title: `Viết “${wanted.trim()}”`, safe: true, edits } });
    }
    switch (line.authority) {
      case "TM":
        if (index > 0) report(line.span, { problem: "“TM.” phải ở dòng đầu" });
        else if (person.test(line.rest)) {
          report(line.span, { problem: `“TM.” đứng trước tên tập thể, không đứng trước chức vụ “${line.rest}”` });
        } else if (next === undefined) report(line.span, { problem: "dưới “TM.” thiếu chức vụ của người ký" });
        break;
      case "KT":
        if (deputy.test(line.rest)) {
          report(line.span, { problem: `“KT.” đứng trước chức vụ của người đứng đầu, không phải “${line.rest}”` });
        } else if (next === undefined && ownDeputy.test(line.rest)) {
          const [, head, below] = ownDeputy.exec(line.rest)!;
          const at =
            line.span.start +
            (line.typed.length > 0 ? plan.source.text.slice(line.span.start, line.span.end).lastIndexOf(below!) : 0);
          const blank = { start: at - 1, end: at };
          const isTyped = /\s/.test(plan.source.text.slice(blank.start, blank.end));
          report(
            line.span,
            { problem: `“${below}” phải ở dòng riêng, dưới “KT. ${head}”` },
            isTyped ? { fix: { title: "Xuống dòng", safe: true, edits: [{ span: blank, text: "\n" }] } } : {},
          );
        } else if (next === undefined) {
          report(line.span, { problem: `dưới “KT. ${line.rest}” thiếu chức vụ của cấp phó ký thay` });
        } else if (next.authority === null && !deputy.test(next.rest)) {
          report(next.span, {
            problem: `dưới “KT. ${line.rest}” phải là chức vụ của cấp phó, không phải “${next.rest}”`,
          });
        }
        break;
      case "TL":
      case "TUQ":
        if (next === undefined)
          report(line.span, { problem: `dưới “${line.authority}. ${line.rest}” thiếu chức vụ của người ký` });
        break;
      case "Q":
      case null:
        break;
    }
  }
  const first = lines[0]!;
  if (
    isCollective(document) &&
    (first.authority === "KT" || first.authority === null) &&
    /CHỦ TỊCH$/u.test(first.rest)
  ) {
    const body = document.issuers[0]?.kind === "council" ? "HỘI ĐỒNG NHÂN DÂN" : "ỦY BAN NHÂN DÂN";
    const edits = [{ span: { start: first.span.start, end: first.span.start }, text: `TM. ${body}\n` }];
    report(
      first.span,
      { problem: `thiếu dòng “TM. ${body}” phía trên` },
      { severity: "notice", fix: { title: `Thêm dòng “TM. ${body}”`, safe: false, edits } },
    );
  }
}

/** Issued by the committee or council as a body; a decision may also be the chairman's own (`thẩm quyền: CHỦ TỊCH …`). */
function isCollective(document: PlanDocument): boolean {
  const issuer = document.issuers[0];
  if (issuer === undefined || (issuer.kind !== "committee" && issuer.kind !== "council")) return false;
  if (/^(?:chu tich|thuong truc) /.test(fold(issuer.full))) return false;
  return document.authorityLine === null || !/^chu tich /.test(fold(document.authorityLine));
}
