/**
 * What a source does not say in its head but elsewhere: who issues the plan, its year. Only from words of the file; what
 * was inferred is told, so that a person looks at it.
 */
import { inFull } from "../plan/issuer.ts";
import { matchAgency } from "../plan/mentions.ts";
import { periodInTitle } from "../plan/number-date.ts";
import type { Registries } from "../registry/registry.ts";
import { type Corpus, namesOf, properName, startsBody } from "./bodies.ts";
import { flat } from "./flat.ts";
import { readDate, readNumber } from "./head.ts";
import type { DocumentParts } from "./parts.ts";
import { isCapitals, plain, tidy } from "./words.ts";

export interface Inferred {
  readonly value: string;
  /** Where it was found, for the note: “theo lời mở đầu”. */
  readonly from: string;
}

const enacting =
  /(?:ban hành|xây dựng|triển khai|đề ra|lập|tổ chức|thống nhất ban hành|phối hợp ban hành)\s+(?:và\s+\p{L}+(?:\s\p{L}+)?\s+)?(?:Kế hoạch|kế hoạch|Chương trình|chương trình|Đề án|đề án|Phương án|phương án)/gu;

const unitWords = "tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu";
const unitName = new RegExp(`(?<!\\p{L})(${unitWords})\\s+(\\p{Lu}\\p{L}*(?:[ -]+\\p{Lu}\\p{L}*){0,4}|\\d{1,2})`, "gu");

/** The issuer as other words of the file name it; null when nothing does. */
export function inferIssuer(
  documents: readonly DocumentParts[],
  corpus: Corpus,
  registries: Registries,
): Inferred | null {
  const context = { registries, date: null };
  const above = annexNames(documents);
  if (above.length > 0)
    return { value: properName(above.at(-1)!, corpus, registries), from: "theo phần đầu của phụ lục" };
  for (const document of documents) {
    const named = /\scủa\s+(.{3,160}?)\s*[)\]]?\s*\.?$/su.exec(document.attached)?.[1];
    if (named && startsBody(named))
      return { value: properName(withoutChair(named), corpus, registries), from: "theo dòng “kèm theo”" };
    if (document.authority !== "")
      return { value: properName(withoutChair(document.authority), corpus, registries), from: "theo dòng thẩm quyền" };
  }
  for (const document of documents) {
    for (const part of document.body.slice(0, 12)) {
      if (part.kind === "table") break;
      const text = tidy(plain(part.paragraph.runs));
      // The last clause of an opening enacts the plan itself; those before it cite what others enacted.
      const subject = [...text.matchAll(enacting)]
        .map((found) => subjectOf(text.slice(0, found.index)))
        .findLast((one) => one !== null);
      if (subject === undefined || subject === null) continue;
      const match = matchAgency(inFull(subject), context);
      const name = match.full ?? subject;
      return {
        value: withUnit(inFull(subject).length >= name.length ? subject : name, document, corpus),
        from: "theo lời mở đầu",
      };
    }
  }
  for (const document of documents) {
    for (const lines of document.ending?.signatures ?? []) {
      const collective = /^(?:TM|T\s*\/\s*M)\s*\.?\s*(.+)$/u.exec(lines[0] ?? "")?.[1];
      if (collective)
        return { value: withUnit(properName(collective, corpus, registries), document, corpus), from: "theo khối ký" };
    }
    const symbol = /[/-](?:KH|QĐ|CTr|ĐA|PA)-([\p{L}&]+)$/u.exec(document.head.number ?? "")?.[1];
    if (symbol === "UBND")
      return { value: withUnit("Ủy ban nhân dân", document, corpus), from: "theo ký hiệu văn bản" };
    const agency =
      symbol === undefined
        ? undefined
        : registries.agencies.find((one) => one.symbol === symbol && one.level === "province");
    if (agency) return { value: agency.name, from: "theo ký hiệu văn bản" };
  }
  return null;
}

/** The agency's names in the letterhead that an annex repeats; none where no annex does. */
export const annexNames = (documents: readonly DocumentParts[]): readonly string[] =>
  documents.flatMap((document) => document.annexes.map((annex) => namesOf(annex.head?.bodies ?? []).names))[0] ?? [];

/** “CHỦ TỊCH ỦY BAN NHÂN DÂN …” is the head of the body that issues. */
const withoutChair = (text: string): string =>
  tidy(text).replace(/^(?:chủ tịch|bộ trưởng|giám đốc|hiệu trưởng|chánh thanh tra|tổng giám đốc)\s+(?=\p{L})/iu, "");

