/**
 * Writes everything in the repository that is made from something else, or with `--check` says what is stale:
 * the grammar as EBNF, as diagrams and as CST types (`grammar/generated/`), the manual's tables, a page for each code.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateCstDts } from "chevrotain";
import { inlineParser, serializedInlineGrammar } from "../grammar/inline-grammar.ts";
import { keywords, labelLexicon, type Place } from "../grammar/keywords.ts";
import { describedTokens, ruleNames } from "../grammar/names.ts";
import { planParser, serializedPlanGrammar } from "../grammar/plan-grammar.ts";
import { serializedTimeGrammar, timeParser } from "../grammar/time-grammar.ts";
import { timeWords } from "../grammar/time-tokens.ts";
import { type CatalogEntry, catalog } from "../src/catalog.ts";
import { severityName } from "../src/diagnostics/pretty.ts";
import { type Names, type Production, toDiagrams, toEbnf } from "./ebnf.ts";

const names: Names = {
  rule: (name) => ruleNames[name] ?? name,
  token: (name, label) => describedTokens[label || name] ?? null,
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => text.replace(/\|/g, "\\|").replace(/\n/g, " ");
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
};

const code = (text: string): string => (text ? `\`${text}\`` : "");

function keyTable(...places: Place[]): string {
  return table(
    ["Trường", "Cũng viết được", "Nghĩa", "Giá trị hoặc ví dụ"],
    keywords
      .filter((keyword) => keyword.places.some((place) => places.includes(place)))
      .map((keyword) => [
        code(`${keyword.spelling}:`),
        [...keyword.spellings.slice(1), keyword.bare]
          .filter((s, i, all) => s !== keyword.spelling && all.indexOf(s) === i)
          .map(code)
          .join(", "),
        keyword.description,
        keyword.values ? keyword.values.map(code).join(", ") : code(keyword.example ?? ""),
      ]),
  );
}

const roleTitles: Readonly<Record<string, string>> = {
  ordinal: "Số thứ tự",
  task: "Nhiệm vụ",
  content: "Nội dung",
  lead: "Chủ trì",
  partners: "Phối hợp",
  time: "Thời gian",
  start: "Bắt đầu",
  end: "Kết thúc",
  products: "Sản phẩm",
  budget: "Kinh phí",
  note: "Ghi chú",
};

/** Words of time that have several spellings; the grammar shows the first. */
function timeWordTable(): string {
  const byToken = new Map<string, string[]>();
  for (const { spelling, token } of timeWords()) byToken.set(token, [...(byToken.get(token) ?? []), spelling]);
  return table(
    ["Trong văn phạm", "Cũng đọc được"],
    [...byToken.values()]
      .filter((spellings) => spellings.length > 1)
      .map(([first, ...others]) => [first!, others.join(" · ")]),
  );
}

interface Ebnf {
  readonly plan: string;
  readonly inline: string;
  readonly time: string;
}

/** The generated parts of the manual, by the name in `<!-- sinh: NAME -->`. */
function manualParts(ebnf: Ebnf): Readonly<Record<string, string>> {
  const block = (text: string): string => `\`\`\`ebnf\n${text}\`\`\``;
  return {
    "loại văn bản": keyTable("document"),
    "phần đầu": keyTable("header"),
    "phụ lục": keyTable("annex", "annex-head"),
    bảng: keyTable("table", "table-head"),
    "hàng của bảng": keyTable("table-row", "row-field"),
    "cuối văn bản": keyTable("block"),
    nhãn: table(
      ["Vai trò", "Các cách gọi"],
      Object.entries(labelLexicon).map(([role, phrases]) => [roleTitles[role] ?? role, phrases.join(" · ")]),
    ),
    mã: table(
      ["Mã", "Mức", "Phát hiện"],
      catalog.map((entry) => [
        `[${entry.code}](../docs/rules/${entry.code}.md)`,
        severityName[entry.severity],
        entry.message,
      ]),
    ),
    "văn phạm": block(ebnf.plan),
    "văn phạm trong dòng": block(ebnf.inline),
    "văn phạm thời gian": block(ebnf.time),
    "từ thời gian": timeWordTable(),
  };
}

