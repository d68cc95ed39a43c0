/**
 * The letterhead of a document, its lines in whatever order a converter left them: two columns one after the other, row by
 * row, on one line, cut into words. What is found is taken out; what is left is given back.
 */
import { parseNumber, parseOpenDate } from "../plan/number-date.ts";
import { findPhrase, flat, lettersOf } from "./flat.ts";
import { isCapitals, tidy } from "./words.ts";

/** A line of the head: text without look, and where it stood. */
export interface HeadLine {
  readonly text: string;
  readonly line: number;
}

export interface HeadFacts {
  /** Lines of the left column that name bodies. */
  readonly bodies: readonly string[];
  /** `12/KH-UBND`, `…/KH-UBND`; null when there is none. */
  readonly number: string | null;
  readonly place: string | null;
  /** As `ngày:` takes it: `05/3/2024`, `…/02/2024`. */
  readonly date: string | null;
  readonly urgency: string | null;
  readonly circulation: string | null;
  readonly secrecy: string | null;
  readonly draft: boolean;
  /** “ĐẢNG CỘNG SẢN VIỆT NAM” in the place of Quốc hiệu. */
  readonly party: boolean;
  /** Quốc hiệu, Tiêu ngữ or a number was there: this is a letterhead. */
  readonly certain: boolean;
  /** Lines about a digital signature. */
  readonly signing: readonly string[];
  readonly rest: readonly HeadLine[];
}

/** A document without any head. */
export const noHead: HeadFacts = {
  bodies: [],
  number: null,
  place: null,
  date: null,
  urgency: null,
  circulation: null,
  secrecy: null,
  draft: false,
  party: false,
  certain: false,
  signing: [],
  rest: [],
};

const nation = "conghoaxahoichunghiavietnam";
const motto = "doclaptudohanhphuc";
const party = "dangcongsanvietnam";

/** Whether a line has words of Quốc hiệu, Tiêu ngữ or of the Party's head. */
export const hasNation = (text: string): boolean =>
  findPhrase(text, nation) !== null || findPhrase(text, motto) !== null || lettersOf(text).letters === party;

const openPart = "[\\d….\\s_]*?";
const dateWords = new RegExp(
  `(?:^|[\\s,])[Nn]gày\\s*(${openPart})\\s*tháng\\s*(${openPart})\\s*năm\\s*(\\d{4}|[….\\s_]*|20\\d?[….\\s_]*)(?=$|[^\\d\\p{L}])`,
  "u",
);
const dateFigures = /(?:^|[\s,])[Nn]gày\s*([\d….\s_]*?)\s*\/\s*([\d….\s_]*?)\s*\/\s*(\d{4})(?!\d)/u;
const symbolWords =
  /^((?:\d[\d\s]{0,5})?[….\s_]*)([a-zđ])?\s*([/–-]|\s)\s*((?:(?:19|20)\d\d)\s*\/\s*)?(\p{Lu}[\p{L}\d&.]*(?:(?:\s*[-–]\s*(?=\p{Lu}[\p{Lu}&])|\s*\/\s*|[-–])\p{L}[\p{L}\d&.]*)*)/u;

/** A place and date on a line, and what else is there. */
export function readDate(text: string): { place: string | null; date: string; before: string; after: string } | null {
  const match = dateWords.exec(text) ?? dateFigures.exec(text);
  if (!match) return null;
  const part = (value: string | undefined): string => {
    const digits = (value ?? "").replace(/\D/g, "");
    return digits === "" ? "…" : digits;
  };
  const year = (match[3] ?? "").replace(/\D/g, "");
  const date = `${part(match[1])}/${part(match[2])}/${year.length === 4 ? year : "…"}`;
  if (parseOpenDate(date).kind !== "date") return null;
  const at = match.index + (/^[\s,]/.test(match[0]) ? 1 : 0);
  const before = text.slice(0, at).replace(/[\s,]+$/, "");
  return { place: null, date, before, after: text.slice(match.index + match[0].length) };
}

/** A number with its symbol on a line, behind “Số”. */
export function readNumber(text: string): { number: string; before: string; after: string } | null {
  const at = /(?:^|[\s|])so\s*[:.;]*\s*(?=[\d….\s_/–-])/.exec(flat(text));
  if (!at) return null;
  const start = at.index + at[0].length;
  // The blanks before an open number belong to it.
  const match = symbolWords.exec(text.slice(start)) ?? symbolWords.exec(` ${text.slice(start)}`);
  if (!match) return null;
  const digits = match[1]!.replace(/\D/g, "");
  const sign = match[3] === "/" ? "/" : match[3]!.trim() === "" ? (digits === "" ? "/" : "-") : "-";
  const year = match[4] ? `${match[4].replace(/\D/g, "")}/` : "";
  const symbol = match[5]!.replace(/\s+/g, "").replace(/–/g, "-").replace(/[.]+$/, "");
  // “Tổ dân phố số 9 phường”: what only a blank sets apart must look like a symbol.
  if (match[3]!.trim() === "" && (digits === "" || !/[/-]/.test(symbol))) return null;
  const number = `${digits === "" ? "…" : digits}${match[2] ?? ""}${sign}${year}${symbol}`;
  if (parseNumber(number) === null || (isWord(symbol) && year === "")) return null;
  const shift = symbolWords.exec(text.slice(start)) ? 0 : 1;
  const end = start + match.index + match[0].length - shift;
  return { number, before: text.slice(0, at.index), after: text.slice(end) };
}

