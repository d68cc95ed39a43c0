/**
 * Lines whose letters are those of a code from before Unicode, found by evidence and converted.
 *
 * A line is converted when its words become Vietnamese by one code and are not Vietnamese as they stand. A line with little
 * to say follows the lines around it; a file of such lines is judged by all of them together. Whoever only quotes garbled
 * text is left alone: the words around the quotation are sound, and what stands in quotation marks is no evidence.
 */
import { restoreCapitals } from "./capitals.ts";
import { type Evidence, isEnough, joined, judge, noEvidence } from "./evidence.ts";
import { tcvn3, type Units, vn1 } from "./legacy.ts";
import {
  type Reader,
  readers,
  tcvn3Place,
  twicePlace,
  utf8Place,
  viqrPlace,
  vn1Reader,
  windowsPlace,
} from "./line-readers.ts";
import { weigh } from "./syllable.ts";

/** Text with what is known of its lines. */
export interface ForeignText {
  /** Lines end with `\n`. */
  readonly text: string;
  /** By line: 1 where the characters are the bytes of a line that is no UTF-8. Null when there is none. */
  readonly isRaw: Uint8Array | null;
  /** Whether most lines with more than ASCII are UTF-8: the bytes of the others are broken UTF-8 then, if nothing else. */
  readonly isUtf8: boolean;
}

/** What one code did to a text. */
export interface Conversion {
  readonly code: string;
  readonly lines: number;
  readonly characters: number;
  /** Letters that the code could only hold as small ones, written as capitals again. */
  readonly capitals: number;
  /** Characters that became U+FFFD. */
  readonly lost: number;
  /** How often the text had been encoded as UTF-8 too much; 0 for the other codes. */
  readonly times: number;
  /** Where in the result the first of its lines begins. */
  readonly first: number;
}

export interface Converted {
  readonly text: string;
  readonly conversions: readonly Conversion[];
  /** Whether sound lines in Unicode stand beside the converted ones. */
  readonly isMixed: boolean;
  /** A byte that no code explains, with its line from 1; the text is of no use then. */
  readonly unknown: { readonly byte: number; readonly line: number } | null;
}

/** Converts what is garbled. Linear in the length of the text; never throws. */
export function convertGarbled(foreign: ForeignText): Converted {
  const evidence = new FileEvidence(countPieces(foreign.text));
  forEachPiece(foreign.text, ({ piece, at, line }) => {
    const units = unitsOf(foreign, line);
    evidence.take(at, units === "letters" ? composed(piece) : piece, units);
  });
  if (evidence.isClean) return { text: foreign.text, conversions: [], isMixed: false, unknown: null };
  return settle(foreign, evidence);
}

const unitsOf = ({ isRaw }: ForeignText, line: number): Units => (isRaw?.[line] === 1 ? "bytes" : "letters");

// ── The evidence of all lines ───────────────────────────────────────────────────────────────────────────────────────

/** Marks of lines, a byte each: these three, or one of two classes plus the place of a reader. */
const neutral = 0;
const sound = 1;
const open = 2;
const surely = 20;
const perhaps = 40;

const isDecided = (mark: number): boolean => mark === sound || isReadSurely(mark);
const isReadSurely = (mark: number): boolean => mark >= surely && mark < perhaps;
const readerOf = (mark: number): number => mark % 20;

/** Lines that were read alike. */
interface Group {
  /** How many are sure, and how many are not. */
  sure: number;
  few: number;
  /** Of those that are not. */
  evidence: Evidence;
  /** The first piece that the group has not been judged with. */
  since: number;
}

const newGroups = (since: number): readonly Group[] =>
  readers.map(() => ({ sure: 0, few: 0, evidence: noEvidence, since }));

/** Whether the lines of a group are no small part of those that are not sound. */
const isShare = ({ sure, few }: Group, opens: number): boolean => (sure + few) * 2 >= opens;

/** What the lines of a file say, each by itself and together. */
class FileEvidence {
  readonly marks: Uint8Array;
  hasSound = false;
  isClean = true;
  readonly #groups = newGroups(0);
  #opens = 0;
  /** Lines since the last sound one, which are judged together. */
  #block = newGroups(0);
  #blockOpens = 0;
  #latest = tcvn3Place;

  constructor(pieces: number) {
    this.marks = new Uint8Array(pieces);
  }

