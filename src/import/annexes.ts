/** What stands behind the text of a document: the end of its signature, annexes with or without a name, the next document. */
import { type Block, isLoud, linesOf, textOf } from "./blocks.ts";
import { startsBody } from "./bodies.ts";
import { type Ending, mergedEndings, readEnding, startsEnding } from "./ending.ts";
import { type HeadLine, hasNation, readHead } from "./head.ts";
import { annexLine, attachable, isAgencyLine, isAttached, isHeadLine, typeLine } from "./line-kinds.ts";
import { markLength } from "./marks.ts";
import { withPartTitles } from "./part-titles.ts";
import type { AnnexParts, BodyPart } from "./parts.ts";
import type { MendedParagraph } from "./pieces.ts";
import type { RawRun } from "./raw.ts";
import { hasEnd, isCapitals, joinedRuns, plainRun, splitLines, startsLower } from "./words.ts";

/** Whether the next words begin an annex or another document. */
export function nextStart(blocks: readonly Block[], from: number): "annex" | "document" | null {
  for (let at = from; at < Math.min(blocks.length, from + 8); at += 1) {
    const block = blocks[at]!;
    if (block.kind === "page") continue;
    if (block.kind !== "paragraph") return null;
    const text = textOf(block);
    if (text === "") continue;
    if (annexLine(block)) return "annex";
    const type = typeLine(text, isLoud(block));
    if (type) return "document";
    if (!isHeadLine(text) && !isCapitals(text)) return null;
  }
  return null;
}

/** A document that a decision puts into force begins here: its type's line, or a letterhead above it. */
export function startsDocument(blocks: readonly Block[], at: number): boolean {
  const block = blocks[at] as MendedParagraph;
  const text = textOf(block);
  const type = typeLine(text, isLoud(block));
  if (type && attachable.has(type.id) && (type.rest === "" || isCapitals(text) || isLoud(block))) return true;
  return (hasNation(text) || (isCapitals(text) && startsBody(text))) && nextStart(blocks, at + 1) === "document";
}

/** Lines of an ending: to the next annex, document or table. */
export function endOfEnding(blocks: readonly Block[], from: number): number {
  let at = from + 1;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind === "page") continue;
    if (block.kind !== "paragraph") break;
    const text = textOf(block);
    if (text === "") continue;
    if (annexLine(block)) break;
    if (startsDocument(blocks, at)) break;
    if (hasNation(text)) {
      // The lines of the agency above Quốc hiệu belong to the next head.
      while (at > from + 1 && isAgencyLine(blocks[at - 1]!)) at -= 1;
      break;
    }
    if (at - from > 120) break;
  }
  return at;
}

export interface ReadAfter {
  readonly annexes: AnnexParts[];
  readonly parts: BodyPart[];
  readonly next: number;
}

/** What stands below a signature: the head of an annex, an annex that bears no name, or words that belong nowhere. */
export function readAfter(
  blocks: readonly Block[],
  from: number,
  loose: readonly MendedParagraph[],
  landscape: boolean | null,
  typeId: string,
): ReadAfter {
  const lines: MendedParagraph[] = [...loose];
  let at = from;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind === "page") continue;
    if (block.kind === "side") break;
    if (block.kind === "table") break;
    const text = textOf(block);
    if (text === "") continue;
    if (annexLine(block)) {
      const head = readHead(lines.flatMap(linesOf));
      const isHead = head.certain || lines.every((line) => isAgencyLine(line));
      const read = readAnnex(blocks, at, isHead ? lines.flatMap(linesOf) : [], landscape, typeId);
      return { annexes: [read.annex], parts: isHead ? [] : strayParts(lines), next: read.next };
    }
    if (startsDocument(blocks, at)) break;
    if (lines.length > 0 && (markLength(text) > 0 || text.length > 200)) break;
    lines.push(block);
    if (lines.length > 12) {
      at += 1;
      break;
    }
  }
  // A title in capitals with a table or text below it is an annex although nothing calls it so.
  const titled = lines.findIndex((line) => isCapitals(textOf(line)) || isAttached(textOf(line)) || isLoud(line));
  const block = blocks[at];
  const more =
    block !== undefined && (block.kind === "table" || (block.kind === "paragraph" && !startsDocument(blocks, at)));
  if (more && titled >= 0 && lines.slice(titled).every((line) => !hasEnd(textOf(line)) || isAttached(textOf(line)))) {
    const read = readUnnamedAnnex(blocks, at, landscape, lines.slice(titled));
    return { annexes: [read.annex], parts: strayParts(lines.slice(0, titled)), next: read.next };
  }
  if (block?.kind === "table" && lines.length === 0) {
    const read = readUnnamedAnnex(blocks, at, landscape);
    return { annexes: [read.annex], parts: [], next: read.next };
  }
  return { annexes: [], parts: strayParts(lines), next: at };
}

const strayParts = (lines: readonly MendedParagraph[]): BodyPart[] =>
  lines.map((paragraph) => ({ kind: "text", paragraph, look: "đoạn này đứng sau khối ký trong nguồn" }));

export interface ReadAnnex {
  readonly annex: AnnexParts;
  readonly next: number;
}

