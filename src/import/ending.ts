/**
 * The end of a document: recipients and signatures, one after the other, side by side, or line by line between each other
 * as a converter leaves two columns.
 */
import { flat } from "./flat.ts";
import type { MendedParagraph } from "./pieces.ts";
import type { RawRun } from "./raw.ts";
import {
  hasEnd,
  isCapitals,
  joinedRuns,
  plain,
  plainRun,
  sliceRuns,
  splitLines,
  startsLower,
  tidy,
  trimRuns,
} from "./words.ts";

export interface Ending {
  /** Without their bullets; a line of the list that had none stands so too. */
  readonly recipients: readonly { readonly bulleted: boolean; readonly runs: readonly RawRun[] }[];
  /** Lines of authority and position, further titles, the name: as `ký:` takes them. */
  readonly signatures: readonly (readonly string[])[];
  /** “(Đã ký)” and the like. */
  readonly signed: readonly string[];
  /** Paragraphs that belong to neither. */
  readonly rest: readonly MendedParagraph[];
}

export const recipientsTitle = /^\s*(?:noi nhan|noi gui|kinh chuyen)\s*(?:[:.;]|$)/;
const authorityStart = /^(?:(?:TM|KT|TL|TUQ|TLD|Q)\s*\.\s*|[TK]\s*\/\s*[MTL]\s*\.?\s*|T\.\s?M\.?\s+)\p{Lu}{2}/u;
const position =
  /^(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|TRƯỞNG (?:PHÒNG|BAN|KHOA|TRẠM|CÔNG AN)|HIỆU TRƯỞNG|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|BÍ THƯ|VIỆN TRƯỞNG|CHỦ NHIỆM|THỦ TRƯỞNG|CHỈ HUY TRƯỞNG|CHÍNH ỦY|THỦ TƯỚNG|CHÁNH ÁN|TỔNG BIÊN TẬP|ĐỘI TRƯỞNG|TỔ TRƯỞNG|NHÓM TRƯỞNG|TRƯỞNG|CHÁNH|VỤ TRƯỞNG|TỔNG THANH TRA|THỐNG ĐỐC|KẾ TOÁN TRƯỞNG|NGƯỜI LẬP|ỦY VIÊN|THƯỜNG TRỰC|PHÓ)(?:\s|$|[,.])/u;
const personWords =
  /^(?:(?:TS|ThS|Th\.S|PGS|GS|BS|BSCKI{1,3}|CKI{1,2}|KS|NGƯT|NGND|Thượng tá|Trung tá|Đại tá|Thiếu tá|Đại úy|Thượng úy|Thiếu tướng|Trung tướng|Ông|Bà|Bs|Ks|CN|Ths)\.?\s*)*(\p{Lu}\p{L}*(?:\s+\p{Lu}\p{L}*){1,5})$/u;
const signedWords =
  /^[([]?\s*(?:đã\s*ký|đã\s*ký và đóng dấu|ký tên,? đóng dấu|ký,? ghi rõ họ tên|chữ ký|signed)\s*[)\]]?\.?$/iu;
const surnames =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|doan|truong|trinh|mai|dao|cao|ha|luu|ta|thai|chau|ton|luong|quach|to|vuong|lam|tang|kieu|nong|lo|ha|giang|la|hua|thach|son|y|ro|k|h|a|sung|giang|vang|ma|ban|trieu|be|chu|nghiem|mac|khuc|lu|au|cu|dam|kim|than|tong|van|phung|uong|ung|khong|quan|tieu|ninh|si|hy|an|bach|ba)(?![a-z])/;

