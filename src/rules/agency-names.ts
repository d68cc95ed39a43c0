/**
 * Names of bodies compared: the words that make a name, and what joins them. “Sở Văn hoá - Thể thao và Du lịch” has the words
 * of “Sở Văn hóa, Thể thao và Du lịch” with other joints.
 */
import { sameTones } from "../../grammar/fold.ts";

/** What stands between two words of a name. */
export type Joint = "" | "-" | "," | "và" | ", và" | "&";

export interface NameWords {
  /** In small letters and agreed tones, without “và”. */
  readonly words: readonly string[];
  /** `joints[i]` stands before `words[i]`; the first is "". */
  readonly joints: readonly Joint[];
  /** Where each word ends in the text. */
  readonly ends: readonly number[];
}

/** Abbreviations that everyone writes in names; a name with them is the same name. */
const common: Readonly<Record<string, string>> = {
  ubnd: "ủy ban nhân dân",
  hđnd: "hội đồng nhân dân",
  vp: "văn phòng",
  cchc: "cải cách hành chính",
  tthc: "thủ tục hành chính",
  mttq: "mặt trận tổ quốc",
  ttđt: "thông tin điện tử",
};

const wordPattern = /[\p{L}\d]+/gu;

/** The words of a name and its joints. */
export function nameWords(text: string): NameWords {
  const words: string[] = [];
  const joints: Joint[] = [];
  const ends: number[] = [];
  let end = 0;
  let isAnd = false;
  let between = "";
  for (const match of text.matchAll(wordPattern)) {
    between += text.slice(end, match.index);
    end = match.index + match[0].length;
    const key = sameTones(match[0]);
    if (key === "và" && words.length > 0) {
      isAnd = true;
      continue;
    }
    const joint = words.length === 0 ? "" : jointOf(between, isAnd);
    for (const [i, part] of (common[key] ?? key).split(" ").entries()) {
      words.push(sameTones(part));
      joints.push(i === 0 ? joint : "");
      ends.push(end);
    }
    between = "";
    isAnd = false;
  }
  return { words, joints, ends };
}

function jointOf(between: string, isAnd: boolean): Joint {
  if (isAnd) return between.includes(",") ? ", và" : "và";
  if (between.includes("&")) return "&";
  if (/[-\u2010-\u2015]/.test(between)) return "-";
  return between.includes(",") ? "," : "";
}

/** The first words of `written` are those of `name`; null when not, otherwise where they end and whether the joints agree. */
export function startsAsName(
  written: string,
  name: string,
): { readonly end: number; readonly sameJoints: boolean } | null {
  const a = nameWords(written);
  const b = nameWords(name);
  if (b.words.length === 0 || b.words.some((word, i) => a.words[i] !== word)) return null;
  return { end: a.ends[b.words.length - 1]!, sameJoints: b.joints.every((joint, i) => a.joints[i] === joint) };
}

/** The level and unit at the end of a name, which are no part of how it is spelt. */
const unitTail =
  /\s+(?:cấp\s+)?(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)(?:\s+[\p{Lu}\d][\p{L}\d\s-]*)?$/iu;

/** A mention without its unit. */
export const withoutUnit = (text: string): string => text.replace(unitTail, "");
