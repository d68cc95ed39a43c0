import { describe, expect, it } from "vitest";
import { toDocument } from "../../src/document/from-plan.ts";
import type { Content } from "../../src/plan/plan.ts";
import { fonts, forms, nd30, tt01 } from "../support/forms.ts";
import {
  division,
  issuer,
  laidOut,
  planDocument,
  planOf,
  prose,
  recipient,
  signature,
  span,
  text,
} from "./plan-values.ts";
import { columns, ofStyle, paragraphs, textOf, wordsOf } from "./tree-read.ts";

/** The one block that some content makes. */
const only = (content: Content) => {
  const document = laidOut({ content: [content] });
  const title = document.sections[0]!.blocks.findIndex((block) => block.kind === "rule");
  return document.sections[0]!.blocks.slice(title + 1).flatMap((block) => (block.kind === "paragraph" ? [block] : []));
};
/** Words with their look: **bold**, *italic*, ***both***; the label in ⟨⟩. */
const looks = (content: Content): string[] =>
  only(content).map((block) =>
    block.runs
      .map((run) => {
        if (run.kind !== "text") return run.kind === "break" ? "\\" : `[${run.number}]`;
        const marks = `${run.bold ? "**" : ""}${run.italic ? "*" : ""}`;
        const words = run.label ? `⟨${run.text}⟩` : run.text;
        return `${marks}${words}${[...marks].reverse().join("")}`;
      })
      .join(""),
  );
const style = (content: Content): string[] => only(content).map((block) => block.style);

describe("hyphens between blanks", () => {
  it("are held to the word before them, but in slanted text", () => {
    expect(looks(text("Phát triển kinh tế - xã hội giai đoạn 2026 - 2030"))).toEqual([
      "Phát triển kinh tế\u00a0- xã hội giai đoạn 2026\u00a0- 2030",
    ]);
    expect(looks(text("*giai đoạn 2026 - 2030*"))).toEqual(["*giai đoạn 2026 - 2030*"]);
    // Neither the dash of an item nor a minus: there is no word before, or no blank.
    expect(looks(division("dash", "-", "Từ -5 độ"))).toEqual(["⟨- ⟩Từ -5 độ"]);
  });

  it("are plain in bookmarks", () => {
    const [heading] = only(division("roman", "I.", "Kinh tế - xã hội", "heading"));
    expect(heading!.outline!.title).toBe("I. KINH TẾ - XÃ HỘI");
  });
});

describe("a paragraph that ends in a colon", () => {
  it("stays with what it introduces, a quotation too", () => {
    const document = laidOut({ content: [text("Khẩu hiệu như sau:"), text("“Xanh, sạch, đẹp”."), text("Hết:")] });
    expect(ofStyle(document, "body").map((block) => block.keepNext === true)).toEqual([true, false, false]);
  });
});

