/** The changes between two plans as text, Markdown, JSON and one HTML page. All say the same sentences. */
import type { Paint } from "../diagnostics/pretty.ts";
import type { Plan } from "../plan/plan.ts";
import { range } from "../source/source-file.ts";
import type { Change } from "./compare.ts";
import { groupOf, groups, type Part, type Sentence, sentence } from "./sentences.ts";

/** Two plans, what they are called, and what changed from the one to the other. */
export interface Compared {
  readonly before: Plan;
  readonly after: Plan;
  /** As the user named them: a path, or a path at a revision. */
  readonly names: readonly [string, string];
  readonly changes: readonly Change[];
}

interface Told {
  readonly change: Change;
  readonly sentence: Sentence;
}

function* grouped({ before, after, changes }: Compared): Generator<readonly [string, readonly Told[]]> {
  const several = new Set(changes.map((change) => change.documents.join())).size > 1;
  const told = changes.map((change) => ({ change, sentence: sentence(change, before, after) }));
  const documents = [...new Set(changes.map((change) => change.documents.join()))];
  for (const key of documents) {
    const own = told.filter(({ change }) => change.documents.join() === key);
    const [i, j] = own[0]!.change.documents;
    const type = (j >= 0 ? after.documents[j] : before.documents[i])?.typeName ?? "";
    for (const group of groups) {
      const here = own.filter(({ change }) => groupOf(change) === group);
      if (here.length > 0) yield [several ? `${type} – ${group}` : group, here];
    }
  }
}

const none = "Không có thay đổi về nội dung.";
const counted = (changes: readonly Change[]): string => `${changes.length} thay đổi.`;

// ── Text ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** For a terminal; without colours what went stands in [-…-], what came in {+…+}. */
export function changesText(compared: Compared, paint: Paint, hasColours: boolean): string {
  const lines: string[] = [`${compared.names[0]} → ${compared.names[1]}`];
  if (compared.changes.length === 0) return `${lines[0]}\n${none}\n`;
  const part = (one: Part): string => {
    if (typeof one === "string") return one;
    if (one.kind === "same") return one.text;
    if (one.kind === "removed") return hasColours ? paint.severity("error", one.text) : edged(one.text, "[-", "-]");
    return hasColours ? paint.severity("notice", one.text) : edged(one.text, "{+", "+}");
  };
  for (const [group, told] of grouped(compared)) {
    lines.push("", paint.strong(group));
    for (const { sentence: one } of told) {
      const where = one.where === "" ? "" : ` ${paint.faint(`(${one.where})`)}`;
      lines.push(`  - ${one.parts.map(part).join("").trimEnd()}${where}`);
    }
  }
  lines.push("", counted(compared.changes));
  return `${lines.join("\n")}\n`;
}

/** Marks round words, the blanks at their ends outside. */
const edged = (text: string, open: string, close: string): string => {
  const words = text.trim();
  const at = text.indexOf(words);
  return words === "" ? text : `${text.slice(0, at)}${open}${words}${close}${text.slice(at + words.length)}`;
};

// ── Markdown ────────────────────────────────────────────────────────────────────────────────────────────────────────

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~]/g, "\\$&");

/** For a pull request. */
export function changesMarkdown(compared: Compared): string {
  const lines = [`### ${escaped(compared.names[0])} → ${escaped(compared.names[1])}`, ""];
  if (compared.changes.length === 0) return `${lines.join("\n")}${none}\n`;
  const part = (one: Part): string => {
    if (typeof one === "string") return escaped(one);
    const text = escaped(one.text);
    return one.kind === "same" ? text : one.kind === "removed" ? edged(text, "~~", "~~") : edged(text, "**", "**");
  };
  for (const [group, told] of grouped(compared)) {
    lines.push(`**${escaped(group)}**`, "");
    for (const { sentence: one } of told) {
      const where = one.where === "" ? "" : ` _(${escaped(one.where)})_`;
      lines.push(`- ${one.parts.map(part).join("").trimEnd()}${where}`);
    }
    lines.push("");
  }
  lines.push(counted(compared.changes));
  return `${lines.join("\n")}\n`;
}

