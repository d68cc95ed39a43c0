/**
 * `# bỏ qua VB503: lý do` takes a code's findings off the construct that follows. A silence that has nothing to silence is
 * itself reported, so that silences do not outlive what they were written for. Errors cannot be silenced.
 */
import { type Diagnostic, defineDiagnostic, type Silenced, text } from "../diagnostics/diagnostic.ts";
import type { Span } from "../source/source-file.ts";
import type { Silence, SyntaxTree } from "../syntax/syntax.ts";
import { contradictsOtherFile } from "./together.ts";

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
export const silence = (tree: SyntaxTree, diagnostics: readonly Diagnostic[]): Diagnostic[] =>
  divideBySilences(tree, diagnostics).left;

/** The findings that are left, as `silence` gives them, and those that were taken off, with the reasons. */
export function divideBySilences(
  tree: SyntaxTree,
  diagnostics: readonly Diagnostic[],
): { readonly left: Diagnostic[]; readonly silenced: Silenced[] } {
  const byCode = new Map<string, number[]>();
  for (const [index, one] of tree.silences.entries()) {
    for (const code of new Set(one.codes)) byCode.set(code, [...(byCode.get(code) ?? []), index]);
  }
  const used = new Set<string>();
  const left: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  for (const diagnostic of diagnostics) {
    const candidates = diagnostic.severity === "error" ? [] : (byCode.get(diagnostic.code) ?? []);
    const covering = candidates.filter((index) => isWithin(diagnostic.span, tree.silences[index]!.target));
    for (const index of covering) used.add(`${index}:${diagnostic.code}`);
    if (covering.length === 0) left.push(diagnostic);
    else silenced.push({ diagnostic, reason: tree.silences[covering[0]!]!.reason });
  }
  for (const [index, one] of tree.silences.entries()) {
    for (const code of new Set(one.codes)) {
      // What one plan says against another shows only when both are read.
      if (code === contradictsOtherFile.declaration.code) continue;
      if (!used.has(`${index}:${code}`)) left.push(idleSilence(codeSpan(tree, one, code), { code }));
    }
  }
  return { left, silenced };
}

const isWithin = (span: Span, target: Span): boolean => target.start <= span.start && span.start < target.end;

/** The code in the comment, or the whole comment. */
function codeSpan(tree: SyntaxTree, one: Silence, code: string): Span {
  const at = tree.source.text.slice(one.span.start, one.span.end).toUpperCase().indexOf(code);
  return at < 0 ? one.span : { start: one.span.start + at, end: one.span.start + at + code.length };
}
