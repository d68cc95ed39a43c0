import { text } from "../diagnostics/diagnostic.ts";
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import { example } from "./example.ts";
import { caseFindings, startsSentence } from "./letter-case.ts";
import { PhraseTree } from "./phrases.ts";
import { defineRule } from "./rule.ts";
import { isCapitalised, isCapitals, type Token, tokensOf, wordsOf } from "./syllables.ts";

interface Place {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
  readonly written: string;
}

/** VB646. One body written with different capitals in one document. Told once for each body. */
export default defineRule({
  code: "VB646",
  name: "body-case-mixed",
  severity: "notice",
  message: text`Cùng một cơ quan viết hoa không thống nhất: “${"found"}” ở đây, chỗ khác là “${"other"}”.`,
  why: "Tên một cơ quan viết thống nhất trong cả văn bản; viết hoa theo Phụ lục II Nghị định 30/2020/NĐ-CP.",
  hint: "Chọn cách viết đúng theo quyết định thành lập cơ quan và sửa các chỗ còn lại.",
  examples: {
    bad: example({
      body: "I. NỘI DUNG\n\n1. Phát trên Đài Truyền thanh xã mỗi tuần một lần.\n2. Gửi tin bài về Đài truyền thanh xã.",
    }),
    good: example({
      body: "I. NỘI DUNG\n\n1. Phát trên Đài Truyền thanh xã mỗi tuần một lần.\n2. Gửi tin bài về Đài Truyền thanh xã.",
    }),
  },
  check({ document, registries, report }) {
    const told = new Set(
      caseFindings(document, registries).map(({ prose, start }) => sourceSpan(prose, start, start + 1).start),
    );
    for (const places of placesOf(document).values()) {
      const forms = new Map<string, number>();
      for (const { written } of places) forms.set(written, (forms.get(written) ?? 0) + 1);
      if (forms.size < 2) continue;
      const usual = [...forms].reduce((best, one) => (weight(one) > weight(best) ? one : best))[0];
      const other = places.find(({ prose, start, written }) => {
        return written !== usual && !told.has(sourceSpan(prose, start, start + 1).start);
      });
      const first = places.find(({ written }) => written === usual)!;
      if (other === undefined) continue;
      const related = [{ span: sourceSpan(first.prose, first.start, first.end), message: `“${usual}” ở đây` }];
      report(sourceSpan(other.prose, other.start, other.end), { found: other.written, other: usual }, { related });
    }
  },
});

const capitals = (form: string): number => form.split(/\s+/u).filter(isCapitalised).length;

/** The form that is written more often; of equals the one with more capitals. */
const weight = ([form, count]: readonly [string, number]): number => count * 100 + capitals(form);

const heads = new Set([
  "trung",
  "trạm",
  "phòng",
  "sở",
  "ban",
  "hội",
  "đài",
  "văn",
  "đội",
  "tổ",
  "chi",
  "khoa",
  "đoàn",
  "công",
]);

/** Where the bodies that the document names stand, by name in small letters. */
function placesOf(document: PlanDocument): ReadonlyMap<string, readonly Place[]> {
  const tree = new PhraseTree<string>();
  const known = new Set<string>();
  for (const { text: name } of document.agencies) {
    const key = name.toLowerCase();
    if (known.has(key) || name === name.toUpperCase()) continue;
    known.add(key);
    const tokens = tokensOf(name);
    if (tokens.length < 3 || tokens.length > 12 || !heads.has(tokens[0]!.lower)) continue;
    if (tokens.filter(({ text }) => isCapitalised(text)).length >= 2) tree.add(name, key);
  }
  const places = new Map<string, Place[]>();
  for (const { prose, tokens } of wordsOf(document)) {
    for (let at = 0; at < tokens.length; at++) {
      const match = tree.matchAt(tokens, at);
      if (match === null) continue;
      const place = placeAt(prose, tokens, at, match.end);
      const key = match.value;
      at = match.end - 1;
      if (place === null) continue;
      const same = places.get(key);
      if (same) same.push(place);
      else places.set(key, [place]);
    }
  }
  return places;
}

/** Null for a text in capitals or of common nouns, and where the sentence gives the first word its capital. */
function placeAt(prose: Prose, tokens: readonly Token[], at: number, end: number): Place | null {
  const words = tokens.slice(at, end).filter(({ isWord }) => isWord);
  if (words.every(({ text }) => isCapitals(text))) return null;
  const [head] = words;
  const isName = words.slice(1).some(({ text }) => isCapitalised(text));
  if (!isName && (!isCapitalised(head!.text) || startsSentence(tokens, at))) return null;
  const before = tokens[at - 1]?.lower ?? "";
  if (before === "trưởng" || before === "phó" || before === "các") return null;
  if (startsSentence(tokens, at) && !isCapitalised(head!.text)) return null;
  const start = tokens[at]!.start;
  const stop = tokens[end - 1]!.end;
  const written = prose.text.slice(start, stop).normalize("NFC").replace(/\s+/gu, " ");
  return { prose, start, end: stop, written };
}
