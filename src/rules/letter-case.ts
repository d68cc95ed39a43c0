/** Names written with other capitals than the settled ones, found once for each document for the rules that tell them. */
import type { PlanDocument, Prose } from "../plan/plan.ts";
import type { Registries } from "../registry/registry.ts";
import { bodyHeads, type SettledName, settledNames } from "./data/letter-case.ts";
import { PhraseTree } from "./phrases.ts";
import { isCapitalised, isCapitals, type Token, tokensOf, wordsOf } from "./syllables.ts";

export interface CaseFinding {
  readonly prose: Prose;
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly right: string;
  readonly kind: SettledName["kind"];
  readonly severity: SettledName["severity"];
  /** Only the first word, small instead of capital: “phòng Nội vụ”. */
  readonly isHeadOnly: boolean;
}

interface Name extends SettledName {
  readonly tokens: readonly Token[];
  /** A body of the registry: its first word tells a name only where it bears a capital. */
  readonly isRegistered: boolean;
}

const trees = new WeakMap<Registries, PhraseTree<Name>>();

/** Units that follow a name and are no part of it: “Hội Nông dân tỉnh”. */
const unit = / (?:cấp )?(?:tỉnh|huyện|xã|thị trấn|phường|khu vực|đặc khu)$/u;

function treeOf(registries: Registries): PhraseTree<Name> {
  let tree = trees.get(registries);
  if (tree !== undefined) return tree;
  tree = new PhraseTree();
  for (const settled of settledNames) {
    tree.add(settled.name, { ...settled, tokens: tokensOf(settled.name), isRegistered: false });
  }
  for (const agency of registries.agencies) {
    const name = agency.name.replace(unit, "");
    const tokens = tokensOf(name);
    if (agency.level === "set" || agency.confidence === "C" || !bodyHeads.has(tokens[0]?.lower ?? "")) continue;
    if (!tokens.slice(1).some(({ text }) => isCapitalised(text))) continue;
    // “Bộ phận một cửa” is as often a common noun as a name.
    if (name.startsWith("Bộ phận ")) continue;
    const severity = agency.confidence === "A" && /^(?:Bộ|Sở) /u.test(name) ? "warning" : "notice";
    tree.add(name, { name, kind: "body", severity, isHeadFree: false, tokens, isRegistered: true });
  }
  trees.set(registries, tree);
  return tree;
}

const found = new WeakMap<PlanDocument, readonly CaseFinding[]>();

export function caseFindings(document: PlanDocument, registries: Registries): readonly CaseFinding[] {
  let findings = found.get(document);
  if (findings === undefined) {
    findings = [...find(document, treeOf(registries))];
    found.set(document, findings);
  }
  return findings;
}

function* find(document: PlanDocument, tree: PhraseTree<Name>): Generator<CaseFinding> {
  for (const { prose, tokens } of wordsOf(document)) {
    for (let at = 0; at < tokens.length; at++) {
      const match = tree.matchAt(tokens, at);
      if (match === null) continue;
      const finding = compare(prose, tokens, at, match.end, match.value);
      if (finding !== null) yield finding;
      at = match.end - 1;
    }
  }
}

/** Words before a name whose last syllable belongs to them: “Trưởng phòng Nội vụ”, “cán bộ Chính trị”. */
const ownHead = new Set([
  "trưởng",
  "phó",
  "các",
  "những",
  "mọi",
  "từng",
  "cán",
  "nội",
  "toàn",
  "cơ",
  "trụ",
  "tiến",
  "phi",
]);

function compare(prose: Prose, tokens: readonly Token[], at: number, end: number, name: Name): CaseFinding | null {
  const written = tokens.slice(at, end);
  const words = written.filter(({ isWord }) => isWord);
  if (words.every(({ text }) => isCapitals(text)) || ownHead.has(tokens[at - 1]?.lower ?? "")) return null;
  const wrong = written.flatMap((token, index) =>
    token.isWord && hasOtherCase(token.text, name.tokens[index]!.text) ? [index] : [],
  );
  if (wrong.length === 0) return null;
  const isHeadCapital = isCapitalised(written[0]!.text);
  const isHeadOnly = wrong.length === 1 && wrong[0] === 0;
  if (isHeadOnly && (isHeadCapital || name.isHeadFree)) return null;
  const inner = wrong.filter((index) => index > 0);
  // Small letters throughout are common nouns (“phòng kinh tế”); a capital at the head may be that of the sentence.
  const isAllSmall = written.every((token) => !token.isWord || !isCapitalised(token.text));
  if (name.isRegistered && isAllSmall) return null;
  if (!name.isRegistered && name.kind === "body" && isAllSmall) return null;
  const innerSmall = written.slice(1).every((token) => !token.isWord || !isCapitalised(token.text));
  const isStart = startsSentence(tokens, at);
  if (innerSmall && isStart && (name.isRegistered ? name.severity !== "warning" : name.kind === "other")) return null;
  // A capital too many is a matter on which offices differ, but for “Ủy ban Nhân dân”.
  const addsCapitals = inner.some((index) => !isCapitalised(name.tokens[index]!.text));
  const severity = name.isRegistered && (addsCapitals || !isHeadCapital) ? "notice" : name.severity;
  return {
    prose,
    start: written[0]!.start,
    end: written.at(-1)!.end,
    written: prose.text.slice(written[0]!.start, written.at(-1)!.end),
    right: rightCase(prose, written, name, isHeadCapital),
    kind: name.kind,
    severity,
    isHeadOnly,
  };
}

const hasOtherCase = (written: string, right: string): boolean =>
  isCapitalised(written) !== isCapitalised(right) || (written.length > 1 && isCapitals(written) && !isCapitals(right));

/** The words as spelt (“Uỷ”), in the settled capitals. A body's name starts with one; another name as it was written. */
function rightCase(prose: Prose, written: readonly Token[], name: Name, isHeadCapital: boolean): string {
  let result = "";
  written.forEach((token, index) => {
    if (index > 0) result += prose.text.slice(written[index - 1]!.end, token.start);
    const wanted = name.tokens[index]!.text;
    const isCapital = index === 0 && name.isHeadFree && name.kind === "other" ? isHeadCapital : isCapitalised(wanted);
    if (!token.isWord) result += token.text;
    else if (isCapital) result += token.text.charAt(0).toUpperCase() + token.text.slice(1).toLowerCase();
    else result += token.text.toLowerCase();
  });
  return result;
}

/** Whether a capital is due to the place: the start of the text, of a sentence or an item, or after a quotation mark. */
export function startsSentence(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return before === undefined || /^[.?!:;“"‘(|•+*-]$/u.test(before.text);
}
