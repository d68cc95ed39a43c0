/** The canonical layout: what it does, that it does it once, and that it means the same. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { format, formatUnchecked, meaning } from "../../src/format/format.ts";
import { tidied as tidiedSource } from "../../src/format/tidied.ts";
import { example } from "../../src/rules/example.ts";
import { fileOf, registries } from "../registry/support.ts";
import { root } from "../support/pipeline.ts";

const tidy = (text: string): string => format(fileOf(text, "ke-hoach.plan"), registries);
const means = (text: string): string => meaning(fileOf(text, "ke-hoach.plan"), registries);
const renumbered = (text: string): string => tidiedSource(fileOf(text, "ke-hoach.plan"), registries, true).value.text;

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".plan"))
    .map((name) => join(folder, name))
    .sort();
const sources = [...filesIn("examples"), ...filesIn("templates/starters")];

const untidy = `   KẾ HOẠCH:   Tuyên truyền chuyển đổi số   
ngay: …/01/2026
   # ghi chú về số
so:   …/KH-UBND
co quan: UBND xã An Bình
viết tắt:
  -CĐS: chuyển đổi số

Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.


I.MỤC ĐÍCH
1.Mục đích
  -  Nâng cao nhận thức;
-Hình thành thói quen.
2.   Yêu cầu
a)Nội dung dễ hiểu;

b) Sát thực tế;
c) Đúng hạn.
II. NHIỆM VỤ
cột:TT|NHIỆM VỤ|CHỦ TRÌ
nhiệm vụ:Phát thanh
chủ trì:Phòng Văn hóa
     và Xã hội
việc: Tiếp âm
chủ trì:
- A
- B
nhiệm vụ: Niêm yết
chủ trì: C

III. SỐ LIỆU


bảng: Số liệu
|a|b|
|---|---|
|1||

Trên đây là Kế hoạch./.
nơi nhận:
-Các thôn;
- Lưu: VT.
ký:
   TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;

const tidied = `kế hoạch: Tuyên truyền chuyển đổi số
cơ quan: UBND xã An Bình
# ghi chú về số
số: …/KH-UBND
ngày: …/01/2026
viết tắt:
- CĐS: chuyển đổi số

Căn cứ Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ.

I. MỤC ĐÍCH

1. Mục đích
- Nâng cao nhận thức;
- Hình thành thói quen.

2. Yêu cầu

a) Nội dung dễ hiểu;
b) Sát thực tế;
c) Đúng hạn.

II. NHIỆM VỤ

cột: TT | NHIỆM VỤ | CHỦ TRÌ

nhiệm vụ: Phát thanh
  chủ trì: Phòng Văn hóa
  và Xã hội
  việc: Tiếp âm
    chủ trì:
    - A
    - B

nhiệm vụ: Niêm yết
  chủ trì: C

III. SỐ LIỆU

bảng: Số liệu
| a | b |
|---|---|
| 1 | |

Trên đây là Kế hoạch./.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;

describe("the canonical layout", () => {
  it("orders, indents and spaces a source as the manual writes it", () => {
    expect(tidy(untidy)).toBe(tidied);
    expect(tidy(tidied)).toBe(tidied);
  });

  it.each(sources)("%s is laid out so already, and stays so", (name) => {
    const text = readFileSync(join(root, name), "utf8");
    // Not by giving up: the layout itself comes to the same text.
    expect(formatUnchecked(fileOf(text, name))).toBe(text);
  });

  it("keeps comments, the blank lines between them, and what they stand above", () => {
    const text = example({ body: "I. NỘI DUNG\n\n# một\n\n# hai\n# ba\n1. Phát thanh.\n# bốn\n\n2. Niêm yết." });
    expect(tidy(text)).toContain("# một\n\n# hai\n# ba\n1. Phát thanh.\n");
    expect(tidy(text).match(/^# .*/gm)).toEqual(["# một", "# hai", "# ba", "# bốn"]);
  });

  it("leaves a header alone whose comments silence something", () => {
    const text = tidied.replace("# ghi chú về số", "# bỏ qua KH016: tên đã đúng");
    expect(tidy(text)).toBe(text);
  });

  it("never changes the meaning, whatever blanks a person types", () => {
    const texts = [...sources.map((name) => readFileSync(join(root, name), "utf8")), untidy];
    const noise = fc.record({
      text: fc.constantFrom(...texts),
      seed: fc.array(fc.nat({ max: 9 }), { minLength: 40, maxLength: 40 }),
    });
    let changed = 0;
    fc.assert(
      fc.property(noise, ({ text, seed }) => {
        const messed = text
          .split("\n")
          .map((line, index) => disturbed(line, seed[index % seed.length]!))
          .join("\n");
        const once = tidy(messed);
        expect(means(once)).toBe(means(messed));
        expect(tidy(once)).toBe(once);
        // Where only blanks were typed otherwise the layout itself, not giving up, gives the result.
        if (once !== messed) changed += 1;
      }),
      { numRuns: 25 },
    );
    expect(changed).toBeGreaterThan(20);
  });
});

