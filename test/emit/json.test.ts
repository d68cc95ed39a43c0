import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { emitJson } from "../../src/emit/json.ts";
import { bind, header } from "../plan/support.ts";

const read = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const folder = fileURLToPath(new URL("../../examples", import.meta.url));
const examples = readdirSync(folder).filter((name) => existsSync(`${folder}/${name}/ke-hoach.plan`));
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(JSON.parse(read("docs/schema/plan.json")));
const print = (text: string): string => new TextDecoder().decode(emitJson(bind(text).plan));

describe("the JSON of a plan", () => {
  it.each(examples)("%s obeys docs/schema/plan.json", (name) => {
    const value = JSON.parse(print(read(`examples/${name}/ke-hoach.plan`).normalize("NFC")));
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  });

  it("is refused by the schema when a field is missing or new", () => {
    const value = JSON.parse(print(`${header}\nI. A\n`));
    expect(validate(value)).toBe(true);
    const { tasks: _, ...less } = value.documents[0];
    expect(validate({ ...value, documents: [less] })).toBe(false);
    expect(validate({ ...value, extra: 1 })).toBe(false);
  });

  it("is indented, ends in a newline and does not change from run to run", () => {
    const text = `${header}\nI. A\n`;
    expect(print(text)).toBe(print(text));
    expect(print(text)).toMatch(/^\{\n {2}"version": "1",\n {2}"file": "ke-hoach.plan",/);
    expect(print(text).endsWith("}\n")).toBe(true);
  });

  it("has the facts of a document, each with its place", () => {
    const value = JSON.parse(
      print(
        `${header}\nCăn cứ Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ.\n\nI. NỘI DUNG\n\n1. Phát thanh\n\n- Cơ quan chủ trì: Sở Nội vụ.\n\n- Thời gian thực hiện: Quý I/2026.\n\nký:\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A\n`,
      ),
    );
    const [document] = value.documents;
    expect(document).toMatchObject({
      kind: "plan",
      issuer: "Ủy ban nhân dân xã An Bình",
      number: "12/KH-UBND",
      date: "2026-01-05",
      period: { from: 2026, to: 2026 },
      signature: { authority: ["TM. ỦY BAN NHÂN DÂN"], title: "CHỦ TỊCH", name: "Nguyễn Văn A" },
    });
    expect(document.citations[0]).toMatchObject({
      text: "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ",
      type: "Nghị quyết",
      number: "76/NQ-CP",
      date: "2021-07-15",
      issuer: "Chính phủ",
      span: { start: { line: 7, column: 8 }, end: { line: 7 } },
    });
    expect(document.tasks[0]).toMatchObject({
      title: "Phát thanh",
      lead: [{ text: "Sở Nội vụ", span: { start: { line: 13, column: 20 } } }],
      times: [
        { text: "Quý I/2026", kind: "within", calendar: { unit: "quarter", quarter: 1, year: 2026 }, place: "field" },
      ],
    });
  });

  it("gives open dates and numbers as far as they are known", () => {
    const [document] = JSON.parse(print(header.replace("12/KH", "…/KH").replace("05/01", "…/01"))).documents;
    expect(document).toMatchObject({ number: "…/KH-UBND", date: "2026-01", signature: null });
  });
});
