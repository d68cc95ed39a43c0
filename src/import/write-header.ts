/** The header of a document as fields, what its letterhead says besides, and the line “(Kèm theo …)”. */
import { inFull } from "../plan/issuer.ts";
import { parseOpenDate } from "../plan/number-date.ts";
import type { Registries } from "../registry/registry.ts";
import { type Corpus, properName } from "./bodies.ts";
import { lettersOf } from "./flat.ts";
import type { HeadFacts } from "./head.ts";
import { annexNames, fromAttachedLine, inferIssuer, inferYear, lacksUnit, withUnit } from "./infer.ts";
import type { OwnFields } from "./own.ts";
import type { BodyPart, DocumentParts } from "./parts.ts";
import { wordsSource } from "./source-text.ts";
import { tidy } from "./words.ts";
import { field, noSetting, textParagraph, type WriteContext, type Writer } from "./writer.ts";

/** Writes the fields of the first document. */
export function writeHeader(
  writer: Writer,
  document: DocumentParts,
  documents: readonly DocumentParts[],
  context: WriteContext,
): void {
  const { head } = document;
  const { corpus, registries, given } = context;
  const attached = documents.slice(1).map((other) => fromAttachedLine(other.attached));
  // Issuer.
  const issuers = document.joint ? document.names : document.names.slice(-1);
  const parents = document.joint
    ? []
    : (document.names.length > 0 ? document.names : annexNames(documents)).slice(0, -1);
  const inferred = issuers.length > 0 ? null : inferIssuer(documents, corpus, registries);
  if (issuers.length > 0) {
    for (const name of issuers) {
      const proper = shortOr(name, corpus, registries);
      const whole = lacksUnit(proper) ? withUnit(proper, document, corpus) : proper;
      if (whole !== proper) writer.look(`nguồn chỉ ghi “${tidy(name)}”; tên đơn vị dưới đây lấy theo lời văn`);
      field(writer, "cơ quan", whole);
    }
  } else {
    if (inferred) {
      writer.look(`nguồn không ghi tên cơ quan ở đầu văn bản; tên dưới đây lấy ${inferred.from}`);
      field(writer, "cơ quan", inferred.value);
    } else {
      writer.look("nguồn không cho biết cơ quan ban hành");
      field(writer, "cơ quan", "…");
    }
  }
  const parent = document.own
    ? ownParent(document.own, corpus, registries)
    : parents.map((name) => shortOr(name, corpus, registries)).join(" - ");
  if (parent !== "") field(writer, "cơ quan chủ quản", parent);
  else if (given.has("parent")) {
    if (!document.own) writer.look("nguồn không ghi cơ quan chủ quản; nếu có thì ghi thay chữ “không”");
    field(writer, "cơ quan chủ quản", "không");
  }
  // Number.
  const number = head.number ?? attached.find((one) => one.number !== null)?.number ?? null;
  if (number !== null) field(writer, "số", number);
  else writer.look("nguồn không có số, ký hiệu; thêm dòng “số: …” nếu ký hiệu in ra chưa đúng");
  // Place.
  if (head.place !== null) field(writer, "địa danh", head.place);
  else if (given.has("place")) {
    if (!document.own) writer.look("nguồn không ghi địa danh");
    field(writer, "địa danh", given.get("place")!);
  }
  // Date.
  const date = head.date ?? attached.find((one) => one.date !== null)?.date ?? null;
  const year = date !== null && /…$/.test(date) ? inferYear(document, corpus) : null;
  if (date !== null && year === null) field(writer, "ngày", date);
  else {
    const likely = year ?? inferYear(document, corpus);
    if (likely) {
      writer.look(
        `nguồn không ghi ${date === null ? "ngày ban hành" : "năm ban hành"}; năm dưới đây lấy ${likely.from}`,
      );
      field(writer, "ngày", date === null ? `…/…/${likely.value}` : date.replace(/…$/, likely.value));
    } else {
      writer.look("nguồn không cho biết năm ban hành");
      field(writer, "ngày", date ?? "…/…/…");
    }
  }
  if (head.urgency !== null) field(writer, "độ khẩn", head.urgency.toLowerCase());
  if (head.circulation !== null) field(writer, "phạm vi lưu hành", head.circulation);
  if (head.signing.length > 0) {
    if (!document.own) writer.look("thông tin ký số của bản cũ; bỏ khi soạn văn bản mới");
    field(writer, "thông tin ký số", head.signing.join(" "));
  }
  if (document.authority !== "") {
    const own = issuers[0] ?? inferred?.value ?? "";
    const isOwn =
      lettersOf(inFull(properName(own, corpus, registries))).letters === lettersOf(document.authority).letters;
    if (!isOwn) field(writer, "thẩm quyền", document.authority);
  }
  if (head.secrecy !== null)
    writer.look(`nguồn có dấu “${head.secrecy}”; văn bản mật không soạn bằng chương trình này`);
  if (head.party)
    writer.look("văn bản của Đảng (nguồn in “ĐẢNG CỘNG SẢN VIỆT NAM”); thể thức của chương trình in Quốc hiệu");
  if (head.draft) writer.look("nguồn ghi “DỰ THẢO”");
  for (const name of document.ending?.signed ?? [])
    writer.look(`nguồn có chữ “${name}” ở khối ký; không chép vào bản mới`);
  if (document.own) {
    writeOwnFields(writer, document.own);
    return;
  }
  if (isPaper(document, documents, context)) field(writer, "bản", "giấy");
}

