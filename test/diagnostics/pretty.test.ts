/** Findings as people read them: the place, the line with the exact words marked, and what a terminal makes of both. */
import { describe, expect, it } from "vitest";
import { type Diagnostic, defineDiagnostic, text } from "../../src/diagnostics/diagnostic.ts";
import { colours, columns, plain, pretty, printable, selection, summary } from "../../src/diagnostics/pretty.ts";
import { lineTable, position, type SourceFile, type Span } from "../../src/source/source-file.ts";

const fault = defineDiagnostic({
  code: "CP999",
  severity: "error",
  message: text`Không hiểu “${"found"}”.`,
  why: "Để thử.",
});
const warning = defineDiagnostic({ code: "VB999", severity: "warning", message: text`Nên sửa.`, why: "Để thử." });

const file = (content: string): SourceFile => ({
  path: "a.plan",
  text: content,
  lineStarts: lineTable(content),
  digest: "",
});
const at = (content: string, words: string): Span => {
  const start = content.indexOf(words);
  return { start, end: start + words.length };
};

/** The two lines of the frame. */
function frame(content: string, span: Span): string[] {
  const lines = pretty(file(content), fault(span, { found: "x" })).split("\n");
  return lines.filter((line) => line.includes("│"));
}

/** The words of the line above the marks. */
function underlined([line, marks]: string[]): string {
  const start = marks!.indexOf("^");
  return line!.slice(start, start + marks!.trim().replace(/^│ */, "").length);
}

