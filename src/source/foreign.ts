/**
 * Bytes of a foreign text file → text, for `plan import`. Where `decode.ts` refuses every code but UTF-8, this converts what
 * is recognised by evidence, with one notice for each code and its counts; clean UTF-8 is never touched.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { cleanText, lostCharacters } from "./clean.ts";
import { sequenceLength, wideCode } from "./decode.ts";
import { fileKind } from "./file-kind.ts";
import * as errors from "./foreign-errors.ts";
import { type Conversion, convertGarbled, type ForeignText } from "./garbled.ts";
import { latin1 } from "./legacy.ts";
import { emptySpan } from "./source-file.ts";

/**
 * The text of a file: NFC, `\n` line ends, nothing invisible; tabs and form feeds (page ends) stay. Spans of the diagnostics
 * are places in it. The value is null for a file that is no text, is empty, or is in a code that cannot be recognised; the
 * error says which. Linear in the size of the file, which the caller bounds; never throws.
 */
export function decodeForeign(bytes: Uint8Array): Checked<string | null> {
  const nowhere = emptySpan(0);
  const refused = (error: Diagnostic): Checked<null> => ({ value: null, diagnostics: [error] });
  const kind = fileKind(bytes);
  if (kind !== null) return refused(errors.notText(nowhere, { kind: kind.name }, { hint: kind.advice }));
  const diagnostics: Diagnostic[] = [];
  const code = wideCode(bytes) ?? utf32WithoutMark(bytes);
  let foreign: Split;
  if (code !== null) {
    const text = unmarked(decodeWide(bytes, code));
    if (isNoise(text)) return refused(errors.notText(nowhere, { kind: "tệp nhị phân" }));
    foreign = { text, isRaw: null, isUtf8: false, broken: 0 };
    diagnostics.push(errors.convertedFile(nowhere, { code, count: grouped(countCharacters(text)) }));
  } else if (bytes.includes(0)) {
    return refused(errors.notText(nowhere, { kind: "tệp nhị phân (có byte 0)" }));
  } else foreign = splitUtf8(bytes);

  const garbled = convertGarbled({ ...foreign, text: foreign.text.replace(/\r\n?/g, "\n") });
  if (garbled.unknown !== null) {
    const { byte, line } = garbled.unknown;
    return refused(
      errors.unknownCode(nowhere, { byte: `0x${byte.toString(16).toUpperCase().padStart(2, "0")}`, line }),
    );
  }
  const { value, diagnostics: cleaned } = cleanText(garbled.text, "keep pages");
  if (value.trim() === "") return refused(errors.emptyFile(nowhere));
  let lost = foreign.broken;
  let broken = foreign.broken;
  for (const conversion of garbled.conversions) {
    lost += conversion.lost;
    if (conversion.code === "UTF-8" && conversion.times === 0) broken += conversion.lost;
    else diagnostics.push(...report(conversion, garbled.isMixed, value.length));
  }
  if (broken > 0) diagnostics.push(errors.unreadBytes(nowhere, { count: grouped(broken), code: "UTF-8" }));
  return { value, diagnostics: [...diagnostics, ...cleaned, ...lostCharacters(value, lost)] };
}

/** One notice of what was converted, and a warning of what could not be. */
function report(conversion: Conversion, isMixed: boolean, length: number): readonly Diagnostic[] {
  const { code, lines, times, lost } = conversion;
  const span = emptySpan(Math.min(conversion.first, length));
  const count = grouped(conversion.characters);
  const diagnostics: Diagnostic[] = [];
  const capitals = `Mã ${code} không có chữ hoa mang dấu thanh; đã viết hoa lại ${grouped(conversion.capitals)} chữ theo các chữ bên cạnh, hãy đọc soát.`;
  const extras = conversion.capitals > 0 ? { hint: capitals } : {};
  if (times > 0) diagnostics.push(errors.decodedTwice(span, { lines: grouped(lines), times: timesWord(times), count }));
  else if (conversion.characters > 0 && isMixed) {
    diagnostics.push(errors.convertedLines(span, { lines: grouped(lines), code, count }, extras));
  } else if (conversion.characters > 0) diagnostics.push(errors.convertedFile(span, { code, count }, extras));
  if (lost > 0) diagnostics.push(errors.unreadBytes(span, { count: grouped(lost), code }));
  return diagnostics;
}

const timesWord = (times: number): string => ["", "hai", "ba", "bốn", "năm"][times] ?? "nhiều";

/** 2345 → “2.345”. */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ".");

const unmarked = (text: string): string => text.replace(/^\ufeff/, "");

// ── Codes of two and four bytes ─────────────────────────────────────────────────────────────────────────────────────

