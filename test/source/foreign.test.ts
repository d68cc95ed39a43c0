/** Foreign text files: every old code converted and told, clean text never touched, what is no text named. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DiagnosticDeclaration } from "../../src/diagnostics/diagnostic.ts";
import { cleanText } from "../../src/source/clean.ts";
import { decodeForeign } from "../../src/source/foreign.ts";
import * as errors from "../../src/source/foreign-errors.ts";
import { examples } from "../support/pipeline.ts";
import { cleanTexts, westernTexts } from "./clean-texts.ts";
import {
  type Encoder,
  encode1258,
  encodeTcvn3,
  encodeViqr,
  encodeViscii,
  encodeVn1,
  encodeVni,
  encodeWide,
  misread,
  plainPunctuation,
  utf8,
} from "./legacy-encoders.ts";

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const codesOf = (input: Uint8Array): string[] => decodeForeign(input).diagnostics.map(({ code }) => code);
const firstOf = (input: Uint8Array) => decodeForeign(input).diagnostics[0]!;

/** The plans of the examples, as `decodeForeign` gives them back. */
const plans = examples.map(({ name, text }) => [name, cleanText(text, "keep pages").value] as const);

/** The text without the characters that a code cannot hold: ☐, → and the like. */
const heldBy = (text: string, encode: Encoder): string =>
  [...text].filter((character) => encode(character) !== null).join("");

const windows = (text: string): string => misread(utf8(text), "windows-1252");
const latin = (text: string): string => misread(utf8(text), "latin1");

describe.each(plans)("the plan %s", (_name, plan) => {
  it("is not touched where it is clean", () => {
    for (const input of [utf8(plan), utf8(`\ufeff${plan}`), utf8(plan.replace(/\n/g, "\r\n"))]) {
      expect(decodeForeign(input)).toEqual({ value: plan, diagnostics: [] });
    }
  });

  it.each([
    ["VNI", "VNI", encodeVni, heldBy(plan, encodeVni)],
    ["VISCII", "VISCII", encodeViscii, heldBy(plainPunctuation(plan), encodeViscii)],
    ["Windows-1258", "Windows-1258", encode1258, heldBy(plan, encode1258)],
    ["all of TCVN 5712", "TCVN 5712 (VN1)", encodeVn1, heldBy(plainPunctuation(plan), encodeVn1)],
  ] as const)("comes back from %s", (_code, name, encode, text) => {
    const { value, diagnostics } = decodeForeign(encode(text)!);
    expect(value).toBe(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG101"]);
    expect(diagnostics[0]!.message).toContain(name);
  });

  it.each([
    ["bytes", (input: Uint8Array) => input],
    ["letters of Windows-1252", (input: Uint8Array) => utf8(misread(input, "windows-1252"))],
    ["letters of Latin-1", (input: Uint8Array) => utf8(misread(input, "latin1"))],
  ])("comes back from TCVN3 in %s, with its capitals", (_kind, asFile) => {
    const text = heldBy(plan, encodeTcvn3);
    const { value, diagnostics } = decodeForeign(asFile(encodeTcvn3(text)!));
    expect(value?.toLowerCase()).toBe(text.toLowerCase());
    const { lost, restored, wrong } = compareCapitals(text, value!);
    expect(restored / Math.max(1, lost)).toBeGreaterThanOrEqual(0.99);
    expect(wrong).toBe(0);
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG101"]);
    expect(diagnostics[0]!.message).toContain("TCVN3 (ABC)");
    if (restored > 0) expect(diagnostics[0]!.hint).toContain("viết hoa lại");
  });

  it("comes back from letters of VNI", () => {
    const text = heldBy(plan, encodeVni);
    const { value, diagnostics } = decodeForeign(utf8(misread(encodeVni(text)!, "windows-1252")));
    expect(value).toBe(text);
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG101"]);
  });

  it("comes back from UTF-16 and UTF-32", () => {
    for (const width of [2, 4] as const) {
      for (const little of [true, false]) {
        for (const mark of [true, false]) {
          const { value, diagnostics } = decodeForeign(encodeWide(plan, width, little, mark));
          expect(value).toBe(plan);
          expect(diagnostics.map(({ code }) => code)).toEqual(["NG101"]);
          expect(diagnostics[0]!.message).toContain(`UTF-${width * 8} ${little ? "LE" : "BE"}`);
        }
      }
    }
  });

  it.each([
    ["twice by Latin-1", "hai lần", latin(plan)],
    ["twice by Windows-1252", "hai lần", windows(plan)],
    ["twice by Windows-1258", "hai lần", misread(utf8(plan), "windows-1258")],
    ["three times", "ba lần", windows(windows(plan))],
  ])("comes back from UTF-8 encoded %s", (_way, times, text) => {
    const { value, diagnostics } = decodeForeign(utf8(text));
    expect(value).toBe(plan);
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG103"]);
    expect(diagnostics[0]!.message).toContain(times);
  });

  it("is composed", () => {
    const { value, diagnostics } = decodeForeign(utf8(plan.normalize("NFD")));
    expect(value).toBe(plan);
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG005"]);
  });

  it.each([true, false])("comes back from VIQR but for a few full stops (escaped: %s)", (escaped) => {
    const text = plainPunctuation(plan).replace(/[^\0-\x7fÀ-ỹ]/g, "");
    const { value, diagnostics } = decodeForeign(encodeViqr(text, escaped));
    const wanted = text.split("\n");
    const wrong = value!.split("\n").filter((line, index) => line !== wanted[index]);
    expect(wrong.length).toBeLessThanOrEqual(3);
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG101"]);
    expect(diagnostics[0]!.message).toContain("VIQR");
  });
});

/** Words whose capitals the code lost, those of them that came back, and capitals that were not there before. */
function compareCapitals(text: string, value: string): { lost: number; restored: number; wrong: number } {
  const counts = { lost: 0, restored: 0, wrong: 0 };
  const held = new Set("ĂÂÊÔƠƯĐ");
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    const isLost = [...word].some((letter) => letter > "\x7f" && letter !== letter.toLowerCase() && !held.has(letter));
    const same = value.slice(index, index + word.length) === word;
    if (isLost) counts.lost += 1;
    if (isLost && same) counts.restored += 1;
    if (!isLost && !same) counts.wrong += 1;
  }
  return counts;
}

