/** `plan registry`: looking things up in the registries, checking an office's own, and gathering a draft of them. */
import * as path from "node:path";
import { analyze, decode } from "../compile.ts";
import { printable, summary } from "../diagnostics/pretty.ts";
import { styleTitles } from "../document/form.ts";
import { looksLikeAgency, namedHeads } from "../plan/agency-words.ts";
import { fullCitation, nameOf } from "../plan/citation-text.ts";
import type { Citation, Plan, PlanDocument } from "../plan/plan.ts";
import { whereIs } from "../plan/where.ts";
import { capitalized, citedDate } from "../plan/words.ts";
import { findRows, type Row, type RowKind, rowsOf } from "../registry/find.ts";
import {
  draftOf,
  harvest,
  type Seen,
  type SeenAbbreviation,
  type SeenDocument,
  type SeenName,
} from "../registry/harvest.ts";
import { registryKey } from "../registry/overlay.ts";
import type { FileFindings } from "../registry/overlay-bind.ts";
import { dateOf } from "../registry/overlay-fields.ts";
import { verifyOverlay } from "../registry/overlay-verify.ts";
import type { Agency, Confidence, LegalDocument, Registries } from "../registry/registry.ts";
import { agencyById, documentById, isAlive, isInForce, isSameType } from "../registry/search.ts";
import { position, type SourceFile, type Span } from "../source/source-file.ts";
import { version } from "../version.ts";
import { type Host, HostError } from "./host.ts";
import {
  hasErrors,
  loadOverlay,
  merged,
  overlayName,
  printOverlayFindings,
  readKnowledge,
  readRegistryFile,
  sizeLimit,
} from "./overlay.ts";
import { type ExitStatus, exitStatus, reaches, readForms, readInput, readRegistries } from "./session.ts";

export interface SearchOptions {
  readonly on?: string;
  readonly kind?: RowKind;
  readonly format: "text" | "json";
}

const kindWords: Readonly<Record<RowKind, string>> = {
  agency: "cơ quan",
  document: "văn bản",
  abbreviation: "viết tắt",
  province: "tỉnh, thành phố",
};

function dayAsked(on: string | undefined): string | null {
  if (on === undefined) return null;
  const day = dateOf(on.trim());
  if (day === null) throw new HostError(`Sau “--on” phải là một ngày có trong lịch, ví dụ 05/3/2026; đã ghi “${on}”.`);
  return day;
}

// ── search ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function runSearch(host: Host, words: readonly string[], options: SearchOptions): ExitStatus {
  const on = dayAsked(options.on);
  const { registries } = readKnowledge(host)("-");
  const query = words.join(" ");
  const found = findRows(registries, query, { on, ...(options.kind ? { kind: options.kind } : {}) });
  if (options.format === "json") {
    const results = found.rows.map(({ kind, row }) => ({ kind, ...row }));
    host.out(`${JSON.stringify({ version, query, on, total: found.total, past: found.past, results }, null, 2)}\n`);
    return found.rows.length > 0 ? exitStatus.fine : exitStatus.findings;
  }
  for (const one of found.rows) host.out(`${printable(lineOf(one, registries, on))}\n`);
  const day = on === null ? "" : citedDate(on);
  const past = found.past > 0 ? `${found.past} mục khác không có vào ngày ${day}.` : "";
  if (found.rows.length === 0)
    host.error(`Không tìm thấy “${printable(query)}” trong danh mục.${past === "" ? "" : ` ${capitalized(past)}`}\n`);
  else {
    const more = found.total > found.rows.length ? `Còn ${found.total - found.rows.length} mục; hãy gõ thêm chữ.` : "";
    if (more + past !== "") host.error(`${[more, capitalized(past)].filter((one) => one !== "").join(" ")}\n`);
  }
  return found.rows.length > 0 ? exitStatus.fine : exitStatus.findings;
}

/** “[văn bản] Nghị định số 30/2020/NĐ-CP … (hiệu lực từ 05/3/2020)”. */
function lineOf(one: Row, registries: Registries, on: string | null): string {
  const state = stateOf(one, on);
  return `[${kindWords[one.kind]}] ${titleOf(one, registries)}${state === "" ? "" : ` (${state})`}`;
}

