/** Lines, marks, divisions, paragraphs and headings: language rules 1–13 and 23–24. */
import { describe, expect, it } from "vitest";
import { body, read, readClean } from "./reading.ts";

/** The outline of a body, without the header. */
const tree = (text: string): string => readClean(body(text)).outline.split("\n").slice(2).join("\n");
const codes = (text: string): string[] => read(body(text)).diagnostics.map((diagnostic) => diagnostic.code);

describe("divisions", () => {
  it("nest by the fixed order of marks", () => {
    expect(
      tree(
        "Phần I\nĐÁNH GIÁ\n\nChương I. Một\n\nMục 1. Hai\n\nTiểu mục 1. Ba\n\nĐiều 1. Bốn\n\nA. Năm\n\nI. SÁU\n\n1. Bảy\n\n1.1. Tám\n\n1.1.1. Chín\n\na) Mười\n\n- Mười một\n\n+ Mười hai\n\nII. LẠI",
      ),
    ).toBe(
      [
        "  Phần I ĐÁNH GIÁ",
        "    Chương I. Một",
        "      Mục 1. Hai",
        "        Tiểu mục 1. Ba",
        "          Điều 1. Bốn",
        "            A. Năm",
        "              I. SÁU",
        "                1. Bảy",
        "                  1.1. Tám",
        "                    1.1.1. Chín",
        "                      a) Mười",
        "                        - Mười một",
        "                          + Mười hai",
        "              II. LẠI",
      ].join("\n"),
    );
  });

  it("take their numbers from the marks as typed", () => {
    const { document } = readClean(
      body("Phần thứ hai\nTÊN\n\nĐiều 12. Một\n\nXIV. HAI\n\n1.2. Ba\n\nđ) Bốn\n\ne) Năm\n\nw) Sáu\n\n- Bảy"),
    );
    const marks: [string, readonly number[]][] = [];
    const walk = (nodes: typeof document.body): void => {
      for (const node of nodes) {
        if (node.kind !== "division") continue;
        marks.push([node.mark.typed, node.mark.values]);
        walk(node.children);
      }
    };
    walk(document.body);
    expect(marks).toEqual([
      ["Phần thứ hai", [2]],
      ["Điều 12.", [12]],
      ["XIV.", [14]],
      ["1.2.", [1, 2]],
      ["đ)", [5]],
      ["e)", [6]],
      ["w)", [0]],
      ["-", []],
    ]);
  });

  it("may start at any level, skip one, and carry five decimal levels", () => {
    expect(tree("1. Một\n\n- Hai\n\n1.1.1.1.1. Ba\n\n2. Bốn")).toBe("  1. Một\n    - Hai\n    1.1.1.1.1. Ba\n  2. Bốn");
  });

  it("have spans of the head and of the whole", () => {
    const { document, source } = readClean(body("I. MỘT\n\n1. Hai\nnối\n\nBa.\n\nII. BỐN\n"));
    const first = document.body[0]!;
    if (first.kind !== "division") throw new Error("không phải mục");
    expect(source.text.slice(first.headSpan.start, first.headSpan.end)).toBe("I. MỘT");
    expect(source.text.slice(first.span.start, first.span.end)).toBe("I. MỘT\n\n1. Hai\nnối\n\nBa.");
    expect(source.text.slice(first.mark.span.start, first.mark.span.end)).toBe("I.");
    expect(source.text.slice(first.text.span.start, first.text.span.end)).toBe("MỘT");
  });
});

describe("rule 3: number marks", () => {
  it.each([
    ["1. Một", "1."],
    ["12. Một", "12."],
    ["1.3.Tuyên truyền", "1.3."],
    ["1.3 Tuyên truyền", "1.3"],
    ["1.3.2 “Tuyên truyền”", "1.3.2"],
    ["1.Một", "1."],
  ])("%s opens a division", (line, typed) => {
    const node = read(body(`${line}\n`)).document.body[0];
    expect(node?.kind === "division" ? node.mark.typed : node?.kind).toBe(typed);
  });

  it.each([
    "2025. Năm mới",
    "120.000 lồng đèn",
    "9.84 m đường",
    "1.3 tuyên truyền",
    "30.4.1975 là ngày",
    "1/3 số hộ",
    "24/7 ngày",
    "đ/c Bí thư",
    "12,5 triệu",
    "1.000.000 đồng",
  ])("%s is prose", (line) => {
    expect(read(body(`${line}\n`)).document.preamble[0]?.kind).toBe("paragraph");
  });
});

