/**
 * The plain part of YAML that data files are written in, read without the library: one key whose value is a list of maps,
 * each on one line (`- {a: b, c: [d, e]}`) or one field a line. The registries that ship are 7,000 such lines, and every
 * run of the program reads them: this reads them some twenty times faster.
 *
 * It answers null for anything else, mistakes included; then the library reads the file and words the findings. Tests
 * hold that both read the same.
 */
import type { SourceFile } from "./source-file.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode } from "./yaml.ts";

/** A place that this reader leaves to the library. */
class NotPlain extends Error {}

export function readPlain({ text }: SourceFile): YamlNode | null {
  try {
    return new Reader(text).file();
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

const blankOrComment = /[ ]*(?:#[^\n]*)?(?:\n|$)/y;
const topKey = /([A-Za-z]+):[ ]*\n/y;
const itemStart = / {2}- /y;
const fieldStart = / {4}(?=[A-Za-z])/y;
const key = /([A-Za-z]+): /y;
/** Begins with a letter, a digit or a typographic mark; holds nothing that YAML could take for a sign. */
const blockScalar = /[\p{L}\d“…][^\n#:]*/uy;
const flowScalar = /[\p{L}\d“…][^\n#:,[\]{}]*/uy;
const quoted = /"([^"\\\n]*)"/y;

class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  file(): YamlMap {
    this.skipBlank();
    const top = this.match(topKey);
    if (top === null) throw new NotPlain();
    const keySpan = { start: top.index, end: top.index + top[1]!.length };
    const start = this.at;
    const items: YamlNode[] = [];
    this.skipBlank();
    while (this.match(itemStart) !== null) {
      items.push(this.text.charAt(this.at) === "{" ? this.flowLine() : this.fields());
      this.skipBlank();
    }
    if (this.at < this.text.length || items.length === 0) throw new NotPlain();
    const value: YamlList = { kind: "list", items, span: { start: items[0]?.span.start ?? start, end: this.at } };
    return { kind: "map", entries: [{ key: top[1]!, keySpan, value }], span: { start: top.index, end: this.at } };
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private expect(character: string): void {
    if (this.text.charAt(this.at) !== character) throw new NotPlain();
    this.at += 1;
  }

  private skipBlank(): void {
    while (this.at < this.text.length && this.match(blankOrComment) !== null);
  }

  private endOfLine(): void {
    if (this.at < this.text.length) this.expect("\n");
  }

  /** `{a: b, c: [d]}` and the end of its line. */
  private flowLine(): YamlMap {
    const start = this.at;
    this.expect("{");
    const entries: YamlEntry[] = [];
    for (;;) {
      this.add(entries, this.entry(true));
      if (this.text.charAt(this.at) !== ",") break;
      this.at += 1;
      this.expect(" ");
    }
    this.expect("}");
    const end = this.at;
    this.endOfLine();
    return { kind: "map", entries, span: { start, end } };
  }

  /** Fields one a line, the first one behind the dash. */
  private fields(): YamlMap {
    const start = this.at;
    const entries: YamlEntry[] = [];
    do {
      this.add(entries, this.entry(false));
      this.endOfLine();
    } while (this.match(fieldStart) !== null);
    return { kind: "map", entries, span: { start, end: entries.at(-1)!.value.span.end } };
  }

  private add(entries: YamlEntry[], entry: YamlEntry): void {
    if (entries.some((other) => other.key === entry.key)) throw new NotPlain();
    entries.push(entry);
  }

  private entry(inFlow: boolean): YamlEntry {
    const found = this.match(key);
    if (found === null) throw new NotPlain();
    const keySpan = { start: found.index, end: found.index + found[1]!.length };
    const value = this.text.charAt(this.at) === "[" ? this.flowList() : this.scalar(inFlow);
    return { key: found[1]!, keySpan, value };
  }

  private flowList(): YamlList {
    const start = this.at;
    this.expect("[");
    const items: YamlNode[] = [];
    for (;;) {
      items.push(this.scalar(true));
      if (this.text.charAt(this.at) !== ",") break;
      this.at += 1;
      this.expect(" ");
    }
    this.expect("]");
    return { kind: "list", items, span: { start, end: this.at } };
  }

  private scalar(inFlow: boolean): YamlNode {
    const string = this.match(quoted);
    if (string !== null) return { kind: "scalar", value: string[1]!, span: { start: string.index, end: this.at } };
    const plain = this.match(inFlow ? flowScalar : blockScalar);
    if (plain === null) throw new NotPlain();
    const written = plain[0].trimEnd();
    const span = { start: plain.index, end: plain.index + written.length };
    // Blanks before a comma or bracket, and trailing ones, are the library's to judge.
    if (span.end !== this.at) throw new NotPlain();
    return { kind: "scalar", value: coreValue(written), span };
  }
}

/** YAML's core schema, as far as plain data needs it; other numbers are left to the library. */
function coreValue(written: string): string | number | boolean | null {
  if (/^(?:null|Null|NULL)$/.test(written)) return null;
  if (/^(?:true|True|TRUE)$/.test(written)) return true;
  if (/^(?:false|False|FALSE)$/.test(written)) return false;
  if (/^\d+$/.test(written)) return Number(written);
  if (/^\d[\dA-Fa-f.xXoO_+-]*$/.test(written) && !/^\d{4}-\d\d-\d\d$/.test(written)) throw new NotPlain();
  return written;
}
