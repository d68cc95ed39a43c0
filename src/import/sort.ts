/**
 * Where the parts of a file are: its documents, the head and title of each, the body, recipients and signatures, annexes.
 * Blocks are put in their places; no word is changed and none is dropped but those that the form prints by itself (Quốc
 * hiệu, Tiêu ngữ, rules). What fits nowhere stays in the text, with a note.
 */
import { endOfEnding, nextStart, readAfter, readAnnex, readUnnamedAnnex, startsDocument } from "./annexes.ts";
import { type Block, isLoud, linesOf, sideOf, textOf } from "./blocks.ts";
import { namesOf } from "./bodies.ts";
import { type Ending, isPerson, isPosition, mergedEndings, readEnding, startsEnding } from "./ending.ts";
import { type HeadFacts, readHead, readNumber } from "./head.ts";
import {
  annexLine,
  attachable,
  enactingLine,
  isDivision,
  isHeadLine,
  roman,
  strictBasis,
  type TypeLine,
  typeLine,
} from "./line-kinds.ts";
import { markLength } from "./marks.ts";
import type { MendedBlock } from "./mend.ts";
import { withPartTitles } from "./part-titles.ts";
import type { AnnexParts, BodyPart, DocumentParts } from "./parts.ts";
import type { MendedParagraph } from "./pieces.ts";
import { readTitle, untitled } from "./title.ts";
import { bareParagraph, isCapitals, plain, plainRun } from "./words.ts";

/** Lines of a file before its title; a longer head is none. */
const longestHead = 90;

/** Sorts the blocks of a file into documents. At least one, whatever the blocks are. */
export function sortBlocks(mended: readonly MendedBlock[]): DocumentParts[] {
  const blocks = mended.map(sideOf);
  const documents: DocumentParts[] = [];
  let at = 0;
  while (at < blocks.length || documents.length === 0) {
    const read = readDocument(blocks, at, documents[0] ?? null);
    documents.push(read.document);
    if (read.next <= at) break;
    at = read.next;
  }
  return documents;
}

interface ReadDocument {
  readonly document: DocumentParts;
  readonly next: number;
}

function readDocument(blocks: readonly Block[], from: number, first: DocumentParts | null): ReadDocument {
  const typeAt = findType(blocks, from, first);
  const looks: string[] = [];
  const headBlocks = typeAt === null ? headWithoutType(blocks, from) : blocks.slice(from, typeAt.at);
  const title =
    typeAt === null ? untitled(blocks, from + headBlocks.length) : readTitle(blocks, typeAt.at, typeAt.type);
  let facts = readHead(headBlocks.flatMap(linesOf));
  if (title.head.length > 0) facts = mergedHeads(facts, readHead(title.head, typeAt !== null));
  // Without any sign of a letterhead the lines above a title are text.
  const { names, joint } = namesOf(facts.bodies);
  const stray = facts.rest.filter((line) => line.text !== "");
  const body: BodyPart[] = [];
  stray.forEach((line, i) => {
    const words = stray.length === 1 ? "dòng này" : `${stray.length} dòng dưới đây`;
    body.push({
      kind: "text",
      paragraph: bareParagraph([plainRun(line.text)], { from: line.line, to: line.line }),
      ...(i === 0 ? { look: `${words} đứng ở phần đầu của nguồn, máy không hiểu là gì` } : {}),
    });
  });
  for (const block of headBlocks)
    if (block.kind === "table")
      body.push({ kind: "table", table: block, look: "bảng này đứng trước tên loại văn bản trong nguồn" });
  if (typeAt === null && first === null)
    looks.push("nguồn không có dòng tên loại (KẾ HOẠCH…); kiểm tra tên loại và trích yếu");
  const rest = readBody(blocks, title.next, title.type.id);
  if (facts.date === null) facts = withLateDate(facts, rest);
  const document: DocumentParts = {
    type: { id: title.type.id, spelling: title.type.spelling },
    title: title.runs,
    head: facts,
    names,
    joint,
    authority: title.authority,
    attached: title.attached,
    body: [...body, ...withPartTitles(rest.body)],
    ending: rest.ending,
    annexes: rest.annexes,
    looks,
  };
  return { document, next: rest.next };
}

