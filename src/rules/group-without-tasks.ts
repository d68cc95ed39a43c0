import { text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { scopesOf, tablesIn } from "./walk.ts";

const table = (second: string): string =>
  `I. NỘI DUNG\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ | THỜI GIAN\n\nnhóm: I. Tuyên truyền\n\nnhiệm vụ: In tờ gấp\n  chủ trì: Phòng Kinh tế\n  thời gian: Quý II\n\nnhóm: II. Tập huấn${second}`;
const task = "\n\nnhiệm vụ: Mở lớp tập huấn\n  chủ trì: Phòng Kinh tế\n  thời gian: Quý III";

/** VB410. A group of a table has tasks. */
export default defineRule({
  code: "VB410",
  name: "group-without-tasks",
  severity: "notice",
  message: text`Nhóm “${"group"}” không có nhiệm vụ nào.`,
  why: "Nhóm trống thường là nhiệm vụ bị sót khi chép bảng, hoặc một hàng nhiệm vụ bị ghi thành tên nhóm.",
  examples: { bad: example({ body: table("") }), good: example({ body: table(task) }) },
  check({ document, report }) {
    for (const { rows } of scopesOf(document).flatMap((content) => [...tablesIn(content)])) {
      // A table of groups only is a list of its own kind.
      if (!rows.some(({ kind }) => kind === "row")) continue;
      rows.forEach((row, index) => {
        if (row.kind !== "group") return;
        const next = rows[index + 1];
        const isFollowed = next?.kind === "row" || (next?.kind === "group" && (next.depth ?? 1) > (row.depth ?? 1));
        if (isFollowed) return;
        const words = row.cells.flatMap((cell) => cell.paragraphs.map((paragraph) => paragraph.text.text.trim()));
        report(row.cells.at(-1)?.span ?? row.span, { group: words.join(" ") });
      });
    }
  },
});