describe("marks that the form has otherwise", () => {
  it.each([
    ["I/ MỤC ĐÍCH", "roman", [1]],
    ["II- NỘI DUNG", "roman", [2]],
    ["III - KINH PHÍ", "roman", [3]],
    ["IV) Tổ chức", "roman", [4]],
    ["B/ NỘI DUNG", "part", [2]],
    ["1/ Mục đích", "arabic", [1]],
    ["2/Yêu cầu", "arabic", [2]],
    ["3- Đối tượng", "arabic", [3]],
    ["1.2/ Nội dung", "decimal", [1, 2]],
    ["1.2) Nội dung", "decimal", [1, 2]],
    ["b/ Niêm yết", "letter", [2]],
    ["(đ) Kiểm tra", "letter", [5]],
    ["2) Phát thanh", "numeral", [2]],
    ["(3) Phát thanh", "numeral", [3]],
    ["* Các thôn", "dash", []],
    ["● Các thôn", "dash", []],
    ["o Các thôn", "dash", []],
  ])("%s is a %s", (line, kind, values) => {
    const node = read(body(`${line}\n`)).document.body[0];
    expect(node).toMatchObject({ kind: "division", mark: { kind, values } });
  });

  it("stand below points when they are numbers in brackets", () => {
    const { document } = read(body("a) Một\n1) Hai\n- Ba\n2) Bốn\nb) Năm\n"));
    const marks = (nodes: readonly unknown[]): unknown =>
      (nodes as readonly { mark: { typed: string }; children: readonly unknown[] }[]).map((node) => [
        node.mark.typed,
        marks(node.children),
      ]);
    expect(marks(document.body)).toEqual([
      [
        "a)",
        [
          ["1)", [["-", []]]],
          ["2)", []],
        ],
      ],
      ["b)", []],
    ]);
  });

  it("are told once for each shape", () => {
    const { diagnostics } = read(body("I/ MỘT\nII/ HAI\n1) Ba\n2) Bốn\n(1) Năm\n"));
    expect(diagnostics.filter((one) => one.code === "CP028").map((one) => one.message.slice(0, 7))).toEqual(
      ["“I/” đượ", "“1)” đượ", "“(1)” đư"].map((words) => words.slice(0, 7)),
    );
  });
});
describe("rule 4: letters, parts and Roman numbers", () => {
  it("takes A. to H. for parts and I. V. X. for Roman numbers", () => {
    expect(tree("A. Một\n\nI. Hai\n\nV. Ba\n\nB. Bốn\n\nX. Năm")).toBe(
      "  A. Một\n    I. Hai\n    V. Ba\n  B. Bốn\n    X. Năm",
    );
  });

  it("takes I. for a part when it is the next of a run without Roman numbers", () => {
    const run = [..."ABCDEFGHIK"].map((letter) => `${letter}. Phần`).join("\n\n");
    expect(tree(run).split("\n").slice(-3)).toEqual(["  H. Phần", "  I. Phần", "  K. Phần"]);
  });

  it("takes I. for a Roman number below parts that already have some", () => {
    const run = [..."ABCDEFGH"].map((letter) => `${letter}. Phần\n\nI. Một\n\nII. Hai`).join("\n\n");
    expect(tree(run).split("\n").slice(-3)).toEqual(["  H. Phần", "    I. Một", "    II. Hai"]);
  });

  it("accepts a. for a), and no abbreviation", () => {
    expect(tree("1. Một\na. Hai\nđ. Ba\nb)Bốn")).toBe("  1. Một\n    a. Hai\n    đ. Ba\n    b) Bốn");
    expect(tree("Đoạn văn.\n\nv.v. và nhiều thứ khác\n\nv. v.")).toContain("¶ v.v. và");
  });
});

describe("named divisions", () => {
  it("take their title from the same or from the next line", () => {
    expect(tree("Phần I\nTÊN PHẦN\n\nChương II: Tên chương\n\nMỤC 3. Tên mục\n\nĐiều 4. Nội dung điều.")).toBe(
      "  Phần I TÊN PHẦN\n    Chương II: Tên chương\n      MỤC 3. Tên mục\n        Điều 4. Nội dung điều.",
    );
  });

  it("leave references in prose alone", () => {
    expect(
      tree(
        "I. MỘT\n\nThực hiện theo quy định tại\nMục II Kế hoạch này và\nĐiều 5 của Quyết định.\n\nPhần mềm dùng chung.\n\nChương trình hành động.",
      ),
    ).toBe(
      "  I. MỘT\n    ¶ Thực hiện theo quy định tại Mục II Kế hoạch này và Điều 5 của Quyết định.\n    ¶ Phần mềm dùng chung.\n    ¶ Chương trình hành động.",
    );
  });
});