describe("lines that are garbled among sound ones", () => {
  const text = plans.find(([name]) => name === "loc-ha-2024")![1];
  const ways: readonly (readonly [string, string, (line: string) => string])[] = [
    ["TCVN3", "NG102", (line) => misread(encodeTcvn3(heldBy(line, encodeTcvn3))!, "windows-1252")],
    ["VNI", "NG102", (line) => misread(encodeVni(heldBy(line, encodeVni))!, "latin1")],
    ["UTF-8 encoded twice", "NG103", windows],
  ];
  /** Whether a line says enough by itself. */
  const isLong = (line: string): boolean => (line.match(/\p{L}*[^\0-\x7f]\p{L}*/gu)?.length ?? 0) >= 8;

  it.each(ways)("are converted, and no other: %s", (_name, code, garble) => {
    const lines = text.split("\n");
    fc.assert(
      fc.property(fc.array(fc.nat(lines.length - 1), { minLength: 1, maxLength: 12 }), (picked) => {
        const chosen = new Set(picked.filter((index) => isLong(lines[index]!)));
        const input = lines.map((line, index) => (chosen.has(index) ? garble(line) : line)).join("\n");
        const { value, diagnostics } = decodeForeign(utf8(input));
        const wanted = lines.map((line, index) => (chosen.has(index) ? heldBy(line, encodeTcvn3) : line)).join("\n");
        expect(heldBy(value!, encodeTcvn3).toLowerCase()).toBe(heldBy(wanted, encodeTcvn3).toLowerCase());
        expect(diagnostics.map((each) => each.code)).toEqual(chosen.size > 0 ? [code] : []);
        if (chosen.size > 0) expect(diagnostics[0]!.message).toMatch(new RegExp(`^Có ${chosen.size} dòng`));
      }),
      { numRuns: 12, seed: 21 },
    );
  });

  it("take short lines between them along", () => {
    const garbled = windows(
      "I. MỤC ĐÍCH\n\n1. Nâng cao nhận thức của cán bộ, công chức về nhiệm vụ được giao.\nSố: 12\n2. Tổ chức thực hiện kế hoạch của tỉnh, của huyện về cải cách hành chính.",
    );
    const { value, diagnostics } = decodeForeign(
      utf8(`Căn cứ kế hoạch của tỉnh;\n\n${garbled}\n\nThực hiện tốt nhiệm vụ.\n`),
    );
    expect(value).toContain("\nI. MỤC ĐÍCH\n\n1. Nâng cao");
    expect(value).toContain("\nSố: 12\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG103"]);
  });

  it("may be bytes in a file of UTF-8", () => {
    const legacy = encodeTcvn3("Kế hoạch cải cách hành chính của xã năm 2026")!;
    const input = Uint8Array.from([...utf8("Căn cứ Luật;\n"), ...legacy, ...utf8("\nỦy ban nhân dân xã\n")]);
    const { value, diagnostics } = decodeForeign(input);
    expect(value).toBe("Căn cứ Luật;\nKế hoạch cải cách hành chính của xã năm 2026\nỦy ban nhân dân xã\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG102"]);
  });

  it("point to the first of them", () => {
    const { value, diagnostics } = decodeForeign(utf8("Ủy ban nhân dân xã\nKÕ ho¹ch c¶i c¸ch hµnh chÝnh cña x·\n"));
    expect(value?.slice(diagnostics[0]!.span.start)).toBe("Kế hoạch cải cách hành chính của xã\n");
  });
});

