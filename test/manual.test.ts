/**
 * The manual holds: its examples run, its tables of marks, headings and times say what the program does, its codes and
 * commands exist. Generated parts are held by `npm run generate -- --check`.
 *
 *     ```plan                       a whole file without errors or warnings
 *     ```plan đoạn                  a piece of a body, put into a whole file
 *     ```plan lỗi CP006             must give this error (also after `đoạn`); so `cảnh báo VB501`, `lưu ý CP016`
 *     ```in                         below an example: lines that it prints, in this order
 *     <!-- thử: dấu -->             the code spans in the first column of the table below are what the heading says
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { catalog } from "../src/catalog.ts";
import type { Severity } from "../src/diagnostics/diagnostic.ts";
import { parseTime } from "../src/time/parse.ts";
import { analyzeText, outputOf, root } from "./support/pipeline.ts";

const manual = readFileSync(join(root, "grammar/manual.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");

const severities: Readonly<Record<string, Severity>> = { lỗi: "error", "cảnh báo": "warning", "lưu ý": "notice" };

interface Example {
  readonly title: string;
  readonly source: string;
  /** What it must give; null: nothing above a notice. */
  readonly finding: { readonly severity: Severity; readonly code: string } | null;
  readonly printed: readonly string[];
}

const frame = (body: string): string =>
  `kế hoạch: Thử nghiệm năm 2026\ncơ quan: UBND xã An Bình\nsố: 01/KH-UBND\nđịa danh: An Bình\nngày: 05/01/2026\n\nI. MỤC ĐÍCH\n\nĐể thử.\n\n${body}\nTrên đây là Kế hoạch thử nghiệm./.\n\nnơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nký:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n`;

const examples = [...manual.matchAll(/^```plan ?(.*)\n([\s\S]*?)^```$(?:\n\n^```in\n([\s\S]*?)^```$)?/gm)].map(
  ([, info, text, printed], index): Example => {
    const match = /^(đoạn)? ?(?:(lỗi|cảnh báo|lưu ý) ([A-Z]{2}\d{3}))?$/.exec(info!.trim());
    if (!match) throw new Error(`not understood: \`\`\`plan ${info}`);
    return {
      title: `${index + 1}: ${text!.split("\n").find((line) => line && !line.startsWith("#"))}`,
      source: match[1] ? frame(text!) : text!,
      finding: match[2] ? { severity: severities[match[2]]!, code: match[3]! } : null,
      printed: (printed ?? "").split("\n").filter((line) => line !== ""),
    };
  },
);

describe.each(examples)("example $title", ({ source, finding, printed }) => {
  const found = analyzeText(source).diagnostics;
  if (finding?.severity === "error") {
    it(`gives ${finding.code}`, () => {
      expect(found.filter((d) => d.severity === "error").map((d) => d.code)).toContain(finding.code);
    });
    return;
  }
  it(finding ? `gives ${finding.code} and builds` : "has no error or warning, and builds", async () => {
    const isExpected = (code: string): boolean => code === finding?.code;
    if (finding)
      expect(found.filter((d) => d.severity === finding.severity).map((d) => d.code)).toContain(finding.code);
    expect(
      found.filter((d) => d.severity !== "notice" && !isExpected(d.code)).map((d) => `${d.code} ${d.message}`),
    ).toEqual([]);
    expect((await outputOf(source, "docx")).length).toBeGreaterThan(1000);
  });
  if (printed.length > 0) {
    it("prints what the manual shows", async () => {
      const words = (line: string): string => line.replace(/[\s\u00a0]+/g, " ").trim();
      let rest = Buffer.from(await outputOf(source, "txt"))
        .toString("utf8")
        .split("\n")
        .map(words);
      for (const line of printed) {
        const at = rest.indexOf(words(line));
        expect(at, `“${line}” in\n${rest.join("\n")}`).toBeGreaterThanOrEqual(0);
        rest = rest.slice(at + 1);
      }
    });
  }
});

/** The rows of the table below `<!-- thử: name -->`: code spans of the first column, and the other columns. */
function rowsOf(name: string): { readonly spans: readonly string[]; readonly cells: readonly string[] }[] {
  const table = new RegExp(`<!-- thử: ${name} -->\\n\\n((?:\\|.*\\n)+)`).exec(manual)![1]!;
  return table
    .trim()
    .split("\n")
    .slice(2)
    .map((line) => {
      const cells = line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim());
      const spans = [...cells[0]!.matchAll(/`([^`]+)`/g)].map((match) => match[1]!.replace(/\\\|/g, "|"));
      return { spans, cells: cells.slice(1) };
    });
}
const spansOf = (name: string): (readonly [string, readonly string[]])[] =>
  rowsOf(name).flatMap(({ spans, cells }) => spans.map((span) => [span, cells] as const));

/** The first thing below the heading of a body with only this text. */
const contentOf = (text: string) => {
  const { plan } = analyzeText(`kế hoạch: A\ncơ quan: UBND xã An Bình\n\n${text}\n\nĐoạn cuối.\n`);
  return plan.documents[0]!;
};

describe("the tables of the manual", () => {
  it.each(spansOf("dấu"))("%s opens a division", (line) => {
    expect(contentOf(line).divisions.length).toBe(1);
  });
  it.each(spansOf("không phải dấu"))("%s opens none", (line) => {
    expect(contentOf(line).divisions.length).toBe(0);
  });

  const roles: Readonly<Record<string, string>> = {
    "đề mục": "heading",
    "lời văn": "text",
    "đề mục liền dòng": "run-in-heading",
    nhãn: "label",
    "lời dẫn": "list-introduction",
  };
  it.each(spansOf("đề mục"))("%s is %s", (line, [role]) => {
    const bullet = line.startsWith("-") ? "+" : "-";
    const { divisions } = contentOf(`${line}\n${bullet} một;\n${bullet} hai.`);
    expect(divisions[0]!.role).toBe(roles[role!]);
  });

  it.each(
    rowsOf("thời gian").flatMap(({ spans, cells }) =>
      [...cells[0]!.matchAll(/`([^`]+)`/g)].map((example) => [example[1]!, spans[0]!] as const),
    ),
  )("“%s” is a time of the kind %s", (words, kind) => {
    const { value, diagnostics } = parseTime(words);
    expect(diagnostics).toEqual([]);
    expect(value.map((time) => time.kind)).toContain(kind);
  });
});

describe("what the manual names", () => {
  it("is a code of the program", () => {
    const known = new Set(catalog.map((entry) => entry.code));
    const named = [...manual.matchAll(/\b(?:NG|CP|TG|DM|KH|VB|XB)\d{3}\b/g)].map((match) => match[0]);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });
  it("is a part of it that exists", () => {
    const anchors = new Set(
      [...manual.matchAll(/^#+ (.+)$/gm)].map((match) =>
        match[1]!
          .toLowerCase()
          .replace(/[^\p{L}\p{M}\d\s-]/gu, "")
          .replace(/\s/g, "-"),
      ),
    );
    const links = [...manual.matchAll(/\]\(#([^)]+)\)/g)].map((match) => decodeURIComponent(match[1]!));
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
  });
});

describe("README", () => {
  it("shows a plan that builds without errors or warnings", () => {
    const text = /^```\n(kế hoạch:[\s\S]*?)^```$/m.exec(readme)![1]!;
    expect(
      analyzeText(text)
        .diagnostics.filter((d) => d.severity !== "notice")
        .map((d) => d.message),
    ).toEqual([]);
  });
});
