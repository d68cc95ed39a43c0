/** What a line is by its own words and look: the name of a document's type, of an annex, a line of a letterhead. */
import { keywords } from "../../grammar/keywords.ts";
import { type Block, isLoud, textOf } from "./blocks.ts";
import { startsBody } from "./bodies.ts";
import { startsEnding } from "./ending.ts";
import { bareNumber, hasNation, readDate, readNumber } from "./head.ts";
import type { MendedParagraph } from "./pieces.ts";
import { closedUp, hasEnd, isCapitals, tidy } from "./words.ts";

export const types = keywords
  .filter((keyword) => keyword.places.includes("document"))
  .sort((a, b) => b.spelling.length - a.spelling.length);
/** Types that a decision may put into force. */
export const attachable = new Set(["plan", "programme", "scheme", "project", "regulation", "rules", "option"]);

export interface TypeLine {
  readonly id: string;
  readonly spelling: string;
  /** Words behind the type's name. */
  readonly rest: string;
}

/** `KẾ HOẠCH`, `KẾ HOẠCH TUYÊN TRUYỀN …`: the line that names the type of a document. */
export function typeLine(text: string, loud: boolean): TypeLine | null {
  const words = tidy(closedUp(text)).replace(/^[*"“\s]+|[*\s]+$/g, "");
  for (const { id, spelling } of types) {
    const name = words.slice(0, spelling.length);
    if (name.toLowerCase() !== spelling || /^[\p{L}\d]/u.test(words.slice(spelling.length))) continue;
    const rest = words.slice(spelling.length).trim();
    // `QUYẾT ĐỊNH:` above the articles names nothing.
    if (rest.startsWith(":"))
      return rest === ":" && id !== "decision" && id !== "resolution" && isCapitals(name)
        ? { id, spelling, rest: "" }
        : null;
    const upper = isCapitals(name);
    if (rest === "") return upper || loud ? { id, spelling, rest } : null;
    if (upper && (isCapitals(rest) || loud) && !/^(?:NÀY|TRÊN|CỦA)\b/u.test(rest)) return { id, spelling, rest };
    if (upper && !hasEnd(rest) && rest.length < 220 && /^\p{L}/u.test(rest)) return { id, spelling, rest };
    return null;
  }
  return null;
}

export const basisStart =
  /^(?:căn cứ|thực hiện|theo(?: đề nghị)?|xét|xét đề nghị|để|nhằm|tiếp tục|triển khai)(?![\p{L}])/iu;
export const strictBasis = /^(?:căn cứ|xét đề nghị|theo đề nghị)(?![\p{L}])/iu;
const attachedLine = /^[([]?\s*(?:ban hành\s+)?kèm theo(?:\s|$)/iu;
export const isAttached = (text: string): boolean =>
  attachedLine.test(text) && (text.startsWith("(") || text.startsWith("[") || text.length < 160);
export const enactingLine = /^(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|RA CHỈ THỊ|CHỈ THỊ)\s*:?$/u;
export const authorityLine =
  /^(?:(?:PHÓ )?CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|CỤC TRƯỞNG|CHÁNH|TỔNG CỤC TRƯỞNG|VIỆN TRƯỞNG|TRƯỞNG BAN|HỘI ĐỒNG|BAN THƯỜNG VỤ)(?:\s|$)/u;

export const roman =
  /^(?:[IVX]{1,5}\s?[.)/–-]|[A-H]\s?[./)]|PHẦN |Phần (?:thứ|[IVX]+)|CHƯƠNG |Chương [IVX]|Điều \d+[.:])/u;
export const isDivision = (text: string): boolean =>
  roman.test(text) || /^\d{1,2}(?:\.\d{1,2})*\s?[./)]\s*\p{L}/u.test(text);

export interface AnnexLine {
  readonly number: string;
  readonly rest: string;
}

const annexWords =
  /^(PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ|số|Số)?\s*:?\s*([IVXLC]{1,7}|\d{1,2}|[A-ZĐ])(?![\p{L}\d]))?\s*([:.\-–—]*)\s*(.*)$/su;

/** The line that begins an annex. */
export function annexLine(paragraph: MendedParagraph): AnnexLine | null {
  const text = textOf(paragraph).replace(/^[*\s]+|[*\s]+$/g, "");
  const match = annexWords.exec(text);
  if (!match) return null;
  const [, name, number = "", sign = "", rest = ""] = match;
  const upper = name === "PHỤ LỤC";
  if (rest === "") return text.length < 30 && (upper || isLoud(paragraph) || number !== "") ? { number, rest } : null;
  if (isAttached(rest)) return { number, rest };
  if (/^(?:này|kèm|đính|trên|của|ban hành|và|\d)/iu.test(rest) && !isCapitals(rest)) return null;
  if (upper && isCapitals(rest)) return { number, rest };
  return isLoud(paragraph) && (sign !== "" || upper) && !hasEnd(rest) ? { number, rest } : null;
}

/** A line of a letterhead: Quốc hiệu, a number, a place with a date. */
export const isHeadLine = (text: string): boolean => {
  if (hasNation(text) && text.length < 100) return true;
  const number = readNumber(text) ?? bareNumber(text);
  if (number && tidy(number.before) === "" && text.length < 90) return true;
  const date = readDate(text);
  return (
    date !== null &&
    text.length < 90 &&
    tidy(date.after).replace(/[.;,)]/g, "") === "" &&
    (date.before === "" || /^\p{Lu}/u.test(date.before)) &&
    !/^(?:Kèm|Căn cứ|Từ)/u.test(text)
  );
};

/** The name of an agency in capitals, as letterheads have it. */
export const isAgencyLine = (block: Block): boolean => {
  if (block.kind === "page") return true;
  if (block.kind !== "paragraph") return false;
  const text = textOf(block);
  return (
    isCapitals(text) &&
    !startsEnding(text) &&
    (startsBody(text) || /^(?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU) /u.test(text)) &&
    !/^(?:TM|KT|TL|TUQ|PHÓ|CHỦ TỊCH)/u.test(text)
  );
};
