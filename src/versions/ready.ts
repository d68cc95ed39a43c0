/**
 * The last look before a plan is signed: a list of what must be so, what is left to do and where. Pure; pages and sizes are
 * given by the caller, because only it lays out and builds.
 */
import type { Analysis } from "../compile.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import { printable } from "../diagnostics/pretty.ts";
import type { Document } from "../document/document.ts";
import type { Layout } from "../emit/pdf/layout.ts";
import { isoDate, writtenDate, writtenNumber } from "../plan/number-date.ts";
import type { PlanDocument } from "../plan/plan.ts";
import { citedDate } from "../plan/words.ts";
import { proseOf } from "../rules/walk.ts";
import { lineAt, lineText, position, type SourceFile, type Span } from "../source/source-file.ts";
import { issuePlan, lookMark } from "./issue.ts";
import { blanksOf, countTables, emptyTables, leftoversOf, type OpenPlace } from "./open-places.ts";
import { type PagedPart, partsOf, signaturePlace } from "./pages.ts";

/** Done, left to do, or only to be known. */
export type ItemState = "done" | "left" | "info";

export interface Item {
  /** Stable name for programs. */
  readonly id: string;
  readonly state: ItemState;
  /** In Vietnamese. */
  readonly text: string;
  readonly places: readonly { readonly span: Span; readonly words: string }[];
}

export interface ReadyInput {
  readonly analysis: Analysis;
  /** Of all stages, those of laying out and building included. */
  readonly diagnostics: readonly Diagnostic[];
  /** Null when findings block the output. */
  readonly laid: { readonly document: Document; readonly layout: Layout } | null;
  /** Built files by format name, in bytes. */
  readonly sizes: readonly { readonly format: string; readonly bytes: number }[];
  /** Findings from this level count as left to do. */
  readonly failOn: Severity;
  /** Number and day are given after the signature: they do not count while they are open. */
  readonly unnumbered: boolean;
}

export interface Readiness {
  readonly items: readonly Item[];
  readonly isReady: boolean;
  readonly pages: readonly { readonly title: string; readonly pages: number }[];
  readonly words: number;
}

const weight: Readonly<Record<Severity, number>> = { notice: 1, warning: 2, error: 3 };

/** Findings that have an item of their own. */
const ofForce = ["VB104", "VB105", "VB107", "VB201"];
const ofRecipients = ["VB405"];
const ofAnnexes = ["VB506"];
const ofLeftovers = ["VB654"];
const ofParts = ["VB521"];
const special = new Set([...ofForce, ...ofRecipients, ...ofAnnexes, ...ofLeftovers, ...ofParts]);

/** The list for one file. Total. */
export function readiness(input: ReadyInput): Readiness {
  const { analysis, laid } = input;
  const { documents } = analysis.plan;
  const parts = laid === null ? [] : partsOf(laid.document.sections, laid.layout);
  const words = documents.reduce((sum, document) => sum + countWords(document), 0);
  const items: Item[] = [
    ...numberItem(input),
    placesItem("blanks", blanksLeft(input), "Lời văn không còn chỗ để trống", (n) => `Còn ${n} chỗ để trống`),
    placesItem(
      "template",
      documents.flatMap(leftoversOf),
      "Không còn chữ của mẫu",
      (n) => `Còn ${n} chữ của mẫu chưa thay`,
    ),
    marksItem(analysis),
    ...findingItems(input),
    forceItem(input),
    recipientsItem(input),
    annexesItem(input),
    ...tablesItem(documents),
    signerItem(input),
    ...signatureItems(parts, documents, laid !== null),
    ...sizeItems(input, parts, words),
  ];
  return {
    items,
    isReady: items.every(({ state }) => state !== "left"),
    pages: parts.map((part, index) => ({ title: partName(part, index, documents), pages: part.pages.length })),
    words,
  };
}

const placesItem = (id: string, places: readonly OpenPlace[], done: string, left: (count: number) => string): Item => ({
  id,
  state: places.length === 0 ? "done" : "left",
  text: places.length === 0 ? done : left(places.length),
  places,
});

const told = (diagnostics: readonly Diagnostic[]): Item["places"] =>
  diagnostics.map(({ span, code, message }) => ({ span, words: `${code} ${message}` }));