describe("rule 5: emphasis round marks and lines", () => {
  it("does not hide the mark, and is told apart from emphasis inside", () => {
    expect(
      tree(
        "**1. Mục đích**\n\n*2.1. Mức hai*\n\n***a) Cả hai***\n\n**3.** Chỉ dấu\n\n**4. Đầu:** phần sau\n\n5. **Trong chữ**\n\n**- Gạch**",
      ),
    ).toBe(
      [
        "  1. Mục đích (strong)",
        "    2.1. Mức hai (emphasis)",
        "      a) Cả hai (both)",
        "  3. Chỉ dấu",
        "  4. <b>Đầu:</b> phần sau",
        "  5. Trong chữ (strong)",
        "    - Gạch (strong)",
      ].join("\n"),
    );
  });

  it("closes on a later line of the paragraph", () => {
    expect(tree("**1. Một dòng dài\nnối sang dòng sau**")).toBe("  1. Một dòng dài nối sang dòng sau (strong)");
  });

  it("without a pair is no emphasis, and the star starts prose", () => {
    expect(read(body("**1. Mục đích\n")).outline).toContain("¶ **1. Mục đích");
  });

  it("makes an unnumbered heading of a whole paragraph", () => {
    expect(tree("I. MỘT\n\n**Tiêu đề**\n\n*Ghi chú*\n\n**Không** phải")).toBe(
      "  I. MỘT\n    ¶ Tiêu đề (strong)\n    ¶ Ghi chú (emphasis)\n    ¶ <b>Không</b> phải",
    );
  });

  it("keeps spans exact under emphasis", () => {
    const { document, source } = readClean(body("**1. Mục đích**\n"));
    const node = document.body[0]!;
    if (node.kind !== "division") throw new Error("không phải mục");
    expect(source.text.slice(node.mark.span.start, node.mark.span.end)).toBe("1.");
    expect(source.text.slice(node.text.span.start, node.text.span.end)).toBe("Mục đích");
    expect(source.text.slice(node.headSpan.start, node.headSpan.end)).toBe("**1. Mục đích**");
  });
});

describe("rules 6 and 7: lines and paragraphs", () => {
  it("a mark wins inside a paragraph", () => {
    expect(tree("I. MỘT\n\nĐoạn văn:\n- Hai\n- Ba")).toBe("  I. MỘT\n    ¶ Đoạn văn:\n    - Hai\n    - Ba");
  });

  it("warns where a mark probably comes from wrapping", () => {
    const found = read(
      body("I. MỘT\n\nTuyên truyền trên hệ thống truyền thanh các thôn 1, 2 và\n3. sau đó mở rộng ra toàn xã.\n"),
    ).found;
    expect(found).toEqual(["CP019 7:1 “3.”"]);
  });

  it("does not warn about tight lists without punctuation", () => {
    expect(
      codes(
        "I. MỘT\n\n1. Nâng cao nhận thức của cán bộ, công chức và người dân\n2. tổ chức các hội nghị chuyên đề\n- nội dung\n- hình thức\n",
      ),
    ).toEqual([]);
  });

  it("joins unmarked lines, headings included; a blank line ends the paragraph", () => {
    expect(tree("I. MỤC ĐÍCH,\nYÊU CẦU\n\n1. Một\nnối\n\nĐoạn một\nnối tiếp.\n\nĐoạn hai.")).toBe(
      "  I. MỤC ĐÍCH, YÊU CẦU\n    1. Một nối\n      ¶ Đoạn một nối tiếp.\n      ¶ Đoạn hai.",
    );
  });

  it.each([
    ["CP016", "Công tác tuyên truyền được thực hiện thường xuyên, liên tục trong năm.\nCác thôn bố trí người."],
    ["CP017", "I. MỤC ĐÍCH, YÊU CẦU\nNăm 2026 tiếp tục tuyên truyền."],
    ["CP017", "II. Nhiệm vụ, hoạt động tuyên truyền tại các cơ quan, đơn vị, địa phương\nNăm 2026 tiếp tục:"],
    ["CP017", "1. Mục đích\nNâng cao nhận thức của cán bộ."],
    ["CP018", "1. Nâng cao nhận thức của cán bộ, công chức, viên chức và\n\nnhân dân trong xã."],
    [
      "CP018",
      "a) Giới thiệu kết quả chuyển đổi số ở các thôn. Nêu gương điển hình, tập trung vào kết quả của\n\nUBND xã.",
    ],
    [
      "CP016",
      "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch trồng cây của xã.\nCác thôn chịu trách nhiệm thi hành.",
    ],
  ])("gives the notice %s with a fix", (code, text) => {
    const { diagnostics, source } = read(body(`${text}\n`));
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    const edit = diagnostics[0]!.fix!.edits[0]!;
    const fixed = source.text.slice(0, edit.span.start) + edit.text + source.text.slice(edit.span.end);
    expect(read(fixed).diagnostics).toEqual([]);
  });

  it.each([
    "I. TUYÊN TRUYỀN CẢI CÁCH HÀNH CHÍNH\nNĂM 2026",
    "II. Nhiệm vụ tuyên truyền tại các cơ quan, đơn vị của Sở\nVăn hóa và Thể thao",
    "Đoạn ngắn.\nNối tiếp.",
    "Đoạn văn dài được ngắt dòng giữa câu vì người soạn thảo xuống dòng ở\nPhòng Văn hóa - Xã hội.",
  ])("gives no notice for ordinary wrapping", (text) => {
    expect(codes(`${text}\n`)).toEqual([]);
  });
});

