/** Keys and their places: header, annexes, recipients, signatures (language rules 14–25), and every spelling of a key. */
import { describe, expect, it } from "vitest";
import { findKeyword, foldVietnamese, keywords, labelLexicon, labelRole, nearest } from "../../grammar/keywords.ts";
import { body, read, readClean } from "./reading.ts";

const outlineOf = (text: string): string => readClean(text).outline;
const codes = (text: string): string[] => read(text).diagnostics.map((diagnostic) => diagnostic.code);

describe("the header", () => {
  it("takes keys in any case, with and without diacritics, over blank lines and comments", () => {
    expect(
      outlineOf(
        "KẾ HOẠCH: Tuyên truyền\nCo Quan: UBND xã\n# ghi chú\n\nDIA DANH : An Bình\nngày:…/01/2026\n\nĐộ  khẩn: khẩn\n\nLời văn.",
      ),
    ).toBe(
      "plan: Tuyên truyền\n  .issuer = UBND xã\n  .place = An Bình\n  .date = …/01/2026\n  .urgency = khẩn\n  ~ ¶ Lời văn.",
    );
  });

  it.each(
    keywords
      .filter((keyword) => keyword.places.includes("header"))
      .flatMap((keyword) =>
        keyword.spellings.flatMap(
          (spelling) =>
            [
              [spelling, keyword.id],
              [spelling.toUpperCase(), keyword.id],
              [foldVietnamese(spelling), keyword.id],
              [`  ${foldVietnamese(spelling).toUpperCase()} `, keyword.id],
            ] as const,
        ),
      ),
  )("knows “%s:” as %s", (spelling, id) => {
    const { document, found } = read(`kế hoạch: A\n${spelling}: x\n`);
    expect(found).toEqual([]);
    expect(document.fields.map((field) => field.key.id)).toEqual([id]);
    expect(document.fields[0]?.key.typed).toBe(spelling.trim());
  });

  it.each(
    keywords
      .filter((keyword) => keyword.places.includes("document"))
      .map((keyword) => [keyword.spelling, keyword.id] as const),
  )("opens a document with “%s:”", (spelling, id) => {
    for (const typed of [spelling, spelling.toUpperCase(), foldVietnamese(spelling)]) {
      expect(readClean(`${typed}: Tên văn bản\n`).document.key.id).toBe(id);
    }
  });

  it("continues a title over lines, and a value over bullets", () => {
    expect(
      outlineOf(
        "kế hoạch: Tuyên truyền \\\nnăm 2026\ntrên địa bàn xã\nviết tắt:\n- CĐS: chuyển đổi số\n- TTHC: thủ tục\nhành chính\n",
      ),
    ).toBe(
      "plan: Tuyên truyền ⏎năm 2026 trên địa bàn xã\n  .abbreviations = - CĐS: chuyển đổi số / - TTHC: thủ tục hành chính",
    );
  });

  it("accepts fields before the line that names the document", () => {
    expect(outlineOf("cơ quan: UBND xã An Bình\nsố: …/KH-UBND\n\nkế hoạch: Tuyên truyền\nngày: 01/01/2026\n")).toBe(
      "plan: Tuyên truyền\n  .issuer = UBND xã An Bình\n  .number = …/KH-UBND\n  .date = 01/01/2026",
    );
  });

  it("accepts two issuers", () => {
    expect(
      readClean("kế hoạch: A\ncơ quan: Sở Y tế\ncơ quan: Sở Nội vụ\n").document.fields.map((field) => field.key.id),
    ).toEqual(["issuer", "issuer"]);
  });

  it("gives spans of key, item and field", () => {
    const { document, source } = readClean("kế hoạch: A\n  cơ quan:  UBND xã  \n");
    const field = document.fields[0]!;
    const cut = ({ start, end }: { start: number; end: number }): string => source.text.slice(start, end);
    expect([cut(field.key.span), cut(field.items[0]!.span), cut(field.span)]).toEqual([
      "cơ quan",
      "UBND xã",
      "cơ quan:  UBND xã",
    ]);
  });

  it("keeps a key with nothing after it as an empty field", () => {
    expect(readClean("kế hoạch: A\nsố:\nngày: 01/01/2026\n").document.fields[0]?.items).toEqual([]);
  });
});