describe("divisions", () => {
  it("of Roman numbers and parts print their headings in capitals", () => {
    const roman = division("roman", "II.", "Nội dung, hình thức", "heading");
    expect(style(roman)).toEqual(["heading-roman"]);
    expect(looks(roman)).toEqual(["**⟨II. ⟩****NỘI DUNG, HÌNH THỨC**"]);
    expect(looks(division("part", "A.", "Đánh giá", "heading"))).toEqual(["**⟨A. ⟩****ĐÁNH GIÁ**"]);
  });

  it("that end as text are set as text, as typed", () => {
    const item = division("roman", "II.", "Giao Phòng Kinh tế theo dõi.");
    expect(style(item)).toEqual(["clause"]);
    expect(looks(item)).toEqual(["⟨II. ⟩Giao Phòng Kinh tế theo dõi."]);
  });

  it("of Arabic numbers are bold headings or regular clauses", () => {
    expect(style(division("arabic", "1.", "Mục đích", "heading"))).toEqual(["heading-arabic"]);
    expect(looks(division("arabic", "1.", "Mục đích", "heading"))).toEqual(["**⟨1. ⟩****Mục đích**"]);
    expect(looks(division("arabic", "1.", "Mỗi thôn làm một việc;"))).toEqual(["⟨1. ⟩Mỗi thôn làm một việc;"]);
  });

  it("keep the look typed in them", () => {
    expect(looks(division("letter", "b)", "**Từ nay** đến *cuối năm*;"))).toEqual(["⟨b) ⟩**Từ nay** đến *cuối năm*;"]);
    expect(looks(division("decimal", "1.2.", "*Công tác chuẩn bị*", "heading"))).toEqual([
      "*⟨1.2. ⟩**Công tác chuẩn bị*",
    ]);
    expect(style(division("decimal", "1.2.", "*Công tác chuẩn bị*", "heading"))).toEqual(["heading-decimal"]);
    expect(style(division("decimal", "1.2.", "Công tác chuẩn bị."))).toEqual(["clause"]);
  });

  it("leave a note in parentheses in a heading italic and in its own case", () => {
    expect(looks(division("arabic", "3.", "Nhiệm vụ trọng tâm: *(Có Phụ lục kèm theo)*", "heading"))).toEqual([
      "**⟨3. ⟩****Nhiệm vụ trọng tâm: *****(Có Phụ lục kèm theo)***",
    ]);
    expect(looks(division("roman", "III.", "Nhiệm vụ *(Có Phụ lục kèm theo)*", "heading"))).toEqual([
      "**⟨III. ⟩****NHIỆM VỤ *****(Có Phụ lục kèm theo)***",
    ]);
  });

  it("with a run-in heading are bold up to the colon", () => {
    const item = division("arabic", "7.", "Phòng Kinh tế: Chủ trì, phối hợp thực hiện.", "run-in-heading", [], {
      headingLength: "Phòng Kinh tế:".length,
    });
    expect(looks(item)).toEqual(["**⟨7. ⟩****Phòng Kinh tế:** Chủ trì, phối hợp thực hiện."]);
    expect(style(item)).toEqual(["clause"]);
  });

  it("of articles have a bold label", () => {
    expect(looks(division("article", "Điều 1.", "Ban hành kèm theo Quyết định này Kế hoạch."))).toEqual([
      "**⟨Điều 1. ⟩**Ban hành kèm theo Quyết định này Kế hoạch.",
    ]);
    const heading = division("article", "Điều 2.", "Phạm vi áp dụng", "heading");
    expect([style(heading), looks(heading)]).toEqual([["heading-article"], ["**⟨Điều 2. ⟩****Phạm vi áp dụng**"]]);
  });

  it("of parts, chapters and sections stand on two centred lines", () => {
    const chapter = division("chapter", "Chương I", "Quy định chung", "heading");
    expect(style(chapter)).toEqual(["part-label", "part-title"]);
    expect(looks(chapter)).toEqual(["**⟨Chương I⟩**", "**QUY ĐỊNH CHUNG**"]);
    expect(only(chapter)[0]!.outline).toEqual({ level: 2, title: "Chương I. Quy định chung" });
    expect(nd30.style.paragraph["part-label"].keepNext && nd30.style.paragraph["part-title"].align).toBe("center");
  });

  it("that introduce a list stay with it", () => {
    const items = [division("plus", "+", "Một;"), division("plus", "+", "Hai.")];
    const [lead, first] = only(division("dash", "-", "Nội dung gồm:", "list-introduction", items));
    expect(lead!.keepNext).toBe(true);
    expect(first!.keepNext).toBeUndefined();
    expect([lead!.depth, first!.depth]).toEqual([1, 2]);
  });

  it("stand in the outline under the title, whatever their highest level", () => {
    const document = laidOut({
      content: [
        division("arabic", "1.", "Mục đích", "heading", [division("decimal", "1.1.", "**Chung**", "heading")]),
        division("arabic", "2.", "Yêu cầu", "heading"),
      ],
    });
    const outline = paragraphs(document).flatMap((block) =>
      block.outline ? [[block.outline.level, block.outline.title]] : [],
    );
    expect(outline).toEqual([
      [1, "Kế hoạch Trồng cây năm 2026"],
      [2, "1. Mục đích"],
      [3, "1.1. Chung"],
      [2, "2. Yêu cầu"],
    ]);
    expect(document.style.paragraph["heading-arabic"].outlineLevel).toBe(2);
  });
});

