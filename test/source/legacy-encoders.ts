/**
 * Unicode → the codes from before it, as files of the time hold them. Written from the standards, apart from the tables of
 * `src/source`, so that each checks the other. An encoder gives null for a text with a character that its code cannot hold.
 */

export type Encoder = (text: string) => Uint8Array | null;

const capitalsOf = (letters: string): string => letters.toUpperCase();

/** All letters of Vietnamese with marks, small: 67 of them. */
export const smallLetters = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ".normalize("NFC");
export const allLetters = smallLetters + capitalsOf(smallLetters);

const windowsPunctuation = new Map(
  Object.entries({
    "€": 0x80,
    "‚": 0x82,
    "„": 0x84,
    "…": 0x85,
    "‘": 0x91,
    "’": 0x92,
    "“": 0x93,
    "”": 0x94,
    "•": 0x95,
    "–": 0x96,
    "—": 0x97,
    "\u00a0": 0xa0,
  }),
);

/** Encoder of one character at a time. */
function encoder(bytesOf: (character: string) => readonly number[] | undefined): Encoder {
  return (text) => {
    const bytes: number[] = [];
    for (const character of text.normalize("NFC")) {
      const found = character < "\u0080" ? [character.charCodeAt(0)] : bytesOf(character);
      if (found === undefined) return null;
      bytes.push(...found);
    }
    return Uint8Array.from(bytes);
  };
}

/** Rows of letters, each from the place of its first one. */
function rows(...entries: readonly (readonly [number, string])[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const [first, letters] of entries) {
    [...letters.normalize("NFC")].forEach((letter, index) => {
      places.set(letter, first + index);
    });
  }
  return places;
}

const single =
  (table: ReadonlyMap<string, number>, more?: ReadonlyMap<string, number>) =>
  (character: string): readonly number[] | undefined => {
    const byte = table.get(character) ?? more?.get(character);
    return byte === undefined ? undefined : [byte];
  };