describe("small files", () => {
  it.each([
    ["two words of TCVN3", "KÕ ho¹ch\n", "Kế hoạch\n", "NG101"],
    ["TCVN3 with bullets", "· KÕ ho¹ch\n· Ng©n s¸ch cña x·\n", "· Kế hoạch\n· Ngân sách của xã\n", "NG101"],
    ["à lost to a plain space", "NhÃ  nÆ°á»›c, vÃ  nhÃ¢n dÃ¢n\n", "Nhà nước, và nhân dân\n", "NG103"],
    ["Windows-1252 signs", "Ke hoach \x96 \x93nam 2026\x94\n", "Ke hoach – “nam 2026”\n", "NG101"],
  ])("%s", (name, from, to, code) => {
    const { value, diagnostics } = decodeForeign(name.startsWith("Windows") ? bytes(from) : utf8(from));
    expect(value).toBe(to);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
  });

  it("tell how many characters were converted, in groups of three digits", () => {
    const line = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña x·\n";
    expect(firstOf(utf8(line)).message).toBe("Tệp dùng mã TCVN3 (ABC); đã chuyển 8 ký tự sang Unicode.");
    expect(firstOf(utf8(line.repeat(300))).message).toContain("2.400 ký tự");
    expect(firstOf(utf8(line)).severity).toBe("notice");
  });

  it("may be garbled within UTF-16: two codes, two notices", () => {
    const { value, diagnostics } = decodeForeign(encodeWide("KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña x·\n", 2, true, true));
    expect(value).toBe("Kế hoạch cải cách hành chính của xã\n");
    expect(diagnostics.map(({ message }) => message)).toEqual([
      expect.stringContaining("UTF-16 LE"),
      expect.stringContaining("TCVN3"),
    ]);
  });

  it("are composed where half was apart already", () => {
    const { value, diagnostics } = decodeForeign(utf8("Kê\u0301 hoa\u0323ch của xã\n"));
    expect(value).toBe("Kế hoạch của xã\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG005"]);
  });
});

describe("what lies between the letters", () => {
  it("keeps tabs and form feeds, and no other control character", () => {
    const { value, diagnostics } = decodeForeign(utf8("Kế hoạch\tsố\f\u000bTrang\u200b hai\r\nhết\u2028"));
    expect(value).toBe("Kế hoạch\tsố\f Trang hai\nhết\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG010"]);
    expect(diagnostics[0]!.message).toContain("2 ký tự");
  });

  it("is kept in converted text as well", () => {
    expect(decodeForeign(encodeVni("Kế hoạch\tcủa xã\fvề việc thực hiện nhiệm vụ\n")!).value).toBe(
      "Kế hoạch\tcủa xã\fvề việc thực hiện nhiệm vụ\n",
    );
  });
});