/** Blanks of the words. Those for the own number do not count while that is still to come. */
function blanksLeft({ analysis, unnumbered }: ReadyInput): readonly OpenPlace[] {
  const { documents } = analysis.plan;
  const blanks = documents.flatMap(blanksOf);
  if (!unnumbered || blanks.length === 0) return blanks;
  const date = documents[0]?.date;
  const day = { day: date?.day ?? 1, month: date?.month ?? 1, year: date?.year ?? 2000 };
  const { stamps } = issuePlan(analysis, { serial: { number: 1 }, date: day, force: "" });
  return blanks.filter(
    ({ span }) => !stamps.some((stamp) => stamp.span.start < span.end && span.start < stamp.span.end),
  );
}

// ── Number and date ─────────────────────────────────────────────────────────────────────────────────────────────────

function numberItem({ analysis, unnumbered }: ReadyInput): Item[] {
  const { source, documents } = analysis.plan;
  return documents
    .filter(({ attachedTo }) => attachedTo === null)
    .map((document): Item => {
      const { number, date } = document;
      const places: { span: Span; words: string }[] = [];
      const line = (span: Span): string => lineText(source, lineAt(source, span.start)).trim();
      const open: string[] = [];
      if (number === null || number.number === null) {
        open.push("số");
        const span = number?.span ?? document.titleSpan;
        places.push({ span, words: line(span) });
      }
      if (date === null || date.day === null || date.month === null || date.year === null) {
        open.push("ngày");
        const span = date?.span ?? document.titleSpan;
        if (places[0]?.words !== line(span)) places.push({ span, words: line(span) });
      }
      if (open.length === 0) {
        const text = `Số ${writtenNumber(number!)}, ngày ${writtenDate(date!)}`;
        return { id: "number", state: "done", text, places: [] };
      }
      const text = `Chưa có ${open.join(", ")} ban hành`;
      return unnumbered
        ? { id: "number", state: "info", text: `${text}: cấp sau khi ký`, places: [] }
        : { id: "number", state: "left", text: `${text} (ghi bằng plan issue)`, places };
    });
}

// ── Marks and findings ──────────────────────────────────────────────────────────────────────────────────────────────

function marksItem({ tree }: Analysis): Item {
  const places = tree.comments
    .filter(({ text }) => lookMark.test(text) || /(?<![\p{L}])(?:TODO|FIXME|XXX)(?![\p{L}])/u.test(text))
    .map(({ span, text }) => ({ span, words: `# ${text.trim()}` }));
  return placesItem("marks", places, "Không còn ghi chú “# CẦN XEM”, “TODO”", (n) => `Còn ${n} ghi chú phải xem`);
}

function findingItems({ diagnostics, failOn }: ReadyInput): Item[] {
  const others = diagnostics.filter(({ code }) => !special.has(code));
  const names = { error: "lỗi", warning: "cảnh báo", notice: "lưu ý" } as const;
  return (["error", "warning", "notice"] as const).map((severity): Item => {
    const found = others.filter((one) => one.severity === severity);
    const counts = weight[severity] >= weight[failOn];
    const state: ItemState = found.length === 0 ? "done" : counts ? "left" : "info";
    const kind = severity === "error" ? names.error : `${names[severity]} khác`;
    const text = found.length === 0 ? `Không có ${kind}` : `${state === "left" ? "Còn" : "Có"} ${found.length} ${kind}`;
    // What does not count is only counted; plan check lists it.
    return { id: `${severity}s`, state, text, places: state === "left" ? told(found) : [] };
  });
}

function forceItem({ analysis, diagnostics }: ReadyInput): Item {
  const { documents } = analysis.plan;
  const found = diagnostics.filter(({ code }) => ofForce.includes(code));
  const date = documents[0]?.date ?? null;
  const iso = date === null ? null : isoDate(date);
  const isWhole = date !== null && date.day !== null && date.month !== null;
  const day =
    iso === null
      ? ""
      : isWhole
        ? ` tại ngày ${citedDate(iso)}`
        : date?.month
          ? ` trong tháng ${date.month}/${date.year}`
          : ` trong năm ${date?.year}`;
  const citations = documents.flatMap((document) => document.citations);
  const known = citations.filter(({ resolved }) => resolved !== null).length;
  const examined = citations.length === 0 ? "" : ` (tra được ${known}/${citations.length} viện dẫn)`;
  const places = told(found);
  if (found.some(({ severity }) => severity !== "notice")) {
    return { id: "force", state: "left", text: `Viện dẫn, cơ quan không còn hoặc chưa có hiệu lực${day}`, places };
  }
  if (found.length > 0)
    return { id: "force", state: "info", text: `Viện dẫn, cơ quan cần xem lại hiệu lực${day}`, places };
  return { id: "force", state: "done", text: `Không thấy viện dẫn, cơ quan hết hiệu lực${day}${examined}`, places: [] };
}

