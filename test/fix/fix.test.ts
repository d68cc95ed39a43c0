/** Fixes: which are applied, in what order, and what of the file stays as it was typed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "../../src/diagnostics/pretty.ts";
import { diffText, wordDiff } from "../../src/fix/diff.ts";
import { follow, originalLines, stretchesOf } from "../../src/fix/lines.ts";
import { applyEdits, applyToRaw } from "../../src/fix/raw-text.ts";
import { sourceFromText } from "../../src/source/decode.ts";
import { goodPlan } from "../cli/support.ts";
import { both, finder, fix } from "./support.ts";

const spaces = finder("VB901", / {2,}/g, () => " ");
const unsafe = finder("VB902", /2019/g, () => "2020", { safe: false });

describe("fixes", () => {
  it("are applied until none is left, and then there is nothing to fix", () => {
    const shorter = finder("VB901", /aa/g, () => "a");
    const fixed = fix("aaaaaaa b\n", {}, shorter);
    expect(fixed.raw).toBe("a b\n");
    expect(fix(fixed.raw, {}, shorter).applied).toEqual([]);
  });

  it("that change what the plan says wait for a word", () => {
    const text = "năm  2019\n";
    expect(fix(text, {}, both(spaces, unsafe)).raw).toBe("năm 2019\n");
    expect(fix(text, { unsafe: true }, both(spaces, unsafe)).raw).toBe("năm 2020\n");
  });

  it("may be of chosen codes only", () => {
    const text = "năm  2019\n";
    expect(fix(text, { unsafe: true, codes: new Set(["VB902"]) }, both(spaces, unsafe)).raw).toBe("năm  2020\n");
  });

  it("that overlap are applied one after another, safe ones first", () => {
    const whole = finder("VB900", /năm {2}2019/g, () => "năm nay", { safe: false });
    const fixed = fix("năm  2019\n", { unsafe: true }, both(whole, spaces));
    expect(fixed.raw).toBe("năm 2019\n");
    expect(fixed.applied.map((one) => one.code)).toEqual(["VB901"]);
  });

  it("that undo each other are left out, with their codes, and the others applied", () => {
    const there = finder("VB911", /trái/g, () => "phải");
    const back = finder("VB912", /phải/g, () => "trái");
    const fixed = fix("bên  trái\n", {}, both(there, back, spaces));
    expect([fixed.raw, fixed.unsettled]).toEqual(["bên trái\n", ["VB911", "VB912"]]);
    expect(fix(fixed.raw, {}, both(there, back, spaces)).raw).toBe(fixed.raw);
  });

  it("that never end are left out", () => {
    const growing = finder("VB911", /x/g, () => "xx");
    expect(fix("a  x\n", {}, both(growing, spaces))).toMatchObject({ raw: "a x\n", unsettled: ["VB911"] });
  });

  it("that bring an error that blocks the output are dropped, and said", () => {
    const breaking = finder("CP900", /hỏng/g, () => "", { severity: "error" });
    const making = finder("VB913", /xấu|vừa/g, (match) => (match[0] === "xấu" ? "hỏng" : "được"));
    const analyse = both(making, (source, decoding) => breaking(source, decoding).map(({ fix: _, ...found }) => found));
    const fixed = fix("một xấu, hai vừa, ba xấu\n", {}, analyse);
    expect(fixed.raw).toBe("một xấu, hai được, ba xấu\n");
    expect(fixed.dropped.map((one) => one.title)).toEqual(["Sửa xấu", "Sửa xấu"]);
    expect(fix(fixed.raw, {}, analyse).raw).toBe(fixed.raw);
  });

  it("tell the line of the first text", () => {
    const lines = finder("VB901", /\n\n\n/g, () => "\n\n");
    const fixed = fix("a\n\n\n\n\nb  c\n", {}, both(lines, spaces));
    expect(fixed.raw).toBe("a\n\nb c\n");
    expect(fixed.applied.at(0)).toMatchObject({ line: 1 });
    expect(fixed.applied.find((one) => one.title === "Sửa   ")).toMatchObject({ line: 6 });
  });

  it("of the real rules leave no finding that they are for", () => {
    const bad = goodPlan.replace("1. Phát thanh", "1. Họp.\n3. Phát thanh").replace("xã./.", "xã.");
    const fixed = fix(bad, { unsafe: true });
    expect(fixed.diagnostics).toEqual([]);
    expect(fixed.raw).toBe(goodPlan.replace("1. Phát thanh", "1. Họp.\n2. Phát thanh"));
  });

  it("never touch what a comment silences", () => {
    const bad = goodPlan.replace("1. Phát thanh", "1. Họp.\n# bỏ qua VB501: theo bản của tỉnh\n3. Phát thanh");
    expect(fix(bad, { unsafe: true }).applied).toEqual([]);
  });
});

describe("what is not fixed stays as it was typed:", () => {
  it.each([
    ["a byte-order mark and CRLF", "\ufeffnăm  2019\r\nhai\r\n", "\ufeffnăm 2019\r\nhai\r\n"],
    ["line ends of several kinds", "a  b\r\nc\nd\re  f\u2028g\n", "a b\r\nc\nd\re f\u2028g\n"],
    ["accents typed apart", "kế hoạch  kế  hoạch\n".normalize("NFD"), "kế hoạch kế hoạch\n".normalize("NFD")],
    ["characters without width", "a\u200bb  c\u00add\n", "a\u200bb c\u00add\n"],
    ["the end of a file without line end", "a  b", "a b"],
    ["tabs and control characters", "a\u0007b\t  c\n", "a\u0007b\t c\n"],
  ])("%s", (_name, raw, expected) => {
    expect(fix(raw, {}, spaces).raw).toBe(expected);
  });

  it("a letter whose accents were typed apart is composed where a fix touches it, and nowhere else", () => {
    const words = finder("VB901", /hoạch/g, () => "họach");
    const fixed = fix("kế hoạch kế\n".normalize("NFD"), {}, words);
    expect(fixed.raw).toBe(`${"kế".normalize("NFD")} họach ${"kế".normalize("NFD")}\n`);
  });

  it("lines that a fix brings end as the others do", () => {
    const split = finder("VB901", /; /g, () => ";\n");
    expect(fix("a; b\r\nc\r\n", {}, split).raw).toBe("a;\r\nb\r\nc\r\n");
  });

  it("whatever the text: the clean text of the result is the result for the clean text", () => {
    const piece = fc.constantFrom(
      "a",
      "ế",
      "e\u0302\u0301",
      "\u0301",
      "\r\n",
      "\n",
      "\r",
      "\u200b",
      "\ufeff",
      "😀",
      "\u0007",
      " ",
    );
    const text = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(""));
    const cuts = fc.array(fc.tuple(fc.nat(40), fc.nat(4), fc.constantFrom("", "x", "y\nz")), { maxLength: 4 });
    fc.assert(
      fc.property(text, cuts, (raw, wanted) => {
        const clean = sourceFromText(raw, "a").value.text;
        let least = 0;
        const edits = [...wanted]
          .sort((a, b) => a[0] - b[0])
          .flatMap(([from, length, inserted]) => {
            // Edits of rules stand between characters.
            const start = Math.min(Math.max(from, least), clean.length);
            const end = Math.min(start + length, clean.length);
            if (start < least || /^[\u0300-\u036f\udc00-\udfff]/.test(clean.slice(start))) return [];
            if (/^[\u0300-\u036f\udc00-\udfff]/.test(clean.slice(end))) return [];
            least = end + 1;
            return [{ span: { start, end }, text: inserted }];
          });
        const changed = applyToRaw(raw, clean, edits);
        expect(sourceFromText(changed, "a").value.text).toBe(applyEdits(clean, edits).normalize("NFC"));
        if (edits.length === 0) expect(changed).toBe(raw);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("lines", () => {
  it("are followed through edits that join and part them", () => {
    const text = "một\nhai\nba\nbốn\n";
    const at = text.indexOf("\nba");
    const joined = follow(stretchesOf(text), [{ span: { start: at, end: at + 1 }, text: " " }]);
    expect(joined.map((s) => s.after).join("")).toBe("một\nhai ba\nbốn\n");
    expect(joined.find((s) => s.after === "hai ba\n")).toMatchObject({ line: 2, before: "hai\nba\n" });
    const lineOf = originalLines(joined);
    expect(["một", "hai", "bốn"].map((word) => lineOf("một\nhai ba\nbốn\n".indexOf(word)))).toEqual([1, 2, 4]);
    const parted = follow(joined, [{ span: { start: 4, end: 4 }, text: "mới\n" }]);
    expect(parted.map((s) => s.after).join("")).toBe("một\nmới\nhai ba\nbốn\n");
  });

  it("give the text of all edits, whatever they are", () => {
    const text = fc.array(fc.constantFrom("a", "b", "\n"), { maxLength: 20 }).map((parts) => parts.join(""));
    const cuts = fc.array(fc.tuple(fc.nat(20), fc.nat(5), fc.constantFrom("", "x", "\n")), { maxLength: 4 });
    fc.assert(
      fc.property(text, cuts, (before, wanted) => {
        let least = 0;
        const edits = [...wanted]
          .sort((a, b) => a[0] - b[0])
          .flatMap(([from, length, inserted]) => {
            const start = Math.min(Math.max(from, least), before.length);
            const end = Math.min(start + length, before.length);
            if (start < least) return [];
            least = end + 1;
            return [{ span: { start, end }, text: inserted }];
          });
        const stretches = follow(stretchesOf(before), edits);
        expect(stretches.map((s) => s.after).join("")).toBe(applyEdits(before, edits));
        expect(stretches.map((s) => s.before).join("")).toBe(before);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("the difference", () => {
  const shown = (raw: string, analyse: Parameters<typeof fix>[2]): string =>
    diffText(fix(raw, { unsafe: true }, analyse).lines, plain);

  it("shows each line before and after, with the changed words marked", () => {
    expect(shown("một\nngày 5/6/2019 tại xã\n", unsafe)).toBe(
      [
        "    2 - │ ngày 5/6/2019 tại xã",
        "        │          ^^^^",
        "    2 + │ ngày 5/6/2020 tại xã",
        "        │          ^^^^",
        "",
      ].join("\n"),
    );
  });

  it("shows of a long line what stands round the change", () => {
    const text = shown(`${"đầu ".repeat(100)}2019${" cuối".repeat(100)}\n`, unsafe);
    const [removed, marks] = text.split("\n");
    expect(removed!.length).toBeLessThan(110);
    expect(removed!.slice(marks!.indexOf("^"), marks!.lastIndexOf("^") + 1)).toBe("2019");
  });

  it("shows lines that go and lines that come", () => {
    expect(
      shown(
        "a\nbỏ\nb\n",
        finder("VB901", /bỏ\n/g, () => ""),
      ),
    ).toBe("    2 - │ bỏ\n");
    expect(
      shown(
        "a; b\n",
        finder("VB901", /; /g, () => ";\n"),
      ),
    ).toBe("    1 - │ a; b\n    1 + │ a;\n    2 + │ b\n");
  });

  it("compares words, not characters", () => {
    const { old, young } = wordDiff("Sở Y tế tỉnh", "Sở Y tế thành phố");
    expect(old.filter((part) => part.isChanged).map((part) => part.text)).toEqual(["tỉnh"]);
    expect(young.filter((part) => part.isChanged).map((part) => part.text)).toEqual(["thành phố"]);
  });
});