describe("paragraphs", () => {
  it("that end in a colon stay with what they introduce", () => {
    const document = laidOut({
      opening: [text("Ủy ban nhân dân xã ban hành Kế hoạch như sau:")],
      content: [division("roman", "I.", "Mục đích", "heading"), text("Hết./.", "closing")],
    });
    expect(ofStyle(document, "body")[0]!.keepNext).toBe(true);
    expect(textOf(document, "closing")).toEqual(["Hết./."]);
  });

  it("without number that were emphasised are headings in that look", () => {
    expect(looks(text("**Về công tác chỉ đạo**", "plain-heading"))).toEqual(["**Về công tác chỉ đạo**"]);
    expect(style(text("*Về tuyên truyền*", "plain-heading"))).toEqual(["heading-plain"]);
    expect(looks(text("*Về tuyên truyền*", "plain-heading"))).toEqual(["*Về tuyên truyền*"]);
  });

  it("keep typed breaks and footnotes", () => {
    const document = laidOut({
      content: [text("Số liệu năm 2025[1] tăng\nso với năm 2024[2]; theo [1] và [9].")],
      notes: [
        { number: "1", text: prose("Báo cáo của xã."), span },
        { number: "2", text: prose("Niên giám thống kê."), span },
        { number: "3", text: prose("Không ai nhắc tới."), span },
      ],
    });
    expect(document.notes.map((note) => [note.number, wordsOf(note.paragraph.runs)])).toEqual([
      ["1", "Báo cáo của xã."],
      ["2", "Niên giám thống kê."],
    ]);
    expect(textOf(document, "body")).toEqual(["Số liệu năm 2025[1] tăng\nso với năm 2024[2]; theo [1] và [9]."]);
    const notes = ofStyle(document, "body")[0]!.runs.flatMap((run) => (run.kind === "note" ? [run.note] : []));
    expect(notes).toEqual([0, 1, 0]);
    // A note without a reference is not lost.
    expect(textOf(document, "footnote")).toContain("[3] Không ai nhắc tới.");
  });
});

describe("the title", () => {
  it("is followed by a line of a third to a half of its longest line", () => {
    const document = laidOut({
      title: prose(
        "Tuyên truyền cải cách hành chính, Chỉ số năng lực cạnh tranh cấp tỉnh và chuyển đổi số trên địa bàn xã An Bình năm 2026",
      ),
    });
    const lines = textOf(document, "document-title")[0]!.split("\n");
    expect(lines.length).toBe(2);
    expect(lines.join(" ")).toBe(
      "Tuyên truyền cải cách hành chính, Chỉ số năng lực cạnh tranh cấp tỉnh và chuyển đổi số trên địa bàn xã An Bình năm 2026",
    );
    // About equally long, and no phrase is cut.
    expect(Math.abs(lines[0]!.length - lines[1]!.length)).toBeLessThan(20);
    expect(textOf(document, "document-type")).toEqual(["KẾ HOẠCH"]);
  });
});