describe("what is lost", () => {
  it("before is told", () => {
    const { value, diagnostics } = decodeForeign(utf8("kế hoạch của x\ufffd và huy\ufffdn\n"));
    expect(value).toContain("x\ufffd");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG009"]);
    expect(diagnostics[0]!.message).toContain("Có 2 ký tự");
  });

  it("in an old code becomes U+FFFD and is counted", () => {
    const input = bytes("KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña x· \xe0\xc0 n¨m 2026\n");
    const { value, diagnostics } = decodeForeign(input);
    expect(value).toBe("Kế hoạch cải cách hành chính của xã \ufffd\ufffd năm 2026\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG101", "NG104"]);
    expect(diagnostics[1]).toMatchObject({ severity: "warning", message: expect.stringContaining("Có 2 ký tự") });
  });

  it("in UTF-8 with broken bytes does so too", () => {
    const input = Uint8Array.from([...utf8("kế hoạch\n\nmột "), 0xff, ...utf8(" hai\nxã"), 0xe1, 0xba]);
    const { value, diagnostics } = decodeForeign(input);
    expect(value).toBe("kế hoạch\n\nmột \ufffd hai\nxã\ufffd");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG104"]);
    expect(diagnostics[0]!.message).toContain("Có 2 ký tự");
  });

  it("in letters that were encoded twice and torn does so too", () => {
    const { value, diagnostics } = decodeForeign(utf8("Káº¿ hoáº¡ch cáº£i cÃ¡ch cá»§a xÃ£, tuyÃªn truyá»?n\n"));
    expect(value).toBe("Kế hoạch cải cách của xã, tuyên truy\ufffdn\n");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG103", "NG104"]);
  });

  it("at the end of UTF-16 that is cut does so too", () => {
    const whole = encodeWide("Kế hoạch\n", 2, true, true);
    const { value, diagnostics } = decodeForeign(whole.subarray(0, whole.length - 1));
    expect(value).toBe("Kế hoạch\ufffd");
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG101", "NG009"]);
  });
});

describe("clean text", () => {
  const texts = Object.entries(cleanTexts);

  it.each(texts)("is never touched: %s", (_name, text) => {
    for (const part of [text, ...text.split("\n").filter((line) => line.trim() !== "")]) {
      expect(decodeForeign(utf8(part))).toEqual({ value: part, diagnostics: [] });
    }
  });

  it("is never touched, in whatever order its words come", () => {
    const vocabularies = texts
      .filter(([name]) => !name.includes("quotes"))
      .map(([, text]) => text.split(/\s+/).filter(Boolean));
    const passage = fc
      .constantFrom(...vocabularies)
      .chain((words) =>
        fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(" ", " ", "\n")), { minLength: 1, maxLength: 12 }),
      );
    fc.assert(
      fc.property(passage, (words) => {
        const text = words.flat().join("").trim();
        expect(decodeForeign(utf8(text))).toEqual({ value: text, diagnostics: [] });
      }),
      { numRuns: 1500, seed: 22 },
    );
  });

  it("is never touched beside a plan", () => {
    const plan = plans.find(([name]) => name === "nho-nhat")![1];
    for (const [, text] of texts)
      expect(decodeForeign(utf8(plan + text))).toEqual({ value: plan + text, diagnostics: [] });
  });

  it.each(Object.entries(westernTexts))("of the West, in bytes, does not become Vietnamese: %s", (_name, text) => {
    const input = bytes(text.replace(/[’“”—–]/g, "'"));
    const { value, diagnostics } = decodeForeign(input);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(["NG105"]);
    expect(diagnostics[0]!.message).toMatch(/byte 0x[C-F][0-9A-F] ở dòng 1/);
  });
});