describe("rule 7: paragraphs broken into lines", () => {
  /** Breaks as programs do: a word that does not fit goes to the next line. */
  const wrap = (paragraph: string, width = 60): string => {
    const lines = [""];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1)!;
      if (last === "") lines[lines.length - 1] = word;
      else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines.join("\n");
  };
  const first =
    "Các thôn tổ chức phát thanh hàng tuần về chuyển đổi số, dịch vụ công trực tuyến và thanh toán không dùng tiền mặt. " +
    "Nội dung phát thanh do Phòng Văn hóa - Xã hội biên soạn, gửi các thôn trước ngày 25 của tháng trước; thôn có điều " +
    "kiện thì tự biên soạn thêm nội dung của thôn mình. Tài liệu được lưu để dùng lại.";
  const second = "Đoàn Thanh niên xã cử đoàn viên hướng dẫn người dân tại nhà văn hóa thôn vào các buổi tối.";

  it("are told from lost blank lines by the room that is left", () => {
    for (const width of [50, 55, 60, 64, 70, 76]) {
      expect(codes(`1. Phát thanh\n\n${wrap(first, width)}\n\n${wrap(second, width)}\n`), `${width}`).toEqual([]);
      const tight = codes(`1. Phát thanh\n\n${wrap(first, width)}\n${wrap(second, width)}\n`);
      expect(tight, `${width}`).toEqual(["CP016"]);
    }
  });

  it("do not hide a sentence below a heading", () => {
    const text = (heading: string): string => `${wrap(first)}\n\n2. ${heading}\n${wrap(second)}\n`;
    expect(codes(text("Hướng dẫn người dân:"))).toEqual(["CP017"]);
    expect(codes(text("Hướng dẫn người dân ở các thôn"))).toEqual(["CP017"]);
    expect(codes(text("Hướng dẫn người dân ở các thôn và khu dân cư theo lịch"))).toEqual([]);
  });

  it("warns of a year range that wrapping has cut", () => {
    expect(codes("1. Thực hiện chương trình chuyển đổi số của xã giai đoạn 2026\n- 2030 theo kế hoạch.\n")).toEqual([
      "CP019",
    ]);
  });
});

describe("rule 8: legal bases", () => {
  it("start without a blank line after ; or ,", () => {
    expect(
      tree(
        "Căn cứ Luật Một;\nCăn cứ Luật Hai\nnối dòng;\nXét đề nghị của Phòng,\nTheo đề nghị khác,\n\nỦy ban ban hành như sau:",
      ),
    ).toBe(
      "  ~ ¶ Căn cứ Luật Một;\n  ~ ¶ Căn cứ Luật Hai nối dòng;\n  ~ ¶ Xét đề nghị của Phòng,\n  ~ ¶ Theo đề nghị khác,\n  ~ ¶ Ủy ban ban hành như sau:",
    );
  });

  it("start below a line in capitals: the issuer's name above the bases", () => {
    expect(tree("ỦY BAN NHÂN DÂN XÃ AN BÌNH\nCăn cứ Luật Một;")).toBe(
      "  ~ ¶ ỦY BAN NHÂN DÂN XÃ AN BÌNH\n  ~ ¶ Căn cứ Luật Một;",
    );
  });

  it("are prose after the first division", () => {
    expect(tree("I. MỘT\n\nĐoạn này;\nCăn cứ vào tình hình.")).toBe("  I. MỘT\n    ¶ Đoạn này; Căn cứ vào tình hình.");
  });

  it("do not start inside a sentence", () => {
    expect(tree("Căn cứ Luật Một và\nTheo đó là Luật Hai.")).toBe("  ~ ¶ Căn cứ Luật Một và Theo đó là Luật Hai.");
  });
});