/** The body at the end of a clause: “…; Ủy ban nhân dân huyện Yên Châu” before “ban hành kế hoạch”. */
function subjectOf(text: string): string | null {
  const words = tidy(text.slice(-400));
  for (const match of words.matchAll(/\p{Lu}\p{L}*/gu)) {
    const before = words.slice(0, match.index).trimEnd();
    if (before !== "" && !/[;,.:)”"]$/.test(before)) continue;
    const rest = words
      .slice(match.index)
      .replace(/\s*\([^()]*\)\s*/g, " ")
      .trim();
    if (rest.length < 120 && startsBody(rest) && !/[;:]|\s(?:của|về|tại|theo|nhằm|để)\s/u.test(rest)) return rest;
  }
  return null;
}

/** “ỦY BAN NHÂN DÂN” without its unit, which stood on a line that was lost. */
export const lacksUnit = (name: string): boolean =>
  /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan)$/.test(flat(tidy(name)));

/** “UBND huyện” in a plan of huyện Lộc Hà: with the name of its unit. */
export function withUnit(name: string, document: DocumentParts, corpus: Corpus): string {
  const full = tidy(name);
  const tail = new RegExp(`(?<!\\p{L})(${unitWords})$`, "iu").exec(full)?.[1]?.toLowerCase();
  const isCommittee = /^(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)$/iu.test(full);
  if (tail === undefined && !isCommittee) return full;
  const place = document.head.place;
  const inTitle = unitsIn(tidy(plain(document.title)));
  const inText = unitsIn(corpus.text.slice(0, 20000));
  if (tail !== undefined) {
    const unit = bestUnit(inTitle, tail) ?? (place !== null ? place : null) ?? bestUnit(inText, tail);
    return unit === null
      ? full
      : `${full.slice(0, -tail.length)}${isCapitals(full) ? tail.toUpperCase() : tail} ${unit}`;
  }
  const first = [...inTitle.keys()][0] ?? [...inText.keys()][0];
  return first === undefined ? full : `${full} ${first}`;
}

/** Units named in a text, the most often named first. */
function unitsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(unitName)) {
    const unit = `${match[1]} ${match[2]}`;
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return new Map([...counts].sort((a, b) => b[1] - a[1]));
}

function bestUnit(units: ReadonlyMap<string, number>, word: string): string | null {
  for (const unit of units.keys()) if (unit.startsWith(`${word} `)) return unit.slice(word.length + 1);
  return null;
}

/** Number and date of a decision, as the line “(Kèm theo Quyết định số …)” of its plan names them. */
export function fromAttachedLine(line: string): { number: string | null; date: string | null } {
  if (!/quyết định|nghị quyết|kế hoạch|chương trình/iu.test(line)) return { number: null, date: null };
  return { number: readNumber(line)?.number ?? null, date: readDate(line)?.date ?? null };
}

/** What the opening says that the document is about: “… ban hành Kế hoạch phòng, chống lụt bão như sau:”. */
export function inferTitle(document: DocumentParts): Inferred | null {
  for (const part of document.body.slice(0, 12)) {
    if (part.kind === "table") break;
    const text = tidy(plain(part.paragraph.runs));
    const opening =
      /(?:ban hành|xây dựng|triển khai|đề ra|lập)\s+(?:Kế hoạch|kế hoạch|Chương trình|chương trình|Đề án|đề án|Phương án|phương án)\s+(.{8,240}?)(?:,?\s+(?:cụ thể|với (?:các |những )?nội dung|như sau|gồm)|\s*:)/u.exec(
        text,
      );
    const words = opening?.[1];
    if (words !== undefined && !/^(?:này|cụ thể|như|với|thực hiện như)(?!\p{L})/u.test(words))
      return { value: words.charAt(0).toUpperCase() + words.slice(1), from: "theo lời mở đầu" };
  }
  return null;
}

/** The year of a document without a date: of its title, else the year that its text names most. */
export function inferYear(document: DocumentParts, corpus: Corpus): Inferred | null {
  const period = periodInTitle(tidy(plain(document.title)));
  if (period) return { value: String(period.from), from: "theo trích yếu" };
  const counts = new Map<string, number>();
  const count = (year: string, weight: number): void => {
    // Documents of earlier years are not written on machines; anniversaries are not the plan's time.
    if (Number(year) >= 1990) counts.set(year, (counts.get(year) ?? 0) + weight);
  };
  for (const match of flat(corpus.text.slice(0, 60000)).matchAll(
    /(nam |nam hoc |giai doan |\/|[-–] ?)?(?<!\d)((?:19|20)\d\d)(?!\d)/g,
  ))
    count(match[2]!, match[1] === undefined ? 1 : 10);
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? 1 : -1))[0];
  return best ? { value: best[0], from: "năm được nhắc nhiều nhất trong bài" } : null;
}
