/** Two people's edits of one plan: what does not disagree comes together, what does stands with both wordings. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "../../src/syntax/parse.ts";
import { blocksIn, blocksOf, linesOfBlock } from "../../src/versions/blocks.ts";
import { type Merged, mergeSources } from "../../src/versions/merge.ts";
import { registries } from "../registry/support.ts";
import { examples, root, sourceOf, starters } from "../support/pipeline.ts";

const commune = readFileSync(join(root, "examples/xa-2026/ke-hoach.plan"), "utf8");

const small = `# Bản nháp.
kế hoạch: Tuyên truyền chuyển đổi số năm 2026
cơ quan: UBND xã An Bình
số: …/KH-UBND
địa danh: An Bình
ngày: …/01/2026
viết tắt:
- CĐS: chuyển đổi số
- TTHC: thủ tục hành chính

Căn cứ Luật Tổ chức chính quyền địa phương;

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. MỤC ĐÍCH

1. Nâng cao nhận thức của cán bộ, công chức.
2. Hình thành thói quen nộp hồ sơ trực tuyến.
3. Thực hiện khoản 2 Mục I Kế hoạch này.

II. NỘI DUNG

1. Phát thanh chuyên mục

- Thời gian thực hiện: 04 số/tháng.
- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.
- Kinh phí: 10 triệu đồng.

2. Nhiệm vụ cụ thể

cột: TT | NHIỆM VỤ | SẢN PHẨM | CHỦ TRÌ | THỜI GIAN

# Đã bàn với các thôn.
nhiệm vụ: Niêm yết thủ tục
  chủ trì: Văn phòng
  thời gian: Quý I/2026

nhiệm vụ: Mở lớp tập huấn
  sản phẩm:
  - 02 lớp
  - Báo cáo kết quả
  chủ trì: Trung tâm Phục vụ hành chính công
  thời gian: Quý II/2026

nhiệm vụ: Kiểm tra các thôn
  chủ trì: Phòng Văn hóa - Xã hội
  thời gian: Quý III/2026

Trên đây là Kế hoạch của Ủy ban nhân dân xã./.

nơi nhận:
- UBND tỉnh (b/c);
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`;

type Edit = readonly [from: string, to: string];
const changed = (text: string, ...edits: readonly Edit[]): string =>
  edits.reduce((words, [from, to]) => {
    const parts = words.split(from);
    if (parts.length !== 2) throw new Error(`${parts.length - 1} × “${from}”`);
    return parts.join(to);
  }, text);

function merge(base: string, ours: string, theirs: string): Merged | null {
  return mergeSources(sourceOf(base), sourceOf(ours), sourceOf(theirs), registries);
}

/** Both edits without any disagreement. */
function both(ours: readonly Edit[], theirs: readonly Edit[], base = small): string {
  const [a, b] = [changed(base, ...ours), changed(base, ...theirs)];
  const merged = merge(base, a, b);
  expect(merged).not.toBeNull();
  expect(merged!.text).not.toContain("<<<<<<<");
  expect(merged!.conflicts).toBe(0);
  // Who merges whom plays no part but in the order of what both added at one place.
  expect(merge(base, b, a)!.conflicts).toBe(0);
  return merged!.text;
}

describe("a file as blocks", () => {
  it.each([...examples, ...starters].map(({ path, text }) => [path.slice(root.length), text] as const))(
    "%s is its blocks written out",
    (_name, text) => {
      const { root: file, below, isClosed } = blocksOf(sourceOf(text));
      const lines = blocksIn(file).flatMap((block) => [...block.above, ...linesOfBlock(block)]);
      expect([...lines, ...below].join("\n") + (isClosed ? "\n" : "")).toBe(sourceOf(text).text);
    },
  );
});

