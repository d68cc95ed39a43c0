/**
 * Names of bodies in a letterhead: where one name ends and the next begins, and how a name in capitals is written in running
 * text. The words of the file itself know best; then the registry; a name that neither knows stays in capitals.
 */
import { inFull } from "../plan/issuer.ts";
import { matchAgency } from "../plan/mentions.ts";
import type { Registries } from "../registry/registry.ts";
import { flat } from "./flat.ts";
import { isCapitals, tidy } from "./words.ts";

/** Words that begin the name of a body, folded. */
const heads =
  /^(?:(?:thuong truc |chu tich |pho chu tich )?(?:uy ban|ubnd|hoi dong|hdnd)|ub ?mttq|so|phong|bo|truong|dang (?:bo|uy|doan)|chi bo|tinh (?:uy|doan)|thanh (?:uy|doan)|huyen (?:uy|doan)|quan (?:uy|doan)|thi (?:uy|doan)|xa doan|ban|bch|btv|hoi|doan|lien (?:doan|hiep|minh)|cong (?:ty|doan|an|thong)|tong (?:cong ty|cuc|lien doan)|tap doan|benh vien|trung tam|tt|chi cuc|cuc|van phong|thanh tra|vien|toa an|hoc vien|dai hoc|cao dang|ngan hang|kho bac|bao hiem|mat tran|trung uong|vien kiem sat|to(?: cong tac| chi dao)?|to chuc|ban chi huy|quan chung|quan khu|dien luc|buu dien|vu|nha|thu vien|bao tang|hop tac xa|cum|doi|tram|khoa|chinh phu|thu tuong|quoc hoi|hiep hoi|quy|nha may|xi nghiep|lien hiep cac)(?![a-z])/;
/** Words of a unit, which end a name or stand below it. */
const units = /^(?:tinh|thanh pho|tp|huyen|quan|thi xa|thi tran|xa|phuong|dac khu|thon|khu|ap)(?![a-z])/;
/** Names that are not whole yet: what follows belongs to them, whatever it begins with. */
const open =
  /(?:^|[\s(])(?:va|cua|thuoc|truc thuoc|uy|van phong|ban|hoi|chu tich|pho chu tich|bi thu|dang|tong|lien|cong|trung|hoi dong|bo|cong doan|dang uy|dang bo|chi bo|thuong truc|ban thuong vu|ban chap hanh|btv|bch)\s*$|[,&–-]\s*$/;

export const startsBody = (line: string): boolean => {
  const words = flat(tidy(line));
  if (/^(?:tinh|thanh|huyen|quan|thi|xa) (?:uy|doan)(?![a-z])/.test(words)) return true;
  return heads.test(words) && !units.test(words);
};

/** Lines of a letterhead's left column as names: a line that begins no body belongs to the one above. */
export function namesOf(lines: readonly string[]): { names: string[]; joint: boolean } {
  const names: string[] = [];
  let joint = false;
  for (const raw of lines) {
    let line = tidy(raw).replace(/^[-–*\s]+(?=\p{L})/u, "");
    if (line === "") continue;
    const last = names.at(-1);
    const hangs =
      last !== undefined && /\s*[-–]\s*$/.test(last) && !/\s(?:XÃ HỘI|KINH TẾ|VĂN HÓA)\s*[-–]\s*$/i.test(last);
    // “ỦY BAN NHÂN DÂN XÃ A - ỦY BAN MTTQ XÃ A” on one line, or with the hyphen at a line's end.
    const parts = line.split(/\s+[-–]\s+/);
    if (
      parts.length > 1 &&
      parts
        .slice(1)
        .every(
          (part) =>
            startsBody(part) &&
            /^(?:uy ban|ubnd|ub ?mttq|hoi|doan|ban|lien|cong|dang|so|phong|truong)/.test(flat(part)) &&
            part.split(" ").length > 2,
        )
    ) {
      names.push(...parts);
      joint = true;
      continue;
    }
    if (hangs && startsBody(line)) {
      names[names.length - 1] = last.replace(/\s*[-–]\s*$/, "");
      names.push(line);
      joint = true;
      continue;
    }
    line = line.replace(/\s+/g, " ");
    if (last === undefined || (startsBody(line) && !open.test(flat(last)))) names.push(line);
    else names[names.length - 1] = `${last} ${line}`;
  }
  return { names: names.map((name) => name.replace(/\s*[-–:]\s*$/, "")), joint };
}

/** The words of a whole file, for finding how a name is written there. */
export interface Corpus {
  readonly text: string;
  readonly lower: string;
}

export function corpusOf(text: string): Corpus {
  const words = tidy(text);
  return { text: words, lower: words.toLowerCase() };
}

/** More finds are not looked at. */
const enough = 40;

/** How a phrase is written in running text most often; null where it stands in capitals only, or nowhere. */
export function writtenIn(corpus: Corpus, phrase: string): string | null {
  const wanted = tidy(phrase).toLowerCase();
  if (wanted.length < 3) return null;
  const counts = new Map<string, number>();
  let from = corpus.lower.indexOf(wanted);
  for (let n = 0; from >= 0 && n < enough; n += 1) {
    const found = corpus.text.slice(from, from + wanted.length);
    const around = `${corpus.text[from - 1] ?? " "}${corpus.text[from + wanted.length] ?? " "}`;
    if (!isCapitals(found) && !/[\p{L}\d]/u.test(around)) counts.set(found, (counts.get(found) ?? 0) + 1);
    from = corpus.lower.indexOf(wanted, from + wanted.length);
  }
  let best: string | null = null;
  for (const [found, count] of counts) if (best === null || count > counts.get(best)!) best = found;
  return best;
}

const capitalFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name written in full with the letters that were typed where only the case differs: “UỶ BAN” → “Uỷ ban”. */
function asTyped(typed: string, full: string): string {
  if (typed.length !== full.length || flat(typed) !== flat(full)) return full;
  return [...full].map((letter, i) => (letter === letter.toUpperCase() ? typed[i]! : typed[i]!.toLowerCase())).join("");
}

/** A name as it is written in running text. Words that are not all capitals stay as they are. */
export function properName(name: string, corpus: Corpus, registries: Registries): string {
  const typed = tidy(name);
  if (!isCapitals(typed)) return typed;
  const written = writtenIn(corpus, typed);
  if (written !== null) return capitalFirst(written);
  const full = asTyped(typed, inFull(typed));
  if (/^(?:Ủy ban nhân dân|Hội đồng nhân dân)(?!\p{L})/u.test(full)) {
    // The unit's own words may stand in the text: “huyện Lộc Hà”.
    const unit = /^(?:Ủy ban|Hội đồng) nhân dân (.+)$/u.exec(full)?.[1];
    const place = unit === undefined ? null : writtenIn(corpus, unit);
    return place === null || unit === undefined
      ? full
      : full.replace(unit, place.charAt(0).toLowerCase() + place.slice(1));
  }
  const match = matchAgency(full, { registries, date: null });
  const known = match.full ?? "";
  return match.id !== null && known.toUpperCase() === typed ? known : typed;
}
