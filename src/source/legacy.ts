/**
 * Vietnamese codes from before Unicode: what bytes read as in TCVN3 (ABC), VNI, VISCII, Windows-1258, and which of them
 * makes Vietnamese of a text. `decode.ts` only names the code of a file; `foreign.ts` converts by it, and says so.
 */
import { restoreCapitals } from "./capitals.ts";
import { cp1252Byte, cp1252Text, cp1258Byte } from "./code-pages.ts";
import { isVowel, properVietnamese, type Weight, weigh } from "./syllable.ts";

/**
 * What a text stands for. `bytes`: every character is a byte (Latin-1), and a byte that the code does not have is lost.
 * `letters`: characters as a program without the old fonts shows them, and what the code does not have stays as it is.
 */
export type Units = "bytes" | "letters";

export interface Reading {
  /** NFC as far as the code explains it. */
  readonly text: string;
  /** Characters that the code explained. */
  readonly converted: number;
  /** Bytes that it does not have, U+FFFD in the text; none where units are letters. */
  readonly lost: number;
}

export interface CodeReader {
  readonly name: string;
  readonly read: (text: string, units: Units) => Reading;
}

/** A code that whole files were written in. */
export interface LegacyCode extends CodeReader {
  /** How to convert such a file, in Vietnamese. */
  readonly advice: string;
}

/** The character of every byte; `undefined` where the code has none. */
type Table = readonly (string | undefined)[];

const tcvn3Letters =
  "a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ " +
  "a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ ccè ceẻ cfẽ d0é d1ẹ " +
  "d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ eeợ efù f1ủ " +
  "f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ";
/** The full standard TCVN 5712:1993 adds capitals with tones, in places where Windows has punctuation and controls. */
const vn1Capitals =
  "01Ú 02Ụ 04Ừ 05Ử 06Ữ 11Ứ 12Ự 13Ỳ 14Ỷ 15Ỹ 16Ý 17Ỵ 80À 81Ả 82Ã 83Á 84Ạ 85Ặ 86Ậ 87È 88Ẻ 89Ẽ 8aÉ 8bẸ 8cỆ 8dÌ 8eỈ " +
  "8fĨ 90Í 91Ị 92Ò 93Ỏ 94Õ 95Ó 96Ọ 97Ộ 98Ờ 99Ở 9aỠ 9bỚ 9cỢ 9dÙ 9eỦ 9fŨ afẰ baẲ bfẴ c0Ắ c1Ầ c2Ẩ c3Ẫ c4Ấ c5Ề cdỂ " +
  "d9Ễ daẾ dbỒ e0Ổ f0Ỗ ffỐ";
const visciiLetters =
  "02Ẳ 05Ẵ 06Ẫ 14Ỷ 19Ỹ 1eỴ " +
  "80Ạ 81Ắ 82Ằ 83Ặ 84Ấ 85Ầ 86Ẩ 87Ậ 88Ẽ 89Ẹ 8aẾ 8bỀ 8cỂ 8dỄ 8eỆ 8fỐ 90Ồ 91Ổ 92Ỗ 93Ộ 94Ợ 95Ớ 96Ờ 97Ở 98Ị 99Ỏ 9aỌ " +
  "9bỈ 9cỦ 9dŨ 9eỤ 9fỲ a0Õ a1ắ a2ằ a3ặ a4ấ a5ầ a6ẩ a7ậ a8ẽ a9ẹ aaế abề acể adễ aeệ afố b0ồ b1ổ b2ỗ b3Ỡ b4Ơ b5ộ " +
  "b6ờ b7ở b8ị b9Ự baỨ bbỪ bcỬ bdơ beớ bfƯ c0À c1Á c2Â c3Ã c4Ả c5Ă c6ẳ c7ẵ c8È c9É caÊ cbẺ ccÌ cdÍ ceĨ cfỳ d0Đ " +
  "d1ứ d2Ò d3Ó d4Ô d5ạ d6ỷ d7ừ d8ử d9Ù daÚ dbỹ dcỵ ddÝ deỡ dfư e0à e1á e2â e3ã e4ả e5ă e6ữ e7ẫ e8è e9é eaê ebẻ " +
  "ecì edí eeĩ efỉ f0đ f1ự f2ò f3ó f4ô f5õ f6ỏ f7ọ f8ụ f9ù faú fbũ fcủ fdý feợ ffỮ";

const circumflex = "\u0302";
const breve = "\u0306";
const acute = "\u0301";
const grave = "\u0300";
const hook = "\u0309";
const tilde = "\u0303";
const dot = "\u0323";

/** `base` with the letters of `entries` (two digits and a letter each) in place of its own. */
function tableOf(entries: string, base: Table): Table {
  const table = [...base];
  for (const entry of entries.split(" ")) table[Number.parseInt(entry.slice(0, 2), 16)] = entry.slice(2);
  return table;
}

