/**
 * UTF-8 that was opened in an eight-bit code (Latin-1, Windows-1252 or Windows-1258) and saved as UTF-8 again, once or more:
 * “Káº¿ hoáº¡ch”. Read back by the bytes that its characters were.
 */
import { cp1252Byte, cp1258Byte } from "./code-pages.ts";

export interface DecodedTwice {
  readonly text: string;
  /** How often the text had been encoded too much; 0 when nothing in it looks like it. */
  readonly times: number;
  /** Characters won. */
  readonly converted: number;
  /** Sequences of which a part is missing; each gives one U+FFFD. */
  readonly lost: number;
}

const mostTimes = 4;

/** The first byte of an encoded character and one of its further bytes, as the eight-bit codes show them. */
const pattern =
  /[\u00c2-\u00f4\u0102\u0103\u0110\u0111\u01a0\u01a1\u01af][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/;

/** Whether something in the text looks like UTF-8 encoded twice. */
export const looksTwiceEncoded = (text: string): boolean => pattern.test(text);

/** Decodes as often as the text still looks encoded. Text that does not is returned as it is. */
export function decodeTwice(text: string): DecodedTwice {
  let result: DecodedTwice = { text, times: 0, converted: 0, lost: 0 };
  while (result.times < mostTimes && looksTwiceEncoded(result.text)) {
    const next = decodeOnce(result.text);
    // After the first time all of it must be encoded still: “XÃ”, with its quotation mark, only looks so.
    if (next.converted === 0 || (result.times > 0 && (next.isPartial || next.lost > 0))) break;
    result = { text: next.text, times: result.times + 1, converted: next.converted, lost: result.lost + next.lost };
  }
  return result;
}

interface DecodedOnce {
  readonly text: string;
  readonly converted: number;
  readonly lost: number;
  /** Whether characters beyond ASCII were left as they were. */
  readonly isPartial: boolean;
}

function decodeOnce(text: string): DecodedOnce {
  let result = "";
  let done = 0;
  let converted = 0;
  let lost = 0;
  let isPartial = false;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) < 0x80) continue;
    const sequence = sequenceAt(text, index);
    if (sequence === null) {
      isPartial = true;
      continue;
    }
    result += text.slice(done, index) + sequence.character;
    done = index + sequence.length;
    index = done - 1;
    if (sequence.isTorn) lost += 1;
    else converted += 1;
  }
  return { text: result + text.slice(done), converted, lost, isPartial };
}

interface Sequence {
  readonly character: string;
  readonly length: number;
  readonly isTorn: boolean;
}

/** The character that the sequence at `index` encodes; U+FFFD for the torn sequence of a Vietnamese letter; else null. */
function sequenceAt(text: string, index: number): Sequence | null {
  const lead = byteAt(text, index);
  const length =
    lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  if (length === 0) return null;
  let value = lead & (0xff >> (length + 1));
  for (let next = 1; next < length; next++) {
    const byte = next === length - 1 ? lastByteAt(text, index, length) : byteAt(text, index + next);
    if (byte >> 6 !== 2) return next === 2 ? torn(text, index) : null;
    value = (value << 6) | (byte & 0x3f);
  }
  const least = [0, 0, 0x80, 0x800, 0x10000][length]!;
  if (value < least || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) return null;
  return { character: String.fromCodePoint(value), length, isTorn: false };
}

/** The last byte; programs turn the no-break space, a byte of à, Ạ and others, into a space and bytes of no letter into `?`. */
function lastByteAt(text: string, index: number, length: number): number {
  const byte = byteAt(text, index + length - 1);
  const head = text.slice(index, index + length - 1);
  if (byte === 0x20 && /^(?:[ÃĂÆ]|áº|á»)$/.test(head)) return 0xa0;
  if (byte === 0x3f && head === "Ä") return 0x90;
  return byte;
}

/** “á»” or “áº” whose third byte is missing: one of the Vietnamese letters, and no one can say which. */
function torn(text: string, index: number): Sequence | null {
  if (!/^á[º»]/.test(text.slice(index, index + 2))) return null;
  return { character: "\ufffd", length: /[?\ufffd]/.test(text.charAt(index + 2)) ? 3 : 2, isTorn: true };
}

function byteAt(text: string, index: number): number {
  if (index >= text.length) return -1;
  const unit = text.charCodeAt(index);
  return unit < 0x100 ? unit : (cp1252Byte.get(text[index]!) ?? cp1258Byte.get(text[index]!) ?? -1);
}