/** TCVN 5712:1993, VN3: what the fonts .VnTime show. It has no capitals with tones. */
const vn3 = rows(
  [0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"],
  [0xb5, "àảãáạ"],
  [0xbb, "ằẳẵắ"],
  [0xc6, "ặầẩẫấậè"],
  [0xce, "ẻẽéẹềểễếệìỉ"],
  [0xdc, "ĩíịò"],
  [0xe1, "ỏõóọồổỗốộờởỡớợù"],
  [0xf1, "ủũúụừửữứựỳỷỹýỵ"],
);
const vn3Bytes = single(vn3, windowsPunctuation);
export const encodeTcvn3: Encoder = encoder((character) => vn3Bytes(character) ?? vn3Bytes(character.toLowerCase()));

/** VN1, the whole standard: capitals with tones among controls and where Windows has punctuation. */
const vn1 = rows(
  [0x80, "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"],
  [0x01, "ÚỤ"],
  [0x04, "ỪỬỮ"],
  [0x11, "ỨỰỲỶỸÝỴ"],
  [0xaf, "Ằ"],
  [0xba, "Ẳ"],
  [0xbf, "ẴẮẦẨẪẤỀ"],
  [0xcd, "Ể"],
  [0xd9, "ỄẾỒ"],
  [0xe0, "Ổ"],
  [0xf0, "Ỗ"],
  [0xff, "Ố"],
);
export const encodeVn1: Encoder = encoder(single(new Map([...vn3, ...vn1])));

/** VISCII 1.1 (RFC 1456): no place for curly quotation marks or dashes. */
export const encodeViscii: Encoder = encoder(
  single(
    rows(
      [0x02, "Ẳ"],
      [0x05, "ẴẪ"],
      [0x14, "Ỷ"],
      [0x19, "Ỹ"],
      [0x1e, "Ỵ"],
      [0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"],
      [0xa0, "Õắằặấầẩậẽẹếềểễệốồổỗ"],
      [0xb3, "ỠƠộờởịỰỨỪỬơớƯ"],
      [0xc0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"],
      [0xe0, "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"],
    ),
  ),
);

/** VNI for Windows: rows of a vowel, and the letters that its second bytes make in the order of `vniSeconds`. */
const vniSeconds = "ùøûõïâáàåãäêéèúüë";
const vniRows: readonly (readonly [string, string])[] = [
  ["a", "áàảãạâấầẩẫậăắằẳẵặ"],
  ["e", "éèẻẽẹêếềểễệ"],
  ["o", "óòỏõọôốồổỗộ"],
  ["u", "úùủũụ"],
  ["y", "ýỳỷỹ"],
  ["ô", "ớờởỡợ"],
  ["ö", "ứừửữự"],
];
const vniAlone = "íí ìì ỉæ ĩó ịò đñ ỵî ơô ưö";
const vniPairs = new Map<string, readonly number[]>();
const latinBytes = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0));
for (const [base, letters] of vniRows) {
  [...letters].forEach((letter, index) => {
    const written = base + vniSeconds[index]!;
    vniPairs.set(letter, latinBytes(written));
    vniPairs.set(letter.toUpperCase(), latinBytes(written.toUpperCase()));
  });
}
for (const [letter, written] of vniAlone.split(" ").map((pair) => [...pair] as [string, string])) {
  vniPairs.set(letter, latinBytes(written));
  vniPairs.set(letter.toUpperCase(), latinBytes(written.toUpperCase()));
}
const windowsBytes = single(windowsPunctuation);
export const encodeVni: Encoder = encoder((character) => vniPairs.get(character) ?? windowsBytes(character));

/** Windows-1258: a letter, and its tone after it where the two have no place of their own. */
const cp1258 = new Map([
  ...windowsPunctuation,
  ...rows(
    [0xc0, "ÀÁÂĂ"],
    [0xc8, "ÈÉÊ"],
    [0xcd, "Í"],
    [0xd0, "Đ"],
    [0xd3, "ÓÔƠ"],
    [0xd9, "ÙÚ"],
    [0xdd, "Ư"],
    [0xe0, "àáâă"],
    [0xe8, "èéê"],
    [0xed, "í"],
    [0xf0, "đ"],
    [0xf3, "óôơ"],
    [0xf9, "ùú"],
    [0xfd, "ư"],
  ),
]);
const cp1258Tones = new Map([
  ["\u0300", 0xcc],
  ["\u0309", 0xd2],
  ["\u0303", 0xde],
  ["\u0301", 0xec],
  ["\u0323", 0xf2],
]);
export const encode1258: Encoder = encoder((character) => {
  const whole = cp1258.get(character);
  if (whole !== undefined) return [whole];
  const apart = character.normalize("NFD");
  const tone = [...apart].find((mark) => cp1258Tones.has(mark));
  if (tone === undefined) return undefined;
  const base = apart.replace(tone, "").normalize("NFC");
  const byte = base < "\u0080" ? base.charCodeAt(0) : cp1258.get(base);
  return byte === undefined ? undefined : [byte, cp1258Tones.get(tone)!];
});

const viqrSigns: Readonly<Record<string, string>> = {
  "\u0302": "^",
  "\u0306": "(",
  "\u031b": "+",
  "\u0301": "'",
  "\u0300": "`",
  "\u0309": "?",
  "\u0303": "~",
  "\u0323": ".",
};

/** VIQR. `escaped` sets a backslash before a sign after a vowel that is no mark, as RFC 1456 wants and few did. */
export function encodeViqr(text: string, escaped: boolean): Uint8Array {
  const guarded = escaped
    ? text
        .normalize("NFC")
        .replace(/(?<=[aeiouyàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ])[\^(+'`?~.]/gi, "\\$&")
    : text;
  const signs = guarded
    .replace(/đ/g, "dd")
    .replace(/(?<=\p{Lu})Đ|Đ(?=\p{Lu})/gu, "DD")
    .replace(/Đ/g, "Dd")
    .normalize("NFD")
    // The mark of the shape comes before that of the tone; a dot below is sorted before both.
    .replace(/\u0323([\u0302\u0306\u031b])/g, "$1\u0323")
    .replace(/[\u0300-\u0323]/g, (mark) => viqrSigns[mark] ?? mark);
  return new TextEncoder().encode(signs);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** UTF-16 and UTF-32, in either order of bytes, with or without a mark. */
export function encodeWide(text: string, width: 2 | 4, little: boolean, mark: boolean): Uint8Array {
  const marked = (mark ? "\ufeff" : "") + text;
  const values =
    width === 2
      ? Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at))
      : [...marked].map((character) => character.codePointAt(0)!);
  const view = new DataView(new ArrayBuffer(values.length * width));
  values.forEach((value, index) => {
    if (width === 2) view.setUint16(index * 2, value, little);
    else view.setUint32(index * 4, value, little);
  });
  return new Uint8Array(view.buffer);
}

/** Windows-1252 from 0x80 to 0x9F; its five holes are controls, as browsers have them. */
const windowsHigh = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Where Windows-1258 differs from it. */
const vietnameseHigh: Readonly<Record<string, string>> = {
  Š: "\u008a",
  Ž: "\u008e",
  š: "\u009a",
  ž: "\u009e",
  Ã: "Ă",
  Ì: "\u0300",
  Ð: "Đ",
  Ò: "\u0309",
  Õ: "Ơ",
  Ý: "Ư",
  Þ: "\u0303",
  ã: "ă",
  ì: "\u0301",
  ð: "đ",
  ò: "\u0323",
  õ: "ơ",
  ý: "ư",
  þ: "₫",
};

/** Bytes as a program shows them that takes them for Latin-1, Windows-1252 or Windows-1258. (Node 20 has the second wrong.) */
export function misread(bytes: Uint8Array, code: "latin1" | "windows-1252" | "windows-1258"): string {
  const latin = Buffer.from(bytes).toString("latin1");
  if (code === "latin1") return latin;
  const western = latin.replace(/[\u0080-\u009f]/g, (character) => [...windowsHigh][character.charCodeAt(0) - 0x80]!);
  return code === "windows-1252"
    ? western
    : western.replace(/[^\0-\x7f]/g, (character) => vietnameseHigh[character] ?? character);
}

/** The text with what the old codes lack as typists of the time wrote it. */
export const plainPunctuation = (text: string): string =>
  text
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, "-")
    .replace(/…/g, "...")
    .replace(/\u00a0/g, " ");