function titleOf(one: Row, registries: Registries): string {
  switch (one.kind) {
    case "agency":
      return one.row.short.length > 0 ? `${one.row.name}, viết tắt ${one.row.short.join(", ")}` : one.row.name;
    case "document":
      return citationOf(one.row, registries);
    case "abbreviation":
      return `${one.row.short}: ${one.row.full}`;
    case "province":
      return `${one.row.unit} ${one.row.name}`;
  }
}

/** A law with its number and date, which its citation leaves out. */
function citationOf(row: LegalDocument, registries: Registries): string {
  const words = fullCitation(row, registries);
  if (words.includes(row.number)) return words;
  return `${words}, số ${row.number}${row.issued === null ? "" : ` ngày ${citedDate(row.issued)}`}`;
}

function stateOf(one: Row, on: string | null): string {
  if (one.kind === "abbreviation") return one.row.ambiguous ? "có nhiều nghĩa" : "";
  if (one.kind === "document") {
    const { inForceFrom, inForceTo } = one.row;
    if (on !== null && isInForce(one.row, on) === true) return `còn hiệu lực ngày ${citedDate(on)}`;
    return span(inForceFrom, inForceTo, "hiệu lực");
  }
  return span(one.row.validFrom, one.row.validTo, "");
}

function span(from: string | null, to: string | null, what: string): string {
  const parts = [from === null ? "" : `từ ${citedDate(from)}`, to === null ? "" : `đến hết ${citedDate(to)}`];
  const words = parts.filter((part) => part !== "").join(" ");
  return words === "" || what === "" ? words : `${what} ${words}`;
}

// ── show ────────────────────────────────────────────────────────────────────────────────────────────────────────────

const confidenceWords: Readonly<Record<Confidence, string>> = {
  A: "A, hai nguồn độc lập khớp nhau",
  B: "B, có một nguồn",
  C: "C, chưa kiểm chứng nên không làm căn cứ cho cảnh báo",
};

const ownWords: Readonly<Record<Confidence, string>> = {
  A: "do cơ quan khai trong plan.yaml",
  B: "do cơ quan khai trong plan.yaml, có một nguồn",
  C: "do cơ quan khai trong plan.yaml, chưa xác nhận nên không làm căn cứ cho cảnh báo",
};

const isOwn = ({ kind, row }: Row, { own }: Registries): boolean =>
  own !== undefined &&
  (row.source === "plan.yaml" ||
    (kind === "agency" && own.units.has(row.id)) ||
    (kind === "document" && own.documents.has(row.id)));

const levelNames: Readonly<Record<Agency["level"], string>> = {
  central: "trung ương",
  province: "tỉnh",
  district: "huyện",
  commune: "xã",
  hamlet: "thôn, tổ dân phố",
  set: "nhóm cơ quan",
  other: "khác",
};

export function runShow(host: Host, words: readonly string[], options: { readonly on?: string }): ExitStatus {
  const on = dayAsked(options.on);
  const { registries } = readKnowledge(host)("-");
  const query = words.join(" ");
  const rows = rowsOf(registries, query, on);
  if (rows.length === 0) {
    const near = findRows(registries, query, { limit: 3 }).rows.map((one) => `  ${lineOf(one, registries, null)}\n`);
    host.error(`Danh mục không có “${printable(query)}”.${near.length > 0 ? " Gần nhất:" : ""}\n`);
    for (const line of near) host.error(printable(line.trimEnd()).concat("\n"));
    return exitStatus.findings;
  }
  for (const [index, one] of rows.entries()) host.out(`${index > 0 ? "\n" : ""}${card(one, registries, on)}`);
  return exitStatus.fine;
}

type Line = readonly [string, string];