/** ASCII, and the punctuation that Windows fonts keep from 0x80 to 0xBF. */
const windowsSigns: Table = cp1252Text.map((character, byte) =>
  byte >= 0xc0 || (byte >= 0x80 && byte === character.charCodeAt(0) && byte < 0xa0) ? undefined : character,
);
const tcvn3Table = tableOf(tcvn3Letters, windowsSigns);
const vn1Table = tableOf(vn1Capitals, tcvn3Table);
const visciiTable = tableOf(visciiLetters, cp1252Text);
const cp1258Table: Table = cp1252Text.map(
  (character, byte) => [...cp1258Byte].find(([, other]) => other === byte)?.[0] ?? character,
);

/** Bytes of the characters beyond Latin-1. Windows writes the micro sign, à in TCVN3, as the Greek letter too. */
const otherBytes = new Map([...cp1252Byte].map(([character, byte]) => [character.charCodeAt(0), byte]));
otherBytes.set(0x3bc, 0xb5);

/** The longest text that is read without a buffer of its own. */
const buffer = new Uint16Array(32_768);

/** A reader of single characters by the table, and of two that are one letter by `pairs`. */
function reader(table: Table, pairs: ReadonlyMap<string, string> = new Map()): CodeReader["read"] {
  const letters = Uint16Array.from({ length: 256 }, (_, byte) => table[byte]?.charCodeAt(0) ?? 0);
  const pairLetters = new Map([...pairs].map(([pair, letter]) => [pairKey(pair, 0), letter.charCodeAt(0)]));
  const hasPairs = new Uint8Array(256);
  for (const pair of pairs.keys()) hasPairs[pair.charCodeAt(0)] = 1;
  return (text, units) => {
    const out = text.length <= buffer.length ? buffer : new Uint16Array(text.length);
    let length = 0;
    let converted = 0;
    let lost = 0;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      const byte = unit < 0x100 ? unit : otherBytes.get(unit);
      let letter = byte === undefined ? unit : letters[byte]!;
      if (byte !== undefined && hasPairs[byte] === 1) {
        const pair = pairLetters.get(pairKey(text, index));
        if (pair !== undefined) {
          letter = pair;
          index += 1;
        }
      }
      if (letter === 0 && units === "letters") letter = unit;
      if (letter === 0) {
        letter = 0xfffd;
        lost += 1;
      } else if (letter !== unit || (units === "bytes" && unit >= 0x80)) converted += 1;
      out[length] = letter;
      length += 1;
    }
    return { text: textOf(out, length), converted, lost };
  };
}

const pairKey = (text: string, index: number): number => text.charCodeAt(index) * 0x10000 + text.charCodeAt(index + 1);

function textOf(units: Uint16Array, length: number): string {
  if (length > 24) return Buffer.from(units.buffer, 0, length * 2).toString("utf16le");
  let text = "";
  for (let at = 0; at < length; at++) text += String.fromCharCode(units[at]!);
  return text;
}

const advice = (name: string): string =>
  `Mở tệp bằng phần mềm gõ tiếng Việt có công cụ chuyển mã (như UniKey: Ctrl+Shift+F6), chuyển từ ${name} sang Unicode dựng sẵn, rồi lưu tệp với mã UTF-8.`;

/** A byte that follows a vowel, and the marks that it adds. */
type Mark = readonly [byte: number, marks: string];

/** Pairs of a vowel, as the code writes it, and a byte for its marks; only those that are letters of Vietnamese. */
function pairsOf(
  vowels: readonly (readonly [written: string, vowel: string])[],
  marks: readonly Mark[],
): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const [written, vowel] of vowels) {
    for (const [byte, mark] of marks) {
      const letter = (vowel + mark).normalize("NFC");
      if (isVowel(letter.toLowerCase())) pairs.set(written + String.fromCharCode(byte), letter);
    }
  }
  return pairs;
}

const asThemselves = (vowels: string): readonly (readonly [string, string])[] =>
  [...vowels].map((vowel) => [vowel, vowel]);
const vn1Pairs = pairsOf(
  [
    ...asThemselves("AEIOUYaeiouy"),
    ...[..."ĂÂÊÔƠƯăâêôơư"].map((vowel) => [String.fromCharCode(tcvn3Table.indexOf(vowel)), vowel] as const),
  ],
  [
    [0xb0, grave],
    [0xb1, hook],
    [0xb2, tilde],
    [0xb3, acute],
    [0xb4, dot],
  ],
);

