/**
 * The sorted parts of a file → the lines of a .plan source. What a person should look at stands above its line as
 * `# CẦN XEM: …`; such lines are comments and print nothing.
 */
import { namesOf } from "./bodies.ts";
import type { Ending } from "./ending.ts";
import { inferTitle } from "./infer.ts";
import type { AnnexParts, DocumentParts } from "./parts.ts";
import type { RawNote } from "./raw.ts";
import { inlineSource, oneLineSource, wordsSource } from "./source-text.ts";
import { tidy } from "./words.ts";
import { BodyWriter } from "./write-body.ts";
import {
  attachedLetters,
  generatedLetters,
  headWords,
  isPaper,
  writeAttachedLine,
  writeHeader,
  writeLaterHeader,
  writeOwnFields,
} from "./write-header.ts";
import { noSetting, plainly, textParagraph, type WriteContext, Writer, type Written } from "./writer.ts";

/** Writes all documents of a file. */
export function writeDocuments(documents: readonly DocumentParts[], context: WriteContext): Written {
  const writer = new Writer();
  const written = new Set<RawNote>();
  documents.forEach((document, index) => {
    writer.blank();
    writeDocument(writer, document, index, documents, context, written);
  });
  return {
    lines: writer.lines,
    looks: writer.looks,
    joins: writer.joins,
    tableOfLine: writer.tableOfLine,
    tableCount: writer.tables,
  };
}

function writeDocument(
  writer: Writer,
  document: DocumentParts,
  index: number,
  documents: readonly DocumentParts[],
  context: WriteContext,
  written: Set<RawNote>,
): void {
  for (const words of document.looks) writer.look(words);
  const [title = "", ...titleBelow] = inlineSource(plainly(document.title), noSetting).map((line) => line.trim());
  const inferred = title === "" ? inferTitle(document) : null;
  if (inferred) writer.look(`nguồn không có trích yếu; trích yếu dưới đây lấy ${inferred.from}`);
  else if (title === "") writer.look("nguồn không có trích yếu; ghi trích yếu sau dấu hai chấm");
  const named = title !== "" ? title : inferred ? wordsSource(inferred.value, noSetting) : "…";
  writer.line(`${document.type.spelling}: ${named}`, "DocumentKey");
  for (const line of titleBelow) writer.line(line, "ContinuationLine");
  const isAttached = index > 0 && documents[0]!.type.id === "decision";
  if (index === 0) writeHeader(writer, document, documents, context);
  else if (document.own) writeOwnFields(writer, document.own);
  else if (!isAttached) writeLaterHeader(writer, document, documents[0]!, context);
  writeAttachedLine(writer, document, documents, isAttached, context);
  const notes = new Set(context.file.notes.map((note) => note.number));
  const body = new BodyWriter(writer, { notes }, context, written);
  writer.blank();
  if (isAttached && !document.own)
    for (const part of headWords(document.head, document.names, documents, "văn bản kèm theo quyết định"))
      body.part(part);
  for (const part of document.body) body.part(part);
  strays(body, document.ending);
  body.footnotes(index === documents.length - 1 && document.annexes.length === 0);
  writeEnding(writer, document.ending);
  document.annexes.forEach((annex) => {
    writeAnnex(writer, annex, document, documents, context, notes, written);
  });
  if (index === documents.length - 1 && document.annexes.length > 0) body.footnotes(true);
}

/** Words that stood in an end and belong to none of its lists. */
function strays(body: BodyWriter, ending: Ending | null): void {
  for (const paragraph of ending?.rest ?? [])
    body.part({ kind: "text", paragraph, look: "đoạn này đứng ở phần nơi nhận, chữ ký trong nguồn" });
}

function writeEnding(writer: Writer, ending: Ending | null): void {
  if (ending === null) return;
  if (ending.recipients.length > 0) {
    writer.blank();
    writer.line("nơi nhận:", "RecipientsKey");
    for (const { runs } of ending.recipients) writer.line(`- ${oneLineSource(plainly(runs), noSetting)}`, "ItemBullet");
  }
  for (const lines of ending.signatures) {
    if (lines.length === 0) continue;
    writer.blank();
    writer.line("ký:", "SignatureKey");
    for (const text of lines) writer.line(wordsSource(text, noSetting), "SignatureLine");
  }
}

function writeAnnex(
  writer: Writer,
  annex: AnnexParts,
  document: DocumentParts,
  documents: readonly DocumentParts[],
  context: WriteContext,
  notes: ReadonlySet<string>,
  written: Set<RawNote>,
): void {
  writer.blank();
  for (const words of annex.looks) writer.look(words);
  const title = oneLineSource(plainly(annex.title), noSetting).trim();
  if (title === "") writer.look("nguồn không có tên phụ lục; ghi tên sau dấu hai chấm");
  writer.line(`phụ lục${annex.number === "" ? "" : ` ${annex.number}`}: ${title === "" ? "…" : title}`, "AnnexKey");
  if (annex.landscape === true || (annex.landscape === false && document.own))
    writer.line(`khổ giấy: ${annex.landscape ? "ngang" : "dọc"}`, "AnnexFieldKey");
  if (annex.letterhead) writer.line("quốc hiệu: có", "AnnexFieldKey");
  if (annex.attached !== "") {
    const host = documents[0] ?? document;
    const own = attachedLetters(annex.attached);
    const generated = [true, false].map((open) => generatedLetters(host, open, context));
    const paper = isPaper(document, documents, context);
    const isOwn = documents.length === 1 && own === (paper ? generated[1] : generated[0]);
    if (!isOwn) writer.line(`kèm theo: ${wordsSource(tidy(annex.attached), noSetting)}`, "AnnexFieldKey");
  }
  writer.blank();
  const body = new BodyWriter(writer, { notes }, context, written);
  if (annex.head) {
    const { names } = namesOf(annex.head.bodies);
    for (const part of headWords(annex.head, names, documents, "phụ lục")) body.part(part);
    for (const { text } of annex.head.rest)
      body.part({ kind: "text", paragraph: textParagraph(text), look: "dòng này đứng ở phần đầu phụ lục trong nguồn" });
  }
  for (const part of annex.body) body.part(part);
  strays(body, annex.ending);
  body.footnotes(false);
  writeEnding(writer, annex.ending);
}