/** Place and date as the last line of the text, above the signature. The line is taken out of the body. */
function withLateDate(facts: HeadFacts, rest: ReadBody): HeadFacts {
  const last = rest.body.at(-1);
  if (last?.kind !== "text" || rest.ending === null) return facts;
  const found = readHead([{ text: plain(last.paragraph.runs), line: last.paragraph.place.from }], true);
  if (found.date === null || found.rest.length > 0) return facts;
  rest.body.pop();
  return { ...facts, date: found.date, place: facts.place ?? found.place };
}

/** The line that names the type, with only a head above it. */
function findType(
  blocks: readonly Block[],
  from: number,
  first: DocumentParts | null,
): { at: number; type: TypeLine } | null {
  let seen = 0;
  let weak: { at: number; type: TypeLine } | null = null;
  for (let at = from; at < blocks.length && seen < longestHead; at += 1) {
    const block = blocks[at]!;
    if (block.kind === "page") continue;
    if (block.kind !== "paragraph") {
      if (block.kind === "table" && block.rows.length > 3) break;
      continue;
    }
    seen += 1;
    const text = textOf(block);
    if (text === "") continue;
    const type = typeLine(text, isLoud(block));
    if (type && (first === null || attachable.has(type.id))) {
      // A report or a notice that is only named in passing does not hide the plan below it.
      if (type.rest === "" || isCapitals(text) || isLoud(block)) return { at, type };
      weak ??= { at, type };
    }
    if (roman.test(text) && markLength(text) > 0) break;
    if (seen > 4 && strictBasis.test(text) && text.length > 60) break;
  }
  return weak;
}

/** Above a document without a type's line: what surely is a letterhead. */
function headWithoutType(blocks: readonly Block[], from: number): Block[] {
  let end = from;
  for (let at = from; at < blocks.length && at < from + 30; at += 1) {
    const block = blocks[at]!;
    if (block.kind === "page") continue;
    if (block.kind === "side") {
      if (block.role === "head") end = at + 1;
      else break;
      continue;
    }
    if (block.kind === "table") break;
    const text = textOf(block);
    if (isHeadLine(text) || (isCapitals(text) && text.length < 120 && readNumber(text) !== null)) end = at + 1;
    else if (isDivision(text) || text.length > 150) break;
  }
  return blocks.slice(from, end) as Block[];
}

function mergedHeads(a: HeadFacts, b: HeadFacts): HeadFacts {
  return {
    bodies: a.bodies.length > 0 ? a.bodies : b.bodies,
    number: a.number ?? b.number,
    place: a.place ?? b.place,
    date: a.date ?? b.date,
    urgency: a.urgency ?? b.urgency,
    circulation: a.circulation ?? b.circulation,
    secrecy: a.secrecy ?? b.secrecy,
    draft: a.draft || b.draft,
    party: a.party || b.party,
    certain: a.certain || b.certain,
    signing: [...a.signing, ...b.signing],
    rest: [...a.rest, ...b.rest],
  };
}

interface ReadBody {
  readonly body: BodyPart[];
  readonly ending: Ending | null;
  readonly annexes: AnnexParts[];
  readonly next: number;
}

