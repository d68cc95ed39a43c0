/**
 * Bytes → SourceFile: UTF-8 with or without byte-order mark, any line ends, NFC inside.
 *
 * A file in another code gets an error that names the likely code and the way to convert it; nothing is guessed into the
 * text. Clean UTF-8 is never flagged, whatever its words. What a file may carry without a person seeing it (decomposed
 * accents, invisible characters) is put right and told in one notice each.
 */
import { createHash } from "node:crypto";
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import { cleanText, lostCharacters } from "./clean.ts";
import { cp1252Byte } from "./code-pages.ts";
import * as errors from "./errors.ts";
import { guessLegacyCode, latin1, legacyCodes, vietnameseWords } from "./legacy.ts";
import { emptySpan, lineTable, type SourceFile, type Span } from "./source-file.ts";
import { properVietnamese } from "./syllable.ts";
import { readViqr } from "./viqr.ts";

/** Reads a file. The value is null when its code is not UTF-8, with the error that says so; never throws. */
export function decode(bytes: Uint8Array, path: string): Checked<SourceFile | null> {
  const refused = refuse(bytes);
  if (refused) return { value: null, diagnostics: [refused] };
  const raw = new TextDecoder("utf-8", { ignoreBOM: false }).decode(bytes);
  const garbled = garbledText(raw);
  if (garbled) return { value: null, diagnostics: [garbled] };
  return sourceFromText(raw, path);
}

/** The SourceFile of a text that is already decoded: line ends, NFC, invisible characters. Never throws. */
export function sourceFromText(raw: string, path: string): Checked<SourceFile> {
  const { value: text, diagnostics } = cleanText(raw, "drop pages");
  const digest = createHash("sha256").update(text, "utf8").digest("hex");
  return {
    value: { path, text, lineStarts: lineTable(text), digest },
    diagnostics: [...diagnostics, ...lostCharacters(text)],
  };
}

const nowhere = emptySpan(0);

/** What makes the bytes no UTF-8 text at all. */
function refuse(bytes: Uint8Array): Diagnostic | null {
  const wide = wideCode(bytes);
  if (wide) return errors.utf16(nowhere, { code: wide });
  const kind = binaryKind(bytes);
  if (kind !== null) return errors.binaryFile(nowhere, { kind });
  const invalid = firstInvalid(bytes);
  if (invalid < 0) return null;
  const code = guessLegacyCode(bytes);
  if (code) return errors.legacyCode(nowhere, { code: code.name }, { hint: code.advice });
  let line = 1;
  for (let index = 0; index < invalid; index++) if (bytes[index] === 0x0a) line += 1;
  const byte = `0x${bytes[invalid]!.toString(16).toUpperCase().padStart(2, "0")}`;
  return errors.notUtf8(nowhere, { byte, line });
}

export function wideCode(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length >= 4 ? "UTF-32 LE" : "UTF-16 LE";
  if (a === 0xfe && b === 0xff) return "UTF-16 BE";
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return "UTF-32 BE";
  // Without a mark: every second byte of Latin text is zero, on one side.
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) even += 1;
    if (bytes[index + 1] === 0) odd += 1;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return "UTF-16 LE";
  if (even > pairs * 0.4 && odd < pairs * 0.05) return "UTF-16 BE";
  return null;
}

const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], " mà là tệp nén hoặc tệp Word, Excel (.docx, .xlsx)"],
  [[0xd0, 0xcf, 0x11, 0xe0], " mà là tệp Word, Excel kiểu cũ (.doc, .xls)"],
  [[0x25, 0x50, 0x44, 0x46], " mà là tệp PDF"],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], " mà là tệp RTF"],
  [[0x89, 0x50, 0x4e, 0x47], " mà là tệp ảnh PNG"],
  [[0xff, 0xd8, 0xff], " mà là tệp ảnh JPEG"],
];

/** What a binary file is, for the message; "" when it is only known not to be text; null for text. */
function binaryKind(bytes: Uint8Array): string | null {
  for (const [signature, kind] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) return kind;
  }
  return bytes.includes(0) ? " (có byte 0)" : null;
}

/** Index of the first byte that is no UTF-8; -1 when all of it is. */
function firstInvalid(bytes: Uint8Array): number {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return -1;
  } catch {
    // The decoder does not say where; the walk below is needed once, for the message.
  }
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return bytes.length - 1;
}

/** Length of the UTF-8 sequence at `index`; 0 when there is none. */
export function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index]!;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return 0;
  for (let next = 1; next < length; next++) if ((bytes[index + next] ?? 0) >> 6 !== 2) return 0;
  const second = bytes[index + 1]!;
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0;
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0;
  return length;
}

/** Valid UTF-8 whose letters are those of another code. */
function garbledText(text: string): Diagnostic | null {
  if (properVietnamese.test(text)) return null;
  if (/[\u00c0-\u00ff]/.test(text)) {
    const bytes = asBytes(text);
    const twice = /(?:[\u00c3-\u00c6][\u0080-\u00bf€‚-”†-•–—˜™Œœš›Š‹Žžƒˆ‰Ÿ]|\u00e1[\u00ba\u00bb»º])/.exec(text);
    if (twice && firstInvalid(bytes) < 0) {
      const span = wordAt(text, twice.index);
      return errors.doubleEncoded(nowhere, { found: text.slice(span.start, span.end) });
    }
    const code = guessLegacyCode(bytes);
    // Latin words with accents are clean; only a text that turns into Vietnamese by another code is not.
    if (code && vietnameseWords(code.read(latin1(bytes), "bytes").text) >= Math.max(3, 2 * vietnameseWords(text) + 1)) {
      const span = wordAt(text, text.search(/[\u00a1-\u00ff]/));
      return errors.legacyLetters(
        nowhere,
        { code: code.name, found: text.slice(span.start, span.end) },
        { hint: code.advice },
      );
    }
    return null;
  }
  const mark = text.search(/[aeoAEO]\^|[ouOU]\+|[aA]\(/);
  if (mark >= 0 && vietnameseWords(readViqr(text, "leave").text) >= 3) {
    const span = wordAt(text, mark);
    return errors.viqr(nowhere, { found: text.slice(span.start, span.end) });
  }
  return null;
}

function asBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[index] = unit < 0x100 ? unit : (cp1252Byte.get(text[index]!) ?? 0x3f);
  }
  return bytes;
}

function wordAt(text: string, at: number): Span {
  let start = at;
  let end = at;
  while (start > 0 && /\S/.test(text[start - 1]!) && at - start < 20) start -= 1;
  while (end < text.length && /\S/.test(text[end]!) && end - at < 20) end += 1;
  return { start, end };
}

/** Names of the codes that are recognised, for the manual. */
export const recognisedCodes: readonly string[] = ["UTF-16", "UTF-32", ...legacyCodes.map((code) => code.name), "VIQR"];
