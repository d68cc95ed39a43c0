import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Run } from "../../src/document/document.ts";
import { widthOf } from "../../src/document/measure.ts";
import type { ParagraphStyle } from "../../src/document/style.ts";
import { breakLines, type Line, lineText } from "../../src/emit/pdf/lines.ts";
import { fonts, nd30 } from "../support/forms.ts";
import { words } from "../support/small-document.ts";

const body: ParagraphStyle = { ...nd30.style.paragraph.body, align: "left", firstLine: 0, left: 0, right: 0 };
const regular = { bold: false, italic: false };
const width = (text: string): number => widthOf(fonts, text, body.size, regular);
const texts = (lines: readonly Line[]): string[] => lines.map(lineText);
const broken = (text: string | readonly Run[], room: number, style: Partial<ParagraphStyle> = {}): Line[] =>
  breakLines(typeof text === "string" ? [words(text)] : text, { ...body, ...style }, room, fonts);

/** Right edge of the last visible character. */
function rightEdge(line: Line): number {
  const last = line.fragments.at(-1)!;
  const text = last.text.replace(/ +$/, "");
  const blanks = [...last.text.slice(0, last.stretchable)].filter((c) => c === " ").length;
  return (
    last.x + widthOf(fonts, text, last.size, { bold: last.face === "bold", italic: false }) + blanks * line.stretch
  );
}

describe("where a line ends", () => {
  it.each([
    // [what stands in the line, what follows it, what is wide enough]
    ["một hai", "ba", "một hai"],
    ["số 12/QĐ-", "UBND", "số 12/QĐ-"],
    ["giai đoạn 2026-", "2030", "giai đoạn 2026-"],
    ["thôn A –", "thôn B", "thôn A –"],
    ["và các việc khác…", "tiếp", "và các việc khác…"],
  ])("%s│%s", (first, second, room) => {
    const joined = /[-]$/.test(first) ? first + second : `${first} ${second}`;
    expect(texts(broken(joined, width(room) + 0.1))[0]).toBe(first);
  });

  it.each([
    ["ngày\u00a0\u00a0\u00a0tháng", "before and after a no-break space"],
    ["30/2020", "after a slash"],
    ["hàng\u2011ngày", "after a no-break hyphen"],
  ])("never inside %s: %s", (piece) => {
    const lines = broken(`trước ${piece} sau`, width(`trước ${piece}`) - 1);
    expect(texts(lines)).toEqual(["trước", `${piece} sau`]);
  });

  it("never before closing punctuation, even after a blank", () => {
    expect(texts(broken("quyết định ./.", width("quyết định") + 1))).toEqual(["quyết", "định ./."]);
  });

  it("cuts a word that is wider than the line, and only there", () => {
    expect(texts(broken(`a ${"m".repeat(10)}`, width("mmmm") + 1))).toEqual(["a", "mmmm", "mmmm", "mm"]);
  });

  it("after a forced break, also an empty one", () => {
    const runs: Run[] = [words("một"), { kind: "break" }, { kind: "break" }, words("hai")];
    expect(texts(broken(runs, 200))).toEqual(["một", "", "hai"]);
  });

  it("fits each line as full as it can, and loses nothing", () => {
    const word = fc.string({ unit: fc.constantFrom(..."aâđnmưyQĐ-/12.,"), minLength: 1, maxLength: 12 });
    const look = fc.record({ bold: fc.boolean(), italic: fc.boolean() });
    fc.assert(
      fc.property(fc.array(fc.tuple(word, look), { minLength: 1, maxLength: 40 }), (pieces) => {
        const runs = pieces.map(([text, l], i) => words(i === 0 ? text : ` ${text}`, l));
        const lines = broken(runs, 150);
        const all = lines.map((line) => line.fragments.map((f) => f.text).join("")).join("");
        expect(all).toBe(pieces.map(([text]) => text).join(" "));
        for (const line of lines) expect(rightEdgeOfAnyFace(line)).toBeLessThanOrEqual(150.05);
      }),
    );
  });
});

function rightEdgeOfAnyFace(line: Line): number {
  const last = line.fragments.findLast((f) => f.text.trim() !== "");
  if (!last) return 0;
  const text = line.fragments.at(-1) === last ? last.text.replace(/ +$/, "") : last.text;
  const italic = last.face === "italic" || last.face === "boldItalic";
  const bold = last.face === "bold" || last.face === "boldItalic";
  return last.x + widthOf(fonts, text, last.size, { bold, italic });
}

describe("justified lines", () => {
  const text = "Ủy ban nhân dân xã ban hành kế hoạch tuyên truyền về chuyển đổi số trên địa bàn năm 2026 như sau";
  const lines = broken(text, 200, { align: "justify" });

  it("reach the right edge, but the last does not", () => {
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines.slice(0, -1)) expect(rightEdge(line)).toBeCloseTo(200, 3);
    expect(lines.at(-1)!.stretch).toBe(0);
  });

  it("are not widened where a forced break ends them", () => {
    const [first] = broken([words("một hai"), { kind: "break" }, words("ba")], 200, { align: "justify" });
    expect(first!.stretch).toBe(0);
  });

  it("keep the blank that hangs at their end, so that words do not grow together in the tagged text", () => {
    expect(lines[0]!.fragments.at(-1)!.text).toMatch(/ $/);
  });
});

describe("indents and alignment", () => {
  it("indents the first line from the left indent, backwards when it hangs", () => {
    const lines = broken("một hai ba bốn", width("một hai") + 21, { left: 20, firstLine: -10 });
    expect(lines[0]!.fragments[0]!.x).toBe(10);
    expect(lines[1]!.fragments[0]!.x).toBe(20);
  });

  it("centres and sets right by what is visible", () => {
    const [centred] = broken("hai ", 100, { align: "center" });
    expect(centred!.fragments[0]!.x).toBeCloseTo((100 - width("hai")) / 2, 6);
    const [right] = broken("hai ", 100, { align: "right" });
    expect(right!.fragments[0]!.x).toBeCloseTo(100 - width("hai"), 6);
  });
});

describe("heights", () => {
  const single = 16.1; // 14 pt at 1.149 em, in whole twips

  it.each([
    [{ rule: "multiple", value: 1 } as const, single, 0],
    [{ rule: "multiple", value: 1.5 } as const, single, 24.15 - single],
    [{ rule: "exact", value: 18 } as const, 18, 0],
    [{ rule: "at-least", value: 18 } as const, 18, 0],
    [{ rule: "at-least", value: 15 } as const, single, 0],
  ])("of %o", (line, height, extra) => {
    const [only] = broken("một", 100, { line, size: 14 });
    expect(only!.height).toBeCloseTo(height, 6);
    expect(only!.extra).toBeCloseTo(extra, 6);
  });

  it("follow the largest text of the line", () => {
    const lines = broken([words("một "), words("HAI", { size: 20 })], 300, { size: 14 });
    expect(lines[0]!.height).toBeCloseTo(23, 1);
  });

  it("of a raised number do not count", () => {
    const [only] = broken([words("một"), { kind: "note", number: "1", note: 0 }], 300, { size: 14 });
    expect(only!.height).toBeCloseTo(single, 6);
    expect(only!.notes).toEqual([0]);
    expect(only!.fragments[1]!.rise).toBeGreaterThan(0);
  });

  it("of an empty paragraph is its style's", () => {
    const [only] = broken([], 300, { size: 14 });
    expect(only!.height).toBeCloseTo(single, 6);
  });
});