function recipientsItem({ diagnostics }: ReadyInput): Item {
  const found = diagnostics.filter(({ code }) => ofRecipients.includes(code));
  const done = "Cơ quan được giao việc đều có trong nơi nhận";
  return placesItem("recipients", told(found), done, (n) => `Nơi nhận còn thiếu ${n} cơ quan được giao việc`);
}

function annexesItem({ analysis, diagnostics }: ReadyInput): Item {
  const { documents } = analysis.plan;
  const count = documents.reduce((sum, { annexes }) => sum + annexes.length, 0);
  const absent = documents.flatMap(({ references }) =>
    references
      .filter(({ target, text }) => target === null && /phụ lục/iu.test(text))
      .map(({ span, text }) => ({ span, words: `nhắc đến “${text}”, tệp không có` })),
  );
  const bare = documents.flatMap(({ annexes }) =>
    annexes
      .filter(({ content }) => content.length === 0)
      .map(({ title, number }) => ({
        span: title.span,
        words: `Phụ lục${number === null ? "" : ` ${number}`} chưa có nội dung`,
      })),
  );
  const places = [...told(diagnostics.filter(({ code }) => ofAnnexes.includes(code))), ...absent, ...bare];
  const done =
    count === 0 ? "Không có phụ lục, lời văn không nhắc phụ lục nào" : `${count} phụ lục: có đủ, lời văn đều nhắc đến`;
  return placesItem("annexes", places, done, () => "Phụ lục và lời văn chưa khớp");
}

function tablesItem(documents: readonly PlanDocument[]): Item[] {
  const count = documents.reduce((sum, document) => sum + countTables(document), 0);
  if (count === 0) return [];
  const places = documents.flatMap(emptyTables);
  return [
    placesItem(
      "tables",
      places,
      `Bảng nào cũng có số liệu (${count} bảng)`,
      (n) => `Bảng còn ${n} chỗ chưa có số liệu`,
    ),
  ];
}

// ── Signature ───────────────────────────────────────────────────────────────────────────────────────────────────────

const isBlankName = (name: string | null): boolean =>
  name === null || !/\p{L}{2}/u.test(name) || /…|\.{3}|_{3}/.test(name);

function signerItem({ analysis, diagnostics }: ReadyInput): Item {
  const signatures = analysis.plan.documents.flatMap((document) => document.signatures);
  const missing = told(diagnostics.filter(({ code }) => ofParts.includes(code)));
  const nameless = signatures
    .filter(({ name }) => isBlankName(name))
    .map(({ span, authority }) => ({ span, words: `${authority.at(-1)?.text ?? "phần ký"}: chưa có họ tên` }));
  const places = [...missing, ...nameless];
  if (places.length > 0) return { id: "signer", state: "left", text: "Nơi nhận, phần ký chưa đủ", places };
  if (signatures.length === 0) return { id: "signer", state: "info", text: "Tệp không có phần ký", places: [] };
  const names = signatures.map(({ name, authority }) => `${name} (${authority.map(({ text }) => text).join(", ")})`);
  return { id: "signer", state: "done", text: `Người ký: ${names.join("; ")}`, places: [] };
}