function card(one: Row, registries: Registries, on: string | null): string {
  const lines: readonly Line[] = [
    ["Danh mục", kindWords[one.kind]],
    ...(one.kind === "agency"
      ? agencyLines(one.row, registries, on)
      : one.kind === "document"
        ? documentLines(one.row, registries, on)
        : one.kind === "abbreviation"
          ? ([
              ["Nghĩa", one.row.full],
              ["Nhiều nghĩa", one.row.ambiguous ? "có, nên không tự mở rộng" : ""],
            ] as const)
          : ([
              ["Tên khác", one.row.aliases.join("; ")],
              ["Tồn tại", lifeWords(one.row.validFrom, one.row.validTo)],
              ["Nhập vào", one.row.successor ?? ""],
              ["Căn cứ", one.row.act ?? ""],
              [
                "Ngày đã hỏi",
                on === null ? "" : isAlive(one.row, on) ? `${citedDate(on)}: có` : `${citedDate(on)}: không có`,
              ],
            ] as const)),
    ["Độ tin cậy", isOwn(one, registries) ? ownWords[one.row.confidence] : confidenceWords[one.row.confidence]],
    ["Nguồn", one.row.source],
  ];
  const shown = lines.filter(([, value]) => value !== "");
  const width = Math.max(...shown.map(([name]) => [...name].length));
  const title =
    one.kind === "document"
      ? headOf(one.row)
      : one.kind === "abbreviation"
        ? one.row.short
        : titleOf({ ...one, row: { ...one.row, short: [] } } as Row, registries);
  const body = shown.map(([name, value]) => {
    const first = `  ${name}:${" ".repeat(width - [...name].length + 1)}`;
    return value
      .split("\n")
      .map((line, index) => `${index === 0 ? first : " ".repeat(width + 4)}${printable(line)}\n`)
      .join("");
  });
  return `${printable(title)}\n${body.join("")}`;
}

const headOf = (row: LegalDocument): string => `${row.type} số ${row.number}`;

const lifeWords = (from: string | null, to: string | null): string =>
  span(from, to, "") || "không rõ ngày bắt đầu, chưa kết thúc";

function agencyLines(row: Agency, registries: Registries, on: string | null): readonly Line[] {
  const parent = row.parent === null ? null : agencyById(registries, row.parent);
  return [
    ["Mã", row.id],
    ["Viết tắt", row.short.join("; ")],
    ["Cách ghi khác", row.variants.join("; ")],
    ["Ký hiệu", row.symbol ?? ""],
    ["Cấp", levelNames[row.level]],
    ["Thuộc", parent?.name ?? ""],
    ["Hoạt động", lifeWords(row.validFrom, row.validTo)],
    ["Ngày đã hỏi", on === null ? "" : `${citedDate(on)}: ${isAlive(row, on) ? "đang hoạt động" : "không hoạt động"}`],
    [
      "Tiền thân",
      chain(
        row.id,
        (id) => agencyById(registries, id),
        (a) => a.predecessors,
        agencyWords,
      ),
    ],
    [
      "Tiếp nhận",
      chain(
        row.id,
        (id) => agencyById(registries, id),
        (a) => a.successors,
        agencyWords,
      ),
    ],
    ["Căn cứ", row.act ?? ""],
  ];
}

const agencyWords = (row: Agency): string => {
  const life = span(row.validFrom, row.validTo, "");
  return life === "" ? row.name : `${row.name} (${life})`;
};

function documentLines(row: LegalDocument, registries: Registries, on: string | null): readonly Line[] {
  const words = (one: LegalDocument): string => citationOf(one, registries);
  const state = on === null ? null : isInForce(row, on);
  const asked =
    on === null
      ? ""
      : `${citedDate(on)}: ${state === null ? "chưa rõ hiệu lực" : state ? "còn hiệu lực" : row.inForceTo !== null && on > row.inForceTo ? "hết hiệu lực" : "chưa có hiệu lực"}`;
  const backwards = (of: (one: LegalDocument) => readonly string[]): string =>
    registries.documents
      .filter((one) => of(one).includes(row.id))
      .map(words)
      .join("\n");
  return [
    ["Mã", row.id === row.number ? "" : row.id],
    ["Trích yếu", row.title === "" ? "" : nameOrTitle(row)],
    ["Ngày", row.issued === null ? "chưa rõ" : withConfidence(citedDate(row.issued), row.issuedConfidence, row)],
    ["Cơ quan ban hành", row.issuer],
    [
      "Hiệu lực",
      row.inForceFrom === null && row.inForceTo === null
        ? "chưa rõ"
        : withConfidence(span(row.inForceFrom, row.inForceTo, ""), row.inForceConfidence, row),
    ],
    ["Ngày đã hỏi", asked],
    [
      "Thay thế bởi",
      chain(
        row.id,
        (id) => documentById(registries, id),
        (one) => one.replacedBy,
        words,
      ),
    ],
    [
      "Sửa đổi bởi",
      row.amendedBy
        .map((id) => documentById(registries, id))
        .flatMap((one) => (one ? words(one) : []))
        .join("\n"),
    ],
    ["Thay thế", backwards((one) => one.replacedBy)],
    ["Sửa đổi", backwards((one) => one.amendedBy)],
    ["Cách viện dẫn", fullCitation(row, registries)],
  ];
}

