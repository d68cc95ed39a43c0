/**
 * Vietnamese codes from before Unicode: what bytes would read as in TCVN3 (ABC), VNI, VISCII, Windows-1258, and which of
 * them makes Vietnamese of a text. Used only to name the code in a message; nothing is ever converted silently.
 */

export interface LegacyCode {
  readonly name: string;
  /** How to convert, in Vietnamese. */
  readonly advice: string;
  readonly decode: (bytes: Uint8Array) => string;
}

const tcvn3Upper: readonly (readonly [number, string])[] = [
  [0xa1, "Ă"],
  [0xa2, "Â"],
  [0xa3, "Ê"],
  [0xa4, "Ô"],
  [0xa5, "Ơ"],
  [0xa6, "Ư"],
  [0xa7, "Đ"],
];
const tcvn3Lower =
  "a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ";
const visciiText =
  "80Ạ 81Ắ 82Ằ 83Ặ 84Ấ 85Ầ 86Ẩ 87Ậ 88Ẽ 89Ẹ 8aẾ 8bỀ 8cỂ 8dỄ 8eỆ 8fỐ 90Ồ 91Ổ 92Ỗ 93Ộ 94Ợ 95Ớ 96Ờ 97Ở 98Ị 99Ỏ 9aỌ 9bỈ 9cỦ 9dŨ 9eỤ 9fỲ a0Õ a1ắ a2ằ a3ặ a4ấ a5ầ a6ẩ a7ậ a8ẽ a9ẹ aaế abề acể adễ aeệ afố b0ồ b1ổ b2ỗ b3Ỡ b4Ơ b5ộ b6ờ b7ở b8ị b9Ự baỨ bbỪ bcỬ bdơ beớ bfƯ c0À c1Á c2Â c3Ã c4Ả c5Ă c6ẳ c7ẵ c8È c9É caÊ cbẺ ccÌ cdÍ ceĨ cfỳ d0Đ d1ứ d2Ò d3Ó d4Ô d5ạ d6ỷ d7ừ d8ử d9Ù daÚ dbỹ dcỵ ddÝ deỡ dfư e0à e1á e2â e3ã e4ả e5ă e6ữ e7ẫ e8è e9é eaê ebẻ ecì edí eeĩ efỉ f0đ f1ự f2ò f3ó f4ô f5õ f6ỏ f7ọ f8ụ f9ù faú fbũ fcủ fdý feợ ffỮ";

function singleByte(table: string, more: readonly (readonly [number, string])[] = []): (bytes: Uint8Array) => string {
  const characters = new Map<number, string>(more);
  for (const entry of table.split(" ")) characters.set(Number.parseInt(entry.slice(0, 2), 16), entry.slice(2));
  return (bytes) => {
    let text = "";
    for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : (characters.get(byte) ?? "\ufffd");
    return text;
  };
}

/** VNI writes a letter and a second byte with its marks; a few letters have a byte of their own. */
const vniAlone: Readonly<Record<number, string>> = {
  237: "í",
  236: "ì",
  230: "ỉ",
  243: "ĩ",
  242: "ị",
  241: "đ",
  209: "Đ",
  238: "ỵ",
  244: "ơ",
  212: "Ơ",
  246: "ư",
  214: "Ư",
};
const circumflex = "\u0302";
const breve = "\u0306";
const acute = "\u0301";
const grave = "\u0300";
const hook = "\u0309";
const tilde = "\u0303";
const dot = "\u0323";
const vniMarks: Readonly<Record<number, string>> = {
  249: acute,
  248: grave,
  251: hook,
  245: tilde,
  239: dot,
  226: circumflex,
  225: circumflex + acute,
  224: circumflex + grave,
  229: circumflex + hook,
  227: circumflex + tilde,
  228: circumflex + dot,
  234: breve,
  233: breve + acute,
  232: breve + grave,
  250: breve + hook,
  252: breve + tilde,
  235: breve + dot,
};

function decodeVni(bytes: Uint8Array): string {
  let text = "";
  let before = "";
  for (const byte of bytes) {
    let next: string;
    const mark = vniMarks[byte] ?? vniMarks[byte + 0x20];
    if (byte < 0x80) next = String.fromCharCode(byte);
    else if (mark !== undefined && /[aeouyAEOUYơƠưƯ]/.test(before)) next = mark;
    else next = vniAlone[byte] ?? "\ufffd";
    text += next;
    before = next;
  }
  return text.normalize("NFC");
}

const viqrMarks: Readonly<Record<string, string>> = {
  "^": circumflex,
  "(": breve,
  "+": "\u031b",
  "'": acute,
  "`": grave,
  "?": hook,
  "~": tilde,
  ".": dot,
};

/** Text in VIQR, where punctuation after a vowel stands for its marks and `dd` for đ. */
export function decodeViqr(text: string): string {
  return text
    .replace(/dd/g, "đ")
    .replace(/D[Dd]/g, "Đ")
    .replace(
      /([aeiouyAEIOUY])([(^+]?)(['`?~.]?)/g,
      (_all, vowel: string, shape: string, tone: string) => vowel + (viqrMarks[shape] ?? "") + (viqrMarks[tone] ?? ""),
    )
    .normalize("NFC");
}

const advice = (name: string): string =>
  `Mở tệp bằng phần mềm gõ tiếng Việt có công cụ chuyển mã (như UniKey: Ctrl+Shift+F6), chuyển từ ${name} sang Unicode dựng sẵn, rồi lưu tệp với mã UTF-8.`;

export const legacyCodes: readonly LegacyCode[] = [
  { name: "TCVN3 (ABC)", advice: advice("TCVN3 (ABC)"), decode: singleByte(tcvn3Lower, tcvn3Upper) },
  { name: "VNI", advice: advice("VNI Windows"), decode: decodeVni },
  { name: "VISCII", advice: advice("VISCII"), decode: singleByte(visciiText) },
  {
    name: "Windows-1258",
    advice: "Mở tệp bằng một trình soạn thảo, chọn mã Windows-1258 khi mở, rồi lưu lại với mã UTF-8.",
    decode: (bytes) => new TextDecoder("windows-1258").decode(bytes).normalize("NFC"),
  },
];

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
  let best: LegacyCode | null = null;
  let bestHits = 0;
  for (const code of legacyCodes) {
    const hits = vietnameseWords(code.decode(bytes));
    if (hits > bestHits) {
      best = code;
      bestHits = hits;
    }
  }
  return best;
}
