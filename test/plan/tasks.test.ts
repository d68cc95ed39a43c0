import { describe, expect, it } from "vitest";
import type { Task } from "../../src/plan/plan.ts";
import { withBody } from "./support.ts";

const shape = (task: Task) => ({
  title: task.title,
  lead: task.lead.map((one) => one.text),
  partners: task.partners.map((one) => one.text),
  times: task.times.map((one) => `${one.time.kind}: ${one.time.words}`),
  products: task.products,
  budget: task.budget,
  note: task.note,
  content: task.content,
});

const labelled = `III. NỘI DUNG

1. Phát thanh chuyên mục “Chuyển đổi số”

- Thời gian thực hiện: 48 số (04 số/tháng).

- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.

- Cơ quan phối hợp: Văn phòng HĐND và UBND xã; Đoàn Thanh niên xã.

- Sản phẩm: Chương trình phát thanh; báo cáo kết quả.

- Kinh phí: 20 triệu đồng.

- Nội dung: Giới thiệu dịch vụ công trực tuyến.
`;

const tabled = `III. NỘI DUNG

cột: TT | NHIỆM VỤ | THỜI GIAN | CHỦ TRÌ | PHỐI HỢP | SẢN PHẨM | KINH PHÍ | NỘI DUNG

nhiệm vụ: Phát thanh chuyên mục “Chuyển đổi số”
  thời gian: 48 số (04 số/tháng)
  chủ trì: Phòng Văn hóa - Xã hội
  phối hợp: Văn phòng HĐND và UBND xã; Đoàn Thanh niên xã
  sản phẩm:
  - Chương trình phát thanh;
  - báo cáo kết quả.
  kinh phí: 20 triệu đồng
  nội dung: Giới thiệu dịch vụ công trực tuyến.
`;

describe("both spellings of a task", () => {
  it("give the same task", () => {
    const prose = withBody(labelled).document.tasks;
    const table = withBody(tabled).document.tasks;
    expect(prose).toHaveLength(1);
    expect(table.map(shape)).toEqual(prose.map(shape));
    expect(shape(prose[0]!)).toEqual({
      title: "Phát thanh chuyên mục “Chuyển đổi số”",
      lead: ["Phòng Văn hóa - Xã hội"],
      partners: ["Văn phòng HĐND và UBND xã", "Đoàn Thanh niên xã"],
      times: ["total: 48 số (04 số/tháng)"],
      products: ["Chương trình phát thanh", "báo cáo kết quả"],
      budget: "20 triệu đồng",
      note: null,
      content: "Giới thiệu dịch vụ công trực tuyến.",
    });
    expect([prose[0]!.origin, table[0]!.origin]).toEqual(["prose", "table"]);
    expect([prose[0]!.within, table[0]!.within]).toEqual(["III", "III"]);
  });

  it("know where each owner stands", () => {
    for (const text of [labelled, tabled]) {
      const { document, at } = withBody(text);
      const [task] = document.tasks;
      for (const owner of [...task!.lead, ...task!.partners]) expect(at(owner.span)).toBe(owner.text);
      expect(at(task!.titleSpan)).toContain("Phát thanh chuyên mục");
      expect(at(task!.times[0]!.span)).toBe("48 số (04 số/tháng)");
    }
  });
});

const tasksOf = (body: string) => withBody(body).document.tasks.map(shape);

