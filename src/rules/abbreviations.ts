/** The abbreviations of a document: where each is used, and where it is explained. Found once for each document. */
import type { PlanDocument, Prose } from "../plan/plan.ts";
import { sourceSpan } from "../plan/prose.ts";
import type { Registries } from "../registry/registry.ts";
import { isCapitals, type Token, wordsOf } from "./syllables.ts";

export interface Use {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
}

export interface ShortForm {
  readonly short: string;
  /** Every place in the order of the text, the explained ones too. */
  readonly uses: readonly Use[];
  /** Among the recipients, where space is short, nothing is explained. */
  readonly outsideRecipients: readonly Use[];
  /** Alone in brackets, whatever the words before: an explanation, though of words with other initials. */
  readonly isBracketed: boolean;
  /** Places of “… (CCHC)” and “CCHC (…)”; the full words before the bracket. */
  readonly explained: readonly (Use & { readonly full: string })[];
}

/** Never explained: known to every reader of official texts, or parts of names and signs of offices. */
export const universal: ReadonlySet<string> = new Set(
  (
    "UBND HĐND MTTQ UBMTTQ UBMTTQVN VT TW TƯ TP TX TT QĐ CP TTg NĐ NQ CT KH BC TB TTr CV TM KT TL TUQ KÝ STT KPI " +
    "BHXH BHYT THCS THPT PTDTNT PTDTBT GDTX MN TH TCVN QCVN ISO IEC VND USD EUR AI ID IT QR PDF SMS IP LED TV VTV VOV WHO ASEAN APEC WTO UNESCO " +
    "UNICEF UN EU FDI ODA GDP GRDP PCI PAPI SIPAS DDCI DTI ICT PAR INDEX PARINDEX COVID SARS OCOP HIV AIDS ATM USB DNA " +
    "VNeID VNPT FPT BIDV VIETCOMBANK TTXVN TNCS HCM TPHCM BOT PPP STEM IELTS TOEIC KOL HOT LGSP NDXP IOC API WEB APP CD DVD " +
    "MC PR VIP CLB NXB NSƯT NSND GS PGS TS ThS BS KTS CTV"
  ).split(" "),
);

const romanOrUnit = /^[IVXLCDM]+$/u;
const found = new WeakMap<PlanDocument, ReadonlyMap<string, ShortForm>>();

export function shortForms(document: PlanDocument): ReadonlyMap<string, ShortForm> {
  let forms = found.get(document);
  if (forms === undefined) {
    forms = collect(document);
    found.set(document, forms);
  }
  return forms;
}

interface Collected {
  readonly uses: Use[];
  readonly outsideRecipients: Use[];
  isBracketed: boolean;
  readonly explained: (Use & { readonly full: string })[];
}

function collect(document: PlanDocument): ReadonlyMap<string, ShortForm> {
  const recipients = new Set<Prose>(document.recipients.map(({ text }) => text));
  const forms = new Map<string, Collected>();
  for (const { prose, tokens } of wordsOf(document)) {
    if (isInCapitals(tokens)) continue;
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at]!;
      if (!looksShort(token) || isPartOfSign(prose.text, tokens, at)) continue;
      const form = forms.get(token.text) ?? { uses: [], outsideRecipients: [], isBracketed: false, explained: [] };
      forms.set(token.text, form);
      const use = { prose, start: token.start, end: token.end };
      form.uses.push(use);
      if (!recipients.has(prose)) form.outsideRecipients.push(use);
      if (tokens[at - 1]?.text === "(" && tokens[at + 1]?.text === ")" && tokens[at - 2]?.isWord === true) {
        form.isBracketed = true;
      }
      const full = explanationAt(prose.text, tokens, at);
      if (full !== null) form.explained.push({ ...use, full });
    }
  }
  return new Map([...forms].map(([short, form]) => [short, { short, ...form }]));
}

/** Two or more letters, all capital or all but one: “CCHC”, “TTg”. Roman numbers are none. */
export function looksShort({ text, isWord }: Token): boolean {
  if (!isWord || text.length < 2 || text.length > 12) return false;
  return isCapitals(text) && !romanOrUnit.test(text);
}

/** A text of capitals: most of its words of two letters and more are. */
function isInCapitals(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { text, isWord } of tokens) {
    if (!isWord || text.length < 2) continue;
    words += 1;
    if (isCapitals(text)) capitals += 1;
  }
  return capitals * 2 > words;
}

/** Beside another word in capitals it may be a heading within the line or a name; with a sign or digit it is a symbol. */
function isPartOfSign(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = text.charAt(token.start - 1);
  const after = text.charAt(token.end);
  if (/[/\-–_.&@\d]/u.test(before) || /[/\-–_&@\d]/u.test(after)) return true;
  // “Tờ trình số 164/TTr- SKHCN”: a blank has come into the symbol.
  if (tokens[at - 1]?.text === "-" && tokens[at - 1]!.isTight) return true;
  if (after === "." && /[\p{L}\d]/u.test(text.charAt(token.end + 1))) return true;
  const isLoud = (other: Token | undefined): boolean =>
    other?.isWord === true && other.text.length > 1 && isCapitals(other.text) && !isKnownShape(other.text);
  return isLoud(tokens[at - 1]) || isLoud(tokens[at + 1]);
}