const nameOrTitle = (row: LegalDocument): string => (isSameType(row.type, "Luật") ? nameOf(row) : row.title);

/** A field that is known less surely than the row says so. */
const withConfidence = (words: string, confidence: Confidence, row: LegalDocument): string =>
  confidence === row.confidence ? words : `${words} (${confidence === "C" ? "chưa kiểm chứng" : "một nguồn"})`;

/** What came before or after, and before or after that, one a line, indented by its distance. */
function chain<T extends { readonly id: string }>(
  id: string,
  find: (id: string) => T | null,
  next: (one: T) => readonly string[],
  words: (one: T) => string,
): string {
  const lines: string[] = [];
  const seen = new Set([id]);
  const follow = (from: string, depth: number): void => {
    const one = find(from);
    for (const other of one === null ? [] : next(one)) {
      const found = find(other);
      if (found === null || seen.has(other)) continue;
      seen.add(other);
      lines.push(`${"  ".repeat(depth)}${words(found)}`);
      follow(other, depth + 1);
    }
  };
  follow(id, 0);
  return lines.join("\n");
}

// ── verify ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export function runVerify(host: Host, named: readonly string[]): ExitStatus {
  const shipped = readRegistries(host);
  const files = named.length > 0 ? named : [host.nearest("-", overlayName) ?? ""];
  if (files[0] === "")
    throw new HostError("Không thấy plan.yaml ở thư mục này và các thư mục phía trên; hãy ghi tên tệp cần kiểm tra.");
  let status: ExitStatus = exitStatus.fine;
  for (const file of files) {
    try {
      const { findings, counts } = verified(host, file, shipped);
      printOverlayFindings(host, findings, "out");
      const all = findings.flatMap(({ diagnostics }) => diagnostics);
      host.out(`${printable(file)}: ${counts}; ${summary(all)}.\n`);
      if (reaches(all, "warning") && status === exitStatus.fine) status = exitStatus.findings;
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      host.error(`lỗi: ${failure.message}\n`);
      status = exitStatus.failed;
    }
  }
  return status;
}

interface Verified {
  readonly findings: readonly FileFindings[];
  readonly counts: string;
}

function verified(host: Host, file: string, shipped: Registries): Verified {
  const own = registryFile(host, file);
  if (own !== null) {
    const { value, diagnostics } = readRegistryFile(own, shipped);
    return { findings: [{ source: own, diagnostics }], counts: countsOf(value) };
  }
  const loaded = loadOverlay(host, file, shipped);
  // What rows with mistakes contradict is not known yet.
  const more = hasErrors(loaded.findings) ? [] : verifyOverlay(loaded.rows, loaded.registries);
  const sum = (of: (overlay: (typeof loaded.overlays)[number]) => number): number =>
    loaded.overlays.reduce((total, overlay) => total + of(overlay), 0);
  const unconfirmed = [...loaded.rows.units, ...loaded.rows.documents].filter(({ row }) => !row.isConfirmed).length;
  const counts = [
    `${sum(({ units }) => units.length)} đơn vị`,
    `${sum(({ documents }) => documents.length)} văn bản`,
    `${sum(({ abbreviations }) => abbreviations.length)} viết tắt`,
    ...loaded.added.map(countsOf),
    ...(unconfirmed > 0 ? [`${unconfirmed} mục chưa xác nhận`] : []),
  ].join(", ");
  return { findings: merged([...loaded.findings, ...more]), counts };
}

/** A file in the program's own form, decoded; null for a plan.yaml. */
function registryFile(host: Host, file: string): SourceFile | null {
  const { value } = decode(host.readWithin(path.dirname(file), path.basename(file), sizeLimit), file);
  return value !== null && registryKey(value) !== null ? value : null;
}

