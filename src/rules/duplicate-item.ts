import { text } from "../diagnostics/diagnostic.ts";
import type { Content, Division, PlanDocument } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";

const body = (second: string): string =>
  `I. NỘI DUNG\n\n1. Phát thanh tin, bài về thủ tục hành chính trên hệ thống truyền thanh của xã và các thôn.\n2. ${second}.`;

/** VB406. Two items do not say the same in nearly the same words. */
export default defineRule({
  code: "VB406",
  name: "duplicate-item",
  severity: "notice",
  message: text`Mục này ${"how"} một mục ở trên.`,
  why: "Hai mục trùng nhau thường là chép hai lần hoặc quên sửa bản cũ; người đọc không biết làm theo mục nào.",
  hint: "Gộp hai mục hoặc bỏ một mục.",
  examples: {
    bad: example({
      body: body("Phát thanh các tin, bài về thủ tục hành chính trên hệ thống truyền thanh của xã và các thôn"),
    }),
    good: example({ body: body("Niêm yết thủ tục hành chính tại trụ sở") }),
  },
  check({ document, report }) {
    for (const items of itemLists(document)) {
      for (const { first, second, isSame } of duplicatesIn(items)) {
        report(
          second.span,
          { how: isSame ? "trùng với" : "gần như trùng với" },
          { related: [{ span: first.span, message: "mục giống" }] },
        );
      }
    }
  },
});

interface Item {
  readonly span: Span;
  /** The division it stands in; null at the top. */
  readonly parent: Division | null;
  /** Words of the item, in the case typed. */
  readonly words: readonly string[];
  /** Words in small letters, joined. */
  readonly key: string;
}

/** Shorter items (“Các phòng, ban, ngành”) come again without being copies; under another heading (“Cơ cấu giải thưởng: …”) so
 * do longer ones. Characters. */
const minLength = 40;
const minLengthElsewhere = 120;

function itemOf(words: string, span: Span, parent: Division | null): Item | null {
  if (words.length < minLength) return null;
  const list = words.match(/[\p{L}\d]+/gu) ?? [];
  return list.length < 8 ? null : { span, parent, words: list, key: list.join(" ").toLowerCase() };
}

/** Items that may be copies of each other: those of the whole body without duties, and those of each duty, for several bodies
 * are told the same; the tasks of each table. */
function itemLists(document: PlanDocument): readonly (readonly Item[])[] {
  const lists = new Map<Division | null, Item[]>();
  const add = (owner: Division | null, parent: Division | null, words: string, span: Span): void => {
    const item = itemOf(words, span, parent);
    if (item === null) return;
    const list = lists.get(owner);
    if (list) list.push(item);
    else lists.set(owner, [item]);
  };
  const walk = (content: readonly Content[], owner: Division | null, parent: Division | null): void => {
    for (const item of content) {
      if (item.kind === "paragraph" && item.role === "text") add(owner, parent, item.text.text, item.text.span);
      if (item.kind !== "division") continue;
      const { division } = item;
      if (division.role !== "label") add(owner, parent, division.text.text, division.text.span);
      // A labelled line (“Nội dung:”) owns what stands below it; the same may stand below another.
      const isOwn = division.duty.length > 0 || division.role === "label";
      walk(division.children, isOwn ? division : owner, division);
    }
  };
  walk(document.content, null, null);
  const tables = new Map<string, Item[]>();
  for (const task of document.tasks) {
    const item = task.origin === "table" ? itemOf(task.title, task.titleSpan, null) : null;
    if (item === null) continue;
    const key = task.id.slice(0, task.id.lastIndexOf("."));
    tables.set(key, [...(tables.get(key) ?? []), item]);
  }
  return [...lists.values(), ...tables.values()];
}

interface Duplicate {
  readonly first: Item;
  readonly second: Item;
  readonly isSame: boolean;
}

/** Each item with the first that it repeats. Only items that share one of their rarest runs of four words are compared, and
 * of each run only the last few that have it. */
function duplicatesIn(items: readonly Item[]): Duplicate[] {
  const byRun = new Map<string, number[]>();
  const found: Duplicate[] = [];
  items.forEach((item, index) => {
    const runs = sampleOf(item);
    const candidates = new Set(runs.flatMap((run) => byRun.get(run) ?? []));
    for (const candidate of [...candidates].sort((a, b) => a - b)) {
      const first = items[candidate]!;
      if (first.parent !== item.parent && Math.min(first.key.length, item.key.length) < minLengthElsewhere) continue;
      const isSame = first.key === item.key;
      if (!isSame && !isNearly(first, item)) continue;
      found.push({ first, second: item, isSame });
      break;
    }
    for (const run of runs) {
      const list = byRun.get(run);
      if (list === undefined) byRun.set(run, [index]);
      else if (list.length < 6) list.push(index);
    }
  });
  return found;
}

const sampleSize = 8;

/** Some of the runs of four words, the same ones for the same words: those with the smallest hashes. */
function sampleOf({ key }: Item): string[] {
  const words = key.split(" ");
  const runs = words.slice(3).map((_, index) => words.slice(index, index + 4).join(" "));
  return [...new Set(runs)]
    .map((run) => [hash(run), run] as const)
    .sort((a, b) => a[0] - b[0])
    .slice(0, sampleSize)
    .map(([, run]) => run);
}

function hash(words: string): number {
  let value = 2166136261;
  for (let i = 0; i < words.length; i += 1) value = Math.imul(value ^ words.charCodeAt(i), 16777619);
  return value >>> 0;
}

/** Nine words in ten are shared, and what differs is no number, name or opposite: “Quý I” and “Quý II” are two things. */
function isNearly(a: Item, b: Item): boolean {
  const left = countOf(a.words);
  const extra: string[] = [];
  let shared = 0;
  for (const [index, word] of b.words.entries()) {
    const key = word.toLowerCase();
    const count = left.get(key)?.count ?? 0;
    if (count > 0) {
      left.set(key, { count: count - 1, isName: left.get(key)!.isName });
      shared += 1;
    } else extra.push(isNameAt(word, index) ? "Tên" : key);
  }
  if ((2 * shared) / (a.words.length + b.words.length) < 0.9) return false;
  const missing = [...left].flatMap(([word, { count, isName }]) => (count > 0 ? [isName ? "Tên" : word] : []));
  return ![...extra, ...missing].some((word) => word === "Tên" || /\d/.test(word) || telling.has(word));
}

/** Words of one letter that tell two items apart. */
const telling = new Set(
  "i ii iii iv v vi xã phường huyện tỉnh quận thôn không chưa trước sau đầu cuối tăng giảm nam nữ trong ngoài nhà nước doanh nghiệp mới cũ trực tiếp gián lớp khối".split(
    " ",
  ),
);

function countOf(words: readonly string[]): Map<string, { readonly count: number; readonly isName: boolean }> {
  const counts = new Map<string, { count: number; isName: boolean }>();
  words.forEach((word, index) => {
    const key = word.toLowerCase();
    counts.set(key, { count: (counts.get(key)?.count ?? 0) + 1, isName: isNameAt(word, index) });
  });
  return counts;
}

/** A capital inside a sentence. The first word has one anyway. */
const isNameAt = (word: string, index: number): boolean => index > 0 && /^\p{Lu}/u.test(word);