export const isAuthority = (text: string): boolean =>
  authorityStart.test(text) && isCapitals(text.slice(0, 40).replace(/\(.*$/, ""));
export const isPosition = (text: string): boolean => isCapitals(text) && text.length < 90 && position.test(text);
export const isPerson = (text: string): boolean => {
  const words = personWords.exec(tidy(text))?.[1];
  return words !== undefined && (!isCapitals(words) || surnames.test(flat(words)));
};

const bullet = /^\s*[-–—•+*●·]\s*/;

/** The words of a paragraph begin an ending: recipients or a signature. */
export function startsEnding(text: string): boolean {
  const words = tidy(text);
  return recipientsTitle.test(flat(words)) || (isAuthority(words) && words.length < 200);
}

interface Line {
  readonly runs: readonly RawRun[];
  readonly text: string;
  readonly paragraph: MendedParagraph;
  /** Place of its middle across the page, in characters; of text that kept its blanks. */
  readonly middle: number;
}

interface Block {
  readonly lines: string[];
  closed: boolean;
  readonly middle: number;
}

/** Lines of the paragraphs: forced breaks, tabs and wide blanks part columns. */
function linesOf(paragraphs: readonly MendedParagraph[]): Line[] {
  return paragraphs.flatMap((paragraph) => {
    const mark: RawRun[] = paragraph.label === "" ? [] : [plainRun(`${paragraph.label} `)];
    return splitLines([...mark, ...paragraph.runs]).flatMap((runs) =>
      columnsOf(runs).flatMap(({ runs, start }) => {
        const text = tidy(plain(runs));
        if (text === "") return [];
        return [{ runs, text, paragraph, middle: (paragraph.indent ?? 0) + start + text.length / 2 }];
      }),
    );
  });
}

const gap = /\t+|[ \u00a0]{3,}(?=\S)/g;

interface Column {
  readonly runs: RawRun[];
  readonly start: number;
}

function columnsOf(runs: readonly RawRun[]): Column[] {
  const text = plain(runs);
  // Behind a bullet a tab is only room.
  const cuts = [...text.matchAll(gap)].filter(
    (match) => match.index > 0 && !/^\s*[-–+•*]\s*$/.test(text.slice(0, match.index)),
  );
  let from = 0;
  const parts = [...cuts, null].map((cut) => {
    const part = { runs: trimRuns(sliceRuns(runs, from, cut?.index)), start: from };
    from = cut === null ? 0 : cut.index + cut[0].length;
    return part;
  });
  return parts.flatMap((part) => behindRecipient(part.runs).map((runs) => ({ runs, start: part.start })));
}

const innerAuthority =
  /(?:[;:.,)]|\S)\s+((?:TM|KT|TL|TUQ|Q)\s*\.\s*\p{Lu}{2}[^\p{Ll}]*$|T\s*\/\s*M\s*\.?\s*\p{Lu}{2}[^\p{Ll}]*$)/u;
const innerPosition =
  /[;:.,]\s*((?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|HIỆU TRƯỞNG|CHÁNH VĂN PHÒNG|TRƯỞNG PHÒNG|TRƯỞNG BAN|CHÁNH THANH TRA|CHI CỤC TRƯỞNG|CỤC TRƯỞNG|BỘ TRƯỞNG|THỨ TRƯỞNG|VIỆN TRƯỞNG|GIÁM ĐỐC)[^\p{Ll}]*)$/u;
const innerPerson = /[;.]\s*((?:\p{Lu}\p{Ll}+\s+){1,4}\p{Lu}\p{Ll}+)$/u;

/** `- Như Điều 3; KT. CHỦ TỊCH`: a recipient with the signature's line behind it. */
function behindRecipient(runs: readonly RawRun[]): RawRun[][] {
  const text = plain(runs);
  if (!bullet.test(text) && !recipientsTitle.test(flat(text.slice(0, 14)))) {
    // Two authorities on one line.
    const second = /^(?:TM|KT|TL|TUQ)\s*\..*\S\s+((?:TM|KT|TL|TUQ)\s*\..*)$/u.exec(text);
    return second && isCapitals(text)
      ? [
          trimRuns(sliceRuns(runs, 0, text.length - second[1]!.length)),
          trimRuns(sliceRuns(runs, text.length - second[1]!.length)),
        ]
      : [[...runs]];
  }
  const found =
    innerAuthority.exec(text) ??
    innerPosition.exec(text) ??
    (surnames.test(flat(innerPerson.exec(text)?.[1] ?? "0")) ? innerPerson.exec(text) : null);
  if (!found) return [[...runs]];
  const at = text.length - found[1]!.length;
  return [trimRuns(sliceRuns(runs, 0, at)), trimRuns(sliceRuns(runs, at))];
}

