/**
 * The conformance table on finished files: every row that applies holds in the DOCX and in the PDF of every example, and
 * each check is shown to fail on a document broken in just that row. `FORM_TABLE=1` prints the table with what was
 * measured.
 */
import { afterAll, describe, expect, it } from "vitest";
import type { Document } from "../../src/document/document.ts";
import { widthOf } from "../../src/document/measure.ts";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { emitPdf } from "../../src/emit/pdf/pdf.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { pack, readDocx, unzip } from "../support/docx-read.ts";
import { readPdf } from "../support/pdf-read.ts";
import { analyzeText, documentOf, examples, materials } from "../support/pipeline.ts";
import { has } from "../support/tools.ts";
import { type Broken, breaks } from "./breaks.ts";
import type { DocxContext, Facts, Measured, PdfContext, Profile } from "./row.ts";
import { docxChecks } from "./rows-docx.ts";
import { pdfChecks } from "./rows-pdf.ts";
import { requirements } from "./table.ts";

/** Small plans for what no example shows. */
const special: Readonly<Record<string, string>> = {
  "signing-info": `kế hoạch: Kiểm tra phòng cháy năm 2026
cơ quan: UBND xã An Bình
số: 12/KH-UBND
địa danh: An Bình
ngày: 05/02/2026
thông tin ký số: 12/KH-UBND; 05/02/2026 10:30:00 +07:00

I. MỤC ĐÍCH

Kiểm tra việc chấp hành quy định về phòng cháy, chữa cháy tại các cơ sở sản xuất, kinh doanh trên địa bàn xã trong năm 2026, kịp thời khắc phục thiếu sót./.

nơi nhận:
- Các thôn;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn A
`,
};

const plans = [
  ...examples.map(({ name, text }) => ({ name, text })),
  ...Object.entries(special).map(([name, text]) => ({ name, text })),
];
const textOf = (name: string): string => plans.find((plan) => plan.name === name)!.text;

const profileOf = (plan: Plan): Profile => {
  const date = plan.documents[0]!.date;
  const key = date?.year ? date.year * 10000 + (date.month ?? 12) * 100 + (date.day ?? 28) : 99999999;
  return key < 20200305 ? "T" : "N";
};
const factsOf = (text: string): Facts => {
  const { plan } = analyzeText(text);
  return { plan, profile: profileOf(plan) };
};

const measure: DocxContext["measure"] = (text, size, bold, italic = false) =>
  widthOf(materials.fonts, text, size, { bold, italic });

async function docxContext(facts: Facts, document: Document, broken: Broken = {}): Promise<DocxContext> {
  let bytes = await emitDocx(document);
  if (broken.docx) {
    bytes = pack(
      new Map(unzip(bytes).map(({ name, content }) => [name, broken.docx!(name, content.toString("utf8"))])),
    );
  }
  return { ...facts, docx: readDocx(bytes), measure };
}

/** null when the emitter refused to write the broken document, which is noticing it too. */
async function pdfContext(facts: Facts, document: Document, broken: Broken = {}): Promise<PdfContext | null> {
  const emitted = await emitPdf(document, materials.resources.fonts);
  if (emitted.value === null) return null;
  const bytes = broken.pdf
    ? Buffer.from(broken.pdf(Buffer.from(emitted.value).toString("latin1")), "latin1")
    : emitted.value;
  const pages = readPdf(bytes);
  return { ...facts, bytes, pages: broken.pages ? broken.pages(pages) : pages };
}

const applies = (profile: "N" | "T" | "*", facts: Facts): boolean => profile === "*" || profile === facts.profile;
const readable = has("mutool");
const measuredTable = new Map<number, { docx: number; pdf: number; sample: string }>();

describe.skipIf(!readable).each(plans)("$name", ({ name, text }) => {
  it("holds every row that applies, in DOCX and in PDF", async () => {
    const facts = factsOf(text);
    const document = documentOf(text);
    const docx = await docxContext(facts, document);
    const pdf = (await pdfContext(facts, document))!;
    const wrong: string[] = [];
    for (const { n, rule, profile, text: requirement } of requirements) {
      if (!applies(profile, facts)) continue;
      const judge = (kind: "docx" | "pdf", measured: Measured | null | undefined): void => {
        if (!measured) return;
        const entry = measuredTable.get(n) ?? { docx: 0, pdf: 0, sample: "" };
        entry[kind] += 1;
        if (kind === "pdf" || entry.sample === "") entry.sample = measured.value;
        measuredTable.set(n, entry);
        if (!measured.ok) wrong.push(`${n} ${rule} ${kind}: ${requirement}: ${measured.value}`);
      };
      judge("docx", docxChecks[n]?.(docx));
      judge("pdf", pdfChecks[n]?.(pdf));
    }
    expect(wrong, name).toEqual([]);
  });
});

describe.skipIf(!readable)("each check notices a broken document", () => {
  const checked = requirements.filter((row) => row.elsewhere === undefined);
  it.each(checked.map((row) => ({ name: `${row.n} ${row.rule}: ${row.text}`, row })))("$name", async ({ row }) => {
    const broken = breaks[row.n];
    expect(broken, `no broken document for row ${row.n}`).toBeDefined();
    const text = textOf(broken!.plan ?? "loc-ha-2024");
    const facts = factsOf(text);
    expect(applies(row.profile, facts)).toBe(true);
    const whole = documentOf(text);
    const document = broken!.document?.(whole) ?? whole;
    expect(docxChecks[row.n] !== undefined || pdfChecks[row.n] !== undefined).toBe(true);
    if (docxChecks[row.n]) {
      expect(docxChecks[row.n]!(await docxContext(facts, whole))?.ok, "the whole DOCX holds").toBe(true);
      expect(docxChecks[row.n]!(await docxContext(facts, document, broken))?.ok, "the broken DOCX is noticed").toBe(
        false,
      );
    }
    if (pdfChecks[row.n]) {
      expect(pdfChecks[row.n]!((await pdfContext(facts, whole))!)?.ok, "the whole PDF holds").toBe(true);
      const context = await pdfContext(facts, document, broken);
      if (context !== null) expect(pdfChecks[row.n]!(context)?.ok, "the broken PDF is noticed").toBe(false);
    }
  });
});

describe.skipIf(!readable)("the table", () => {
  it("has 94 rows, each checked in a finished file or said to be another's", () => {
    expect(requirements.map((row) => row.n)).toEqual(Array.from({ length: 94 }, (_, i) => i + 1));
    const unchecked = requirements.filter((row) => !row.elsewhere && !docxChecks[row.n] && !pdfChecks[row.n]);
    expect(unchecked).toEqual([]);
  });

  afterAll(() => {
    if (!process.env.FORM_TABLE) return;
    for (const row of requirements) {
      const seen = measuredTable.get(row.n);
      const where = seen ? `DOCX ${seen.docx}, PDF ${seen.pdf}` : (row.elsewhere ?? "không gặp");
      console.log(`${String(row.n).padStart(2)} | ${row.rule} | ${row.text} | ${seen?.sample ?? ""} | ${where}`);
    }
  });
});
