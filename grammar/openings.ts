/**
 * What two tokens a rule can start with, read from the grammar itself.
 *
 * Trying a rule that does not fit costs an exception in Chevrotain. A parser that tries many rules at each word of a long
 * text asks here first; two tokens turn nearly all attempts away.
 */
import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  type Rule,
  Terminal,
  type TokenType,
} from "chevrotain";

/** Can the rule start with a token of type number `first`, then one of number `second`? */
export type Openings = (first: number, second: number) => boolean;

/** What a production can start with: pairs of token types, single ones (where it may end after them), nothing at all. */
interface Prefixes {
  /** first × size + second */
  readonly two: ReadonlySet<number>;
  readonly one: ReadonlySet<number>;
  readonly empty: boolean;
}

/** The openings of each rule by name. Token types are numbers (`tokenTypeIdx`); categories stand for all their members. */
export function openingsOf(
  rules: Readonly<Record<string, Rule>>,
  tokenTypes: readonly TokenType[],
): ReadonlyMap<string, Openings> {
  const size = Math.max(...tokenTypes.map((type) => type.tokenTypeIdx!)) + 1;
  const members = tokenTypes.map((type): readonly [TokenType, readonly number[]] => [
    type,
    tokenTypes
      .filter((each) => each === type || type.categoryMatchesMap?.[each.tokenTypeIdx!] === true)
      .map((each) => each.tokenTypeIdx!),
  ]);
  const reader = { size, members: new Map(members), known: new Map<string, Prefixes>() };
  const result = new Map<string, Openings>();
  for (const rule of Object.values(rules)) {
    const { two, one, empty } = ofRule(rule, reader);
    result.set(rule.name, (first, second) => empty || one.has(first) || two.has(first * size + second));
  }
  return result;
}

interface Reader {
  readonly size: number;
  readonly members: ReadonlyMap<TokenType, readonly number[]>;
  readonly known: Map<string, Prefixes>;
}

const nothing: Prefixes = { two: new Set(), one: new Set(), empty: true };

function ofRule(rule: Rule, reader: Reader): Prefixes {
  const known = reader.known.get(rule.name);
  if (known !== undefined) return known;
  const found = prefixesOf(rule, reader);
  reader.known.set(rule.name, found);
  return found;
}

function prefixesOf(production: IProduction, reader: Reader): Prefixes {
  if (production instanceof Terminal) {
    return { two: new Set(), one: new Set(reader.members.get(production.terminalType)), empty: false };
  }
  if (production instanceof NonTerminal) return ofRule(production.referencedRule, reader);
  const { definition } = production as unknown as { readonly definition: readonly IProduction[] };
  const parts = definition.map((part) => prefixesOf(part, reader));
  if (production instanceof Alternation) return parts.reduce(either);
  const whole = parts.reduce((a, b) => then(a, b, reader.size), nothing);
  const repeats = production instanceof Repetition || production instanceof RepetitionMandatory;
  const several = repeats ? either(whole, then(whole, whole, reader.size)) : whole;
  return production instanceof Option || production instanceof Repetition ? { ...several, empty: true } : several;
}

const either = (a: Prefixes, b: Prefixes): Prefixes => ({
  two: new Set([...a.two, ...b.two]),
  one: new Set([...a.one, ...b.one]),
  empty: a.empty || b.empty,
});

/** One production after another. */
function then(a: Prefixes, b: Prefixes, size: number): Prefixes {
  const two = new Set(a.empty ? [...a.two, ...b.two] : a.two);
  if (a.one.size > 0) {
    const seconds = new Set(b.one);
    for (const pair of b.two) seconds.add(Math.floor(pair / size));
    for (const first of a.one) for (const second of seconds) two.add(first * size + second);
  }
  return { two, one: new Set([...(b.empty ? a.one : []), ...(a.empty ? b.one : [])]), empty: a.empty && b.empty };
}