function signatureItems(parts: readonly PagedPart[], documents: readonly PlanDocument[], isLaid: boolean): Item[] {
  if (!isLaid) {
    return [{ id: "pages", state: "left", text: "Chưa dàn trang được vì còn lỗi chặn xuất văn bản", places: [] }];
  }
  const places = parts.map(signaturePlace);
  const isOne = places.filter((place) => place !== null).length === 1;
  return parts.flatMap((part, index): Item[] => {
    const place = places[index]!;
    if (place === null) return [];
    const whose = isOne ? "Phần ký" : `Phần ký của ${partName(part, index, documents)}`;
    const where = `${whose} ở trang ${place.page}/${place.of}`;
    const state: ItemState = place.isWhole && (place.lines >= 2 || place.page === 1) ? "done" : "left";
    const text = place.isWhole
      ? state === "done"
        ? `${where}, cùng trang với ${place.lines} dòng lời văn`
        : `${where}, trang đó chỉ có ${place.lines} dòng lời văn (cần ít nhất 2)`
      : `${whose} bị cắt sang trang ${place.page}/${place.of}`;
    return [{ id: "signature", state, text, places: [] }];
  });
}

// ── Sizes ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const countWords = (document: PlanDocument): number =>
  proseOf(document).reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);

/** “Kế hoạch”, “Phụ lục I”. */
function partName({ kind, title }: PagedPart, index: number, documents: readonly PlanDocument[]): string {
  if (kind === "annex") return /^[^.]+/.exec(title)?.[0] ?? title;
  const document = documents.find(({ typeName }) => title.startsWith(typeName)) ?? documents[index];
  const type = document?.typeName ?? title;
  return type.charAt(0) + type.slice(1).toLowerCase();
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ".");

function sizeItems({ analysis, sizes }: ReadyInput, parts: readonly PagedPart[], words: number): Item[] {
  const info = (id: string, text: string): Item => ({ id, state: "info", text, places: [] });
  const items: Item[] = [];
  if (parts.length > 0) {
    const total = parts.reduce((sum, { pages }) => sum + pages.length, 0);
    const each = parts.map((part, i) => `${partName(part, i, analysis.plan.documents)} ${part.pages.length}`);
    items.push(info("pages", `${total} trang${parts.length > 1 ? `: ${each.join(", ")}` : ""}`));
  }
  items.push(info("words", `${grouped(words)} chữ`));
  if (sizes.length > 0) {
    const list = sizes.map(
      ({ format, bytes }) => `${format.toUpperCase()} ${grouped(Math.max(1, Math.round(bytes / 1024)))} KB`,
    );
    items.push(info("sizes", `Tệp xuất ra: ${list.join(", ")}`));
  }
  return items;
}

// ── What is printed ─────────────────────────────────────────────────────────────────────────────────────────────────

const boxes: Readonly<Record<ItemState, string>> = { done: "[x]", left: "[ ]", info: "[-]" };

/** Places of one item that are listed; the others are counted. */
const mostPlaces = 10;

/** The list for people. */
export function readyText({ items, isReady }: Readiness, source: SourceFile): string {
  const lines: string[] = [];
  for (const { state, text, places } of items) {
    const numbers = [...new Set(places.map(({ span }) => position(source, span.start).line))];
    const shown = numbers.slice(0, mostPlaces).join(", ");
    const where = numbers.length === 0 ? "" : `: dòng ${shown}${numbers.length > mostPlaces ? "…" : ""}`;
    lines.push(`${boxes[state]} ${printable(text)}${where}`);
    for (const { span, words } of places.slice(0, mostPlaces)) {
      lines.push(`      ${position(source, span.start).line}: ${printable(words)}`);
    }
    if (places.length > mostPlaces) lines.push(`      … còn ${places.length - mostPlaces} chỗ nữa`);
  }
  const left = items.filter(({ state }) => state === "left").length;
  const name = printable(source.path);
  lines.push(isReady ? `${name}: sẵn sàng trình ký.` : `${name}: còn ${left} việc trước khi ký.`);
  return `${lines.join("\n")}\n`;
}

/** The list for programs: `{version, file, ready, items[], pages[], words, outputs[]}`. */
export function readyJson(
  { items, isReady, pages, words }: Readiness,
  source: SourceFile,
  sizes: ReadyInput["sizes"],
): string {
  const value = {
    version: "1",
    file: source.path,
    ready: isReady,
    items: items.map(({ id, state, text, places }) => ({
      id,
      state,
      text,
      places: places.map(({ span, words: said }) => {
        const { line, column } = position(source, span.start);
        return { line, column, text: said };
      }),
    })),
    pages,
    words,
    outputs: sizes,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}