/** Blanks as a hand leaves them: at either end, after a mark, doubled blank lines. */
function disturbed(line: string, what: number): string {
  switch (what) {
    case 0:
      return `   ${line}`;
    case 1:
      return `${line}  `;
    case 2:
      return line === "" ? "\n" : line;
    case 3:
      return line.replace(/^(\s*)([-+]|[a-zđ]\)|[IVX]+\.|\d+\.) (?=\p{L})/u, "$1$2   ");
    case 4:
      return `\t${line}`;
    default:
      return line;
  }
}

describe("counting anew", () => {
  const body = (text: string): string => example({ body: text });

  it("closes gaps, keeps the form of marks, and takes references along", () => {
    const text = body(
      "I. A\n\n1. Một theo điểm c khoản 4 Mục III Kế hoạch này.\n3. Ba.\n\nIII. B\n\n2. Hai.\n4. Bốn\n\na) Một;\nc) Ba;\nd) Bốn.",
    );
    const result = renumbered(text);
    expect(result).toContain("1. Một theo điểm b khoản 2 Mục II Kế hoạch này.\n2. Ba.");
    expect(result).toContain("II. B\n\n1. Hai.\n\n2. Bốn\n\na) Một;\nb) Ba;\nc) Bốn.");
    expect(renumbered(result)).toBe(result);
  });

  it("gives decimals the number above them, and lists of references their numbers", () => {
    const text = body(
      "I. A\n\n1. Một\n\n1.1. Một.\n1.3. Hai.\n\n3. Ba\n\n3.1. Bốn.\n3.2. Năm.\n\nIII. B\n\n1. Theo các Mục I, III và khoản 3.2.\n2. Hai.",
    );
    const result = renumbered(text);
    expect(result).toContain("1.1. Một.\n1.2. Hai.");
    expect(result).toContain("2. Ba\n\n2.1. Bốn.\n2.2. Năm.");
    expect(result).toContain("Theo các Mục I, II");
  });

  it("lets articles count through chapters, and numbers that go on from the last part go on", () => {
    const text = body(
      "Chương I\nQUY ĐỊNH\n\nĐiều 1. A\n\n1. B.\n\nChương III\nTHỰC HIỆN\n\nĐiều 3. C\n\n1. D theo Điều 3 Kế hoạch này.",
    );
    const result = renumbered(text);
    expect(result).toContain("Chương II");
    expect(result).toContain("Điều 2. C");
    expect(result).toContain("theo Điều 2 Kế hoạch này");
    const on = body("I. A\n\n1. B.\n2. C.\n\nII. D\n\n3. E.\n5. F.");
    expect(renumbered(on)).toContain("3. E.\n4. F.");
  });

  it("numbers the typed tasks of a table", () => {
    const row = (number: string): string => `nhiệm vụ ${number}: Việc\n  chủ trì: Văn phòng`;
    const text = body(`I. A\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ\n\n${row("1.")}\n\n${row("3.")}\n\n${row("3.")}`);
    expect(renumbered(text).match(/nhiệm vụ \d\./g)).toEqual(["nhiệm vụ 1.", "nhiệm vụ 2.", "nhiệm vụ 3."]);
  });

  it.each(sources)("%s is numbered rightly already", (name) => {
    const text = readFileSync(join(root, name), "utf8");
    expect(tidiedSource(fileOf(text, name), registries, true).value.text).toBe(tidy(text));
  });
});
