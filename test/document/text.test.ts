import { describe, expect, it } from "vitest";
import { emitText, toText } from "../../src/emit/text.ts";
import { fixtureDocument, olderFixtureDocument } from "../support/document-fixture.ts";
import { annex, column, division, laidOut, prose, recipient, row, signature, taskTable, text } from "./plan-values.ts";
import { paragraphs, wordsOf } from "./tree-read.ts";

describe("plain text", () => {
  it("reads like the document", () => {
    const document = laidOut({
      urgency: "KHẨN",
      opening: [text("Ủy ban nhân dân xã ban hành Kế hoạch như sau:")],
      content: [
        division("roman", "I.", "Mục đích", "heading", [
          division("letter", "a)", "Trồng cây;"),
          division("letter", "b)", "Chăm cây."),
        ]),
        text("Các thôn thực hiện./.", "closing"),
      ],
      recipients: [recipient("Các thôn;"), recipient("Lưu: VT.")],
      signatures: [signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn A")],
      annexes: [
        annex("Danh mục", [
          taskTable(
            [column("ordinal", "TT"), column("task", "NHIỆM VỤ"), column("products", "SẢN PHẨM")],
            [row(["1.", "Trồng cây", "- Cây;|- Báo cáo"]), row(["^", "^", "Ảnh"])],
          ),
        ]),
      ],
    });
    expect(toText(document).replace(/\u00a0+/g, "…")).toBe(`ỦY BAN NHÂN DÂN
XÃ AN BÌNH

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND
[ KHẨN ]

An Bình, ngày 05 tháng 01 năm 2026

KẾ HOẠCH
Trồng cây năm 2026

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

a) Trồng cây;

b) Chăm cây.

Các thôn thực hiện./.

Nơi nhận:
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A

────────────────────────────────────────

Phụ lục
DANH MỤC
(Kèm theo Kế hoạch số …/KH-UBND
ngày … tháng … năm 2026 của Ủy ban nhân dân xã An Bình)

| TT | NHIỆM VỤ | SẢN PHẨM |
|---|---|---|
| 1. | Trồng cây | - Cây; - Báo cáo |
|  |  | Ảnh |
`);
  });

  it.each([
    ["newer", fixtureDocument],
    ["older", olderFixtureDocument],
  ])("has every word of the tree, in order (%s form)", (_name, document) => {
    const plain = (words: string): string => words.replace(/[\s|─[\]\u00a0]+/g, "");
    const output = plain(toText(document).replace(/^\|(?:---\|)+$/gm, ""));
    let at = 0;
    for (const block of paragraphs(document).slice(0, -document.notes.length)) {
      const words = plain(wordsOf(block.runs));
      const found = output.indexOf(words, at);
      expect(found, words.slice(0, 60)).toBeGreaterThanOrEqual(0);
      at = found + words.length;
    }
    for (const note of document.notes) expect(output).toContain(plain(wordsOf(note.paragraph.runs)));
  });

  it("has no blank before the end of a line, and plain blanks around hyphens", () => {
    const document = laidOut({ title: prose("Phát triển kinh tế - xã hội \n giai đoạn 2026 - 2030") });
    expect(toText(document)).toContain("Phát triển kinh tế - xã hội\ngiai đoạn 2026 - 2030\n");
    expect(toText(document)).not.toMatch(/[ \u00a0]\n/);
  });

  it("is UTF-8, NFC, ends in a line end", () => {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(emitText(fixtureDocument));
    expect(decoded).toBe(decoded.normalize("NFC"));
    expect(decoded.endsWith("\n") && !decoded.endsWith("\n\n")).toBe(true);
  });
});
