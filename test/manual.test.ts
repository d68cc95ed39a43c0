/**
 * The manual's examples, run: a ```plan block is a whole file without errors or warnings; ```plan đoạn is a piece of a
 * body; ```plan lỗi CP… must give an error whose code starts so. Generated parts are held by `npm run generate -- --check`.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyzeText, outputOf, root } from "./support/pipeline.ts";

const manual = readFileSync(join(root, "grammar/manual.md"), "utf8");
const readme = readFileSync(join(root, "README.md"), "utf8");

const blocks = [...manual.matchAll(/^```plan ?(.*)\n([\s\S]*?)^```$/gm)].map(([, info, text], index) => ({
  title: `${index + 1}: ${text!.split("\n").find((line) => line && !line.startsWith("#"))}`,
  info: info!.trim(),
  text: text!,
}));

const frame = (body: string): string =>
  `kế hoạch: Thử nghiệm năm 2026\ncơ quan: UBND xã An Bình\nsố: 01/KH-UBND\nđịa danh: An Bình\nngày: 05/01/2026\n\nI. MỤC ĐÍCH\n\nĐể thử.\n\n${body}\nTrên đây là Kế hoạch thử nghiệm./.\n\nnơi nhận:\n- Các thôn;\n- Lưu: VT.\n\nký:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n`;

describe.each(blocks)("example $title", ({ info, text }) => {
  if (info.startsWith("lỗi")) {
    it("gives the error", () => {
      const codes = analyzeText(text).diagnostics.filter((d) => d.severity === "error").map((d) => d.code);
      expect(codes.some((code) => code.startsWith(info.slice(3).trim()))).toBe(true);
    });
    return;
  }
  const source = info === "đoạn" ? frame(text) : text;
  it("has no error or warning, and builds", async () => {
    const found = analyzeText(source).diagnostics.filter((d) => d.severity !== "notice");
    expect(found.map((d) => `${d.code} ${d.message}`)).toEqual([]);
    expect((await outputOf(source, "docx")).length).toBeGreaterThan(1000);
  });
});

describe("README", () => {
  it("shows a plan that builds without errors or warnings", () => {
    const text = /^```\n(kế hoạch:[\s\S]*?)^```$/m.exec(readme)![1]!;
    expect(analyzeText(text).diagnostics.filter((d) => d.severity !== "notice").map((d) => d.message)).toEqual([]);
  });
});
