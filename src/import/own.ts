/**
 * Documents that this program made, perhaps saved again by another one: the styles of their paragraphs say what each is,
 * so nothing has to be guessed. Paragraphs of other styles, which a person added, are text.
 */

import { keywords } from "../../grammar/keywords.ts";
import { annexPaper, attachedLines, type DocumentFacts, type Facts, typedCase } from "../document/facts.ts";
import type { StyleName } from "../document/style.ts";
import { inFull } from "../plan/issuer.ts";
import { namesOf } from "./bodies.ts";
import type { Ending } from "./ending.ts";
import { flat, lettersOf } from "./flat.ts";
import { type HeadFacts, noHead, readDate, readNumber } from "./head.ts";
import type { AnnexParts, BodyPart, DocumentParts } from "./parts.ts";
import type { RawFile, RawParagraph, RawRun, RawTable } from "./raw.ts";
import { bareParagraph, joinedRuns, plain, plainRun, sliceRuns, tidy, trimRuns } from "./words.ts";

/** Styles by the names that office programs show. */
export type StyleTitles = ReadonlyMap<string, StyleName>;

interface Open {
  type: DocumentParts["type"];
  title: readonly RawRun[];
  head: HeadFacts;
  names: string[];
  parent: string | null;
  authority: string;
  attached: string;
  drafter: string | null;
  address: string[];
  body: BodyPart[];
  ending: Ending | null;
  annexes: OpenAnnex[];
}

interface OpenAnnex extends Omit<AnnexParts, "body"> {
  title: readonly RawRun[];
  attached: string;
  body: BodyPart[];
  ending: Ending | null;
}

interface Letterhead {
  names: string[];
  parent: string | null;
  number: string | null;
  place: string | null;
  date: string | null;
  urgency: string | null;
}

const types = keywords.filter((keyword) => keyword.places.includes("document"));

/** The documents of a file of our own; null when its styles are gone. */
export function ownDocuments(file: RawFile, facts: Facts, titles: StyleTitles): DocumentParts[] | null {
  const styleOf = (paragraph: RawParagraph): StyleName | null =>
    paragraph.style === null ? null : (titles.get(paragraph.style) ?? null);
  const cased = new Map(
    facts.documents.flatMap((one) => one.fields.get(typedCase) ?? []).map((text) => [text.toUpperCase(), text]),
  );
  const documents: Open[] = [];
  const starts: number[] = [];
  let letterhead: Letterhead | null = null;
  let isBetween = false;
  let caption: string | null = null;
  let tables = 0;

  const current = (): Open => documents.at(-1)!;
  const target = (): { body: BodyPart[]; ending: Ending | null } => current().annexes.at(-1) ?? current();
  const addText = (paragraph: RawParagraph, kind: "text" | "enacting" = "text"): void => {
    target().body.push({ kind, paragraph });
  };

  for (const block of file.blocks) {
    if (block.kind === "page") continue;
    if (block.kind === "table") {
      const role = sideRole(block, styleOf);
      if (role === "letterhead") {
        letterhead = readLetterhead(block, styleOf);
        isBetween = true;
      } else if (documents.length === 0) return null;
      else if (role === "ending") {
        const here = target();
        here.ending = mergedEnding(here.ending, readOwnEnding(block, styleOf));
        const drafter = paragraphsOf(block).find((paragraph) => styleOf(paragraph) === "drafter");
        if (drafter) current().drafter = words(drafter);
      } else {
        const known = facts.tables[tables];
        tables += 1;
        const hints = known !== undefined && known.columnCount === block.columnCount ? known : undefined;
        target().body.push({
          kind: "table",
          table: withoutBalance(block, styleOf),
          ...(hints
            ? { hints: { tasks: hints.kind === "tasks", bindings: hints.bindings, options: hints.options } }
            : {}),
          ...(caption === null ? {} : { caption }),
        });
        caption = null;
      }
      continue;
    }
    const style = styleOf(block);
    const runs = trimRuns(block.runs);
    if (runs.length === 0) continue;
    if (caption !== null && style !== "table-caption") {
      addText(bareParagraph([plainRun(caption)], block.place));
      caption = null;
    }
    if (style === "document-type") {
      const opened = newDocument(words(block), letterhead);
      if (opened === null) return null;
      documents.push(opened);
      starts.push(block.place.from);
      letterhead = null;
      isBetween = false;
      continue;
    }
    if (documents.length === 0) {
      // A stray line above the first document.
      if (letterhead === null) return null;
      continue;
    }
    switch (style) {
      case "document-title": {
        const breaks = facts.documents[documents.length - 1]?.titleBreaks ?? [];
        current().title = withBreaks(runs, breaks);
        break;
      }
      case "attached-line":
        current().attached = words(block);
        break;
      case "authority":
        current().authority = words(block);
        break;
      case "enacting":
        addText(block, "enacting");
        break;
      case "annex-label":
        current().annexes.push({
          number: /^phụ lục\s+(?:số\s+)?(\S+)$/iu.exec(words(block))?.[1] ?? "",
          title: [],
          attached: "",
          letterhead: isBetween,
          head: null,
          landscape: null,
          body: [],
          ending: null,
          looks: [],
        });
        isBetween = false;
        letterhead = null;
        break;
      case "annex-title": {
        const annex = current().annexes.at(-1);
        if (annex) annex.title = recased(asWords(runs), cased);
        else addText(block);
        break;
      }
      case "annex-line": {
        const annex = current().annexes.at(-1);
        if (annex) annex.attached = words(block);
        else addText(block);
        break;
      }
      case "part-title": {
        // The name of a part stands below its label.
        const above = target().body.at(-1);
        const title = recased(asWords(runs), cased);
        if (above?.kind === "text" && styleOf(above.paragraph) === "part-label" && above.title === undefined)
          target().body[target().body.length - 1] = { ...above, title };
        else addText({ ...block, runs: title });
        break;
      }
      case "part-label":
        addText({ ...block, runs: asWords(runs) });
        break;
      case "table-caption":
        caption = words(block);
        break;
      case "spacer":
        addText(block);
        break;
      case "heading-part":
      case "heading-roman":
        addText({ ...block, runs: recased(runs, cased) });
        break;
      default:
        addText(block);
    }
  }
  if (documents.length === 0) return null;
  if (caption !== null) addText(bareParagraph([plainRun(caption)], file.blocks.at(-1)!.place));
  for (const piece of file.furniture) {
    const index = Math.max(
      0,
      starts.findLastIndex((start) => start <= (piece.paragraphs[0]?.place.from ?? 0) + 60),
    );
    const document = documents[Math.min(index, documents.length - 1)]!;
    for (const paragraph of piece.paragraphs) {
      const text = words(paragraph);
      if (text === "") continue;
      const style = styleOf(paragraph);
      if (style === "circulation") document.head = { ...document.head, circulation: text };
      else if (style === "signing-info") document.head = { ...document.head, signing: [text] };
      else if (style === "address") document.address.push(text);
    }
  }
  return documents.map((document, index): DocumentParts => {
    const { parent, drafter, address, ...parts } = document;
    const own: OwnFields = { facts: facts.documents[index] ?? null, parent, drafter, address };
    const { names, joint } = issuersOf(document.names, own.facts);
    const papers = own.facts?.fields.get(annexPaper) ?? [];
    const typed = new Set(own.facts?.fields.get(attachedLines)?.[0]?.split(" ") ?? []);
    const annexes = document.annexes.map((annex, n) => {
      const asked = papers.find((paper) => paper.startsWith(`${n + 1} `));
      const attached = typed.has(String(n + 1)) ? annex.attached : "";
      return { ...annex, attached, landscape: asked === undefined ? null : asked.endsWith("ngang") };
    });
    return { ...parts, annexes, attached: typed.has("0") ? document.attached : "", names, joint, looks: [], own };
  });
}

