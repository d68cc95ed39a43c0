/** Documents of our own come back as the plan they were built from, also after another office program saved them. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { styleTitles } from "../../src/document/form.ts";
import { readDocx } from "../../src/import/docx/read.ts";
import { type ImportedFile, importBytes, importRaw } from "../../src/import/import.ts";
import type { RawBlock, RawParagraph } from "../../src/import/raw.ts";
import { examples, materials, outputOf, registries, starters } from "../support/pipeline.ts";
import { has, inTemporaryFolder, run } from "../support/tools.ts";

const styles = styleTitles(materials.forms);
const importDocx = (bytes: Uint8Array): ImportedFile =>
  importBytes(bytes, { name: "ke-hoach.docx", path: "ke-hoach.plan", registries, styles });

/** The model of a text as `build --to json` has it, without its places in the source. */
async function modelOf(text: string): Promise<unknown> {
  const model = JSON.parse(new TextDecoder().decode(await outputOf(text, "json"))) as { documents: unknown };
  return withoutPlaces(model.documents);
}

function withoutPlaces(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPlaces);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !/span$/i.test(key));
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutPlaces(inner)]));
}

/** Documents whose properties show in print and in nothing else. */
const cases: Readonly<Record<string, string>> = {
  "typed case, widths and alignments": `kế hoạch: Trồng cây \\
xuân Bính Ngọ
cơ quan: UBND xã An Bình
số: 07/KH-UBND
ngày: 05/01/2026
năm: 2026
viết tắt:
- CĐS: chuyển đổi số

Ủy ban nhân dân xã ban hành Kế hoạch như sau:

A. Phần mở đầu

I. Mục đích

1. Trồng **3.000** cây *phân tán*[1].

bảng: Số cây theo thôn
độ rộng: 1 | 4 | 2
căn: giữa | phải | trái
| TT | Thôn | Số cây |
|---|---|---|
| 1 | Thôn Đông | 1.200 |
| 2 | Thôn Tây | 1.800 |

cột: TT | Việc phải làm = nhiệm vụ | Ai làm = chủ trì | Bao giờ = thời gian
khổ giấy: dọc

nhóm: I | Chuẩn bị
nhiệm vụ: Đào hố
  chủ trì: Các thôn
  thời gian: Tháng 01/2026
việc: Bón lót
  thời gian: Tháng 02/2026

[1] Cây do Hạt Kiểm lâm cấp.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
CHỦ TỊCH
Nguyễn Văn A

phụ lục: Sơ đồ nơi trồng
khổ giấy: ngang

Trồng hai bên đường trục xã.
`,
};

const sources = [
  ...examples.map(({ name, text }) => [name, text] as const),
  ...starters.map(({ name, text }) => [name, text] as const),
  ...Object.entries(cases),
];

describe.each(sources)("%s", (_name, text) => {
  it("comes back from DOCX as the same plan, with nothing to look at", async () => {
    const { imported, diagnostics } = importDocx(await outputOf(text, "docx"));
    expect(diagnostics).toEqual([]);
    expect(imported!.diagnostics).toEqual([]);
    expect(await modelOf(imported!.source.text)).toEqual(await modelOf(text));
  });

  it("builds the same document again", async () => {
    const { imported } = importDocx(await outputOf(text, "docx"));
    const again = await outputOf(imported!.source.text, "txt");
    expect(new TextDecoder().decode(again)).toBe(new TextDecoder().decode(await outputOf(text, "txt")));
  });
});

describe.runIf(has("soffice"))("after LibreOffice", () => {
  it("comes back as the same plan", async () => {
    await inTemporaryFolder(async (folder) => {
      const names: string[] = [];
      for (const [i, [, text]] of sources.entries()) {
        names.push(join(folder, `${i}.docx`));
        writeFileSync(names[i]!, await outputOf(text, "docx"));
      }
      mkdirSync(join(folder, "saved"));
      run("soffice", [
        "--headless",
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        join(folder, "saved"),
        ...names,
      ]);
      for (const [i, [name, text]] of sources.entries()) {
        const { imported } = importDocx(readFileSync(join(folder, "saved", `${i}.docx`)));
        expect(await modelOf(imported!.source.text), name).toEqual(await modelOf(text));
      }
    });
  });
});

describe("a document that was edited in an office program", () => {
  const bytes = outputOf(examples.find(({ name }) => name === "xa-2026")!.text, "docx");

  /** The document with some words replaced wherever they stand, capitals too. */
  async function edited(from: string, to: string): Promise<string> {
    const file = readDocx(await bytes).value!;
    const words = (text: string): string => text.replaceAll(from, to).replaceAll(from.toUpperCase(), to.toUpperCase());
    const paragraph = (one: RawParagraph): RawParagraph => ({
      ...one,
      runs: one.runs.map((run) => ({ ...run, text: words(run.text) })),
    });
    const blocks = file.blocks.map((block): RawBlock => {
      if (block.kind === "paragraph") return paragraph(block);
      if (block.kind === "page") return block;
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, paragraphs: cell.paragraphs.map(paragraph) })),
      }));
      return { ...block, rows };
    });
    const notes = file.notes.map((note) => ({ ...note, paragraphs: note.paragraphs.map(paragraph) }));
    return importRaw({ ...file, blocks, notes }, "ke-hoach.plan", registries, styles).source.text;
  }

  it("is read as its pages are now, not as its properties say", async () => {
    const text = await edited("An Bình", "Tân Lập");
    expect(text).toContain("cơ quan: Ủy ban nhân dân xã Tân Lập\n");
    expect(text).toContain("trên địa bàn xã Tân Lập năm 2026");
    expect(text).not.toContain("An Bình");
  });

  it("keeps what the edit did not touch", async () => {
    const text = await edited("Phòng Văn hóa - Xã hội", "Phòng Văn hóa");
    expect(text).toContain("cơ quan: UBND xã An Bình\n");
    expect(text).toContain("- CĐS: chuyển đổi số\n");
  });
});