/** Reads the paragraphs of an ending in order. `columns`: those of a table that stands for it, each by itself. */
export function readEnding(columns: readonly (readonly MendedParagraph[])[]): Ending {
  const recipients: { bulleted: boolean; runs: RawRun[] }[] = [];
  const signatures: Block[] = [];
  const signed: string[] = [];
  const rest: MendedParagraph[] = [];
  for (const column of columns) {
    let inRecipients = false;
    const first = signatures.length;
    const open = (): Block[] => signatures.slice(first).filter((one) => !one.closed);
    for (const line of linesOf(column)) {
      const { text } = line;
      const plainText = flat(text);
      if (recipientsTitle.test(plainText)) {
        inRecipients = true;
        const after = /^[^:;.]*[:;.]?\s*/.exec(plain(line.runs))![0].length;
        const words = trimRuns(sliceRuns(line.runs, after));
        if (words.length > 0) addRecipients(recipients, words);
        continue;
      }
      if (signedWords.test(text)) {
        signed.push(text);
        continue;
      }
      const capitals = isCapitals(text) && text.length < 120 && !bullet.test(text);
      if (capitals && (isAuthority(text) || isPosition(text) || (open().length > 0 && !isPerson(text)))) {
        const starts = /^(?:TM|TL|TUQ)\s*\.|^T\s*\/\s*[ML]/u.test(text);
        const target = starts ? null : signerOf(open(), line);
        const hasOther = target?.lines.some((other) => isAuthority(other) && !/^TM|^T\s*\//.test(other)) ?? false;
        if (target === null || (isAuthority(text) && hasOther))
          signatures.push({ lines: [text], closed: false, middle: line.middle });
        else if (/^(?:VÀ|,)\s/u.test(text) && target.lines.length > 0)
          target.lines.push(`${target.lines.pop()!} ${text}`);
        else target.lines.push(text);
        continue;
      }
      if (
        open().length > 0 &&
        !bullet.test(text) &&
        isPerson(text) &&
        (!inRecipients || surnames.test(flat(nameOf(text))) || !hasEnd(text))
      ) {
        const waiting = open();
        const nearest = waiting.length > 1 ? signerOf(waiting, line) : null;
        const isOnOneSide = nearest !== null && isApart(waiting);
        const names = waiting.length > 1 && !isOnOneSide ? splitNames(text, waiting.length) : [text];
        names.forEach((name, i) => {
          const target = isOnOneSide ? nearest : (waiting[i] ?? waiting[0]!);
          target.lines.push(isCapitals(name) ? titled(name) : name);
          target.closed = true;
        });
        continue;
      }
      if (
        inRecipients &&
        (bullet.test(text) || signatures.length === first || !signatures.slice(first).every((one) => one.closed))
      ) {
        const last = recipients.at(-1);
        const lastText = last ? tidy(plain(last.runs)) : "";
        if (!bullet.test(text) && last && !hasEnd(lastText) && (startsLower(text) || /[,(]$/.test(lastText)))
          last.runs = joinedRuns([...last.runs, plainRun(" "), ...line.runs]);
        else addRecipients(recipients, line.runs);
        continue;
      }
      rest.push({ ...line.paragraph, runs: line.runs, label: "" });
    }
  }
  return {
    recipients: recipients.map((one) => ({ ...one, runs: trimRuns(one.runs) })),
    signatures: signatures.map((one) => one.lines),
    signed,
    rest,
  };
}

/** Signers stand side by side, far enough for telling them by their place. */
const isApart = (blocks: readonly Block[]): boolean =>
  Math.max(...blocks.map((one) => one.middle)) - Math.min(...blocks.map((one) => one.middle)) > 12;

/** The signer that a line belongs to: the one it stands below, else the one who has fewest lines. */
function signerOf(blocks: readonly Block[], line: Line): Block | null {
  const distance = (one: Block): number => Math.abs(one.middle - line.middle);
  const least = isApart(blocks) ? distance : (one: Block): number => one.lines.length;
  return blocks.reduce<Block | null>((best, one) => (best === null || least(one) < least(best) ? one : best), null);
}

const nameOf = (text: string): string => personWords.exec(text)?.[1] ?? text;

/** Recipients that run on in one line: `Như trên; - Lưu: VT.` */
function addRecipients(recipients: { bulleted: boolean; runs: RawRun[] }[], runs: readonly RawRun[]): void {
  const text = plain(runs);
  const cuts = [...text.matchAll(/;\s*(?=[-–+•*]\s*\S)/g)].map((match) => match.index + match[0].length);
  [0, ...cuts].forEach((from, i) => {
    const part = trimRuns(sliceRuns(runs, from, cuts[i]));
    const mark = bullet.exec(plain(part));
    const words = mark ? trimRuns(sliceRuns(part, mark[0].length)) : part;
    if (words.length > 0) recipients.push({ bulleted: mark !== null, runs: words });
  });
}

/** `Nguyễn Văn A Trần Thị B`: names of signers side by side, as many words each as can be. */
function splitNames(text: string, count: number): string[] {
  const words = text.split(" ");
  if (words.length < 2 * count) return [text];
  // A surname begins a name.
  for (let i = 2; i <= words.length - 2; i += 1)
    if (count === 2 && surnames.test(flat(words[i]!)) && i >= words.length / 2 - 1)
      return [words.slice(0, i).join(" "), words.slice(i).join(" ")];
  const half = Math.ceil(words.length / count);
  return [words.slice(0, half).join(" "), words.slice(half).join(" ")];
}

/** “NGUYỄN VĂN A” → “Nguyễn Văn A”: a name's place in the block is told by its small letters. */
const titled = (name: string): string =>
  name.replace(/\p{L}+/gu, (word) => word.charAt(0) + word.slice(1).toLowerCase());

/** Two pieces of one end: what follows the first. */
export function mergedEndings(a: Ending | null, b: Ending): Ending {
  if (a === null) return b;
  return {
    recipients: [...a.recipients, ...b.recipients],
    signatures: [...a.signatures, ...b.signatures],
    signed: [...a.signed, ...b.signed],
    rest: [...a.rest, ...b.rest],
  };
}
