import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { itemsOf } from "./items.ts";
import { defineRule } from "./rule.ts";

const named =
  /^Trên đây là (?:toàn bộ |nội dung |toàn bộ nội dung )?(Kế hoạch|Báo cáo|Chương trình|Đề án|Phương án|Hướng dẫn|Thông báo|Tờ trình|Quyết định|Nghị quyết|Chỉ thị|Quy chế|Quy định|Dự án)(?!\p{L})/iu;

/** Types whose text may call itself otherwise: a programme is a plan as well. */
const alike: Readonly<Record<string, readonly string[]>> = {
  "kế hoạch": ["chương trình", "phương án", "đề án"],
  "chương trình": ["kế hoạch"],
  "phương án": ["kế hoạch"],
  "đề án": ["kế hoạch"],
};

/** VB526. The closing calls the document by its own type. */
export default defineRule({
  code: "VB526",
  name: "closing-of-another",
  severity: "warning",
  message: text`Câu kết gọi văn bản là “${"found"}”, tên loại là “${"own"}”.`,
  why: "Câu kết chép từ văn bản khác mà chưa sửa làm người nhận không rõ đây là văn bản gì.",
  examples: {
    bad: example({ closing: "Trên đây là Báo cáo tuyên truyền cải cách hành chính năm 2026./." }),
    good: example({ closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2026./." }),
  },
  check({ plan, document, report }) {
    const own = document.typeName.toLowerCase();
    const texts = itemsOf(document)[0]!
      .slice(-3)
      .map((item) => item.text);
    for (const prose of texts) {
      const found = named.exec(prose.text);
      if (!found) continue;
      const type = found[1]!.toLowerCase();
      if (type === own || alike[own]?.includes(type) || own.includes(type) || plan.documents.length > 1) continue;
      const start = found.index + found[0].length - found[1]!.length;
      const said = { found: found[1]!, own: `${own.charAt(0).toUpperCase()}${own.slice(1)}` };
      report(sourceSpan(prose, start, start + found[1]!.length), said);
    }
  },
});
