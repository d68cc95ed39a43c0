/** The codes from before Unicode: every letter there and back, old fonts of Word files, and what a syllable is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CodeReader,
  cp1258,
  fromLegacyFont,
  guessLegacyCode,
  latin1,
  tcvn3,
  viscii,
  vn1,
  vni,
} from "../../src/source/legacy.ts";
import { isSyllable, weigh, wordKind } from "../../src/source/syllable.ts";
import { readViqr } from "../../src/source/viqr.ts";
import {
  allLetters,
  type Encoder,
  encode1258,
  encodeTcvn3,
  encodeViqr,
  encodeViscii,
  encodeVn1,
  encodeVni,
  misread,
  smallLetters,
} from "./legacy-encoders.ts";

const codes: readonly (readonly [string, CodeReader, Encoder])[] = [
  ["VNI", vni, encodeVni],
  ["VISCII", viscii, encodeViscii],
  ["Windows-1258", cp1258, encode1258],
  ["TCVN 5712", vn1, encodeVn1],
];

describe("every letter", () => {
  it("is there: 67 with marks, twice", () => {
    expect(new Set(allLetters).size).toBe(134);
  });

  it.each(codes)("of %s comes back", (_name, code, encode) => {
    for (const letter of allLetters) {
      const reading = code.read(latin1(encode(letter)!), "bytes");
      expect(reading).toEqual({ text: letter, converted: 1, lost: 0 });
    }
  });

  it("of TCVN3 comes back, but for capitals with tones", () => {
    const withoutTone = "ĂÂÊÔƠƯĐ";
    for (const letter of allLetters) {
      const held = smallLetters.includes(letter) || withoutTone.includes(letter) ? letter : letter.toLowerCase();
      expect(tcvn3.read(latin1(encodeTcvn3(letter)!), "bytes").text).toBe(held);
    }
  });

  it.each([...codes, ["TCVN3", tcvn3, encodeTcvn3] as const])("of %s does so in any company", (_name, code, encode) => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."aeiouyAEIOUY xh.,1", ...smallLetters), maxLength: 40 }),
        (text) => {
          expect(code.read(latin1(encode(text)!), "bytes").text).toBe(text);
        },
      ),
      { seed: 11 },
    );
  });
});

describe("what a code does not have", () => {
  it("is U+FFFD in bytes and itself in letters, counted or not", () => {
    expect(tcvn3.read("\xe0 \xc0 \x81", "bytes")).toEqual({ text: "\ufffd \ufffd \ufffd", converted: 0, lost: 3 });
    expect(tcvn3.read("à \u2192", "letters")).toEqual({ text: "à \u2192", converted: 0, lost: 0 });
    expect(vni.read("\xe7", "bytes").lost).toBe(1);
    expect(vni.read("t\xf9", "bytes").lost).toBe(1);
  });

  it("is no reason to lose bullets, dashes and quotation marks", () => {
    expect(tcvn3.read("\x93x\xb7\x94 \x96", "bytes").text).toBe("“xã” –");
    expect(vni.read("\x93xa\xf5\x94 \x96 25\xb0", "bytes").text).toBe("“xã” – 25°");
  });
});

describe("the code of bytes", () => {
  it.each(codes.filter(([name]) => name !== "TCVN 5712"))("is guessed: %s", (name, _code, encode) => {
    expect(guessLegacyCode(encode("Kế hoạch cải cách hành chính của xã năm 2026")!)?.name).toBe(name);
  });
});

describe("text in an old font", () => {
  const tcvn = (text: string): string => misread(encodeTcvn3(text)!, "windows-1252");
  const vniText = (text: string): string => misread(encodeVni(text)!, "windows-1252");

  it("of .Vn… is TCVN3", () => {
    expect(fromLegacyFont("KÕ ho¹ch", ".VnTime")).toBe("Kế hoạch");
    expect(fromLegacyFont("KÕ HO¹CH", ".VnArial Narrow")).toBe("KẾ HOẠCH");
    expect(fromLegacyFont("c­¬ng", ".vntime")).toBe("cương");
    expect(fromLegacyFont("bé", ".VnTime")).toBe("bộ");
    expect(fromLegacyFont("“KÕ ho¹ch” – 2026… →", ".VnArial")).toBe("“Kế hoạch” – 2026… →");
  });

  it("of .Vn…H is all capitals", () => {
    for (const font of [".VnTimeH", ".VnArialH", ".VnAvantH", ".vntimeh", ".VNTIMEH"]) {
      expect(fromLegacyFont("kÕ ho¹ch c¶i c¸ch", font)).toBe("KẾ HOẠCH CẢI CÁCH");
    }
  });

  it("of VNI… is VNI", () => {
    for (const font of ["VNI-Times", "VNI-Helve", "vni-aptima", "VNI Times"]) {
      expect(fromLegacyFont("Keá hoaïch HAØNH CHÍNH", font)).toBe("Kế hoạch HÀNH CHÍNH");
    }
  });

  it("is known by its private characters as well", () => {
    expect(fromLegacyFont("\uf0abn \uf056\uf0b5", ".VnTime")).toBe("ôn Và");
  });

  it("that is Unicode already stays", () => {
    for (const text of ["Kế hoạch", "thông báo", "và có", "Hà Nội", "HĐND", "", "abc 123"]) {
      expect(fromLegacyFont(text, ".VnTime")).toBe(text);
      expect(fromLegacyFont(text, "VNI-Times")).toBe(text);
    }
  });

  it("of another font is not for it", () => {
    for (const font of ["Times New Roman", "Arial", "UVN Van", "Vni", "Vnote", ""]) {
      expect(fromLegacyFont("KÕ ho¹ch", font)).toBeNull();
    }
  });

  it("keeps its length in TCVN3, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(fromLegacyFont(text, ".VnTime")).toHaveLength(text.length);
        expect(typeof fromLegacyFont(text, "VNI-Times")).toBe("string");
      }),
      { seed: 12 },
    );
  });

  it("comes back, all small letters", () => {
    const words = "của và các kế hoạch tỉnh ủy được tuyên truyền thường xuyên quyển khuỷu giếng nghiêng";
    expect(fromLegacyFont(tcvn(words), ".VnTime")).toBe(words);
    expect(fromLegacyFont(vniText(words), "VNI-Times")).toBe(words);
  });
});

describe("VIQR", () => {
  it.each([
    ["ke^' hoa.ch", "kế hoạch"],
    ["Ddie^`u 1. U?y ban nha^n da^n", "Điều 1. Ủy ban nhân dân"],
    ["QDD-UBND, HDDND, dd) nhie^.m vu.", "QĐ-UBND, HĐND, đ) nhiệm vụ"],
    ["I. MU.C DDI'CH", "I. MỤC ĐÍCH"],
    ["DDa('k La('k, pano^", "Đắk Lắk, panô"],
    ["quo^'c gia\\. Xong", "quốc gia. Xong"],
    ["ddo+n vi., nhie^.m vu.. Ca'c", "đơn vị, nhiệm vụ. Các"],
    ["address, www.chinhphu.vn, a@gov.vn", "address, www.chinhphu.vn, a@gov.vn"],
  ])("%s", (from, to) => {
    expect(readViqr(from, "guess").text).toBe(to);
  });

  it("of every syllable comes back", () => {
    const syllables = "kế hoạch ủy quyền thường được giếng quyển Đảng đã nghị ở ý".split(" ");
    for (const syllable of syllables) {
      const written = Buffer.from(encodeViqr(syllable, true)).toString();
      expect(readViqr(`${written} la`, "guess").text).toBe(`${syllable} la`);
    }
  });
});

describe("a syllable", () => {
  it.each(
    "kế hoạch ủy uỷ hòa hoà thuý thúy quý quyền quốc quỹ gì giếng giữ nghiêng khuỷu ngoài huyện rượu yêu yểu ý ở uống xoèn lắk thuở quạnh mỹ kỹ".split(
      " ",
    ),
  )("is %s", (word) => {
    expect(isSyllable(word)).toBe(true);
  });

  it.each("café été für kế́ cế ngế kạ hoát́ tac hac thùc víi hä aõ oï êá haị qủan strength zá wà".split(" "))(
    "is not %s",
    (word) => {
      expect(isSyllable(word)).toBe(false);
    },
  );

  it("is weighed with what its capitals say", () => {
    expect(wordKind("của")).toBe("common");
    expect(wordKind("ban")).toBe("plain");
    expect(wordKind("strengths")).toBe("foreign");
    expect(weigh("Kế HOạCH của QĐ-UBND les café", false)).toMatchObject({ good: 3, common: 3, bad: 1, alien: 1 });
    expect(weigh("Kế HOạCH", true)).toMatchObject({ good: 1, bad: 1 });
  });
});
