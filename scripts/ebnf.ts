/**
 * Turns Chevrotain's serialised grammar into EBNF (ISO/IEC 14977: `[ ]` optional, `{ }` repeated, `? ?` described in
 * words) and into syntax diagrams. Names come from a table, so that the reader sees Vietnamese words and the grammar keeps English ones.
 */
import railroad from "railroad-diagrams";

/** The parts of Chevrotain's `ISerializedGast` that are read here. */
export interface Production {
  readonly type: string;
  readonly name?: string;
  readonly nonTerminalName?: string;
  readonly label?: string;
  readonly definition?: readonly Production[];
  readonly separator?: Production;
}

export interface Names {
  /** Vietnamese name of a rule. */
  readonly rule: (name: string) => string;
  /** The description of a token that stands for many spellings; null for one that is spelt as its label. */
  readonly token: (name: string, label: string) => string | null;
}

const hyphenated = (name: string): string => name.replace(/[\s,…]+/g, "-").replace(/^-|-$/g, "");

function expression(production: Production, names: Names, nested: boolean): string {
  const parts = production.definition ?? [];
  const sequence = (): string =>
    parts
      .map((part) => expression(part, names, parts.length > 1))
      .filter(Boolean)
      .join(", ");
  switch (production.type) {
    case "NonTerminal":
      return hyphenated(names.rule(production.nonTerminalName ?? production.name ?? ""));
    case "Terminal": {
      const described = names.token(production.name ?? "", production.label ?? "");
      return described === null ? `"${production.label || production.name}"` : `? ${described} ?`;
    }
    case "Alternation": {
      const text = parts.map((part) => expression(part, names, false)).join(" | ");
      return nested && parts.length > 1 ? `( ${text} )` : text;
    }
    case "Option":
      return `[ ${sequence()} ]`;
    case "Repetition":
      return `{ ${sequence()} }`;
    case "RepetitionMandatory":
      return `( ${sequence()} ), { ${sequence()} }`;
    case "RepetitionWithSeparator":
    case "RepetitionMandatoryWithSeparator": {
      const separator = production.separator ? expression(production.separator, names, true) : "";
      const text = `${sequence()}, { ${separator}, ${sequence()} }`;
      return production.type === "RepetitionWithSeparator" ? `[ ${text} ]` : text;
    }
    default: {
      const text = sequence();
      return nested && parts.length > 1 ? `( ${text} )` : text;
    }
  }
}

const width = 104;

/** Breaks a long expression before `|` and after `,`, outside quotation marks and `? ?`. */
function wrapped(text: string): string {
  const parts = text.match(/(?:"[^"]*"|\? .+? \?|[^"?,|]|\?(?! ))+(?:,|$)? ?|\| /g) ?? [text];
  const lines: string[] = [];
  let line = "";
  for (const part of parts.join("") === text ? parts : [text]) {
    if (line !== "" && line.length + part.trimEnd().length > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return [...lines, line].join("\n      ");
}

/** All rules as EBNF, each starting on a line of its own, ending in a newline. */
export function toEbnf(rules: readonly Production[], names: Names): string {
  return rules
    .map((rule) => {
      const text = expression({ ...rule, type: "Flat" }, names, false);
      return `${hyphenated(names.rule(rule.name ?? ""))} =\n    ${wrapped(text)} ;\n`;
    })
    .join("\n");
}

function diagram(production: Production, names: Names): unknown {
  const parts = production.definition ?? [];
  const sequence = (): unknown => {
    const drawn = parts.map((part) => diagram(part, names));
    return drawn.length === 1 ? drawn[0] : railroad.Sequence(...drawn);
  };
  switch (production.type) {
    case "NonTerminal":
      return railroad.NonTerminal(names.rule(production.nonTerminalName ?? production.name ?? ""));
    case "Terminal":
      return railroad.Terminal(names.token(production.name ?? "", production.label ?? "") ?? production.label ?? "");
    case "Alternation":
      return railroad.Choice(0, ...parts.map((part) => diagram(part, names)));
    case "Option":
      return railroad.Optional(sequence());
    case "Repetition":
      return railroad.ZeroOrMore(sequence());
    case "RepetitionMandatory":
      return railroad.OneOrMore(sequence());
    case "RepetitionWithSeparator":
      return railroad.ZeroOrMore(sequence(), production.separator && diagram(production.separator, names));
    case "RepetitionMandatoryWithSeparator":
      return railroad.OneOrMore(sequence(), production.separator && diagram(production.separator, names));
    default:
      return parts.length === 0 ? railroad.Skip() : sequence();
  }
}

const style = `body{font-family:system-ui,sans-serif;max-width:75em;margin:2em auto;padding:0 1em}
h2{font-size:1.1em;margin:1.6em 0 .2em}
svg.railroad-diagram{background:#fff;max-width:100%;height:auto}
svg.railroad-diagram path{stroke-width:1.6;stroke:#333;fill:none}
svg.railroad-diagram text{font:13px system-ui,sans-serif;text-anchor:middle}
svg.railroad-diagram rect{stroke-width:1.2;stroke:#333;fill:#eef4ff}
svg.railroad-diagram rect[rx]{fill:#fff6df}`;

/** One self-contained page (no script, no network) with a diagram a rule. */
export function toDiagrams(grammars: readonly { title: string; rules: readonly Production[] }[], names: Names): string {
  const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const body = grammars
    .map(({ title, rules }) => {
      const drawn = rules.map((rule) => {
        const svg = String(railroad.Diagram(diagram({ ...rule, type: "Flat" }, names)));
        return `<h2 id="${rule.name}">${escaped(names.rule(rule.name ?? ""))}</h2>\n${svg}`;
      });
      return `<h1>${escaped(title)}</h1>\n${drawn.join("\n")}`;
    })
    .join("\n");
  return `<!doctype html>\n<html lang="vi">\n<meta charset="utf-8">\n<title>Sơ đồ cú pháp của ngôn ngữ .plan</title>\n<style>\n${style}\n</style>\n${body}\n</html>\n`;
}