/** UTF-32 by its first characters: each has zeros in the same two or three of its four bytes. */
function utf32WithoutMark(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~3;
  if (length < 4 || bytes.length % 4 !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const isAll = (little: boolean): boolean => {
    for (let at = 0; at < length; at += 4) {
      const value = view.getUint32(at, little);
      if (value === 0 || value > 0x10ffff) return false;
    }
    return true;
  };
  return isAll(true) ? "UTF-32 LE" : isAll(false) ? "UTF-32 BE" : null;
}

/** What is no character of the code becomes U+FFFD, a cut one at the end as well. */
function decodeWide(bytes: Uint8Array, code: string): string {
  const little = code.endsWith("LE");
  if (code.startsWith("UTF-16")) return new TextDecoder(little ? "utf-16le" : "utf-16be").decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let part = "";
  for (let at = 0; at < bytes.length; at += 4) {
    const value = at + 4 <= bytes.length ? view.getUint32(at, little) : 0xfffd;
    const isCharacter = value <= 0x10ffff && (value < 0xd800 || value > 0xdfff);
    part += isCharacter ? String.fromCodePoint(value) : "\ufffd";
    if (part.length < 4096) continue;
    parts.push(part);
    part = "";
  }
  return parts.join("") + part;
}

/** Numbers of two or four bytes look like a code of that width; in text hardly a character is a control or none at all. */
function isNoise(text: string): boolean {
  let odd = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0xfffd || (unit < 0x20 && (unit < 0x09 || unit > 0x0d))) odd += 1;
  }
  return odd > 1 && odd * 20 > text.length;
}

function countCharacters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index++) if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) count -= 1;
  return count;
}

// ── Bytes that are UTF-8 in all of their lines, in some, or in none ─────────────────────────────────────────────────

const ascii = 0;
const utf8 = 1;
const raw = 2;

/** Text, and how many of its U+FFFD stand for bytes that are broken UTF-8. */
interface Split extends ForeignText {
  readonly broken: number;
}

/** The text of UTF-8; of other bytes the lines that are no UTF-8 as Latin-1, and which they are. */
function splitUtf8(bytes: Uint8Array): Split {
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), isRaw: null, isUtf8: true, broken: 0 };
  } catch {
    // Some line is none; the walk finds which.
  }
  const isRaw = new Uint8Array(countLines(bytes));
  const parts: string[] = [];
  let partStart = 0;
  let partLook = ascii;
  let broken = 0;
  const endPart = (end: number): void => {
    const part = bytes.subarray(partStart, end);
    partStart = end;
    if (partLook === raw) parts.push(latin1(part));
    else {
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(part);
      parts.push(text);
      broken += countOf(text, "\ufffd") - countOf(latin1(part), "\xef\xbf\xbd");
    }
  };
  let characters = 0;
  let invalid = 0;
  let line = 0;
  for (let start = 0; start <= bytes.length; line += 1) {
    const seen = lineAt(bytes, start);
    characters += seen.characters;
    invalid += seen.invalid;
    if (seen.look === raw) isRaw[line] = 1;
    // Lines of ASCII are the same in either part.
    if (seen.look !== ascii && seen.look !== partLook) {
      if (partLook !== ascii) endPart(start);
      partLook = seen.look;
    }
    start = seen.end + (bytes[seen.end] === 0x0d && bytes[seen.end + 1] === 0x0a ? 2 : 1);
  }
  endPart(bytes.length);
  return { text: unmarked(parts.join("")), isRaw, isUtf8: characters > 2 * invalid, broken };
}

interface ByteLine {
  readonly look: number;
  readonly end: number;
  /** Characters of UTF-8 beyond ASCII, and bytes that are of none. */
  readonly characters: number;
  readonly invalid: number;
}

function lineAt(bytes: Uint8Array, start: number): ByteLine {
  let characters = 0;
  let invalid = 0;
  let doubtful = 0;
  let at = start;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      // Some of the old codes have capitals among the controls.
      if (byte < 0x20 && byte !== 0x09 && byte !== 0x0c) doubtful += 1;
      at += 1;
      continue;
    }
    const length = sequenceLength(bytes, at);
    if (length === 0) invalid += 1;
    else characters += 1;
    // Two letters of VISCII, as in “ươ”, may look like one of Greek, Cyrillic or beyond: the words have to tell.
    if (length === 2 && byte >= 0xce) doubtful += 1;
    at += length || 1;
  }
  const isRaw = (invalid + doubtful) * 2 > characters;
  return { look: isRaw ? raw : characters > 0 ? utf8 : ascii, end: at, characters, invalid };
}

function countLines(bytes: Uint8Array): number {
  let count = 1;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0x0a ? bytes[at - 1] !== 0x0d : bytes[at] === 0x0d) count += 1;
  }
  return count;
}

function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) count += 1;
  return count;
}