/** The body of a document to its end: the next document of the file, or the last block. */
function readBody(blocks: readonly Block[], from: number, typeId: string): ReadBody {
  const body: BodyPart[] = [];
  const annexes: AnnexParts[] = [];
  let ending: Ending | null = null;
  let at = from;
  let ended = false;
  let landscape: boolean | null = null;
  while (at < blocks.length) {
    const block = blocks[at]!;
    if (block.kind === "page") {
      landscape = block.landscape;
      at += 1;
      continue;
    }
    if (block.kind === "side") {
      if (block.role === "ending") {
        ending = mergedEndings(ending, readEnding(block.columns));
        ended = true;
        at += 1;
        continue;
      }
      // A letterhead within a file stands above an annex or another document.
      const annexAt = nextStart(blocks, at + 1);
      if (annexAt === "document" && (ended || isClosed(body))) return { body, ending, annexes, next: at };
      if (annexAt === "annex") {
        at += 1;
        const read = readAnnex(blocks, skipPages(blocks, at), linesOf(block), landscape, typeId);
        annexes.push(read.annex);
        at = read.next;
        continue;
      }
      for (const column of block.columns)
        for (const paragraph of column)
          if (textOf(paragraph) !== "")
            body.push({ kind: "text", paragraph, look: "phần này trông như phần đầu văn bản nhưng đứng giữa bài" });
      at += 1;
      continue;
    }
    if (block.kind === "table") {
      if (ended && annexes.length === 0) {
        const read = readUnnamedAnnex(blocks, at, landscape);
        annexes.push(read.annex);
        at = read.next;
      } else {
        body.push({ kind: "table", table: block });
        at += 1;
      }
      continue;
    }
    const text = textOf(block);
    if (text === "") {
      at += 1;
      continue;
    }
    if ((ended || isClosed(body)) && startsDocument(blocks, at)) return { body, ending, annexes, next: at };
    if (body.length > 0 || ended) {
      const annex = annexLine(block);
      if (annex && (ended || isClosed(body) || isLoud(block) || /^PHỤ LỤC/u.test(text))) {
        const read = readAnnex(blocks, at, [], landscape, typeId);
        annexes.push(read.annex);
        at = read.next;
        continue;
      }
    }
    const isEnd = startsEnding(text) || (!ended && isLateSignature(blocks, at));
    if (isEnd && (body.length > 0 || from > 0)) {
      const end = endOfEnding(blocks, at);
      const paragraphs = blocks.slice(at, end).filter((one): one is MendedParagraph => one.kind === "paragraph");
      const read = readEnding([paragraphs]);
      ending = mergedEndings(ending, { ...read, rest: [] });
      ended = true;
      at = end;
      // What stands below the signature goes on from its first line.
      if (read.rest.length > 0) {
        const after = readAfter(blocks, at, read.rest, landscape, typeId);
        annexes.push(...after.annexes);
        body.push(...after.parts);
        at = after.next;
      }
      continue;
    }
    if (ended) {
      const after = readAfter(blocks, at, [], landscape, typeId);
      annexes.push(...after.annexes);
      body.push(...after.parts);
      if (after.next === at) at += 1;
      else at = after.next;
      continue;
    }
    if (
      (typeId === "decision" || typeId === "resolution" || typeId === "directive") &&
      enactingLine.test(text) &&
      !body.some((part) => part.kind === "enacting")
    )
      body.push({ kind: "enacting", paragraph: block });
    else body.push({ kind: "text", paragraph: block });
    at += 1;
  }
  return { body, ending, annexes, next: at };
}

/** So many lines may stand between a position and the name below it, and below that name. */
const linesToName = 2;
const linesBelowName = 2;

/** A position with a name below it at the very end: a signature without “Nơi nhận” and without an authority. */
function isLateSignature(blocks: readonly Block[], at: number): boolean {
  if (!isPosition(textOf(blocks[at] as MendedParagraph))) return false;
  const below: string[] = [];
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== "paragraph") break;
    const text = textOf(block);
    if (text === "") continue;
    if (annexLine(block)) break;
    below.push(text);
    if (below.length > linesToName + linesBelowName + 1) return false;
  }
  const name = below.findIndex(isPerson);
  return name >= 0 && name <= linesToName && below.length - name - 1 <= linesBelowName;
}

const skipPages = (blocks: readonly Block[], at: number): number => {
  let next = at;
  while (blocks[next]?.kind === "page") next += 1;
  return next;
};

/** The text has ended: its last paragraph closes with “./.”. */
function isClosed(body: readonly BodyPart[]): boolean {
  const last = body.at(-1);
  return last !== undefined && last.kind !== "table" && /\.\/\.?\s*["”)]*$/.test(textOf(last.paragraph));
}