/** VNI has a byte for a few letters; the others are a vowel and a byte for all of its marks. */
const vniTable = tableOf(
  "d1Đ f1đ d4Ơ f4ơ d6Ư f6ư ccÌ ecì cdÍ edí c6Ỉ e6ỉ d3Ĩ f3ĩ d2Ị f2ị ceỴ eeỵ d7× f7÷",
  windowsSigns,
);
const vniSmallMarks: readonly Mark[] = [
  [0xf9, acute],
  [0xf8, grave],
  [0xfb, hook],
  [0xf5, tilde],
  [0xef, dot],
  [0xe2, circumflex],
  [0xe1, circumflex + acute],
  [0xe0, circumflex + grave],
  [0xe5, circumflex + hook],
  [0xe3, circumflex + tilde],
  [0xe4, circumflex + dot],
  [0xea, breve],
  [0xe9, breve + acute],
  [0xe8, breve + grave],
  [0xfa, breve + hook],
  [0xfc, breve + tilde],
  [0xeb, breve + dot],
];
/** The capital of a mark is 0x20 lower; typists mixed the two, so either goes with either letter. */
const vniMarks = vniSmallMarks.flatMap(([byte, mark]): readonly Mark[] => [
  [byte, mark],
  [byte - 0x20, mark],
]);
const vniPairs = pairsOf(
  [...asThemselves("AEOUYaeouy"), ["\u00d4", "Ơ"], ["\u00f4", "ơ"], ["\u00d6", "Ư"], ["\u00f6", "ư"]],
  vniMarks,
);

const readCp1258 = reader(cp1258Table);

export const tcvn3: LegacyCode = {
  name: "TCVN3 (ABC)",
  advice: advice("TCVN3 (ABC)"),
  read: reader(tcvn3Table),
};
export const vni: LegacyCode = {
  name: "VNI",
  advice: advice("VNI Windows"),
  read: reader(vniTable, vniPairs),
};
export const viscii: LegacyCode = { name: "VISCII", advice: advice("VISCII"), read: reader(visciiTable) };
export const cp1258: LegacyCode = {
  name: "Windows-1258",
  advice: "Mở tệp bằng một trình soạn thảo, chọn mã Windows-1258 khi mở, rồi lưu lại với mã UTF-8.",
  read: (text, units) => {
    const reading = readCp1258(text, units);
    const composed = reading.text.normalize("NFC");
    // A letter and its mark are one character.
    return { ...reading, text: composed, converted: composed.match(/[\u00c0-\u1eff]/g)?.length ?? 0 };
  },
};
/** All of TCVN 5712:1993; only for bytes, as its capitals stand where Windows has other signs. */
export const vn1: CodeReader = { name: "TCVN 5712 (VN1)", read: reader(vn1Table, vn1Pairs) };

/** Signs of Western Windows; its letters are no letters of Vietnamese text. */
export const windows1252: CodeReader = { name: "Windows-1252", read: reader(cp1252Text) };

export const legacyCodes: readonly LegacyCode[] = [tcvn3, vni, viscii, cp1258];

/** Words that every plan has some of; each has a letter outside ASCII. */
const commonWords = new Set(
  "của và các kế hoạch năm số nhân dân xã ủy uỷ thực hiện cơ thời địa định nội chủ trì phối hợp quyết tỉnh huyện công tác được về đến với tại nhận ngày tháng đơn vị nghị việc điều căn cứ tuyên truyền cải cách hành chính tổ chức mục đích yêu cầu nhiệm vụ để những một từ là có không người phòng sở thường xuyên kết quả báo cáo".split(
    " ",
  ),
);

/** How many words of `text` are among the commonest Vietnamese words with marks. */
export function vietnameseWords(text: string): number {
  let hits = 0;
  for (const word of text.toLowerCase().split(/[^a-zà-ỹđ]+/)) {
    if (/[^a-z]/.test(word) && commonWords.has(word)) hits += 1;
  }
  return hits;
}

/** The code in which `bytes` read as Vietnamese, if one makes clearly more of them than the others; null otherwise. */
export function guessLegacyCode(bytes: Uint8Array): LegacyCode | null {
  const units = latin1(bytes);
  let best: LegacyCode | null = null;
  let bestHits = 0;
  for (const code of legacyCodes) {
    const hits = vietnameseWords(code.read(units, "bytes").text);
    if (hits > bestHits) {
      best = code;
      bestHits = hits;
    }
  }
  return best;
}

/** Bytes as characters of the same numbers. */
export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

/**
 * Text of a Word file whose run is set in an old font, in Unicode: “.VnTime” and its kin hold TCVN3, “.VnTimeH” shows all of
 * it as capitals, “VNI-Times” and its kin hold VNI. Text that is Unicode Vietnamese already is returned as it is; null when
 * the font is no such font. Lengths of TCVN3 do not change, so the capitals of a whole paragraph can be restored afterwards.
 */
export function fromLegacyFont(text: string, fontName: string): string | null {
  const font = fontName.trim();
  const code = /^\.Vn/i.test(font) ? tcvn3 : /^VNI[- ]/i.test(font) ? vni : null;
  if (code === null) return null;
  // Word stores the characters of a font with its own set in the private area.
  const units = text.replace(/[\uf020-\uf0ff]/g, (character) => String.fromCharCode(character.charCodeAt(0) & 0xff));
  if (properVietnamese.test(units)) return text;
  const read = code.read(units, "letters").text;
  if (units === text) {
    const score = ({ good, common, bad }: Weight): number => good + common - 2 * bad;
    if (score(weigh(text, true)) > score(weigh(read, false))) return text;
  }
  if (code === vni) return read;
  return /H$|^[^A-Z]*h$/.test(font) ? read.toUpperCase() : restoreCapitals(read, true);
}