describe("rules 1 and 2: comments and escapes", () => {
  it("a comment neither ends nor joins a paragraph", () => {
    expect(tree("I. MỘT\n\nĐoạn\n# ghi chú\nnối.\n\n#\n\nĐoạn hai.")).toBe(
      "  I. MỘT\n    ¶ Đoạn nối.\n    ¶ Đoạn hai.",
    );
  });

  it("does not trail a value, and # before another character is text", () => {
    expect(tree("I. MỘT # hai\n\n#chuyendoiso là từ khóa.")).toBe("  I. MỘT # hai\n    ¶ #chuyendoiso là từ khóa.");
  });

  it("reports a pasted heading and keeps its words", () => {
    const { found, outline, diagnostics } = read(body("## I. MỘT\n\n1. Hai\n"));
    expect(found).toEqual(["CP010 4:1 “##”"]);
    expect(outline).toContain("error ## I. MỘT");
    expect(diagnostics[0]?.fix?.edits[0]?.text).toBe("");
  });

  it("a backslash at line start cancels the mark, key or comment", () => {
    expect(tree("\\- xã hội\n\n2025\\. Năm\n\n\\1. Một\n\n\\# thăng\n\nGhi chú\\: một\n\n\\nơi nhận:")).toBe(
      "  ~ ¶ - xã hội\n  ~ ¶ 2025. Năm\n  ~ ¶ 1. Một\n  ~ ¶ # thăng\n  ~ ¶ Ghi chú: một\n  ~ ¶ nơi nhận:",
    );
  });

  it("a backslash at line end is a forced break", () => {
    expect(tree("I. MỘT\\\nHAI\n\nĐoạn \\\nnối")).toBe("  I. MỘT⏎HAI\n    ¶ Đoạn ⏎nối");
  });
});

describe("rules 23 and 24: the closing paragraph", () => {
  it("ends in ./. and belongs to the document", () => {
    expect(tree("I. MỘT\n\n1. Hai\n\nBa.\n\nYêu cầu các đơn vị thực hiện./.")).toBe(
      "  I. MỘT\n    1. Hai\n      ¶ Ba.\n  ¶ Yêu cầu các đơn vị thực hiện./.",
    );
  });

  it.each([
    "Trên đây là Kế hoạch.",
    "Trong quá trình thực hiện có vướng mắc thì báo cáo.",
    "Yêu cầu các thôn thực hiện.",
  ])("without ./. starts with known words: %s", (text) => {
    expect(tree(`I. MỘT\n\n1. Hai\n\n${text}`).split("\n").at(-1)).toBe(`  ¶ ${text}`);
  });

  it("does not take a marked item or a paragraph that something follows", () => {
    expect(tree("I. MỘT\n\n1. Hai./.")).toBe("  I. MỘT\n    1. Hai./.");
    expect(tree("I. MỘT\n\nTrên đây là\n\n1. Hai.")).toBe("  I. MỘT\n    ¶ Trên đây là\n    1. Hai.");
  });

  it("other unmarked paragraphs belong to the item above", () => {
    expect(tree("I. MỘT\n\na) Hai.\n\nBa.")).toBe("  I. MỘT\n    a) Hai.\n      ¶ Ba.");
  });
});

describe("dashes of word processors", () => {
  it("are bullets, but not before a number", () => {
    expect(tree("I. MỘT\n– Hai\n— Ba\n• Bốn\n-Năm")).toBe("  I. MỘT\n    – Hai\n    — Ba\n    • Bốn\n    - Năm");
    expect(tree("I. MỘT\n\nGiai đoạn 2016\n– 2020.")).toBe("  I. MỘT\n    ¶ Giai đoạn 2016 – 2020.");
  });
});