describe("a decision with its plan", () => {
  const decision = planDocument({
    kind: "decision",
    typeName: "QUYẾT ĐỊNH",
    title: prose("Ban hành Kế hoạch trồng cây năm 2026"),
    issuers: [issuer("Ủy ban nhân dân tỉnh Khánh Hòa")],
    number: { number: 643, symbol: "QĐ-UBND", span },
    date: { year: 2026, month: 3, day: 7, span },
    legalBases: [
      { id: "cc1", text: prose("Căn cứ Luật Tổ chức chính quyền địa phương;"), span },
      { id: "cc2", text: prose("Theo đề nghị của Giám đốc Sở Nội vụ."), span },
    ],
    content: [
      division("article", "Điều 1.", "Ban hành kèm theo Quyết định này Kế hoạch trồng cây."),
      division("article", "Điều 2.", "Quyết định có hiệu lực kể từ ngày ký./."),
    ],
    recipients: [recipient("Như Điều 2;"), recipient("Lưu: VT.")],
    signatures: [signature(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "Nguyễn Văn A")],
  });
  const attached = planDocument({
    issuers: decision.issuers,
    number: null,
    date: null,
    attachedTo: 0,
    content: [division("roman", "I.", "Mục tiêu", "heading"), text("Hết./.", "closing")],
  });
  const build = (first = decision, second = attached) => toDocument(planOf(first, second), forms, fonts, "thử").value;

  it("is one file of two sections", () => {
    const document = build();
    expect(document.sections.map((section) => [section.kind, section.title])).toEqual([
      ["main", "QUYẾT ĐỊNH Ban hành Kế hoạch trồng cây năm 2026"],
      ["attached", "KẾ HOẠCH Trồng cây năm 2026"],
    ]);
    expect(document.properties).toMatchObject({ number: "643/QĐ-UBND", date: "2026-03-07" });
  });

  it("has its authority, bases and enacting line in order", () => {
    const styles = build().sections[0]!.blocks.map((block) => (block.kind === "paragraph" ? block.style : block.kind));
    expect(styles).toEqual([
      "columns",
      "document-type",
      "document-title",
      "rule",
      "authority",
      "legal-basis",
      "legal-basis",
      "enacting",
      "clause",
      "clause",
      "columns",
    ]);
    expect(textOf(build(), "authority")).toEqual(["ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"]);
    expect(textOf(build(), "enacting")).toEqual(["QUYẾT ĐỊNH:"]);
    const typed = build({ ...decision, authorityLine: "Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa" });
    expect(textOf(typed, "authority")).toEqual(["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA"]);
    expect(textOf(typed, "attached-line")[0]).toContain("của Chủ tịch Ủy ban nhân dân tỉnh Khánh Hòa)");
  });

  it("attaches the plan without number and date, naming the decision", () => {
    const document = build();
    const block = columns(document, "letterhead", 1);
    expect(block.rows.length).toBe(1);
    const line = textOf(document, "attached-line")[0]!.replace(/\n/g, " ");
    expect(line).toBe(
      "(Kèm theo Quyết định số 643/QĐ-UBND ngày 07 tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Khánh Hòa)",
    );
    const styles = document.sections[1]!.blocks.slice(0, 5).map((b) => (b.kind === "paragraph" ? b.style : b.kind));
    expect(styles).toEqual(["columns", "document-type", "document-title", "attached-line", "rule"]);
  });

  it("leaves blank in that line what the decision leaves blank", () => {
    const open = build({
      ...decision,
      number: { number: null, symbol: "QĐ-UBND", span },
      date: { ...decision.date!, day: null },
    });
    expect(textOf(open, "attached-line")[0]!.replace(/\n/g, " ")).toMatch(
      /^\(Kèm theo Quyết định số \u00a0+\/QĐ-UBND ngày \u00a0+ tháng 3 năm 2026 của Ủy ban nhân dân tỉnh Khánh Hòa\)$/,
    );
  });

  it("in the older form is “Ban hành kèm theo”, with upright bases and the number at the foot", () => {
    const older = build({ ...decision, date: { year: 2018, month: 3, day: 7, span } });
    expect(textOf(older, "attached-line")[0]!.replace(/\n/g, " ")).toMatch(
      /^\(Ban hành kèm theo Quyết định số 643\/QĐ-UBND ngày 07 tháng 3/,
    );
    expect(older.style.paragraph["legal-basis"].italic).toBe(false);
    expect(ofStyle(older, "legal-basis")[0]!.runs.every((run) => run.kind !== "text" || !run.italic)).toBe(true);
    expect(older.sections.map((section) => section.pageNumber.place)).toEqual(["bottom-right", "bottom-right"]);
    expect(tt01.id).toBe("tt-01-2011");
  });
});

it("puts the facts of the document into its properties", () => {
  const { properties } = laidOut({
    signatures: [signature(["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], "Nguyễn Văn A")],
    urgency: "KHẨN",
  });
  expect(properties).toMatchObject({
    title: "Kế hoạch Trồng cây năm 2026",
    subject: "Trồng cây năm 2026",
    author: "Ủy ban nhân dân xã An Bình",
    language: "vi-VN",
    number: "12/KH-UBND",
    date: "2026-01-05",
    generator: "plan thử",
    custom: {
      TypeName: "Kế hoạch",
      CodeNumber: "12",
      CodeNotation: "KH-UBND",
      IssuedDate: "2026-01-05",
      OrganName: "Ủy ban nhân dân xã An Bình",
      Subject: "Trồng cây năm 2026",
      Position: "PHÓ CHỦ TỊCH",
      FullName: "Nguyễn Văn A",
      Priority: "KHẨN",
    },
  });
  const open = laidOut({ number: { number: null, symbol: "KH-UBND", span }, date: null }).properties;
  expect(open.number).toBeUndefined();
  expect(open.date).toBeUndefined();
  expect(open.custom.CodeNumber).toBeUndefined();
});

it("answers an empty plan with an empty page", () => {
  const { value, diagnostics } = toDocument(planOf(), forms, fonts, "thử");
  expect(value.sections.length).toBe(1);
  expect(diagnostics).toEqual([]);
});

it("is the same tree twice", () => {
  const make = () => JSON.stringify(laidOut({ content: [division("roman", "I.", "Một", "heading")] }));
  expect(make()).toBe(make());
});
