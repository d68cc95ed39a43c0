import { type TextEdit, text } from "../diagnostics/diagnostic.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { editOf, safeFix, textsOf } from "./texts.ts";

const body = (blank: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh${blank}mỗi tuần một lần.\n2. Niêm yết tại trụ sở.`;

interface Kind {
  readonly pattern: RegExp;
  readonly name: string;
  readonly instead: (found: string) => string;
}

const full = (found: string): string => String.fromCharCode(found.charCodeAt(0) - 0xfee0);
/** Blanks of a fixed width between two words; beside a number, a Roman one too, they may be meant. */
const kinds: readonly Kind[] = [
  {
    pattern: /(?<=[\p{L}\p{M},;:.)”])\u00a0(?=[\p{L}(“])(?![IVXLC]+(?!\p{L}))/gu,
    name: "dấu cách không ngắt dòng (U+00A0)",
    instead: () => " ",
  },
  {
    pattern: /(?<=\S)[\u2000-\u200a\u202f\u205f\u3000](?=\S)/gu,
    name: "dấu cách khác thường",
    instead: () => " ",
  },
  { pattern: /[\u2010\u2011\u2212](?=[\p{L}\p{N}\s])/gu, name: "gạch nối khác thường", instead: () => "-" },
  { pattern: /[\uff01-\uff5e]/gu, name: "ký tự độ rộng đầy đủ", instead: full },
  {
    pattern: /\u034f|\u200c|\u200d|[\u061c\u180e\u202a-\u202e\u2061-\u2064\u2066-\u2069\ufffc]|[\ufe00-\ufe0e]/gu,
    name: "ký tự vô hình",
    instead: () => "",
  },
];
const any =
  /\u034f|\u200c|\u200d|[\ufe00-\ufe0e]|[\u00a0\u061c\u180e\u2000-\u200a\u2010\u2011\u202a-\u202f\u205f-\u2064\u2066-\u2069\u2212\u3000\uff01-\uff5e\ufffc]/u;

/** VB614. Characters that are not what they look like: blanks of other widths, full-width digits, invisible ones. */
export default defineRule({
  code: "VB614",
  name: "odd-character",
  severity: "notice",
  message: text`Văn bản có ${"count"} ${"kind"}, đầu tiên ở đây.`,
  why: "Ký tự này đến từ trang web hoặc phần mềm khác; nhìn không thấy khác nhưng làm sai việc ngắt dòng, tìm kiếm và so sánh.",
  examples: { bad: example({ body: body("\u00a0") }), good: example({ body: body(" ") }) },
  check({ plan, document, report }) {
    const texts = textsOf(document).filter((prose) => any.test(prose.text));
    for (const { pattern, name, instead } of kinds) {
      const edits: TextEdit[] = [];
      for (const prose of texts) {
        for (const found of prose.text.matchAll(pattern)) {
          const edit = editOf(plan, prose, found.index, found.index + found[0].length, instead(found[0]));
          if (edit) edits.push(edit);
        }
      }
      const [first] = edits;
      if (first)
        report(first.span, { count: edits.length, kind: name }, { fix: safeFix("Thay bằng ký tự thường", edits) });
    }
  },
});