describe("rule 14: a key is a key only in its place", () => {
  it("is prose in the body", () => {
    expect(
      outlineOf(body("I. MỘT\n\nSố: mười hai.\n\nGhi chú: hai.\n\nCơ quan: ba.\n\nviệc: bốn.\n\nNgày: năm")),
    ).toContain("    ¶ Số: mười hai.\n    ¶ Ghi chú: hai.\n    ¶ Cơ quan: ba.\n    ¶ việc: bốn.\n    ¶ Ngày: năm");
  });

  it("is prose in the lines of a paragraph", () => {
    expect(outlineOf(body("I. MỘT\n\nVăn bản gồm\nkế hoạch: một\nphụ lục: hai\nnơi nhận: ba."))).toContain(
      "¶ Văn bản gồm kế hoạch: một phụ lục: hai nơi nhận: ba.",
    );
  });
});

describe("rule 15: unknown keys", () => {
  it("are errors before the first blank line, with did-you-mean and a fix", () => {
    const { found, diagnostics } = read("kế hoạch: A\ncơ quán: UBND xã\nđia danh: X\nmàu sắc: xanh\n");
    expect(found).toEqual(["CP006 2:1 “cơ quán”", "CP006 3:1 “đia danh”", "CP006 4:1 “màu sắc”"]);
    expect(diagnostics[0]?.message).toContain("Có phải “cơ quan”?");
    expect(diagnostics[0]?.fix).toMatchObject({ safe: true, edits: [{ text: "cơ quan" }] });
    expect(diagnostics[2]?.fix).toBeUndefined();
  });

  it("are none below a line that was broken on purpose", () => {
    expect(outlineOf("kế hoạch: A\nđịa chỉ: Thôn 1\\\nĐiện thoại: 0239 000 001\n")).toContain(
      ".address = Thôn 1⏎Điện thoại: 0239 000 001",
    );
  });

  it("are prose after it, with a notice when a key is near", () => {
    const { found, outline } = read("kế hoạch: A\nsố: 1/KH\n\nđịa dánh xã: An Bình\n");
    expect(found).toEqual([]);
    expect(outline).toContain("¶ địa dánh xã: An Bình");
    expect(codes("kế hoạch: A\n\nđộ khẳm: khẩn\n\nI. MỘT\n")).toEqual(["CP007"]);
  });

  it("measure distance on folded words", () => {
    expect(nearest("thoi gain", ["thời gian", "chủ trì"])).toBe("thời gian");
    expect(nearest("phối hợb", ["phối hợp"])).toBe("phối hợp");
    expect(nearest("số", ["sổ"])).toBe("sổ");
    expect(nearest("năm", ["ngày"])).toBeUndefined();
    expect(nearest("bản đồ", ["địa danh"])).toBeUndefined();
  });
});