const countsOf = (value: Registries): string =>
  (
    [
      ["cơ quan", value.agencies.length],
      ["văn bản", value.documents.length],
      ["viết tắt", value.abbreviations.length],
      ["tỉnh, thành phố", value.provinces.length],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ") || "không có mục nào";

// ── harvest ─────────────────────────────────────────────────────────────────────────────────────────────────────────

const foreign = /\.(?:docx|docm|txt|md|markdown|htm|html)$/i;

export async function runHarvest(
  host: Host,
  named: readonly string[],
  options: { readonly output?: string },
): Promise<ExitStatus> {
  const { output } = options;
  if (output !== undefined && output !== "-" && host.exists(output))
    throw new HostError(`“${output}” đã có, không ghi đè; hãy chọn tên khác sau -o.`);
  const files = harvestFiles(host, named);
  const knowledge = readKnowledge(host);
  const seen = { documents: [] as SeenDocument[], units: [] as SeenName[], abbreviations: [] as SeenAbbreviation[] };
  let status: ExitStatus = exitStatus.fine;
  let read = 0;
  let registries: Registries | null = null;
  for (const file of files) {
    try {
      const known = knowledge(file).registries;
      registries ??= known;
      const plan = await planOf(host, file, known);
      if (plan === null) {
        host.error(`${printable(file)}: không đọc được nội dung kế hoạch.\n`);
        status = exitStatus.failed;
        continue;
      }
      read += 1;
      gather(seen, plan, known, placer(file, plan));
    } catch (failure) {
      if (!(failure instanceof HostError)) throw failure;
      host.error(`lỗi: ${failure.message}\n`);
      status = exitStatus.failed;
    }
  }
  if (registries === null) return status;
  const found = harvest(seen, registries);
  const draft = draftOf(found);
  if (draft === "") {
    host.error(`${read} tệp: không có gì mới so với danh mục.\n`);
    return status;
  }
  if (output === undefined || output === "-") host.out(draft);
  else host.writeAll([{ path: output, bytes: new TextEncoder().encode(draft) }]);
  const rows = [...found.units, ...found.documents, ...found.abbreviations];
  const looks = rows.filter((row) => row.looks.length > 0).length + found.contradicted.length;
  const written = output === undefined || output === "-" ? "" : `Đã ghi ${printable(output)}: `;
  host.error(
    `${written}${read} tệp, ${found.units.length} đơn vị, ${found.documents.length} văn bản, ` +
      `${found.abbreviations.length} viết tắt; ${looks > 0 ? `${looks} chỗ cần xem` : "không có chỗ cần xem"}.\n`,
  );
  return status;
}

/** Files to read, each once. In a folder a source stands for what was imported from or built beside it. */
function harvestFiles(host: Host, named: readonly string[]): readonly string[] {
  const files: string[] = [];
  for (const name of named) {
    if (name === "-" || !host.isDirectory(name)) {
      files.push(name);
      continue;
    }
    const inside = host.filesIn(name).filter((file) => !path.basename(file).startsWith("~$"));
    const sources = new Set(inside.filter((file) => /\.plan$/i.test(file)).map((file) => file.replace(/\.plan$/i, "")));
    for (const file of inside) {
      const isSource = /\.plan$/i.test(file);
      if (isSource || (foreign.test(file) && !sources.has(file.replace(foreign, ""))))
        files.push(path.join(name, file));
    }
  }
  if (files.length === 0) throw new HostError("Trong thư mục không có tệp .plan, .docx hay .txt nào.");
  const seen = new Set<string>();
  return files.filter((file) => {
    const key = file === "-" ? file : host.identity(file);
    return !seen.has(key) && seen.add(key) !== undefined;
  });
}

async function planOf(host: Host, file: string, registries: Registries): Promise<Plan | null> {
  if (foreign.test(file)) {
    const { importBytes } = await import("../import/import.ts");
    const styles = styleTitles(readForms(host));
    const name = `${file.replace(foreign, "")}.plan`;
    const { imported } = importBytes(host.read(file), { name: file, path: name, registries, styles });
    return imported?.analysis.plan ?? null;
  }
  const input = await readInput(host, file);
  return input.readable ? analyze(input.source, registries).plan : null;
}

/** Places as file:line; of a foreign file, whose lines are not those of the source made from it, by their division. */
function placer(file: string, plan: Plan): (span: Span) => string {
  if (!foreign.test(file)) return (at) => `${file}:${position(plan.source, at.start).line}`;
  return (at) => {
    const where = whereIs(plan, at);
    return where === "" ? file : `${file}, ${where}`;
  };
}

interface Gathered {
  readonly documents: SeenDocument[];
  readonly units: SeenName[];
  readonly abbreviations: SeenAbbreviation[];
}

function gather(seen: Gathered & Seen, plan: Plan, registries: Registries, place: (span: Span) => string): void {
  for (const document of plan.documents) {
    const own = ownDocument(document);
    if (own !== null) seen.documents.push({ ...own, place: place(document.number!.span) });
    for (const citation of document.citations) {
      if (citation.number === null || citation.resolved !== null) continue;
      const { type, number, date, issuer } = citation;
      const title = titleIn(document, citation);
      seen.documents.push({ type, number, date, issuer, title, place: place(citation.numberSpan ?? citation.span) });
    }
    for (const { text, id, span: at } of document.agencies)
      if (isUnit(text, id, registries)) seen.units.push({ name: plainName(text), place: place(at) });
    for (const { short, full, span: at } of document.abbreviations)
      seen.abbreviations.push({ short, full, place: place(at) });
  }
}

/** The plan itself, once it has a number and a date: others cite it. */
function ownDocument({
  number,
  date,
  issuers,
  title,
  typeName,
  attachedTo,
}: PlanDocument): Omit<SeenDocument, "place"> | null {
  if (attachedTo !== null || number === null || number.number === null || issuers.length === 0) return null;
  if (date === null || date.day === null || date.month === null || date.year === null) return null;
  const two = (n: number): string => String(n).padStart(2, "0");
  return {
    type: capitalized(typeName.trim().toLowerCase()),
    number: `${two(number.number)}${number.suffix ?? ""}${number.separator ?? "/"}${number.symbol}`,
    date: `${date.year}-${two(date.month)}-${two(date.day)}`,
    issuer: issuers[0]!.full,
    title: title.text.replace(/\s+/g, " ").trim() || null,
  };
}

/** What a legal basis says of the document it cites: its words behind date and issuer, where it cites no other. */
function titleIn(document: PlanDocument, citation: Citation): string | null {
  if (!citation.inBasis) return null;
  const basis = document.legalBases.find(
    ({ text }) => text.span.start <= citation.span.start && citation.span.end <= text.span.end,
  );
  const words = basis?.text.text ?? "";
  const at = words.indexOf(citation.text);
  if (at < 0) return null;
  const rest = words
    .slice(at + citation.text.length)
    .replace(/\s+/g, " ")
    .trim();
  const title = rest
    .replace(/[;.,]+$/u, "")
    .replace(/^(?:về việc|về)\s+/iu, "")
    .trim();
  if (title.length < 8 || title.length > 300 || /\d\/\p{Lu}|^[,;]|^(?:và|tại|theo)\s/u.test(title)) return null;
  return capitalized(title);
}

const namedKinds = new Set(namedHeads.map(([, kind]) => kind));
const notUnit =
  /^(?:các|những|mỗi|mọi|tất cả|toàn|một số|cán bộ|công chức|viên chức|đơn vị|cơ quan|địa phương|thủ trưởng|lãnh đạo|giám đốc|chủ tịch|trưởng|phó)(?!\p{L})/iu;

const plainName = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/[\s.,;:]+$/u, "")
    .trim();

/** A body with a name of its own that no registry has: one that a pattern matched, or an owner nobody knows. */
function isUnit(text: string, id: string | null, registries: Registries): boolean {
  const name = plainName(text);
  if (!/^\p{Lu}/u.test(name) || notUnit.test(name) || /[\d/;:()“”"]/u.test(name)) return false;
  if (name.split(" ").length > 14 || name === name.toUpperCase()) return false;
  if (id === null) return looksLikeAgency(name);
  return agencyById(registries, id) === null && namedKinds.has(id.split(":")[0]!);
}