/** Syllables have a vowel: “CÁC” is a word in capitals, “CCHC” an abbreviation. */
const isKnownShape = (text: string): boolean => !/[AEIOUYÀ-ỹ]/u.test(text.replaceAll("Đ", "D"));

/** The full words of “cải cách hành chính (CCHC)” or “(sau đây viết tắt là CCHC)”, or of “CCHC (cải cách hành chính)”. */
function explanationAt(text: string, tokens: readonly Token[], at: number): string | null {
  const token = tokens[at]!;
  const lead = text.slice(Math.max(0, token.start - 40), token.start);
  const open = /\(\s*(?:(?:sau đây\s+)?(?:gọi|viết)\s+(?:tắt|chung|gọn)\s*(?:là|:)?\s*)?[“"]?$/iu.exec(lead);
  if (open && /^[”"]?\s*[);,]/u.test(text.slice(token.end))) {
    const bracket = token.start - open[0].length;
    const words = fullBefore(text.slice(0, bracket).trimEnd(), token.text);
    if (words !== null) return words;
    if (open[0].length > 3) return text.slice(Math.max(0, bracket - 60), bracket).trim();
  }
  const inside = /^\s*\(([^()]{4,120})\)/u.exec(text.slice(token.end));
  return inside && initialsOf(inside[1]!).startsWith(token.text.charAt(0)) && inside[1]!.includes(" ")
    ? inside[1]!
    : null;
}

const initialsOf = (words: string): string =>
  words
    .split(/[\s,;/-]+/u)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

/** The last words of a text whose initials are those of the short form, “và”, “của” and signs left out where needed. */
export function fullBefore(text: string, short: string): string | null {
  const words = [...text.matchAll(/[\p{L}\p{M}]+/gu)].slice(-24);
  let letter = short.length - 1;
  let skipped = 0;
  for (let index = words.length - 1; index >= 0; index--) {
    const word = words[index]![0];
    if (word.charAt(0).toUpperCase() === short.charAt(letter)) {
      letter -= 1;
      skipped = 0;
      if (letter < 0) return text.slice(words[index]!.index);
    } else {
      skipped += 1;
      if (skipped > 2) return null;
    }
  }
  return null;
}

/** Short forms declared in the header (`viết tắt:`): the others of the document's list are explained in passing. */
export function declaredForms(document: PlanDocument): ReadonlySet<string> {
  const forms = shortForms(document);
  const isInText = ({ short, span }: PlanDocument["abbreviations"][number]): boolean =>
    forms.get(short)?.uses.some(({ prose, start, end }) => {
      const at = sourceSpan(prose, start, end);
      return at.start < span.end && span.start < at.end;
    }) === true;
  return new Set(document.abbreviations.filter((one) => !isInText(one)).map(({ short }) => short));
}

/** What the registry says an abbreviation stands for; null when it knows none or several. */
export function expansionOf(registries: Registries, short: string): string | null {
  const known = registries.abbreviations.filter((one) => one.short === short);
  return known.length === 1 && !known[0]!.ambiguous && known[0]!.confidence !== "C" ? known[0]!.full : null;
}

/** One letter more, less, other, or two neighbours changed about. */
export function isOneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const rest = (text: string, skip: number): string => text.slice(start + skip);
  if (a.length > b.length) return rest(a, 1) === rest(b, 0);
  if (a.length < b.length) return rest(a, 0) === rest(b, 1);
  if (rest(a, 1) === rest(b, 1)) return true;
  return a[start] === b[start + 1] && a[start + 1] === b[start] && rest(a, 2) === rest(b, 2);
}

/** Bodies that every plan names; their mistyped forms are certain without another use. */
const everywhere = ["UBND", "HĐND", "UBMTTQ", "MTTQ"];
const knownSlips: Readonly<Record<string, string>> = { UBNDTTQ: "UBMTTQ", UBNDMTTQ: "UBMTTQ", UBMMTQ: "UBMTTQ" };

/** The abbreviation that a mistyped one was meant to be; null when it is known, explained, or like none. */
export function mistypedFor(document: PlanDocument, registries: Registries, short: string): string | null {
  const slip = knownSlips[short];
  if (slip !== undefined) return slip;
  const form = shortForms(document).get(short);
  if (form === undefined || form.explained.length > 0 || short.length < 4 || universal.has(short)) return null;
  const isRegistered = (name: string): boolean => registries.abbreviations.some((one) => one.short === name);
  const isDeclared = (name: string): boolean => document.abbreviations.some((one) => one.short === name);
  if (isRegistered(short) || isDeclared(short)) return null;
  const candidates = new Set<string>();
  for (const other of everywhere) if (mayBeSlip(short, other)) candidates.add(other);
  for (const [other, { uses, explained }] of shortForms(document)) {
    const isSure = explained.length > 0 || isDeclared(other) || isRegistered(other);
    if (isSure && uses.length >= 2 && uses.length > form.uses.length && mayBeSlip(short, other)) candidates.add(other);
  }
  return candidates.size === 1 ? [...candidates][0]! : null;
}

/** Another letter in a short one is as likely another abbreviation, but for D and Đ. */
function mayBeSlip(written: string, right: string): boolean {
  if (right.length < 4 || !isOneEditApart(written, right)) return false;
  if (written.length !== right.length) return written.length > right.length || right.length > 4;
  const isSwap = [...written].sort().join("") === [...right].sort().join("");
  return isSwap || right.length > 5 || written.replaceAll("Đ", "D") === right.replaceAll("Đ", "D");
}
