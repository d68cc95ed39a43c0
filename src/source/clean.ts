/**
 * What a text may carry without a person seeing it is put right here: line ends, byte-order mark, invisible and control
 * characters, accents typed apart. Each kind is told in one notice; all of it is linear in the length of the text.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import * as errors from "./errors.ts";
import { emptySpan, type Span } from "./source-file.ts";

const control = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const controlButPages = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/g;
const invisible = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/g;

/** Accents on one letter beyond any script's need; composing sorts them, in time that grows with the square of a run. */
const mostMarks = 30;
const tooManyMarks = /\p{M}{31}/u;

/** The text in NFC with `\n` line ends and nothing invisible. `pages` keeps form feeds, which end pages. Never throws. */
export function cleanText(raw: string, pages: "drop pages" | "keep pages"): Checked<string> {
  const diagnostics: Diagnostic[] = [];
  const lines = raw.replace(/^\ufeff/, "").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");

  // A control character stands where something else was meant to separate words; an invisible one separates nothing.
  const controls = pages === "keep pages" ? controlButPages : control;
  const spaced = lines.replace(controls, " ");
  const visible = withoutExcess(spaced.replace(invisible, ""));
  const removed = countDifferences(lines, spaced) + spaced.length - visible.length;

  const text = visible.normalize("NFC");
  if (removed > 0) {
    const first = countSame(lines, visible);
    diagnostics.push(
      errors.invisibleCharacters(emptySpan(visible.slice(0, first).normalize("NFC").length), { count: removed }),
    );
  }
  if (text !== visible) {
    const composed = countMarks(visible) - countMarks(text);
    if (composed > 0) diagnostics.push(errors.decomposed(firstComposed(visible), { count: composed }));
  }
  return { value: text, diagnostics };
}

/** Every run of accents cut to its first ones. */
function withoutExcess(text: string): string {
  if (!tooManyMarks.test(text)) return text;
  const parts: string[] = [];
  let run = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const isMark = text.charCodeAt(index) >= 0x300 && /\p{M}/u.test(text[index]!);
    run = isMark ? run + 1 : 0;
    if (run === mostMarks) parts.push(text.slice(start, index + 1));
    if (run >= mostMarks) start = index + 1;
  }
  return parts.join("") + text.slice(start);
}

/** At how many places two texts of one length differ. */
function countDifferences(text: string, other: string): number {
  if (text === other) return 0;
  let count = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) !== other.charCodeAt(index)) count += 1;
  return count;
}

/** How far two texts are the same. */
function countSame(text: string, other: string): number {
  let index = 0;
  while (index < other.length && text.charCodeAt(index) === other.charCodeAt(index)) index += 1;
  return index;
}

/** The warning that characters were lost before the file was saved, or nothing. `known` of them are told otherwise. */
export function lostCharacters(text: string, known = 0): readonly Diagnostic[] {
  const first = text.indexOf("\ufffd");
  let lost = -known;
  for (let at = first; at >= 0; at = text.indexOf("\ufffd", at + 1)) lost += 1;
  return lost > 0 ? [errors.lostCharacters({ start: first, end: first + 1 }, { count: lost })] : [];
}

function countMarks(text: string): number {
  let marks = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit >= 0x300 && unit <= 0x36f) marks += 1;
  }
  return marks;
}

/** The first letter whose accents were typed apart, as a span of the NFC text. */
function firstComposed(text: string): Span {
  const start = text.slice(0, Math.max(0, text.search(/[\u0300-\u036f]/) - 1)).normalize("NFC").length;
  return { start, end: start + 1 };
}