/** A line that is a number with its symbol and nothing else: `123/KH-THPTĐBK`. */
export function bareNumber(text: string): { number: string; before: string; after: string } | null {
  const words = tidy(text);
  if (!/^(?:\d{1,5}|[….]+)\s*[/-]\s*\p{Lu}[\p{L}\d&/ –-]{2,30}$/u.test(words)) return null;
  const found = readNumber(`Số: ${words}`);
  return found !== null && tidy(found.after) === "" ? { number: found.number, before: "", after: "" } : null;
}

/** What may stand before a number in a letterhead: nothing, or the name of a body. */
const isBeforeNumber = (before: string, strict: boolean): boolean =>
  before === "" || (!strict && (isCapitals(before) || isBodyLine(before, []) || !/\p{L}/u.test(before)));

/** `Nhà`, `Trần`: a capital and small letters are no symbol. */
const isWord = (symbol: string): boolean => /^\p{Lu}\p{Ll}+$/u.test(symbol) && !/^(?:CTr|TTr|QyĐ)$/u.test(symbol);

const loneNumber = /^\s*so\s*[:.]?\s*$/;
/** Blanks between two columns. */
const wide = /[ \u00a0]{3,}(?=\S)/;
const urgencies = /^(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?:\s+HẸN GIỜ)?$/u;
const secrecies = /^(?:TUYỆT MẬT|TỐI MẬT|MẬT)$/u;
const circulations = /^(?:LƯU HÀNH NỘI BỘ|XEM XONG TRẢ LẠI)$/u;
const signingLine = /^(?:Người ký|Ký bởi|Được ký bởi|Thời gian ký|Ngày ký|Giờ ký|Email|Chức vụ|Cơ quan)\s*:/iu;
const onlySigns = /^[\s\-–—_=*.|~o0:;,]*$/iu;

/** Reads the lines of a head. `strict`: below the title, where only what is surely of a letterhead may be taken. */
export function readHead(lines: readonly HeadLine[], strict = false): HeadFacts {
  let pieces: HeadLine[] = lines
    .flatMap((line) => line.text.split(/[\n\t|]/).map((text) => ({ text, line: line.line })))
    .filter((piece) => !onlySigns.test(piece.text));
  // “Số:” may stand alone above its number.
  pieces = pieces.flatMap((piece, i) => {
    if (i > 0 && loneNumber.test(flat(pieces[i - 1]!.text))) return [];
    const next = pieces[i + 1];
    return [next && loneNumber.test(flat(piece.text)) ? { ...piece, text: `${piece.text} ${next.text}` } : piece];
  });

  let certain = false;
  let isParty = false;
  for (const phrase of [nation, motto]) {
    const without = withoutPhrase(pieces, phrase);
    if (without) {
      certain = true;
      pieces = without;
      // A letterhead that is repeated in the zone of one head is the same.
      pieces = withoutPhrase(pieces, phrase) ?? pieces;
    }
  }
  pieces = pieces
    .flatMap((piece) => {
      const columns = piece.text.trim().split(wide);
      const hasParty = columns.length > 1 && columns.some((text) => lettersOf(text).letters === party);
      return hasParty ? columns.map((text) => ({ ...piece, text })) : [piece];
    })
    .filter((piece) => {
      const is = lettersOf(piece.text).letters === party;
      if (is) isParty = true;
      return !is;
    });

  let number: string | null = null;
  let place: string | null = null;
  let date: string | null = null;
  let urgency: string | null = null;
  let circulation: string | null = null;
  let secrecy: string | null = null;
  let draft = false;
  const signing: string[] = [];
  const bodies: string[] = [];
  const rest: HeadLine[] = [];
  const queue = [...pieces];
  for (let i = 0; i < queue.length; i += 1) {
    const piece = queue[i]!;
    if (onlySigns.test(piece.text)) continue;
    const requeue = (...parts: readonly string[]): void => {
      queue.splice(i + 1, 0, ...parts.map((text) => ({ ...piece, text })));
    };
    // Blanks to fill in may be wide, so number and date are looked for before a line is cut at wide blanks.
    if (number === null) {
      const found = readNumber(piece.text) ?? bareNumber(piece.text);
      if (found && isBeforeNumber(tidy(found.before), strict)) {
        number = found.number;
        certain = true;
        requeue(found.before, found.after);
        continue;
      }
    }
    if (date === null) {
      const found = readDate(piece.text);
      const columns = found ? found.before.split(wide) : [];
      const name = tidy(columns.at(-1) ?? "");
      if (found && isPlaceLine(name, found.after)) {
        date = found.date;
        place = name === "" ? null : /\p{L}/u.test(name) ? name : "…";
        const above = rest.at(-1);
        // “Kon” above “Tum, ngày …”: the name's first word on a line of its own.
        if (
          place !== null &&
          !place.includes(" ") &&
          above &&
          above.line >= piece.line - 2 &&
          /^\p{Lu}\p{L}*$/u.test(above.text)
        ) {
          place = `${above.text} ${place}`;
          rest.pop();
        }
        requeue(...columns.slice(0, -1), tidy(found.after).replace(/^[.;,\s]+/, ""));
        continue;
      }
    }
    const columns = piece.text.trim().split(wide);
    if (columns.length > 1) {
      requeue(...columns);
      continue;
    }
    const text = tidy(piece.text);
    if (text === "") continue;
    const upper = text.toUpperCase();
    if (urgency === null && urgencies.test(text)) urgency = upper.replace("HOẢ", "HỎA").replace(/ HẸN GIỜ$/, "");
    else if (secrecy === null && secrecies.test(text)) secrecy = text;
    else if (circulation === null && circulations.test(text)) circulation = text;
    else if (/^\(?\s*DỰ THẢO(?:\s+(?:LẦN\s+)?\d+)?\s*\)?$/iu.test(text)) draft = true;
    else if (
      signing.length < 8 &&
      (signingLine.test(text) || (signing.length > 0 && /^\d{2}[./-]\d{2}[./-]\d{4}\s/.test(text)))
    )
      signing.push(text);
    else if (!strict && isBodyLine(text, bodies)) bodies.push(text);
    else rest.push({ text, line: piece.line });
  }
  if (signing.length === 1 && /^(?:Cơ quan|Email|Chức vụ)/iu.test(signing[0]!))
    rest.push({ text: signing.pop()!, line: 0 });
  return { bodies, number, place, date, urgency, circulation, secrecy, draft, party: isParty, certain, signing, rest };
}