/** What only files of our own say. */
export interface OwnFields {
  readonly facts: DocumentFacts | null;
  readonly parent: string | null;
  readonly drafter: string | null;
  readonly address: readonly string[];
}

/**
 * The issuers by the lines of the letterhead: as they were typed, where these names are still the printed ones. Under its
 * superior a department stands without its place, so a printed name may be the beginning of the typed one.
 */
function issuersOf(lines: readonly string[], facts: DocumentFacts | null): { names: string[]; joint: boolean } {
  const typed = facts?.fields.get("cơ quan") ?? [];
  const printed = lettersOf(lines.join(" ")).letters;
  const full = typed.map((name) => lettersOf(inFull(name)).letters);
  const isSame = full.join("") === printed || (full.length === 1 && printed.length > 4 && full[0]!.startsWith(printed));
  if (typed.length > 0 && isSame) return { names: [...typed], joint: typed.length > 1 };
  return namesOf(lines);
}

const words = (paragraph: RawParagraph): string => tidy(`${paragraph.label} ${plain(paragraph.runs)}`);

/** Breaks that only balance the lines of centred words are blanks. */
const asWords = (runs: readonly RawRun[]): RawRun[] =>
  runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, " ") }));

/** Words with the breaks that were typed: after so many words each. */
function withBreaks(runs: readonly RawRun[], breaks: readonly number[]): RawRun[] {
  const oneLine = asWords(runs);
  if (breaks.length === 0) return oneLine;
  let count = 0;
  return oneLine.map((run) => ({
    ...run,
    text: run.text.replace(/\S+(\s+|$)/g, (all, blank: string) => {
      count += 1;
      return breaks.includes(count) && blank !== "" ? `${all.trimEnd()}\n` : all;
    }),
  }));
}

/** Words that the form prints in capitals as they were typed. */
function recased(runs: readonly RawRun[], cased: ReadonlyMap<string, string>): RawRun[] {
  const text = plain(runs);
  for (const start of [0, text.indexOf(" ") + 1]) {
    const typed = cased.get(text.slice(start).trim());
    if (typed === undefined) continue;
    const at = start + (text.slice(start).length - text.slice(start).trimStart().length);
    let offset = 0;
    return runs.map((run) => {
      let result = "";
      for (const letter of run.text) {
        const i = offset - at;
        offset += letter.length;
        const own = i >= 0 && i < typed.length ? typed.slice(i, i + letter.length) : "";
        result += own.toUpperCase() === letter ? own : letter;
      }
      return { ...run, text: result };
    });
  }
  return [...runs];
}