/** Fields of a further document of the file, which has what it does not say from the first one. */
export function writeLaterHeader(
  writer: Writer,
  document: DocumentParts,
  first: DocumentParts,
  context: WriteContext,
): void {
  const { head, names } = document;
  const { corpus, registries } = context;
  const isSame = lettersOf(names.join(" ")).letters === lettersOf(first.names.join(" ")).letters;
  if (names.length > 0 && !isSame) {
    for (const name of document.joint ? names : names.slice(-1))
      field(writer, "cơ quan", shortOr(name, corpus, registries));
    const parent = document.joint ? [] : names.slice(0, -1).map((name) => shortOr(name, corpus, registries));
    if (parent.length > 0) field(writer, "cơ quan chủ quản", parent.join(" - "));
  }
  if (head.number !== null) field(writer, "số", head.number);
  if (head.place !== null && head.place !== first.head.place) field(writer, "địa danh", head.place);
  if (head.date !== null && !/…$/.test(head.date)) field(writer, "ngày", head.date);
  if (document.authority !== "") field(writer, "thẩm quyền", document.authority);
}

/** What the letterhead of a plan that a decision promulgates, or of an annex, says of its own: as text, for the form prints
 * none of it. */
export function headWords(
  head: HeadFacts,
  names: readonly string[],
  documents: readonly DocumentParts[],
  what: string,
): BodyPart[] {
  const first = documents[0]!;
  const known = first.names.length > 0 ? first.names : annexNames(documents);
  const said = [
    ...(lettersOf(known.join(" ")).letters.includes(lettersOf(names.join(" ")).letters) ? [] : names),
    ...(head.number === null || head.number === first.head.number ? [] : [`Số: ${head.number}`]),
    ...(head.date === null || head.date === first.head.date
      ? []
      : [[head.place, `ngày ${head.date}`].filter(Boolean).join(", ")]),
    ...[head.urgency, head.circulation].filter((words) => words !== null),
    ...head.signing,
  ];
  return said.map((text, i) => ({
    kind: "text",
    paragraph: textParagraph(text),
    ...(i === 0 ? { look: `${what} không có phần đầu riêng; nguồn ghi các dòng dưới đây` } : {}),
  }));
}