describe("labels", () => {
  it("take the bullets below them", () => {
    const [task] = tasksOf(
      "1. Chuyên mục\n\n- Thời gian thực hiện:\n\n+ Chuyên mục “CCHC”: Một tuần một lần.\n\n+ Bản tin: Hàng tháng.\n\n- Cơ quan chủ trì:\n\n+ Phòng Văn hóa - Xã hội;\n\n+ Các thôn.\n\n- Nội dung:\n\n+ Việc một.\n\n+ Việc hai.\n",
    );
    expect(task!.times).toEqual(["per-unit: Một tuần một lần", "every-unit: Hàng tháng"]);
    expect(task!.lead).toEqual(["Phòng Văn hóa - Xã hội", "Các thôn"]);
    expect(task!.content).toBe("Việc một.\nViệc hai.");
  });

  it("that are numbered lines with labels of their own are tasks titled by their parent", () => {
    const tasks = tasksOf(
      "1.5. In ấn tài liệu.\n\n1.5.1. Cơ quan chủ trì: Sở Nội vụ:\n\n- Thời gian thực hiện: Trong năm 2026.\n\n1.5.2. Cơ quan chủ trì: Sở Tư pháp:\n\n- Thời gian thực hiện: Quý I/2026.\n",
    );
    expect(tasks.map((task) => [task.title, task.lead, task.times])).toEqual([
      ["In ấn tài liệu", ["Sở Nội vụ"], ["within: Trong năm 2026"]],
      ["In ấn tài liệu", ["Sở Tư pháp"], ["within: Quý I/2026"]],
    ]);
  });

  it("that are numbered lines without labels of their own belong to the parent", () => {
    const tasks = tasksOf(
      "I. HỘI NGHỊ\n\n1. Thời gian: Ngày 15/3/2026.\n\n2. Địa điểm: Hội trường xã.\n\n3. Đơn vị chủ trì: Văn phòng HĐND và UBND xã.\n",
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ title: "HỘI NGHỊ", lead: ["Văn phòng HĐND và UBND xã"] });
  });

  it("that only count the times of a section make no task", () => {
    expect(
      tasksOf("II. THỜI GIAN, ĐỊA ĐIỂM\n\n1. Thời gian: Ngày 15/3/2026.\n\n2. Địa điểm: Hội trường xã.\n"),
    ).toEqual([]);
    expect(tasksOf("III. KINH PHÍ\n\n- Kinh phí: Ngân sách xã.\n")).toEqual([]);
  });

  it("need their colon", () => {
    expect(tasksOf("1. Việc\n\n- Cơ quan chủ trì được phân công có trách nhiệm lập kế hoạch.\n")).toEqual([]);
  });

  it("may stand in emphasis, in paragraphs, and without diacritics", () => {
    const [task] = tasksOf("1. Việc\n\n**Thời gian thực hiện:** Quý I/2026.\n\n- *Co quan chu tri:* Các thôn.\n");
    expect(task).toMatchObject({ lead: ["Các thôn"], times: ["within: Quý I/2026"] });
  });

  it("leave unlabelled lines as content", () => {
    const [task] = tasksOf("1. Việc\n\nMở đầu.\n\n- Cơ quan chủ trì: Các thôn.\n\n- Tập trung vào người cao tuổi.\n");
    expect(task!.content).toBe("Mở đầu.\nTập trung vào người cao tuổi.");
  });

  it("that go with a task keep their own words", () => {
    const { document } = withBody("1. Việc\n\n- Cơ quan chủ trì: Các thôn.\n\n- Địa điểm: Nhà văn hóa.\n");
    expect(document.tasks[0]!.rows[0]!.other).toEqual({ "Địa điểm": "Nhà văn hóa." });
  });

  it("inside a grouping bullet belong to the task", () => {
    const tasks = tasksOf(
      "1. Việc\n\n- Phân công thực hiện:\n\n+ Cơ quan chủ trì: Các thôn.\n\n+ Thời gian: Quý I/2026.\n",
    );
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).toMatchObject({ title: "Việc", lead: ["Các thôn"] });
  });

  it("split leads at commas only between known bodies", () => {
    const leads = (value: string) => tasksOf(`1. Việc\n\n- Cơ quan chủ trì: ${value}\n`)[0]!.lead;
    expect(leads("Sở Nội vụ, Sở Tài chính.")).toEqual(["Sở Nội vụ", "Sở Tài chính"]);
    expect(leads("Các phòng, ban, ngành.")).toEqual(["Các phòng, ban, ngành"]);
    expect(leads("Lớp Hoa Mai, Lớp Hoa Đào.")).toEqual(["Lớp Hoa Mai, Lớp Hoa Đào"]);
  });
});

describe("the order of tasks", () => {
  it("is that of the file, and rows of tables point to their task", () => {
    const { document } = withBody(
      "I. A\n\n1. Việc trước\n\n- Cơ quan chủ trì: Các thôn.\n\n2. Bảng\n\ncột: TT | NHIỆM VỤ | CHỦ TRÌ\n\nnhiệm vụ: Trong bảng\n  chủ trì: Các thôn\n\n3. Việc sau\n\n- Cơ quan chủ trì: Các thôn.\n",
    );
    expect(document.tasks.map((task) => task.title)).toEqual(["Việc trước", "Trong bảng", "Việc sau"]);
    const table = document.divisions.flatMap((one) => one.children).find((child) => child.kind === "task-table");
    expect(table?.kind === "task-table" && table.table.rows[0]!.task).toBe(1);
  });
});