describe("what is no text", () => {
  const wide = (text: string): string => Buffer.from(text, "utf16le").toString("latin1");
  const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0";
  it.each([
    ["tệp Word (.docx)", "PK\x03\x04\x14\0word/document.xml", ".docx"],
    ["OpenDocument", "PK\x03\x04\x14\0mimetypeapplication/vnd.oasis.opendocument.textPK", ".docx"],
    ["Excel (.xlsx)", "PK\x03\x04\x14\0xl/workbook.xml", ".txt"],
    ["tệp nén ZIP", "PK\x03\x04\x14\0ke-hoach.txt", "Giải nén"],
    ["kiểu cũ (.doc)", compound + wide("WordDocument"), "LibreOffice"],
    ["kiểu cũ (.xls)", compound + wide("Workbook"), ".txt"],
    ["có mật khẩu", compound + wide("EncryptedPackage"), "mật khẩu"],
    ["kiểu cũ (.doc, .xls)", compound, "LibreOffice"],
    ["tệp RTF", "{\\rtf1\\ansi", ".docx"],
    ["tệp PDF", "%PDF-1.7\n%\xe2\xe3", ".txt"],
    ["ảnh PNG", "\x89PNG\r\n\x1a\n\0", "gõ lại"],
    ["ảnh JPEG", "\xff\xd8\xff\xe0\0", "gõ lại"],
    ["ảnh GIF", "GIF89a\0", "gõ lại"],
    ["ảnh BMP", "BM6\0\0\0", "gõ lại"],
    ["tệp chương trình", "MZ\x90\0\x03\0", "tên tệp"],
    ["tệp chương trình", "\x7fELF\x02\x01", "tên tệp"],
    ["tệp nhị phân", "\x01\0\x02\0\x03\0".repeat(20), ".txt"],
    ["tệp nhị phân", "\x01\0\0\0\x02\0\0\0".repeat(20), ".txt"],
    ["có byte 0", "abc\0def", ".txt"],
    ["có byte 0", "\0\0\0\0\0\0\0", ".txt"],
  ])("is named, with what to do: %s", (kind, content, advice) => {
    const { value, diagnostics } = decodeForeign(bytes(content));
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["NG106", "error"]]);
    expect(diagnostics[0]!.message).toContain(kind);
    expect(diagnostics[0]!.hint).toContain(advice);
  });

  it("is not what only begins like it", () => {
    expect(codesOf(utf8("BM là ban mặt trận\nMZ cũng là chữ\n"))).toEqual([]);
  });

  it.each([
    ["no byte", ""],
    ["blanks", " \t\r\n\f\n"],
    ["a mark alone", "\ufeff"],
    ["what is not seen", "\u200b\u00a0\u00ad"],
  ])("may be empty: %s", (_name, text) => {
    expect(decodeForeign(utf8(text)).value).toBeNull();
    expect(codesOf(utf8(text))).toEqual(["NG107"]);
    if (text !== "") expect(codesOf(encodeWide(`${text}   `, 2, true, true))).toEqual(["NG107"]);
  });
});

describe("any bytes", () => {
  const holds = (input: Uint8Array): void => {
    const { value, diagnostics } = decodeForeign(input);
    if (value === null) expect(diagnostics.map(({ severity }) => severity)).toEqual(["error"]);
    else {
      expect(value).toBe(value.normalize("NFC"));
      expect(value).not.toMatch(/[\u0000-\u0008\u000b\u000d-\u001f\u007f\u00ad\u200b\ufeff\u0085\u2028]/);
      expect(diagnostics.every(({ severity }) => severity !== "error")).toBe(true);
      // What is clean now is not touched again.
      const again = decodeForeign(utf8(value));
      if (diagnostics.length === 0) expect(again).toEqual({ value, diagnostics: [] });
    }
  };

  it("give a text or one error", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), holds), { numRuns: 500, seed: 23 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 255 }), { maxLength: 300 }), (array) =>
        holds(Uint8Array.from(array)),
      ),
      { numRuns: 500, seed: 24 },
    );
  });

  it("do so for any string, lone surrogates among them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (text) => holds(utf8(text))),
      { numRuns: 500, seed: 25 },
    );
  });

  it("take time by their number alone", () => {
    const size = 400_000;
    const fill = (part: string): Uint8Array => bytes(part.repeat(Math.ceil(size / part.length)).slice(0, size));
    const started = performance.now();
    for (const part of ["KÕ ho¹ch c¶i c¸ch. ", "\xb5", "\x80", "\xe9\n", "a^'", "\u0001\n"]) decodeForeign(fill(part));
    for (const part of ["“", "\u0301\u0323", "ÃƒÂ", "ế\n"]) decodeForeign(utf8(part.repeat(size / 6)));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

it("every code is given once and is one of a foreign file", () => {
  const codes = Object.values(errors).map(({ declaration }) => (declaration as DiagnosticDeclaration<string>).code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const code of codes) expect(code).toMatch(/^NG1\d\d$/);
});