/** An annex from its own line on, with the lines of a letterhead that stood above it, or that stand between. */
export function readAnnex(
  blocks: readonly Block[],
  at: number,
  above: readonly HeadLine[],
  landscape: boolean | null,
  typeId: string,
): ReadAnnex {
  let start = at;
  const headLines = [...above];
  while (start < blocks.length) {
    const block = blocks[start]!;
    if (block.kind === "paragraph" && annexLine(block)) break;
    headLines.push(...linesOf(block));
    start += 1;
  }
  const own = blocks[start] as MendedParagraph;
  const line = annexLine(own)!;
  const titles: RawRun[][] = [];
  let attached = "";
  if (line.rest !== "") {
    const open = /[([]\s*(?:ban hành\s+)?kèm theo/iu.exec(line.rest);
    const name = open ? line.rest.slice(0, open.index).trim() : line.rest;
    if (open) attached = line.rest.slice(open.index);
    if (name !== "") titles.push([plainRun(name)]);
  }
  const found = annexTitle(blocks, start + 1, titles, attached);
  const read = readAnnexBody(blocks, found.next, typeId);
  return {
    annex: {
      number: line.number,
      title: titleRuns(found.titles),
      attached: found.attached,
      letterhead: headLines.length > 0,
      head: headLines.length > 0 ? readHead(headLines) : null,
      landscape: landscape ?? pageOf(blocks, start),
      body: read.body,
      ending: read.ending,
      looks: [],
    },
    next: read.next,
  };
}

/** Orientation said by the page that begins at or just before a block. */
function pageOf(blocks: readonly Block[], at: number): boolean | null {
  for (let i = at; i >= 0 && i > at - 4; i -= 1) {
    const block = blocks[i]!;
    if (block.kind === "page") return block.landscape;
  }
  return null;
}

const titleRuns = (lines: readonly (readonly RawRun[])[]): RawRun[] =>
  joinedRuns(lines.flatMap((line, i) => (i === 0 ? [...line] : [plainRun(" "), ...line]))).map((run) => ({
    ...run,
    bold: false,
    italic: false,
  }));

function annexTitle(
  blocks: readonly Block[],
  from: number,
  given: readonly (readonly RawRun[])[],
  attachedGiven: string,
): { titles: (readonly RawRun[])[]; attached: string; next: number } {
  const titles = [...given];
  let attached = attachedGiven;
  let at = from;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind !== "paragraph") {
      if (block.kind === "page") continue;
      break;
    }
    const text = textOf(block);
    if (text === "") continue;
    const openAttached = attached !== "" && !/[)\]]\s*\.?$/.test(attached);
    if (isAttached(text) || (openAttached && text.length < 250)) {
      attached = attached === "" ? text : `${attached} ${text}`;
      continue;
    }
    if (attached !== "" || (block.label === "" && markLength(text) > 0) || annexLine(block)) break;
    const fits = isLoud(block) && text.length < 300 && (!hasEnd(text) || isCapitals(text));
    const isName =
      fits ||
      (titles.length === 0 && text.length < 200 && !hasEnd(text)) ||
      (titles.length > 0 && startsLower(text) && !hasEnd(text) && text.length < 160);
    if (!isName || titles.length >= 6) break;
    titles.push(...splitLines(block.runs).filter((line) => line.length > 0));
  }
  return { titles, attached, next: at };
}

function readAnnexBody(
  blocks: readonly Block[],
  from: number,
  typeId: string,
): { body: BodyPart[]; ending: Ending | null; next: number } {
  const body: BodyPart[] = [];
  let ending: Ending | null = null;
  let at = from;
  for (; at < blocks.length; at += 1) {
    const block = blocks[at]!;
    if (block.kind === "page") continue;
    if (block.kind === "side") {
      if (block.role !== "ending") break;
      ending = mergedEndings(ending, readEnding(block.columns));
      continue;
    }
    if (block.kind === "table") {
      body.push({ kind: "table", table: block });
      continue;
    }
    const text = textOf(block);
    if (text === "") continue;
    if (annexLine(block) && (isLoud(block) || text.length < 30)) break;
    if (typeId === "decision" && startsDocument(blocks, at)) break;
    if (hasNation(text)) {
      while (at > from && isAgencyLine(blocks[at - 1]!)) {
        at -= 1;
        const last = body.at(-1);
        if (last?.kind === "text" && last.paragraph === blocks[at]) body.pop();
      }
      break;
    }
    if (startsEnding(text)) {
      const end = endOfEnding(blocks, at);
      const paragraphs = blocks.slice(at, end).filter((one): one is MendedParagraph => one.kind === "paragraph");
      const read = readEnding([paragraphs]);
      ending = mergedEndings(ending, { ...read, rest: [] });
      for (const paragraph of read.rest)
        body.push({ kind: "text", paragraph, look: "đoạn này đứng sau khối ký trong nguồn" });
      at = end - 1;
      continue;
    }
    body.push({ kind: "text", paragraph: block });
  }
  return { body: withPartTitles(body), ending, next: at };
}

/** What stands below the signature without a name of its own. */
export function readUnnamedAnnex(
  blocks: readonly Block[],
  at: number,
  landscape: boolean | null,
  lines: readonly MendedParagraph[] = [],
): ReadAnnex {
  const titles: (readonly RawRun[])[] = [];
  let attached = "";
  for (const line of lines) {
    const text = textOf(line);
    if (isAttached(text) || (attached !== "" && !/[)\]]$/.test(attached)))
      attached = attached === "" ? text : `${attached} ${text}`;
    else titles.push(...splitLines(line.runs));
  }
  const read = readAnnexBody(blocks, at, "plan");
  return {
    annex: {
      number: "",
      title: titleRuns(titles),
      attached,
      letterhead: false,
      head: null,
      landscape: landscape ?? pageOf(blocks, at),
      body: read.body,
      ending: read.ending,
      looks: ["nguồn không ghi “Phụ lục”; phần này đứng sau khối ký nên được hiểu là phụ lục"],
    },
    next: read.next,
  };
}
