/** Bytes of every kind: UTF-8 read as it is, everything else refused with the name of its code. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiagnosticDeclaration } from "../../src/diagnostics/diagnostic.ts";
import { decode, sourceFromText } from "../../src/source/decode.ts";
import * as errors from "../../src/source/errors.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const codesOf = (input: Uint8Array): string[] =>
  decode(input, "a.plan").diagnostics.map((diagnostic) => diagnostic.code);

const plan =
  "kế hoạch: Tuyên truyền cải cách hành chính của xã năm 2026\ncơ quan: UBND xã An Bình\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n- Nâng cao nhận thức của cán bộ và nhân dân về thực hiện nhiệm vụ được giao.\n";

function wide(text: string, little: boolean, mark: boolean): Uint8Array {
  const units = (mark ? "\ufeff" : "") + text;
  const result = new Uint8Array(units.length * 2);
  for (let index = 0; index < units.length; index++) {
    const unit = units.charCodeAt(index);
    result[2 * index + (little ? 0 : 1)] = unit & 0xff;
    result[2 * index + (little ? 1 : 0)] = unit >> 8;
  }
  return result;
}

describe("UTF-8", () => {
  it("is read as it is, with or without a byte-order mark", () => {
    for (const input of [utf8(plan), utf8(`\ufeff${plan}`)]) {
      const { value, diagnostics } = decode(input, "a.plan");
      expect(diagnostics).toEqual([]);
      expect(value?.text).toBe(plan);
      expect(value?.path).toBe("a.plan");
      expect(value?.lineStarts.slice(0, 3)).toEqual([0, 59, 84]);
    }
  });

  it("has \\n line ends inside, whatever they were", () => {
    for (const end of ["\r\n", "\r", "\u2028", "\u0085"]) {
      const { value, diagnostics } = decode(utf8(plan.replace(/\n/g, end)), "a.plan");
      expect(diagnostics).toEqual([]);
      expect(value?.text).toBe(plan);
    }
  });

  it("has one digest for one text, by sha-256", () => {
    const digests = new Set(
      [utf8(plan), utf8(`\ufeff${plan}`), utf8(plan.replace(/\n/g, "\r\n")), utf8(plan.normalize("NFD"))].map(
        (input) => decode(input, "x").value?.digest,
      ),
    );
    expect(digests.size).toBe(1);
    expect(decode(utf8(""), "x").value?.digest).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("is composed, with one notice that counts", () => {
    const { value, diagnostics } = decode(utf8("kế hoạch: Xã\n".normalize("NFD")), "a.plan");
    expect(value?.text).toBe("kế hoạch: Xã\n");
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["NG005"]);
    expect(diagnostics[0]?.severity).toBe("notice");
    expect(diagnostics[0]?.message).toContain("ở 4 chỗ");
    const { start, end } = diagnostics[0]!.span;
    expect(value?.text.slice(start, end)).toBe("ế");
  });

  it("loses invisible characters, with a notice, and no word", () => {
    const { value, diagnostics } = decode(utf8("kế\u00ad hoạch:\u200b Tuyên\u000btruyền\ufeff\n"), "a.plan");
    expect(value?.text).toBe("kế hoạch: Tuyên truyền\n");
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["NG010"]);
    expect(diagnostics[0]?.message).toContain("4 ký tự");
  });

  it("keeps non-breaking spaces, quotes, dashes and other scripts", () => {
    const text = "kế hoạch: “A”\u00a0– ‘b’ … 10\u00a0% № ☎ 漢字 😀\n";
    const { value, diagnostics } = decode(utf8(text), "a.plan");
    expect(value?.text).toBe(text);
    expect(diagnostics).toEqual([]);
  });

  it("tells of characters that were lost before", () => {
    expect(codesOf(utf8("kế hoạch: Xã An B\ufffdnh\n"))).toEqual(["NG009"]);
  });

  it.each([
    ["without diacritics", "ke hoach: Tuyen truyen nam 2026\nco quan: UBND xa An Binh\n"],
    ["French", "Café à la crème, déjà vu, façade, Noël, Übergröße, ñandú, ålesund\n".repeat(5)],
    ["English", "The plan (a draft) costs 5^2 + a(b) and x^y? Yes!\n"],
    ["only marks", "!@#$%^&*()_+{}|:<>?~`\n"],
    ["empty", ""],
    ["short Vietnamese with Latin letters alone", "Nhà và cá, có là, bé hè, bò dê\n"],
    ["Vietnamese that quotes garbled text", "Lỗi hiển thị “Káº¿ hoáº¡ch” và “KÕ ho¹ch” khi mở tệp.\n"],
    ["mathematics", "a^b, e^x, o^2, u+v, a(b)\n"],
  ])("is never flagged when clean: %s", (_name, text) => {
    expect(codesOf(utf8(text))).toEqual([]);
  });
});

describe("other codes", () => {
  it.each([
    ["UTF-16 LE", wide(plan, true, true)],
    ["UTF-16 LE", wide(plan, true, false)],
    ["UTF-16 BE", wide(plan, false, true)],
    ["UTF-16 BE", wide(plan, false, false)],
    ["UTF-32 LE", Uint8Array.from([0xff, 0xfe, 0, 0, 0x6b, 0, 0, 0])],
  ])("%s is named", (name, input) => {
    const { value, diagnostics } = decode(input, "a.plan");
    expect(value).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["NG003"]);
    expect(diagnostics[0]?.message).toContain(name);
  });

  // The same words as an editor of the time would have saved them.
  const tcvn3 = "kÕ ho¹ch: Tuyªn truyÒn c¶i c¸ch hµnh chÝnh cña x· n¨m 2026\nc¬ quan: UBND x·\n";
  const vni = "keá hoaïch: Tuyeân truyeàn caûi caùch haønh chính cuûa xaõ naêm 2026\ncô quan: UBND xaõ\n";
  const viscii = "k\xaa ho\xd5ch: Tuy\xean truy\xabn c\xe4i c\xe1ch h\xe0nh ch\xednh c\xfca x\xe3 n\xe5m 2026\n";
  const windows =
    "k\xea\xec hoa\xf2ch: Tuy\xean truy\xea\xccn ca\xd2i ca\xecch ha\xccnh chi\xecnh cu\xd2a xa\xde n\xe3m 2026\n";

  it.each([
    ["TCVN3 (ABC)", tcvn3],
    ["VNI", vni],
    ["VISCII", viscii],
    ["Windows-1258", windows],
  ])("%s is named, with the way to convert it", (name, text) => {
    const { value, diagnostics } = decode(bytes(text), "a.plan");
    expect(value).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["NG002"]);
    expect(diagnostics[0]?.message).toContain(name);
    expect(diagnostics[0]?.hint).toContain("UTF-8");
  });

  it.each([
    ["TCVN3 (ABC)", tcvn3],
    ["VNI", vni],
  ])("letters of %s pasted into a UTF-8 file are named", (name, text) => {
    const { value, diagnostics } = decode(utf8(text), "a.plan");
    expect(value).toBeNull();
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["NG008"]);
    expect(diagnostics[0]?.message).toContain(name);
  });

  it("UTF-8 saved twice is named", () => {
    const once = utf8(plan);
    const latin = utf8(new TextDecoder("latin1").decode(once));
    expect(codesOf(latin)).toEqual(["NG006"]);
    const windows1252 = utf8(new TextDecoder("windows-1252").decode(once));
    expect(codesOf(windows1252)).toEqual(["NG006"]);
  });

  it("VIQR is named", () => {
    expect(codesOf(utf8("ke^' hoa.ch: Tuye^n truye^`n ca?i ca'ch ha`nh chi'nh\nco+ quan: UBND xa~\n"))).toEqual([
      "NG007",
    ]);
  });

  it("bytes that are no text are refused by what they are", () => {
    expect(decode(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 1]), "a").diagnostics[0]?.message).toContain(".docx");
    expect(decode(bytes("%PDF-1.7\n"), "a").diagnostics[0]?.message).toContain("PDF");
    expect(codesOf(bytes("abc\u0000def"))).toEqual(["NG004"]);
  });

  it("a stray byte is located", () => {
    const input = Uint8Array.from([...utf8("plan\n\nmột "), 0xff, ...utf8(" hai\n")]);
    const { value, diagnostics } = decode(input, "a.plan");
    expect(value).toBeNull();
    expect(diagnostics[0]?.code).toBe("NG001");
    expect(diagnostics[0]?.message).toContain("0xFF ở dòng 3");
  });

  it.each([
    [[0xc0, 0x80]],
    [[0xed, 0xa0, 0x80]],
    [[0xf5, 0x80, 0x80, 0x80]],
    [[0xe0, 0x80, 0x80]],
    [[0x61, 0xe1, 0xba]],
  ])("no overlong, surrogate or cut sequence passes: %j", (input) => {
    expect(decode(Uint8Array.from(input), "a").value).toBeNull();
  });
});

describe("any bytes", () => {
  it("never throw, and give a text or one error", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (input) => {
        const { value, diagnostics } = decode(input, "a.plan");
        if (value === null) expect(diagnostics.map((diagnostic) => diagnostic.severity)).toEqual(["error"]);
        else expect(value.text).toBe(value.text.normalize("NFC"));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  it("never throw for any string, lone surrogates among them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => {
        expect(sourceFromText(text, "a").value.digest).toMatch(/^[0-9a-f]{64}$/);
      }),
      { seed: 4 },
    );
  });

  it("are refused quickly, however long", () => {
    const started = performance.now();
    decode(utf8("a".repeat(2_000_000)), "a");
    decode(utf8("é".repeat(500_000)), "a");
    decode(bytes("\xe9 ".repeat(500_000)), "a");
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

it("every code is given once and is a source code", () => {
  const codes = Object.values(errors).map(
    (definition) => (definition.declaration as DiagnosticDeclaration<string>).code,
  );
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^NG0\d\d$/);
});
