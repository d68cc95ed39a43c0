import { text } from "../diagnostics/diagnostic.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isCapitalised, isCapitals, wordsOf } from "./syllables.ts";

/** VB648. Sets of bodies are common nouns: “các sở, ban, ngành”. Told once a document. */
export default defineRule({
  code: "VB648",
  name: "set-capital",
  severity: "notice",
  message: text`“${"found"}” chỉ chung nhiều cơ quan nên viết thường: “${"right"}”.`,
  why: "Chỉ tên của một cơ quan cụ thể mới viết hoa; “các sở, ban, ngành”, “các phòng, ban” là danh từ chung.",
  examples: {
    bad: example({ body: "I. NỘI DUNG\n\n1. Phối hợp với các Sở, ban, ngành.\n2. Niêm yết tại trụ sở." }),
    good: example({ body: "I. NỘI DUNG\n\n1. Phối hợp với các sở, ban, ngành.\n2. Niêm yết tại trụ sở." }),
  },
  check({ document, report }) {
    const places: { readonly found: string; readonly start: number; readonly end: number; readonly text: string }[] =
      [];
    for (const { prose, tokens } of wordsOf(document)) {
      for (let at = 0; at < tokens.length; at++) {
        const head = tokens[at]!;
        if (tokens[at - 1]?.lower !== "các") continue;
        const next = tokens[at + 1];
        if (next !== undefined && nouns.has(`${head.text} ${next.text}`) && !isCapitals(tokens[at - 1]!.text)) {
          const found = prose.text.slice(head.start, next.end);
          const span = sourceSpan(prose, head.start, next.end);
          if (span.end - span.start === found.length) places.push({ ...span, found, text: found.toLowerCase() });
        }
        if (!heads.has(head.lower) || isCapitals(tokens[at - 1]!.text)) continue;
        let end = at + 1;
        while (tokens[end]?.text === "," && members.has(tokens[end + 1]?.lower ?? "")) end += 2;
        const words = tokens.slice(at, end);
        if (end === at + 1 || !words.some(({ text }) => isCapitalised(text))) continue;
        // “các Sở, Ban Quản lý Khu kinh tế”: the last is a name of its own.
        if (isCapitalised(tokens[end]?.text ?? "")) continue;
        const found = prose.text.slice(head.start, words.at(-1)!.end);
        const span = sourceSpan(prose, head.start, words.at(-1)!.end);
        if (span.end - span.start === found.length) places.push({ ...span, found, text: found.toLowerCase() });
        at = end - 1;
      }
    }
    const [first] = places;
    if (first === undefined) return;
    const edits = places.map(({ start, end, text: words }) => ({ span: { start, end }, text: words }));
    const fix = { title: `Viết thường ở ${places.length} chỗ`, safe: true, edits };
    report({ start: first.start, end: first.end }, { found: first.found, right: first.text }, { fix });
  },
});

const heads = new Set(["sở", "phòng", "ban", "bộ"]);
/** Common nouns of two syllables with a capital that they have no right to after “các”. */
const nouns = new Set(["Đoàn thể", "Cơ quan", "Đơn vị", "Địa phương", "Tổ chức", "Cấp ủy"]);
const members = new Set(["sở", "ban", "ngành", "phòng", "đơn"]);