  take(at: number, line: string, units: Units): void {
    const verdict = judge(line, units, this.#latest);
    if (verdict.kind === "neutral") return;
    if (verdict.kind === "sound") {
      this.marks[at] = sound;
      this.hasSound = true;
      this.#block = newGroups(at + 1);
      this.#blockOpens = 0;
      return;
    }
    this.isClean = false;
    if (verdict.kind === "open") {
      this.marks[at] = open;
      this.#opens += 1;
      this.#blockOpens += 1;
      return;
    }
    const { reader, evidence } = verdict;
    this.marks[at] = (verdict.surely ? surely : perhaps) + reader;
    if (verdict.surely) this.#latest = reader;
    for (const groups of [this.#groups, this.#block]) {
      const group = groups[reader]!;
      if (verdict.surely) group.sure += 1;
      else {
        group.few += 1;
        group.evidence = joined(group.evidence, evidence);
      }
    }
    if (!verdict.surely) this.#judgeBlock(at, reader);
  }

  /** Lines of a few words each may be sure together. */
  #judgeBlock(at: number, reader: number): void {
    const group = this.#block[reader]!;
    if (!isEnough(group.evidence) || !isShare(group, this.#blockOpens)) return;
    for (let place = group.since; place <= at; place++) {
      if (this.marks[place] === perhaps + reader) this.marks[place] = surely + reader;
    }
    group.since = at + 1;
  }

  /**
   * Whether lines of a few words can be read so without others beside them: in a file with sound lines only if some other
   * line is sure; two words do in a file that has none.
   */
  isTrusted(reader: number): boolean {
    const group = this.#groups[reader]!;
    const { good, common, bad, goodBefore, commonBefore } = group.evidence;
    if (!isShare(group, this.#opens)) return false;
    if (this.hasSound) return group.sure > 0;
    return good >= Math.max(2, goodBefore * 1.5) && common >= commonBefore + 2 && bad * 8 <= good;
  }

  /** The reader of most lines; null when none can be trusted. */
  main(): number | null {
    let best: number | null = null;
    this.#groups.forEach((group, place) => {
      if (!this.isTrusted(place) && !(group.sure > 0 && isShare(group, this.#opens / 2))) return;
      const other = best === null ? null : this.#groups[best]!;
      if (other === null || group.sure + group.few > other.sure + other.few) best = place;
    });
    return best;
  }

  /** For every line the next mark that is decided. */
  following(): Uint8Array {
    const following = new Uint8Array(this.marks.length);
    let next = neutral;
    for (let at = this.marks.length - 1; at >= 0; at--) {
      following[at] = next;
      if (isDecided(this.marks[at]!)) next = this.marks[at]!;
    }
    return following;
  }
}

// ── What becomes of every line ──────────────────────────────────────────────────────────────────────────────────────

function settle(foreign: ForeignText, evidence: FileEvidence): Converted {
  const main = evidence.main();
  const following = evidence.following();
  const isUtf8 = foreign.isUtf8 || evidence.hasSound || main === utf8Place;
  const tcvn = foreign.isRaw !== null && isFullStandard(foreign, foreign.isRaw) ? vn1Reader : readers[tcvn3Place]!;

  const output = new Output(foreign.text);
  let before = neutral;
  let previous = "";
  let unknown: Converted["unknown"] = null;
  forEachPiece(foreign.text, ({ piece, at, line, start }) => {
    const mark = evidence.marks[at]!;
    const units = unitsOf(foreign, line);
    const around = [before, following[at]!];
    if (isDecided(mark)) before = mark;
    let place: number | null = null;
    if (isReadSurely(mark)) place = readerOf(mark);
    else if (units === "bytes") {
      place = readerOfBytes(piece, mark, around, main) ?? (isUtf8 ? utf8Place : null);
      if (place === null) unknown ??= { byte: piece.charCodeAt(piece.search(/[\u0080-\u00ff]/)), line: line + 1 };
    } else if (mark === neutral) {
      // Signs after vowels are so common that alone they are no reason to look at a line.
      if (around.includes(surely + viqrPlace)) place = viqrPlace;
    } else if (mark !== sound) place = readerOfLetters(piece, mark, around, evidence);
    if (place !== null) {
      const reader = place === tcvn3Place ? tcvn : readers[place]!;
      output.convert(reader, piece, start, units, goesOn(previous, piece));
    }
    previous = piece;
  });
  const { text, conversions } = output.finish();
  return { text, conversions, isMixed: evidence.hasSound, unknown };
}

/** Bytes have to be read somehow: as the lines around them, as most of the file, by what little they say themselves. */
function readerOfBytes(line: string, mark: number, around: readonly number[], main: number | null): number | null {
  const others = around.filter(isReadSurely).map(readerOf);
  for (const place of [...others, ...(main === null ? [] : [main])]) {
    if (place !== utf8Place && readers[place]!.suits(line, "bytes")) return place;
  }
  if (readers[windowsPlace]!.suits(line, "bytes")) return windowsPlace;
  const isBeside = around.includes(sound) || main === utf8Place;
  if (!isBeside || mark < perhaps) return null;
  const own = readers[readerOf(mark)]!.weigh(line, "bytes");
  return own.bad === 0 && own.good > readers[utf8Place]!.weigh(line, "bytes").good ? readerOf(mark) : null;
}

/** A line that says little is converted as its neighbours are. */
function readerOfLetters(line: string, mark: number, around: readonly number[], evidence: FileEvidence): number | null {
  const others = around.filter(isReadSurely).map(readerOf);
  if (mark >= perhaps) {
    const own = readerOf(mark);
    if (others.includes(own) || (others.length === 0 && evidence.isTrusted(own))) return own;
  }
  if (around.includes(sound)) return null;
  const written = weigh(line, true);
  const fitting = others.find((place) => {
    if (!readers[place]!.suits(line, "letters")) return false;
    if (place === twicePlace) return true;
    const weight = readers[place]!.weigh(line, "letters");
    return weight.good >= written.good && weight.common >= written.common && weight.bad <= written.bad;
  });
  return fitting ?? null;
}

/** Capitals of the full standard stand where Windows has quotation marks and controls: do they make words there? */
function isFullStandard(foreign: ForeignText, isRaw: Uint8Array): boolean {
  let balance = 0;
  forEachPiece(foreign.text, ({ piece, line }) => {
    if (isRaw[line] !== 1 || !/[\x01\x02\x04-\x06\x11-\x17\x80-\x9f\xaf-\xb4\xba\xbf-\xc5\xda\xdb]/.test(piece)) return;
    const full = weigh(vn1.read(piece, "bytes").text, false);
    const usual = weigh(tcvn3.read(piece, "bytes").text, false);
    balance += full.good - full.bad - usual.good + usual.bad;
  });
  return balance > 0;
}

// ── The result ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** The text as it is put together, with the counts; what is not converted is copied in long pieces. */
class Output {
  readonly #source: string;
  readonly #blocks: string[] = [];
  #parts: string[] = [];
  #length = 0;
  #done = 0;
  readonly #counts = new Map<Reader, { -readonly [Key in keyof Conversion]: Conversion[Key] }>();

  constructor(source: string) {
    this.#source = source;
  }

  convert(reader: Reader, written: string, start: number, units: Units, continues: boolean): void {
    const line = units === "letters" ? composed(written) : written;
    const reading = reader.read(line, units);
    const text = reader.code === tcvn3.name ? restoreCapitals(reading.text, continues) : reading.text;
    if (units === "letters" && text === line) return;
    this.#push(this.#source.slice(this.#done, start));
    const before = this.#counts.get(reader);
    const count = before ?? {
      code: reader.code,
      lines: 0,
      characters: 0,
      capitals: 0,
      lost: 0,
      times: 0,
      first: this.#length,
    };
    if (before === undefined) this.#counts.set(reader, count);
    count.lines += 1;
    count.characters += reading.converted;
    count.capitals += countDifferences(text, reading.text);
    count.lost += reading.lost;
    count.times = Math.max(count.times, reading.times ?? 0);
    this.#push(text);
    this.#done = start + written.length;
  }

  finish(): { readonly text: string; readonly conversions: readonly Conversion[] } {
    this.#push(this.#source.slice(this.#done));
    return { text: this.#blocks.join("") + this.#parts.join(""), conversions: [...this.#counts.values()] };
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    // Joined now and then: millions of short lines must not wait as millions of strings.
    if (this.#parts.length < 8192) return;
    this.#blocks.push(this.#parts.join(""));
    this.#parts = [];
  }
}

/** Whether a line goes on with the sentence of the one before it, as in text with hard line ends. */
function goesOn(previous: string, line: string): boolean {
  const before = previous.trimEnd();
  return before.length >= 30 && before.length >= line.length * 0.8 && !/[.:;!?/]["”)*]*$/.test(before.slice(-4));
}

// ── Pieces: lines, the longest of them cut ──────────────────────────────────────────────────────────────────────────

interface Piece {
  readonly piece: string;
  /** Number of the piece and of its line, from 0. */
  readonly at: number;
  readonly line: number;
  readonly start: number;
}

/** The longest piece that is looked at as one; it bounds the memory that a file without line ends takes. */
const longestPiece = 32_768;

function forEachPiece(text: string, visit: (piece: Piece) => void): void {
  let at = 0;
  let line = 0;
  for (let start = 0; start <= text.length; line += 1) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    while (end - start > longestPiece) {
      const window = text.slice(start, start + longestPiece);
      const cut = start + (window.lastIndexOf(" ") + 1 || longestPiece);
      visit({ piece: text.slice(start, cut), at, line, start });
      at += 1;
      start = cut;
    }
    visit({ piece: text.slice(start, end), at, line, start });
    at += 1;
    start = end + 1;
  }
}

function countPieces(text: string): number {
  let count = 0;
  forEachPiece(text, () => {
    count += 1;
  });
  return count;
}

/** NFC; accents heaped without end, which would take long to sort, are left to the cleaning of the text. */
const composed = (line: string): string =>
  /[\u0300-\u036f]/.test(line) && !/\p{M}{31}/u.test(line) ? line.normalize("NFC") : line;

function countDifferences(text: string, other: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) if (text[index] !== other[index]) count += 1;
  return count;
}