/** The superior as it was typed, where it is still the printed one; "" for none. */
function ownParent(own: OwnFields, corpus: Corpus, registries: Registries): string {
  if (own.parent === null) return "";
  const typed = own.facts?.fields.get("cơ quan chủ quản")?.[0];
  if (typed !== undefined && lettersOf(inFull(typed)).letters === lettersOf(inFull(own.parent)).letters) return typed;
  return shortOr(own.parent, corpus, registries);
}

/** Fields that were typed and are not printed, or not in the letterhead. */
export function writeOwnFields(writer: Writer, own: OwnFields): void {
  for (const key of ["năm", "giai đoạn", "thể thức", "bản"]) {
    const value = own.facts?.fields.get(key)?.[0];
    if (value !== undefined) field(writer, key, value);
  }
  if (own.address.length === 1) field(writer, "địa chỉ", own.address[0]!);
  else if (own.address.length > 1) {
    writer.line("địa chỉ:", "HeaderKey");
    for (const line of own.address) writer.line(`- ${wordsSource(line, noSetting)}`, "ItemBullet");
  }
  if (own.drafter !== null) field(writer, "người soạn", own.drafter);
  const abbreviations = own.facts?.fields.get("viết tắt") ?? [];
  if (abbreviations.length === 0) return;
  writer.line("viết tắt:", "HeaderKey");
  for (const one of abbreviations) writer.line(`- ${wordsSource(one, noSetting)}`, "ItemBullet");
}

/** A name as it stands in running text; “UBND” is not written out. */
export function shortOr(name: string, corpus: Corpus, registries: Registries): string {
  const proper = properName(name, corpus, registries);
  if (/^UBND\s/u.test(tidy(name)) && /^Ủy ban nhân dân\s/u.test(proper))
    return proper.replace(/^Ủy ban nhân dân/u, "UBND");
  return proper;
}

/** Letters of the line that the form writes by itself, with the number and day of the document or with blanks. */
export function generatedLetters(host: DocumentParts, open: boolean, context: WriteContext): string {
  const date = parseOpenDate(host.head.date ?? "");
  const parts = date.kind === "date" ? date : { day: null, month: null, year: null };
  const number = host.head.number ?? "";
  const symbol = number.replace(/^[^/-]*/, "");
  const digits = /^\d+/.exec(number)?.[0] ?? "";
  const issuer =
    host.names.length > 0 ? inFull(properName(host.names.at(-1)!, context.corpus, context.registries)) : "";
  const two = (value: number | null, pad: boolean): string =>
    value === null || open ? "" : pad ? String(value).padStart(2, "0") : String(value);
  const words = `kèm theo ${host.type.spelling} số ${open ? "" : digits}${symbol} ngày ${two(parts.day, true)} tháng ${two(parts.month, (parts.month ?? 9) < 3)} năm ${parts.year ?? ""} của ${issuer}`;
  return lettersOf(words).letters;
}

export const attachedLetters = (line: string): string => lettersOf(line).letters;

/** The annexes' lines name the number and day: a copy for paper. */
export function isPaper(document: DocumentParts, documents: readonly DocumentParts[], context: WriteContext): boolean {
  const facts = document.own?.facts;
  if (facts) return facts.fields.has("bản");
  const host = documents[0] ?? document;
  if (/^…|^\/|…\//.test(host.head.number ?? "…")) return false;
  return document.annexes.some(
    (annex) =>
      annex.attached !== "" &&
      attachedLetters(annex.attached) === generatedLetters(host, false, context) &&
      generatedLetters(host, false, context) !== generatedLetters(host, true, context),
  );
}

export function writeAttachedLine(
  writer: Writer,
  document: DocumentParts,
  documents: readonly DocumentParts[],
  isAttached: boolean,
  context: WriteContext,
): void {
  if (document.attached === "") return;
  const host = documents[0]!;
  const own = attachedLetters(document.attached);
  if (isAttached && host !== document && own === generatedLetters(host, false, context)) return;
  writer.line(`kèm theo: ${wordsSource(tidy(document.attached), noSetting)}`, "HeaderKey");
}