function newDocument(typeName: string, letterhead: Letterhead | null): Open | null {
  const type = types.find((keyword) => flat(keyword.spelling) === flat(typeName));
  if (!type) return null;
  return {
    type: { id: type.id, spelling: type.spelling },
    title: [],
    head: {
      ...noHead,
      number: letterhead?.number ?? null,
      place: letterhead?.place ?? null,
      date: letterhead?.date ?? null,
      urgency: letterhead?.urgency ?? null,
      certain: true,
    },
    names: letterhead?.names ?? [],
    parent: letterhead?.parent ?? null,
    authority: "",
    attached: "",
    drafter: null,
    address: [],
    body: [],
    ending: null,
    annexes: [],
  };
}

const paragraphsOf = (table: RawTable): RawParagraph[] =>
  table.rows.flatMap((row) => row.cells.flatMap((cell) => [...cell.paragraphs]));

function sideRole(
  table: RawTable,
  styleOf: (paragraph: RawParagraph) => StyleName | null,
): "letterhead" | "ending" | null {
  for (const paragraph of paragraphsOf(table)) {
    const style = styleOf(paragraph);
    if (style === "national-name" || style === "issuer" || style === "number") return "letterhead";
    if (
      style === "recipients-title" ||
      style === "recipient" ||
      style === "signature-authority" ||
      style === "signature-name"
    )
      return "ending";
  }
  return null;
}

function readLetterhead(table: RawTable, styleOf: (paragraph: RawParagraph) => StyleName | null): Letterhead {
  const result: Letterhead = { names: [], parent: null, number: null, place: null, date: null, urgency: null };
  const parents: string[] = [];
  for (const paragraph of paragraphsOf(table)) {
    const text = words(paragraph);
    switch (styleOf(paragraph)) {
      case "parent-agency":
        if (text !== "") parents.push(text);
        break;
      case "issuer":
        if (text !== "") result.names.push(text);
        break;
      case "number":
        result.number = readNumber(plain(paragraph.runs))?.number ?? null;
        break;
      case "place-date": {
        const read = readDate(plain(paragraph.runs));
        if (!read) break;
        result.date = read.date;
        const place = tidy(read.before);
        result.place = /\p{L}/u.test(place) ? place : null;
        break;
      }
      case "urgency":
        if (text !== "") result.urgency = text;
        break;
      default:
        break;
    }
  }
  result.parent = parents.length === 0 ? null : parents.join(" ");
  return result;
}

function readOwnEnding(table: RawTable, styleOf: (paragraph: RawParagraph) => StyleName | null): Ending {
  const recipients: { bulleted: boolean; runs: RawRun[] }[] = [];
  const columns = new Map<number, { lines: string[]; named: boolean }[]>();
  for (const row of table.rows)
    for (const cell of row.cells)
      for (const paragraph of cell.paragraphs) {
        const style = styleOf(paragraph);
        const text = words(paragraph);
        if (style === "recipient") {
          const mark = /^\s*[-–]\s*/.exec(plain(paragraph.runs))?.[0].length ?? 0;
          const runs = trimRuns(asWords(sliceRuns(paragraph.runs, mark)));
          if (runs.length > 0) recipients.push({ bulleted: true, runs });
        } else if (style === "signature-authority" || style === "signature-name") {
          const blocks = columns.get(cell.column) ?? [];
          columns.set(cell.column, blocks);
          const last = blocks.at(-1);
          const isName = style === "signature-name";
          if (last === undefined || (!isName && last.named))
            blocks.push({ lines: text === "" ? [] : [text], named: isName });
          else {
            if (text !== "") last.lines.push(text);
            last.named ||= isName;
          }
        }
      }
  // Two by two, left before right; a lone last one stands right.
  const signatures: string[][] = [];
  const lists = [...columns].sort(([a], [b]) => a - b).map(([, blocks]) => blocks.map((one) => one.lines));
  for (let i = 0; lists.some((list) => i < list.length); i += 1)
    for (const list of lists) if (list[i]) signatures.push(list[i]!);
  return { recipients, signatures, signed: [], rest: [] };
}

function mergedEnding(a: Ending | null, b: Ending): Ending {
  if (a === null) return b;
  return { ...a, recipients: [...a.recipients, ...b.recipients], signatures: [...a.signatures, ...b.signatures] };
}

/** Heads of tables are centred, their breaks balance the lines. */
function withoutBalance(table: RawTable, styleOf: (paragraph: RawParagraph) => StyleName | null): RawTable {
  return {
    ...table,
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({
        ...cell,
        paragraphs: cell.paragraphs.map((paragraph) =>
          styleOf(paragraph) === "table-head" ? { ...paragraph, runs: joinedRuns(asWords(paragraph.runs)) } : paragraph,
        ),
      })),
    })),
  };
}