// ── JSON ────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** `{version, before, after, changes[]}`; docs/schema/changes.json describes it. Spans are those of findings. */
export function changesJson(compared: Compared): string {
  return `${JSON.stringify({ version: "1", ...changesValue(compared) }, null, 2)}\n`;
}

/** `{version, comparisons[]}`: of two folders, one comparison a file that differs. */
export function comparisonsJson(list: readonly Compared[]): string {
  return `${JSON.stringify({ version: "1", comparisons: list.map(changesValue) }, null, 2)}\n`;
}

function changesValue({ before, after, names, changes }: Compared): object {
  return {
    before: names[0],
    after: names[1],
    changes: changes.map((change) => {
      const told = sentence(change, before, after);
      return {
        subject: change.subject,
        kind: change.kind,
        name: change.name,
        field: change.field === "" ? null : change.field,
        before: change.before,
        after: change.after,
        below: change.below,
        where: told.where,
        sentence: told.parts
          .map((part) => (typeof part === "string" ? part : part.kind === "removed" ? "" : part.text))
          .join(""),
        from: change.from === null ? null : range(before.source, change.from),
        to: change.to === null ? null : range(after.source, change.to),
      };
    }),
  };
}

// ── HTML ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const html = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

const style = `
@page { size: A4; margin: 20mm 15mm 20mm 25mm }
body { font: 13pt/1.45 "Times New Roman", Tinos, "Liberation Serif", serif; color: #000; max-width: 170mm; margin: 12mm auto; padding: 0 6mm }
h1 { font-size: 15pt; text-align: center; margin: 0 0 2mm }
h2 { font-size: 13pt; margin: 6mm 0 1mm; break-after: avoid }
p.names { text-align: center; margin: 0 0 6mm; overflow-wrap: anywhere }
ul { margin: 0; padding-left: 6mm }
li { margin: 0 0 1.5mm; break-inside: avoid }
del { text-decoration: line-through; background: #f3d9d7 }
ins { text-decoration: underline; background: #d9ecd7 }
span.where { font-style: italic; color: #333; white-space: nowrap }
p.count { margin-top: 6mm }
@media print { body { margin: 0; max-width: none; padding: 0 } del, ins { background: none } }
`.trim();

/** One page that needs nothing else, for reading and for paper: what went is struck, what came underlined. */
export const changesHtml = (compared: Compared): string => comparisonsHtml([compared]);

/** One page for several files. */
export function comparisonsHtml(list: readonly Compared[]): string {
  const part = (one: Part): string => {
    if (typeof one === "string") return html(one);
    const text = html(one.text);
    return one.kind === "same"
      ? text
      : one.kind === "removed"
        ? edged(text, "<del>", "</del>")
        : edged(text, "<ins>", "</ins>");
  };
  const title = "Những thay đổi của kế hoạch";
  const body = list.map((compared) => {
    const sections = [...grouped(compared)].map(([group, told]) => {
      const items = told.map(({ sentence: one }) => {
        const where = one.where === "" ? "" : ` <span class="where">(${html(one.where)})</span>`;
        return `<li>${one.parts.map(part).join("").trimEnd()}${where}</li>`;
      });
      return `<h2>${html(group)}</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
    });
    const names = `<p class="names">${html(compared.names[0])} → ${html(compared.names[1])}</p>`;
    const count = compared.changes.length === 0 ? none : counted(compared.changes);
    return [names, ...sections, `<p class="count">${count}</p>`].join("\n");
  });
  return `<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
${style}
</style>
</head>
<body>
<h1>${title}</h1>
${list.length === 0 ? `<p class="count">${none}</p>` : body.join("\n")}
</body>
</html>
`;
}