function fillManual(manual: string, parts: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const filled = manual.replace(
    /(<!-- sinh: (.+?) -->\n)[\s\S]*?(\n<!-- hết -->)/g,
    (_, open: string, name: string, close: string) => {
      const part = parts[name];
      if (part === undefined) throw new Error(`manual.md asks for “${name}”, which is not generated`);
      used.add(name);
      return `${open}\n${part}\n${close}`;
    },
  );
  const missing = Object.keys(parts).filter((name) => !used.has(name));
  if (missing.length > 0) throw new Error(`manual.md has no place for ${missing.join(", ")}`);
  return filled;
}

function page(entry: CatalogEntry): string {
  const block = (title: string, text: string): string =>
    text ? `\n## ${title}\n\n\`\`\`\n${text.trimEnd()}\n\`\`\`\n` : "";
  return [
    `# ${entry.code}${entry.name ? ` (${entry.name})` : ""}\n`,
    `**${severityName[entry.severity]}** — ${entry.message}\n`,
    `## Vì sao\n\n${entry.why}\n`,
    entry.hint ? `## Cách sửa\n\n${entry.hint}\n` : "",
  ]
    .filter(Boolean)
    .join("\n")
    .concat(block("Ví dụ sai", entry.bad), block("Ví dụ đúng", entry.good));
}

/** Writes or checks everything; the exit status. */
export function generate(root: string, checkOnly: boolean): number {
  const plan = serializedPlanGrammar() as unknown as Production[];
  const inline = serializedInlineGrammar() as unknown as Production[];
  const time = serializedTimeGrammar() as unknown as Production[];
  const unnamed = [...plan, ...inline, ...time]
    .map((rule) => rule.name ?? "")
    .filter((name) => ruleNames[name] === undefined);
  if (unnamed.length > 0) throw new Error(`grammar/names.ts names no ${unnamed.join(", ")}`);
  const ebnf: Ebnf = { plan: toEbnf(plan, names), inline: toEbnf(inline, names), time: toEbnf(time, names) };
  const outputs: Record<string, string> = {
    "grammar/generated/plan.ebnf": ebnf.plan,
    "grammar/generated/inline.ebnf": ebnf.inline,
    "grammar/generated/time.ebnf": ebnf.time,
    "grammar/generated/diagrams.html": toDiagrams(
      [
        { title: "Tệp .plan", rules: plan },
        { title: "Chữ trong dòng", rules: inline },
        { title: "Thời gian và tần suất", rules: time },
      ],
      names,
    ),
    "grammar/generated/plan-cst.d.ts": generateCstDts(planParser().getGAstProductions()),
    "grammar/generated/inline-cst.d.ts": generateCstDts(inlineParser().getGAstProductions()),
    "grammar/generated/time-cst.d.ts": generateCstDts(timeParser().getGAstProductions()),
    "grammar/manual.md": fillManual(readFileSync(join(root, "grammar/manual.md"), "utf8"), manualParts(ebnf)),
    "docs/rules/README.md": `# Các mã phát hiện\n\nGõ \`plan explain MÃ\` để đọc trên máy. Chữ đầu của mã: NG nguồn, NH nhập tệp, CP cú pháp, TG thời gian, DM danh mục, KH kế hoạch, VB văn bản, XB xuất bản.\n\n${table(
      ["Mã", "Mức", "Phát hiện"],
      catalog.map((entry) => [`[${entry.code}](${entry.code}.md)`, severityName[entry.severity], entry.message]),
    )}\n`,
  };
  for (const entry of catalog) outputs[`docs/rules/${entry.code}.md`] = page(entry);

  const stale = Object.entries(outputs).filter(
    ([name, content]) => !existsSync(join(root, name)) || readFileSync(join(root, name), "utf8") !== content,
  );
  const orphans = readdirSync(join(root, "docs/rules")).filter((name) => outputs[`docs/rules/${name}`] === undefined);
  if (checkOnly) {
    for (const [name] of stale) console.error(`stale: ${name}`);
    for (const name of orphans) console.error(`no longer generated: docs/rules/${name}`);
    if (stale.length + orphans.length > 0) console.error("run: npm run generate");
    return stale.length + orphans.length > 0 ? 1 : 0;
  }
  for (const [name, content] of stale) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
    console.log(`wrote ${name}`);
  }
  for (const name of orphans) rmSync(join(root, "docs/rules", name));
  return 0;
}