/** What stands before a date is a place's name, and nothing of a sentence is around. */
function isPlaceLine(before: string, after: string): boolean {
  if (tidy(after).replace(/[.;,]/g, "") !== "" && !isCapitals(after)) return false;
  if (before === "") return true;
  if (/^[….\s_]+$/.test(before)) return true;
  const name = before.replace(/^Tp\.\s*/u, "TP ");
  return name.split(" ").length <= 7 && /^\p{Lu}/u.test(name) && !/[:;()]/.test(name) && !/\p{Ll}\.\s/u.test(name);
}

const isBodyLine = (text: string, before: readonly string[]): boolean => {
  if (text.length > 120 || /[;!?]$/.test(text) || /\d{3}/.test(text)) return false;
  if (isCapitals(text)) return true;
  // Names in mixed case: short, and without a sentence's end.
  const words = flat(text);
  const isName =
    /^(?:uy ban|ubnd|hoi dong nhan dan|so |phong |bo |truong |dang uy|dang bo|chi bo|tinh uy|huyen uy|thanh uy|ban |hoi |doan |lien doan|cong ty|tong cong ty|benh vien|trung tam|chi cuc|cuc |van phong|bch )/.test(
      words,
    );
  if (isName && text.split(" ").length <= 12 && !/[.:,]$/.test(text)) return true;
  return (
    before.length > 0 &&
    /^(?:tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong) \p{L}/u.test(words) &&
    text.split(" ").length <= 6 &&
    !/[.:,]$/.test(text)
  );
};

/** The pieces without a phrase that stands within one of them, or fills several; null when it is not there. */
function withoutPhrase(pieces: readonly HeadLine[], phrase: string): HeadLine[] | null {
  for (const [i, piece] of pieces.entries()) {
    const at = findPhrase(piece.text, phrase);
    if (at) {
      const parts = [piece.text.slice(0, at.start), piece.text.slice(at.end)]
        .map((text) => ({ ...piece, text: text.trim() }))
        .filter((part) => part.text !== "");
      return [...pieces.slice(0, i), ...parts, ...pieces.slice(i + 1)];
    }
  }
  // Cut into several lines, perhaps with others between: “Độc lập - Tự do” … “- Hạnh phúc”.
  const taken = new Set<number>();
  let letters = "";
  for (const [i, piece] of pieces.entries()) {
    const own = lettersOf(piece.text).letters;
    if (own !== "" && phrase.startsWith(letters + own) && (own.length > 2 || letters !== "")) {
      letters += own;
      taken.add(i);
      if (letters === phrase) return pieces.filter((_, index) => !taken.has(index));
    }
  }
  return null;
}