describe("edits that do not disagree", () => {
  it("of two fields of one task, line under line", () => {
    const lead: Edit = ["  chủ trì: Văn phòng\n", "  chủ trì: Văn phòng HĐND và UBND\n"];
    const time: Edit = ["Quý I/2026", "Quý II/2026 và Quý III/2026"];
    expect(both([lead], [time])).toBe(changed(small, lead, time));
  });

  it("of two lines of the header, of two bullets, of two recipients, of two lines of the signature", () => {
    const pairs: readonly (readonly [Edit, Edit])[] = [
      [
        ["số: …/KH-UBND", "số: 12/KH-UBND"],
        ["địa danh: An Bình", "địa danh: xã An Bình"],
      ],
      [
        ["- CĐS: chuyển đổi số", "- CĐS: chuyển đổi số quốc gia"],
        ["- TTHC: thủ tục hành chính", "- TTHC: thủ tục hành chính công"],
      ],
      [
        ["  - 02 lớp", "  - 03 lớp"],
        ["  - Báo cáo kết quả", "  - Báo cáo kết quả tập huấn"],
      ],
      [
        ["- UBND tỉnh (b/c);", "- UBND tỉnh, HĐND tỉnh (b/c);"],
        ["- Các thôn;", "- Các thôn, các trường học;"],
      ],
      [
        ["CHỦ TỊCH\n", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n"],
        ["Nguyễn Văn A", "Trần Thị B"],
      ],
      [
        ["- Thời gian thực hiện: 04 số/tháng.", "- Thời gian thực hiện: Hằng ngày."],
        ["- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.", "- Cơ quan chủ trì: Công an xã."],
      ],
    ];
    for (const [a, b] of pairs) expect(both([a], [b])).toBe(changed(small, a, b));
  });

  it("of a field that one changes and a field that the other drops or adds", () => {
    const drop: Edit = ["  - Báo cáo kết quả\n", ""];
    const change: Edit = ["  chủ trì: Trung tâm Phục vụ hành chính công\n", "  chủ trì: Công an xã\n"];
    const add: Edit = ["  thời gian: Quý II/2026\n", "  thời gian: Quý II/2026\n  ghi chú: Mời chuyên gia\n"];
    expect(both([drop, add], [change])).toBe(changed(small, drop, add, change));
  });

  it("of tasks that both add at one place", () => {
    const at = "nhiệm vụ: Kiểm tra các thôn";
    const a = "nhiệm vụ: Thi tìm hiểu\n  chủ trì: Đoàn Thanh niên\n\n";
    const b = "nhiệm vụ: Tổng kết năm\n  chủ trì: Văn phòng\n\n";
    expect(both([[at, `${a}${at}`]], [[at, `${b}${at}`]])).toBe(changed(small, [at, `${a}${b}${at}`]));
  });

  it("of a task that one moves and the other edits", () => {
    const task = "nhiệm vụ: Kiểm tra các thôn\n  chủ trì: Phòng Văn hóa - Xã hội\n  thời gian: Quý III/2026\n\n";
    const first = "# Đã bàn với các thôn.\n";
    const text = both(
      [
        [task, ""],
        [first, `${task}${first}`],
      ],
      [["Quý III/2026", "Quý IV/2026"]],
    );
    expect(text.indexOf("Kiểm tra các thôn")).toBeLessThan(text.indexOf("Niêm yết thủ tục"));
    expect(text).toContain("Kiểm tra các thôn\n  chủ trì: Phòng Văn hóa - Xã hội\n  thời gian: Quý IV/2026");
    expect(text).not.toContain("Quý III/2026");
  });

  it("of a point that one moves to another part and the other rewords", () => {
    const point = "2. Hình thành thói quen nộp hồ sơ trực tuyến.\n";
    const text = both(
      [
        [point, ""],
        ["3. Thực hiện khoản 2 Mục I Kế hoạch này.\n", ""],
      ],
      [["cán bộ, công chức.", "cán bộ, công chức, viên chức."]],
    );
    expect(text).toContain("viên chức.");
    expect(text).not.toContain(point);
  });

  it("of the layout by one and of words by the other", () => {
    const laidOut = small.replace(/^ {2}/gm, "").replace("cơ quan:", "co quan:");
    const merged = merge(small, laidOut, changed(small, ["cơ quan: UBND xã An Bình", "cơ quan: UBND phường An Bình"]));
    expect(merged?.conflicts).toBe(0);
    expect(merged?.text).toBe(laidOut.replace("UBND xã An Bình", "UBND phường An Bình"));
  });

  it("of comments, which are kept from both", () => {
    const text = both(
      [["# Đã bàn với các thôn.", "# Đã bàn với các thôn ngày 05/01."]],
      [["# Đã bàn với các thôn.", "# Đã bàn với các thôn.\n# Chờ Văn phòng."]],
    );
    expect(text).toContain("# Đã bàn với các thôn ngày 05/01.\n# Chờ Văn phòng.\nnhiệm vụ: Niêm yết");
  });

  it("of both that are the same", () => {
    const one: Edit = ["Quý I/2026", "Quý IV/2026"];
    const more: Edit = ["Các thôn;", "Các thôn;\n- Công an xã;"];
    expect(both([one, more], [one])).toBe(changed(small, one, more));
    expect(both([more], [more, one])).toBe(changed(small, one, more));
  });
});

describe("counting anew", () => {
  it("on one side does not disagree with edits on the other", () => {
    const text = both(
      [
        ["1. Nâng cao nhận thức", "1. Quán triệt chủ trương.\n2. Nâng cao nhận thức"],
        ["2. Hình thành", "3. Hình thành"],
        ["3. Thực hiện khoản 2 Mục I", "4. Thực hiện khoản 3 Mục I"],
      ],
      [["nộp hồ sơ trực tuyến.", "nộp hồ sơ trực tuyến toàn trình."]],
    );
    expect(text).toContain(
      "1. Quán triệt chủ trương.\n2. Nâng cao nhận thức của cán bộ, công chức.\n" +
        "3. Hình thành thói quen nộp hồ sơ trực tuyến toàn trình.\n4. Thực hiện khoản 3 Mục I Kế hoạch này.\n",
    );
  });

  it("on both sides gives one count, with the references", () => {
    const text = both(
      [
        ["1. Nâng cao nhận thức", "1. Quán triệt chủ trương.\n2. Nâng cao nhận thức"],
        ["2. Hình thành", "3. Hình thành"],
        ["3. Thực hiện khoản 2 Mục I", "4. Thực hiện khoản 3 Mục I"],
      ],
      [
        [
          "3. Thực hiện khoản 2 Mục I Kế hoạch này.",
          "3. Giữ an toàn thông tin.\n4. Thực hiện khoản 2 Mục I Kế hoạch này.",
        ],
      ],
    );
    expect(text).toContain(
      "1. Quán triệt chủ trương.\n2. Nâng cao nhận thức của cán bộ, công chức.\n3. Hình thành thói quen nộp hồ sơ trực tuyến.\n" +
        "4. Giữ an toàn thông tin.\n5. Thực hiện khoản 3 Mục I Kế hoạch này.\n",
    );
  });

  it("gives a part that one adds its place among those the other added", () => {
    const text = both(
      [["II. NỘI DUNG", "II. YÊU CẦU\n\n1. Dễ hiểu.\n2. Sát thực tế.\n\nIII. NỘI DUNG"]],
      [["Trên đây là", "III. KINH PHÍ\n\nTheo dự toán được giao.\n\nTrên đây là"]],
    );
    expect(text.match(/^[IVX]+\. .*/gm)).toEqual(["I. MỤC ĐÍCH", "II. YÊU CẦU", "III. NỘI DUNG", "IV. KINH PHÍ"]);
  });

  it("leaves numbers alone that did not follow before", () => {
    const odd = changed(small, ["3. Thực hiện khoản", "7. Thực hiện khoản"]);
    const text = both([["thói quen nộp", "thói quen tốt, nộp"]], [["cán bộ, công chức.", "cán bộ."]], odd);
    expect(text).toContain("7. Thực hiện khoản 2");
  });

  it("counts typed tasks of a table", () => {
    const numbered = changed(
      small,
      ["nhiệm vụ: Niêm yết", "nhiệm vụ 1.: Niêm yết"],
      ["nhiệm vụ: Mở lớp", "nhiệm vụ 2.: Mở lớp"],
      ["nhiệm vụ: Kiểm tra", "nhiệm vụ 3.: Kiểm tra"],
    );
    const text = both(
      [
        ["nhiệm vụ 2.: Mở lớp", "nhiệm vụ 2.: Thi tìm hiểu\n  chủ trì: Đoàn Thanh niên\n\nnhiệm vụ 3.: Mở lớp"],
        ["nhiệm vụ 3.: Kiểm tra", "nhiệm vụ 4.: Kiểm tra"],
      ],
      [
        ["Quý III/2026\n", "Quý III/2026\n\nnhiệm vụ 4.: Tổng kết\n  chủ trì: Văn phòng\n"],
        ["nhiệm vụ 3.: Kiểm tra", "nhiệm vụ 3.: Kiểm tra, giám sát"],
      ],
      numbered,
    );
    expect(text.match(/^nhiệm vụ.*/gm)).toEqual([
      "nhiệm vụ 1.: Niêm yết thủ tục",
      "nhiệm vụ 2.: Thi tìm hiểu",
      "nhiệm vụ 3.: Mở lớp tập huấn",
      "nhiệm vụ 4.: Kiểm tra, giám sát các thôn",
      "nhiệm vụ 5.: Tổng kết",
    ]);
  });
});

describe("edits that disagree", () => {
  const conflict = (ours: readonly Edit[], theirs: readonly Edit[]): Merged =>
    merge(small, changed(small, ...ours), changed(small, ...theirs))!;

  it("stand with both wordings around just that field", () => {
    const merged = conflict(
      [
        ["Quý II/2026", "Quý III/2026 và Quý IV/2026"],
        ["Các thôn;", "Các thôn, xóm;"],
      ],
      [
        ["Quý II/2026", "Tháng 5/2026"],
        ["02 lớp", "04 lớp"],
      ],
    );
    expect(merged.conflicts).toBe(1);
    expect(merged.text).toContain(
      "  chủ trì: Trung tâm Phục vụ hành chính công\n<<<<<<< của ta\n  thời gian: Quý III/2026 và Quý IV/2026\n=======\n" +
        "  thời gian: Tháng 5/2026\n>>>>>>> của họ\n\nnhiệm vụ: Kiểm tra",
    );
    expect(merged.text).toContain("  - 04 lớp\n");
    expect(merged.text).toContain("- Các thôn, xóm;\n");
  });

  it("stand so where both add one field", () => {
    const at = "  thời gian: Quý I/2026\n";
    const merged = conflict([[at, `${at}  ghi chú: Một\n`]], [[at, `${at}  ghi chú: Hai\n`]]);
    expect(merged.text).toContain("<<<<<<< của ta\n  ghi chú: Một\n=======\n  ghi chú: Hai\n>>>>>>> của họ\n");
  });

  it("stand so where one drops what the other edits", () => {
    const task = "nhiệm vụ: Kiểm tra các thôn\n  chủ trì: Phòng Văn hóa - Xã hội\n  thời gian: Quý III/2026\n\n";
    const merged = conflict([[task, ""]], [["Quý III/2026", "Quý IV/2026"]]);
    expect(merged.conflicts).toBe(1);
    expect(merged.text).toMatch(
      /<<<<<<< của ta\n=======\n\n?nhiệm vụ: Kiểm tra các thôn\n {2}chủ trì: .*\n {2}thời gian: Quý IV\/2026\n>>>>>>> của họ/,
    );
    // What nobody else touched goes.
    const dropped = merge(small, changed(small, [task, ""]), changed(small, ["Các thôn;", "Các xóm;"]))!;
    expect(dropped).toMatchObject({ conflicts: 0 });
    expect(dropped.text).not.toContain("Kiểm tra");
  });

  it("stand so where both write something else for one paragraph", () => {
    const closing = "Trên đây là Kế hoạch của Ủy ban nhân dân xã./.";
    const merged = conflict(
      [[closing, "Yêu cầu các cơ quan nghiêm túc thực hiện./."]],
      [[closing, "Trong quá trình thực hiện, có vướng mắc thì báo cáo./."]],
    );
    expect(merged.conflicts).toBe(1);
    expect(merged.text).toContain("của ta\nYêu cầu các cơ quan nghiêm túc thực hiện./.\n=======\nTrong quá trình");
  });

  it("are errors of the file until a person has chosen", () => {
    const merged = conflict([["Quý II/2026", "Quý III/2026"]], [["Quý II/2026", "Tháng 5/2026"]]);
    const found = parse(sourceOf(merged.text)).diagnostics.filter(({ code }) => code === "CP034");
    expect(found).toHaveLength(1);
    expect(merged.text.slice(found[0]!.span.start, found[0]!.span.end)).toBe("<<<<<<< của ta");
    // What is still open is merged by lines, not by its parts.
    expect(merge(small, merged.text, changed(small, ["Các thôn;", "Các xóm;"]))).toBeNull();
  });

  it("have marks of the length that git asks for", () => {
    const [a, b] = [changed(small, ["Quý I/", "Quý II, III/"]), changed(small, ["Quý I/", "Quý IV/"])];
    const labels = { ours: "ta", theirs: "họ", size: 11 };
    expect(mergeSources(sourceOf(small), sourceOf(a), sourceOf(b), registries, labels)!.text).toMatch(/^<{11} ta$/m);
  });
});

describe("what cannot be merged so", () => {
  it("is left to a merge by lines: a side that does not parse", () => {
    const broken = changed(small, ["kế hoạch: Tuyên", "Tuyên"], ["cơ quan:", "co quann:"]);
    expect(merge(small, broken, changed(small, ["Quý I/", "Quý II, III/"]))).toBeNull();
  });

  it("is no file that both sides made: what is alike stands once", () => {
    const merged = merge("", small, changed(small, ["Quý I/2026", "Quý IV/2026"]))!;
    expect(merged.conflicts).toBe(1);
    expect(merged.text).toContain("của ta\n  thời gian: Quý I/2026\n=======\n  thời gian: Quý IV/2026\n");
  });
});

describe("edits at random", () => {
  /** Words that no plan has, one for each side, at the end of a block's first line. */
  const edited = (text: string, lines: readonly number[], word: string): string =>
    text
      .split("\n")
      .map((line, index) => (lines.includes(index) ? line.replace(/([\s;.,:/]*)$/, ` ${word}$1`) : line))
      .join("\n");

  it("of different blocks come together as if one person had made them", () => {
    const files = [commune, small, readFileSync(join(root, "examples/loc-ha-2024/ke-hoach.plan"), "utf8")];
    const places = files.map((text) =>
      blocksIn(blocksOf(sourceOf(text)).root)
        .filter(
          ({ kind, words }) =>
            ["division", "paragraph", "item", "field"].includes(kind) &&
            /\p{L}{2}.*[.;]$/u.test(words[0]!) &&
            words.length === 1,
        )
        .map((block) => block.line),
    );
    const choice = fc.record({
      file: fc.nat(files.length - 1),
      ours: fc.array(fc.nat(9999), { minLength: 1, maxLength: 6 }),
      theirs: fc.array(fc.nat(9999), { minLength: 1, maxLength: 6 }),
    });
    fc.assert(
      fc.property(choice, ({ file, ours, theirs }) => {
        const at = (list: readonly number[]): number[] => list.map((n) => places[file]![n % places[file]!.length]!);
        const mine = at(ours);
        const yours = at(theirs).filter((line) => !mine.includes(line));
        const base = files[file]!;
        const merged = merge(base, edited(base, mine, "mộtt"), edited(base, yours, "haii"));
        expect(merged).toEqual({ text: edited(edited(base, mine, "mộtt"), yours, "haii"), conflicts: 0 });
      }),
      { numRuns: Number(process.env.PLAN_LONG_RUNS ?? 6), seed: 7 },
    );
  });
});
