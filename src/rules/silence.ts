/**
 * `# bỏ qua VB503: lý do` takes a code's findings off the construct that follows. A silence that has nothing to silence is
 * itself reported, so that silences do not outlive what they were written for. Errors cannot be silenced.
 */
import { type Diagnostic, defineDiagnostic, text } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Silence, SyntaxTree } from "../syntax/syntax.ts";

export const idleSilence = defineDiagnostic({
  code: "VB001",
  severity: "notice",
  message: text`“bỏ qua ${"code"}” không còn bỏ qua điều gì.`,
  why: "Ghi chú bỏ qua đã hết việc dễ che một lỗi mới phát sinh ở cùng chỗ.",
  hint: "Xóa mã này khỏi ghi chú; nếu ghi chú không còn mã nào thì xóa cả dòng.",
  example: `kế hoạch: Tuyên truyền năm 2026
cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH
số: …/KH-UBND
ngày: …/01/2026

I. NỘI DUNG

# bỏ qua VB501: đánh số theo kế hoạch của tỉnh
1. Phát thanh mỗi tuần một lần.

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`,
});

/** The findings that no silence covers, and one more for each silence that covers none. */
export function silence(tree: SyntaxTree, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const used = new Set<string>();
  const covers = (diagnostic: Diagnostic): boolean => {
    if (diagnostic.severity === "error") return false;
    let covered = false;
    for (const [index, one] of tree.silences.entries()) {
      if (!one.codes.includes(diagnostic.code) || !isWithin(diagnostic.span, one.target)) continue;
      used.add(`${index}:${diagnostic.code}`);
      covered = true;
    }
    return covered;
  };
  const left = diagnostics.filter((diagnostic) => !covers(diagnostic));
  const idle = tree.silences.flatMap((one, index) =>
    [...new Set(one.codes)]
      .filter((code) => !used.has(`${index}:${code}`))
      .map((code) => idleSilence(codeSpan(tree, one, code), { code })),
  );
  return [...left, ...idle];
}

const isWithin = (span: Span, target: Span): boolean => target.start <= span.start && span.start < target.end;

/** The code in the comment, or the whole comment. */
function codeSpan(tree: SyntaxTree, one: Silence, code: string): Span {
  const at = tree.source.text.slice(one.span.start, one.span.end).toUpperCase().indexOf(code);
  return at < 0 ? one.span : { start: one.span.start + at, end: one.span.start + at + code.length };
}