describe("a finding", () => {
  const content = "kế hoạch: A\ncơ quán: UBND xã An Bình\n";

  it("is printed whole", () => {
    const found: Diagnostic = fault(
      at(content, "cơ quán"),
      { found: "cơ quán" },
      {
        related: [{ span: at(content, "kế hoạch"), message: "văn bản mở ở đây" }],
        fix: { title: "Đổi thành “cơ quan”", safe: true, edits: [] },
        hint: "Hoặc bỏ dòng này.",
      },
    );
    expect(pretty(file(content), found, plain, "phần đầu")).toBe(
      [
        "a.plan:2:1: lỗi CP999: Không hiểu “cơ quán”.",
        "    2 │ cơ quán: UBND xã An Bình",
        "      │ ^^^^^^^",
        "       = ở: phần đầu",
        "       = xem: văn bản mở ở đây (dòng 1, cột 1)",
        "       = vì sao: Để thử.",
        "       = cách sửa: Đổi thành “cơ quan”",
        "       = gợi ý: Hoặc bỏ dòng này.",
        "",
      ].join("\n"),
    );
  });

  it("calls its hint the way to mend it when there is no fix", () => {
    expect(pretty(file(content), fault({ start: 0, end: 1 }, { found: "k" }, { hint: "Bỏ đi." }))).toContain(
      "       = cách sửa: Bỏ đi.\n",
    );
  });

  it("is coloured by its severity, its words unchanged", () => {
    const escapes = /\u001b\[[0-9;]*m/g;
    for (const [make, colour] of [
      [fault, "1;31"],
      [warning, "1;33"],
    ] as const) {
      const found = (make as typeof warning)(at(content, "cơ quán"));
      const coloured = pretty(file(content), found, colours);
      expect(coloured).toContain(`\u001b[${colour}m^^^^^^^\u001b[0m`);
      expect(coloured.replace(escapes, "")).toBe(pretty(file(content), found));
      expect(pretty(file(content), found)).not.toMatch(escapes);
    }
  });

  it("counts columns in characters, not in units of UTF-16", () => {
    const emoji = "a 😀😀 bx";
    expect(pretty(file(emoji), fault(at(emoji, "x"), { found: "x" }))).toMatch(/^a\.plan:1:7: /);
  });
});

describe("a frame", () => {
  it("marks the words under them", () => {
    const content = "một\nhai ba bốn\n";
    expect(frame(content, at(content, "ba"))).toEqual(["    2 │ hai ba bốn", "      │     ^^"]);
  });

  it("shows a window of a long line, with the words inside", () => {
    const content = `${"đầu ".repeat(60)}ĐÂY${" cuối".repeat(60)}\n`;
    const lines = frame(content, at(content, "ĐÂY"));
    expect(underlined(lines)).toBe("ĐÂY");
    expect(lines[0]).toMatch(/│ … ?đầu .* ĐÂY cuối.*…$/);
    expect([...lines[0]!].length).toBeLessThanOrEqual(110);
  });

  it("cuts a span that is longer than the window", () => {
    const content = `a ${"dài ".repeat(100)}\n`;
    const [line, marks] = frame(content, { start: 2, end: content.length - 1 });
    expect(line!.endsWith("…")).toBe(true);
    expect([...marks!].length).toBe([...line!].length);
  });

  it("marks the first line of a span over several", () => {
    const content = "một hai\nba bốn\n";
    expect(frame(content, { start: 4, end: 12 })).toEqual(["    1 │ một hai", "      │     ^^^"]);
  });

  it("shows a tab as one blank, so that the marks stay below the words", () => {
    const content = "\t\tmột\thai\n";
    expect(frame(content, at(content, "hai"))).toEqual(["    1 │   một hai", "      │       ^^^"]);
  });

  it.each([
    ["zero width space", "\u200b", "⟨U+200B⟩"],
    ["bidirectional override", "\u202e", "⟨U+202E⟩"],
    ["escape", "\u001b", "⟨U+001B⟩"],
    ["byte-order mark", "\ufeff", "⟨U+FEFF⟩"],
    ["half a character", "\ud83d", "⟨U+D83D⟩"],
    ["soft hyphen", "\u00ad", "⟨U+00AD⟩"],
  ])("shows a character that does not print: %s", (_name, character, shown) => {
    const content = `a ${character}b\n`;
    expect(underlined(frame(content, at(content, character)))).toBe(shown);
    expect(underlined(frame(content, at(content, "b")))).toBe("b");
  });

  it("gives combining marks no column and wide characters two", () => {
    const content = "e\u0301e\u0301 漢字 😀 x\n";
    const [, marks] = frame(content, at(content, "x"));
    expect(marks).toBe(`      │ ${" ".repeat(2 + 1 + 4 + 1 + 2 + 1)}^`);
  });

  it.each([
    ["halfwidth Katakana", "ｱｲｳ", 3],
    ["fullwidth Latin", "ＡＢ，", 6],
    ["Hiragana and ideographic signs", "あい、。「", 10],
    ["syllables of Hangul", "한국", 4],
    ["joined letters of Hangul", "\u1112\u1161\u11ab", 2],
    ["ideographs beyond the basic plane", "\u{20000}\u{2a6d6}", 4],
    ["Vietnamese with accents typed apart", "kế hoạch".normalize("NFD"), 8],
    ["accents of other scripts", "a\u20d7b\u0e31", 2],
    ["dashes, quotes and ellipses", "–—“”…₫", 6],
  ])("gives columns as terminals do: %s", (_name, words, width) => {
    expect(columns(words)).toBe(width);
    const content = `${words}x\n`;
    expect(frame(content, at(content, "x"))[1]).toBe(`      │ ${" ".repeat(width)}^`);
  });

  it("marks the letter whose accent is meant", () => {
    expect(frame("ab\u0323c\n", { start: 2, end: 3 })[1]).toBe("      │  ^");
    expect(frame("ab\u0323c\n", { start: 1, end: 2 })[1]).toBe("      │  ^");
  });

  it("keeps a window of wide characters in its columns, with the words inside", () => {
    const content = `${"漢".repeat(300)}ĐÂY${"字".repeat(300)}\n`;
    const [line, marks] = frame(content, at(content, "ĐÂY"));
    expect(columns(line!)).toBeLessThanOrEqual(110);
    expect(columns(line!.slice(0, line!.indexOf("ĐÂY")))).toBe(marks!.indexOf("^"));
  });

  it("never cuts a character or its accent in two", () => {
    for (const letter of ["😀", "e\u0323\u0301"]) {
      for (let shift = 0; shift < 4; shift++) {
        const content = `${"a".repeat(shift)}${letter.repeat(200)}ĐÂY${letter.repeat(200)}\n`;
        const [line] = frame(content, at(content, "ĐÂY"));
        expect(line).not.toMatch(/…[\u0300-\u036f]|U\+D8/);
        expect(line).toContain("ĐÂY");
      }
    }
  });

  it("stands at the end of the file", () => {
    const content = "một\n";
    expect(frame(content, { start: 4, end: 4 })).toEqual(["    2 │", "      │ ^"]);
    expect(frame("một", { start: 3, end: 3 })).toEqual(["    1 │ một", "      │    ^"]);
  });

  it("is left out of an empty file", () => {
    expect(pretty(file(""), warning({ start: 0, end: 0 }))).toBe(
      "a.plan:1:1: cảnh báo VB999: Nên sửa.\n       = vì sao: Để thử.\n",
    );
  });

  it("keeps its shape beyond a thousand lines", () => {
    const content = `${"a\n".repeat(12344)}b\n`;
    expect(frame(content, at(content, "b"))).toEqual(["12345 │ b", "      │ ^"]);
  });
});

it("nothing that is printed moves the cursor, whatever the file or its name holds", () => {
  const nasty = "\u001b[2J\r\u0007\u009b1m";
  const source = { ...file(`${nasty}\n`), path: `a${nasty}.plan` };
  const found = fault({ start: 0, end: 4 }, { found: nasty }, { hint: nasty });
  expect(pretty(source, found)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(printable("Kế hoạch “A” – ½")).toBe("Kế hoạch “A” – ½");
});

it("a summary counts by severity", () => {
  const one = { start: 0, end: 1 };
  expect(summary([warning(one), fault(one, { found: "" }), warning(one)])).toBe("1 lỗi, 2 cảnh báo");
  expect(summary([])).toBe("không phát hiện lỗi");
});

it("a summary writes large counts with points", () => {
  const many = Array.from({ length: 1234 }, () => warning({ start: 0, end: 1 }));
  expect(summary(many)).toBe("1.234 cảnh báo");
});

describe("a long list", () => {
  const notice = defineDiagnostic({ code: "VB998", severity: "notice", message: text`Lưu ý.`, why: "Để thử." });
  const place = { start: 0, end: 1 };

  it("is shown whole when it is short", () => {
    const found = [warning(place), notice(place)];
    expect(selection(found)).toEqual({ shown: found, rest: "" });
  });

  it("leaves out the least grave, and counts what it leaves out by code", () => {
    const found = [
      ...Array.from({ length: 1230 }, () => notice(place)),
      ...Array.from({ length: 60 }, () => warning(place)),
      fault(place, { found: "x" }),
    ];
    const { shown, rest } = selection(found);
    expect(shown.at(-1)!.code).toBe("CP999");
    expect(shown.filter((d) => d.code === "VB999")).toHaveLength(50);
    expect(shown.filter((d) => d.code === "VB998")).toHaveLength(50);
    expect(rest).toMatch(/^… còn 1\.190 phát hiện nữa .*: 1\.180 VB998, 10 VB999\./);
  });
});

it("a hundred thousand findings on one line are placed in no time", () => {
  const content = `${"a😀".repeat(100_000)}\n`;
  const source = file(content);
  const started = performance.now();
  for (let start = 0; start < 300_000; start += 3) {
    const { column } = position(source, start);
    if (column !== (start / 3) * 2 + 1) throw new Error(`${start}: ${column}`);
  }
  for (let start = 0; start < 300_000; start += 3000) pretty(source, warning({ start, end: start + 1 }));
  expect(performance.now() - started).toBeLessThan(5000);
});