describe("rule 16: lines that need text", () => {
  it.each([
    ["CP003", "kế hoạch:\n\nI. MỘT\n"],
    ["CP004", "KẾ HOẠCH\nTuyên truyền năm 2026\ncơ quan: UBND xã\n"],
    ["CP004", "quyết định: Ban hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch./.\nKẾ HOẠCH\nTrồng cây năm 2026\n"],
    ["CP008", "kế hoạch: Trồng cây\n\n1. Trồng cây dọc đường liên thôn./.\nPHỤ LỤC\n"],
    ["CP008", "kế hoạch: A\n\nI. MỘT\n\nPHỤ LỤC II\nDANH MỤC\n"],
    ["CP022", "kế hoạch: A\n\nI. MỘT\n\nphụ lục:\n\n1. Hai\n"],
    ["CP005", "kế hoạch: A\n\nKẾ HOẠCH\n\nI. MỘT\n"],
    ["CP002", "I. MỘT\n"],
    ["CP021", "# ghi chú\n\n"],
    ["CP026", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nkế hoạch: A\n"],
  ])("gives %s", (code, text) => {
    expect(codes(text)).toEqual([code]);
  });

  it("reads a bare type line with its title all the same, and the fix mends it", () => {
    const { outline, diagnostics, source } = read("KẾ HOẠCH\nTuyên truyền năm 2026\ncơ quan: UBND xã\n");
    expect(outline).toBe("plan: Tuyên truyền năm 2026\n  .issuer = UBND xã");
    const edit = diagnostics[0]!.fix!.edits[0]!;
    const fixed = source.text.slice(0, edit.span.start) + edit.text + source.text.slice(edit.span.end);
    expect(fixed).toBe("kế hoạch: Tuyên truyền năm 2026\ncơ quan: UBND xã\n");
    expect(read(fixed).found).toEqual([]);
  });

  it("reads a bare annex line with its number and title", () => {
    expect(read(body("I. MỘT\n\nPhụ lục II\nDANH MỤC\n\n1. Hai\n")).outline).toContain(
      "  annex II: DANH MỤC\n    1. Hai",
    );
  });

  it("takes QUYẾT ĐỊNH: between the bases and Điều 1 for the form's own line", () => {
    expect(outlineOf("quyết định: Ban hành Kế hoạch\n\nCăn cứ Luật;\n\nQUYẾT ĐỊNH:\n\nĐiều 1. Ban hành.\n")).toBe(
      "decision: Ban hành Kế hoạch\n  ~ ¶ Căn cứ Luật;\n  ~ enacting QUYẾT ĐỊNH:\n  Điều 1. Ban hành.",
    );
    expect(outlineOf("quyết định: A\n\nCăn cứ Luật;\n**QUYẾT ĐỊNH:**\nĐiều 1. Ban hành.\n")).toContain(
      "~ enacting <b>QUYẾT ĐỊNH:</b>\n  Điều 1.",
    );
  });

  it("keeps a document without its first line as a plan", () => {
    expect(read("I. MỘT\n\n1. Hai\n\nnơi nhận:\n- Ba.\n").outline).toBe(
      "plan: \n  I. MỘT\n    1. Hai\n  recipients: - Ba.",
    );
  });
});

describe("rule 20: a decision and its plan in one file", () => {
  const file =
    "quyết định: Ban hành Kế hoạch\ncơ quan: UBND xã\n\nĐiều 1. Ban hành.\n\nnơi nhận:\n- Như Điều 1.\n\nký:\nCHỦ TỊCH\nNguyễn Văn An\n\nkế hoạch: Tuyên truyền\n\nI. MỘT\n\nký:\nKT. CHỦ TỊCH\n\nphụ lục: DANH MỤC\n\n1. Hai\n\nký:\nPHÓ CHỦ TỊCH\n";
  it("gives two documents, and blocks to the nearest above", () => {
    expect(outlineOf(file)).toBe(
      [
        "decision: Ban hành Kế hoạch",
        "  .issuer = UBND xã",
        "  Điều 1. Ban hành.",
        "  recipients: - Như Điều 1.",
        "  signature: CHỦ TỊCH / Nguyễn Văn An",
        "plan: Tuyên truyền",
        "  I. MỘT",
        "  signature: KT. CHỦ TỊCH",
        "  annex -: DANH MỤC",
        "    1. Hai",
        "  signature: PHÓ CHỦ TỊCH",
      ].join("\n"),
    );
  });

  it("opens the plan without blocks before it, too", () => {
    expect(readClean("quyết định: A\n\nĐiều 1. Ban hành.\n\nkế hoạch: B\n\nI. MỘT\n").tree.documents.length).toBe(2);
  });

  it("does not open a document from prose of a plan", () => {
    expect(
      readClean(body("I. MỘT\n\nBáo cáo: gửi trước ngày 20.\n\nKế hoạch: do xã ban hành.\n")).tree.documents.length,
    ).toBe(1);
  });
});

describe("recipients and signatures", () => {
  it("come in either order, and in the header too", () => {
    expect(outlineOf(body("I. MỘT\n\nký:\nCHỦ TỊCH\nnơi nhận:\n- Hai."))).toContain(
      "  recipients: - Hai.\n  signature: CHỦ TỊCH",
    );
    expect(outlineOf("kế hoạch: A\nnơi nhận:\n- Hai;\n- Ba.\n\nký:\nCHỦ TỊCH\n\nsố: 1/KH-UBND\n\nI. MỘT")).toBe(
      "plan: A\n  .number = 1/KH-UBND\n  I. MỘT\n  recipients: - Hai; / - Ba.\n  signature: CHỦ TỊCH",
    );
  });

  it("keeps every line of a signature, up to a blank line", () => {
    expect(
      outlineOf(body("I. MỘT\n\nký: TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\n- PHÓ CHỦ TỊCH\nNguyễn Văn An\n\nĐoạn sau.")),
    ).toContain("¶ Đoạn sau.\n  signature: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / - PHÓ CHỦ TỊCH / Nguyễn Văn An");
  });

  it("keeps two signatures in typed order", () => {
    expect(outlineOf(body("I. MỘT\n\nký:\nGIÁM ĐỐC SỞ Y TẾ\nA B\n\nký:\nGIÁM ĐỐC SỞ NỘI VỤ\nC D\n"))).toContain(
      "  signature: GIÁM ĐỐC SỞ Y TẾ / A B\n  signature: GIÁM ĐỐC SỞ NỘI VỤ / C D",
    );
  });

  it("finds a name below the room left for signing, with a notice", () => {
    const { found, outline } = read(body("I. MỘT\n\nký:\nCHỦ TỊCH\n\n\nNguyễn Văn An\n"));
    expect(found).toEqual(["CP020 10:1 “Nguyễn Văn An”"]);
    expect(outline).toContain("signature: CHỦ TỊCH / Nguyễn Văn An");
  });

  it("reads recipients with bullets, without, with wrapped lines and emphasis", () => {
    expect(outlineOf(body("I. MỘT\n\n***Nơi nhận:***\n- Sở Nội vụ\ntỉnh (b/c);\n\n- Lưu: VT."))).toContain(
      "recipients: - Sở Nội vụ tỉnh (b/c); / - Lưu: VT.",
    );
    expect(outlineOf(body("I. MỘT\n\nnơi nhận:\nSở Nội vụ;\nLưu: VT."))).toContain("recipients: Sở Nội vụ; / Lưu: VT.");
  });
});

describe("annexes", () => {
  it("have a number, a title over lines, fields and a body", () => {
    expect(
      outlineOf(
        body(
          "I. MỘT\n\nphụ lục II: DANH MỤC\nNHIỆM VỤ\nkhổ giấy: ngang\n\nquốc hiệu: có\nkèm theo: (Kèm theo Kế hoạch)\n\nĐoạn.\n\nPHU LUC 3.: HAI\n",
        ),
      ),
    ).toContain(
      "  annex II: DANH MỤC NHIỆM VỤ\n    .paper = ngang\n    .letterhead = có\n    .attached = (Kèm theo Kế hoạch)\n    ¶ Đoạn.\n  annex 3: HAI",
    );
  });

  it("report a field that is nearly known, and take other lines for the title", () => {
    expect(codes(body("phụ lục: A\nkhổ giáy ngang: x\n"))).toEqual([]);
    expect(read(body("phụ lục: A\nkhổ giấhi: ngang\n")).found).toEqual(["CP006 5:1 “khổ giấhi”"]);
    expect(outlineOf(body("phụ lục: A\nĐơn vị tính: triệu đồng\n"))).toContain("annex -: A Đơn vị tính: triệu đồng");
  });
});

describe("every spelling of a key", () => {
  const variants = (spelling: string): string[] => [
    spelling,
    spelling.toUpperCase(),
    foldVietnamese(spelling),
    foldVietnamese(spelling).toUpperCase(),
    spelling[0]!.toUpperCase() + spelling.slice(1),
    spelling.replace(" ", "  "),
    `  ${spelling} `,
  ];
  const at = (place: (typeof keywords)[number]["places"][number]): (readonly [string, string])[] =>
    keywords
      .filter((keyword) => keyword.places.includes(place))
      .flatMap((keyword) =>
        keyword.spellings.flatMap((spelling) => variants(spelling).map((typed) => [typed, keyword.id] as const)),
      );

  it.each(at("annex-head"))("“%s:” heads an annex as %s", (typed, id) => {
    const annex = readClean(body(`phụ lục: A\n${typed}: x\n`)).document.annexes[0];
    expect(annex?.fields.map((field) => field.key.id)).toEqual([id]);
  });

  it.each(at("annex"))("“%s:” opens an annex", (typed) => {
    expect(readClean(body(`I. A\n\n${typed} II: B\n`)).document.annexes[0]?.number?.text).toBe("II");
    expect(readClean(body(`I. A\n\n${typed} số 02: B\n`)).document.annexes[0]?.number?.text).toBe("02");
  });

  it.each(at("table-head"))("“%s:” is an option of a table as %s", (typed, id) => {
    for (const opening of ["cột: TT | NHIỆM VỤ", "bảng: A"]) {
      const { document, found } = read(body(`${opening}\n${typed}: x\n\n`));
      // A literal table has no counted rows; such an option is known, and reported to have no effect.
      expect(found.filter((line) => !(opening === "bảng: A" && line.startsWith("CP032")))).toEqual([]);
      const table = document.body[0];
      expect(table && "options" in table ? table.options.map((field) => field.key.id) : null).toEqual([id]);
    }
  });

  it.each(at("table"))("“%s:” opens a table", (typed, id) => {
    const table = readClean(body(`${typed}: A | B\n`)).document.body[0];
    expect(table?.kind).toBe(id === "columns" ? "task-table" : "literal-table");
  });

  it.each(at("table-row"))("“%s:” opens a row", (typed, id) => {
    const table = readClean(body(`cột: TT | NHIỆM VỤ\n\nnhiệm vụ: A\n\n${typed}: B\n`)).document.body[0];
    const rows = table?.kind === "task-table" ? table.rows : [];
    const kinds = rows.map((row) => (row.kind === "task-row" && row.subRows.length > 0 ? "sub-row" : row.kind));
    expect(kinds).toEqual(
      {
        task: ["task-row", "task-row"],
        "sub-row": ["sub-row"],
        group: ["task-row", "group-row"],
        total: ["task-row", "total-row"],
      }[id],
    );
  });

  it.each(at("row-field"))("“%s:” is a field of a row as %s", (typed, id) => {
    const table = readClean(body(`cột: TT | NHIỆM VỤ\n\nnhiệm vụ: A\n${typed}: B\n`)).document.body[0];
    const row = table?.kind === "task-table" ? table.rows[0] : undefined;
    expect(row && "fields" in row ? row.fields?.map((field) => field.key.id) : null).toEqual([id]);
  });

  it.each(at("block"))("“%s:” opens the end of a document", (typed, id) => {
    const { document } = readClean(body(`I. A\n\n${typed}:\nB\n`));
    expect([document.recipients.length, document.signatures.length]).toEqual(id === "recipients" ? [1, 0] : [0, 1]);
  });
});

describe("the tables of words", () => {
  it("have no two keys with one spelling in one place", () => {
    const seen = new Set<string>();
    for (const keyword of keywords) {
      for (const place of keyword.places) {
        for (const spelling of keyword.spellings) {
          const name = `${place}/${foldVietnamese(spelling)}`;
          expect(seen.has(name), name).toBe(false);
          seen.add(name);
          expect(findKeyword(spelling.toUpperCase(), place)?.id).toBe(keyword.id);
        }
      }
      expect(keyword.bare).toMatch(/^[a-z ]+$/);
      expect(keyword.title).not.toBe("");
      expect(keyword.description).not.toBe("");
    }
  });

  it("give each label one role, whatever its case, marks and blanks", () => {
    const seen = new Map<string, string>();
    for (const [role, phrases] of Object.entries(labelLexicon)) {
      for (const phrase of phrases) {
        const folded = foldVietnamese(phrase);
        expect(seen.get(folded) ?? role, phrase).toBe(role);
        seen.set(folded, role);
        expect(labelRole(phrase.toUpperCase())).toBe(role);
        expect(labelRole(`  ${foldVietnamese(phrase)} :`)).toBe(role);
      }
    }
    expect(labelRole("Cơ quan / đơn vị  chủ trì")).toBe("lead");
    expect(labelRole("Nội dung khác")).toBeUndefined();
  });

  it("fold case, diacritics and blanks", () => {
    expect(foldVietnamese("  Cơ\u00a0quan  CHỦ\tTRÌ ")).toBe("co quan chu tri");
    expect(foldVietnamese("Đường")).toBe("duong");
    expect(foldVietnamese("e\u0302\u0301")).toBe("e");
  });
});
