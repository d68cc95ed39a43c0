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
  /** As typed. */
  readonly typed: string;
  /** Its words as numbers, the same for the same word of the document whatever its case. */
  readonly words: readonly number[];
}

/** Shorter items (“Các phòng, ban, ngành”) come again without being copies; under another heading (“Cơ cấu giải thưởng: …”) so
 * do longer ones. Characters. */
const minLength = 40;
const minLengthElsewhere = 120;

const numbered = /(?<!\p{L})số \d/u;

/** Too short, or filled by the name of a document, to be a copy under another heading. */
const isShort = ({ typed }: Item): boolean => typed.length < minLengthElsewhere || numbered.test(typed);

const notWords = /[^\p{L}\d]+/u;

/** Reads items, numbering the words of one document as they come. */
function itemReader(): (typed: string, span: Span, parent: Division | null) => Item | null {
  const numbers = new Map<string, number>();
  return (typed, span, parent) => {
    if (typed.length < minLength) return null;
    const words = typed
      .toLowerCase()
      .split(notWords)
      .filter((word) => word !== "")
      .map((word) => {
        const known = numbers.get(word) ?? numbers.size;
        if (known === numbers.size) numbers.set(word, known);
        return known;
      });
    return words.length < 8 ? null : { span, parent, typed, words };
  };
}

/** Items that may be copies of each other: those of the whole body without duties, and those of each duty, for several bodies
 * are told the same; the tasks of each table. */
function itemLists(document: PlanDocument): readonly (readonly Item[])[] {
  const itemOf = itemReader();
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
    const list = tables.get(key);
    if (list) list.push(item);
    else tables.set(key, [item]);
  }
  return [...lists.values(), ...tables.values()];
}

interface Duplicate {
  readonly first: Item;
  readonly second: Item;
  readonly isSame: boolean;
}

/** Each item with the first that it repeats. Only items that share one of a few runs of four words are compared, and of
 * each run only the first few that have it. */
function duplicatesIn(items: readonly Item[]): Duplicate[] {
  const byRun = new Map<number, number[]>();
  const found: Duplicate[] = [];
  items.forEach((item, index) => {
    const runs = sampleOf(item.words);
    const candidates = new Set(runs.flatMap((run) => byRun.get(run) ?? []));
    for (const candidate of candidates) {
      const first = items[candidate]!;
      if (first.parent !== item.parent && (isShort(first) || isShort(item))) continue;
      const isSame = isEqual(first.words, item.words);
      if (!isSame && !isNearly(first, item)) continue;
      found.push({ first, second: item, isSame });
      break;
    }
    for (const run of runs) {
      const list = byRun.get(run);
      if (list === undefined) byRun.set(run, [index]);
      else if (list.length < 4) list.push(index);
    }
  });
  return found;
}

const isEqual = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

const sampleSize = 8;

/** Some of the runs of four words as numbers, the same ones for the same words: those that mix to the least. */
function sampleOf(words: readonly number[]): readonly number[] {
  const least: number[] = [];
  for (let i = 0; i + 3 < words.length; i += 1) {
    let mixed = 0x811c9dc5;
    for (let j = i; j < i + 4; j += 1) {
      mixed = Math.imul(mixed ^ words[j]!, 0x01000193);
      mixed ^= mixed >>> 13;
    }
    mixed = Math.imul(mixed, 0x5bd1e995) >>> 0;
    if (least.length === sampleSize && mixed >= least[sampleSize - 1]!) continue;
    const at = least.findIndex((one) => mixed <= one);
    if (at >= 0 && least[at] === mixed) continue;
    least.splice(at < 0 ? least.length : at, 0, mixed);
    if (least.length > sampleSize) least.pop();
  }
  return least;
}

/** Nine words in ten are shared, and what differs is no number, name or opposite: “Quý I” and “Quý II” are two things. */
function isNearly(a: Item, b: Item): boolean {
  const all = a.words.length + b.words.length;
  if ((2 * Math.min(a.words.length, b.words.length)) / all < 0.9) return false;
  const left = new Map<number, number>();
  for (const word of a.words) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  const extra = new Set<number>();
  for (const word of b.words) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      left.set(word, count - 1);
      shared += 1;
    } else extra.add(word);
  }
  if ((2 * shared) / all < 0.9) return false;
  const missing = new Set([...left].flatMap(([word, count]) => (count > 0 ? [word] : [])));
  return !tellsApart(b, extra) && !tellsApart(a, missing);
}

/** Words that tell two items apart. */
const telling = new Set(
  "i ii iii iv v vi xã phường huyện tỉnh quận thôn không chưa trước sau đầu cuối tăng giảm nam nữ trong ngoài nhà nước doanh nghiệp mới cũ trực tiếp gián lớp khối".split(
    " ",
  ),
);

/** One of the words by which an item differs is a figure, a name (a capital inside a sentence) or a telling word. */
function tellsApart({ typed, words }: Item, differing: ReadonlySet<number>): boolean {
  const typedWords = typed.split(notWords).filter((word) => word !== "");
  return words.some((word, index) => {
    if (!differing.has(word)) return false;
    const own = typedWords[index]!;
    return /\d/.test(own) || (index > 0 && /^\p{Lu}/u.test(own)) || telling.has(own.toLowerCase());
  });
}
