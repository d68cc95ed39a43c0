/**
 * Plan × Form → Document: all words decided, all measuring done. One Document a file: a decision, the plan it
 * promulgates and every annex are its sections, in the order of the source.
 *
 * The parts have files of their own (letterhead, title, body, tables, signature); here they are put on pages.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Annex, Content, Plan, PlanDocument } from "../plan/plan.ts";
import { unreachable } from "../unreachable.ts";
import { type BodyContext, contentBlocks, type Flow, singleParagraph } from "./body.ts";
import { balance } from "./breaking.ts";
import type { Block, Document, FrameBlock, PageSetup, Section, SimpleBlock } from "./document.ts";
import { unknownForm } from "./errors.ts";
import { chooseForm, type Form, formNamed, landscape } from "./form.ts";
import {
  fixedRuns,
  idMaker,
  type Layout,
  labelRun,
  noteList,
  oneLine,
  paragraph,
  proseRuns,
  roundPt,
  textRun,
  textWidthOf,
  withHeldHyphens,
} from "./layout.ts";
import { letterhead } from "./letterhead.ts";
import { type FontSet, lineHeight, widthOf } from "./measure.ts";
import { propertiesOf } from "./properties.ts";
import { endingBlocks, endingOf, heldTail } from "./signature.ts";
import { type ParagraphStyle, type StyleName, type StyleSheet, styleNames } from "./style.ts";
import { type PreparedTable, prepareGrid, prepareTaskTable, tableIsComfortable } from "./tables.ts";
import { annexHead, annexName, titleBlock } from "./title.ts";

/** Outline level of the highest divisions; the title of a document or an annex is 1. */
const divisionOutline = 2;

/**
 * Lays a plan out. `forms` has the form in force first; `generator` names the program. Never throws for what the user
 * wrote: a plan without documents gives an empty page.
 */
export function toDocument(plan: Plan, forms: readonly Form[], fonts: FontSet, generator: string): Checked<Document> {
  const diagnostics: Diagnostic[] = [];
  const first = plan.documents[0];
  const form = first === undefined ? forms[0]! : chooseForm(forms, first);
  const layout = makeLayout(plan, form, fonts, diagnostics);
  plan.documents.forEach((document) => {
    if (document.form !== null && formNamed(forms, document.form) === undefined)
      diagnostics.push(unknownForm(document.titleSpan, { name: document.form, used: form.name }));
  });
  const sections = plan.documents.flatMap((document, index) => documentSections(layout, document, index));
  const value: Document = {
    kind: "document",
    properties: propertiesOf(plan, first, generator),
    style: withOutlineLevels(layout.style, sections),
    sections: sections.length > 0 ? sections : [emptySection(form)],
    notes: layout.notes.made,
  };
  return { value, diagnostics };
}

// ── Shared state ────────────────────────────────────────────────────────────────────────────────────────────────────

function makeLayout(plan: Plan, form: Form, fonts: FontSet, diagnostics: Diagnostic[]): Layout {
  const id = idMaker();
  const style = withTableSize(form, plan);
  const layout: Layout = {
    plan,
    form,
    style,
    fonts,
    id,
    report: (diagnostic) => void diagnostics.push(diagnostic),
    notes: noteList((note) =>
      paragraph(id(`note_${note.number}`), "footnote", proseRuns(layout, "footnote", note.text), { span: note.span }),
    ),
  };
  return layout;
}

/** One size for all tables of the file: the roomy one when none of them has many columns. */
function withTableSize(form: Form, plan: Plan): StyleSheet {
  const counts = plan.documents.flatMap((document) =>
    [document.content, ...document.annexes.map((annex) => annex.content)].flatMap((content) =>
      tablesIn(content).map((table) => table.columnCount),
    ),
  );
  const roomy = counts.every((count) => count <= form.table.roomyColumns);
  const size = roomy ? form.table.roomySize : form.table.size;
  const inTable: readonly StyleName[] = [
    "table-head",
    "table-number",
    "table-text",
    "table-center",
    "table-right",
    "table-justify",
    "table-group",
  ];
  const resized = inTable.map((name): [StyleName, ParagraphStyle] => [name, { ...form.style.paragraph[name], size }]);
  return { ...form.style, paragraph: { ...form.style.paragraph, ...Object.fromEntries(resized) } };
}

/** Every table of some content, in order. */
function tablesIn(content: readonly Content[]): PreparedTable[] {
  return content.flatMap((item): PreparedTable[] => {
    switch (item.kind) {
      case "task-table":
        return [prepareTaskTable(item.table)];
      case "grid":
        return [prepareGrid(item.grid)];
      case "division":
        return tablesIn(item.division.children);
      case "paragraph":
        return [];
      default:
        return unreachable(item);
    }
  });
}

/** Levels depend on the document (a plan may start at `1.`): a style takes the level that its paragraphs have most. */
function withOutlineLevels(style: StyleSheet, sections: readonly Section[]): StyleSheet {
  const counts = new Map<StyleName, Map<number, number>>();
  for (const section of sections)
    for (const block of section.blocks) {
      if (block.kind !== "paragraph" || block.outline === undefined) continue;
      const levels = counts.get(block.style) ?? new Map<number, number>();
      levels.set(block.outline.level, (levels.get(block.outline.level) ?? 0) + 1);
      counts.set(block.style, levels);
    }
  const leveled = styleNames.map((name): [StyleName, ParagraphStyle] => {
    const levels = [...(counts.get(name) ?? [])].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const own = style.paragraph[name];
    return [name, levels[0] === undefined ? own : { ...own, outlineLevel: levels[0][0] }];
  });
  return { ...style, paragraph: Object.fromEntries(leveled) as StyleSheet["paragraph"] };
}

const emptySection = (form: Form): Section => ({
  id: "main",
  kind: "main",
  title: "",
  page: form.page,
  pageNumber: form.pageNumber,
  firstHeader: [],
  firstFooter: [],
  blocks: [],
});

// ── Documents ───────────────────────────────────────────────────────────────────────────────────────────────────────

function documentSections(layout: Layout, document: PlanDocument, index: number): Section[] {
  const decision = document.attachedTo === null ? null : (layout.plan.documents[document.attachedTo] ?? null);
  const prefix = index === 0 ? "" : `p${index + 1}_`;
  const attached = decision !== null;
  const { firstHeader, height } = headerOf(layout, document, prefix);
  const page = withRoomAbove(layout.form.page, height);
  const context: BodyContext = {
    layout,
    page,
    turned: landscape(page),
    mayTurn: true,
    scope: document.notes,
    prefix,
    outline: divisionOutline,
  };
  const head: Block[] = [
    letterhead(layout, document, page, `${prefix}letterhead`, attached),
    ...titleBlock(layout, document, page, `${prefix}document`, decision),
    ...authorityLine(layout, document, page, prefix),
    ...opening(context, document),
    ...enactingLine(layout, document, prefix),
  ];
  const flow: Flow[] = [
    ...head,
    ...contentBlocks(context, document.content),
    ...unusedNotes(layout, document.notes, prefix),
  ];
  const title = [document.typeName, oneLine(document.title)].filter((text) => text !== "").join(" ");
  const main = onPages(layout, context, flow, {
    id: `${prefix}${attached ? "attached" : "main"}`,
    kind: attached ? "attached" : "main",
    title,
    firstHeader,
    firstFooter: footerOf(layout, document, page, prefix),
    ending: (paper) => endingBlocks(layout, endingOf(document), paper, `${prefix}end`),
  });
  const annexes = document.annexes.flatMap((annex, i) =>
    annexSections(layout, document, decision, annex, `${prefix}a${i + 1}_`),
  );
  return [...main, ...annexes];
}

/** The line above the bases of a decision: who decides, in capitals (mẫu 1.2, 1.3). */
function authorityLine(layout: Layout, document: PlanDocument, page: PageSetup, prefix: string): Block[] {
  const text =
    document.authorityLine ??
    (document.kind === "decision" ? document.issuers.map((issuer) => issuer.full).join(" - ") : "");
  if (text === "") return [];
  const style = layout.style.paragraph.authority;
  const names = withHeldHyphens(text);
  const runs = [textRun(names.toUpperCase(), style)];
  const set = balance(layout.fonts, runs, style.size, textWidthOf(page) - 1, { names });
  return [paragraph(layout.id(`${prefix}authority`), "authority", set.runs)];
}

/** Bases and opening paragraphs, in source order. */
function opening(context: BodyContext, document: PlanDocument): Block[] {
  const { layout } = context;
  const leads = document.content.length > 0;
  const blocks = [
    ...document.legalBases.map((basis) => ({
      at: basis.span.start,
      make: () =>
        paragraph(
          layout.id(`${context.prefix}${basis.id}`),
          "legal-basis",
          proseRuns(layout, "legal-basis", basis.text, { scope: context.scope }),
          { span: basis.span },
        ),
    })),
    ...document.opening.map((item) => ({ at: item.span.start, make: () => singleParagraph(context, item, leads) })),
  ];
  return blocks.sort((a, b) => a.at - b.at).map(({ make }) => make());
}

/** `QUYẾT ĐỊNH:` above the articles of a decision, as typed or as the form has it. */
function enactingLine(layout: Layout, document: PlanDocument, prefix: string): Block[] {
  const runs =
    document.enactingLine !== null
      ? proseRuns(layout, "enacting", document.enactingLine)
      : document.kind === "decision"
        ? fixedRuns(layout, "enacting", layout.form.words.enacting)
        : [];
  return runs.length === 0 ? [] : [paragraph(layout.id(`${prefix}enacting`), "enacting", runs)];
}

/** Notes that nothing refers to are printed at the end, so that no word is lost. */
const unusedNotes = (layout: Layout, notes: PlanDocument["notes"], prefix: string): Block[] =>
  layout.notes
    .unused(notes)
    .map((note) =>
      paragraph(
        layout.id(`${prefix}note_${note.number}`),
        "footnote",
        [labelRun(`[${note.number}] `, { bold: false, italic: false }), ...proseRuns(layout, "footnote", note.text)],
        { span: note.span },
      ),
    );

// ── Page furniture ──────────────────────────────────────────────────────────────────────────────────────────────────

/** Ô 11 (phạm vi lưu hành) and ô 14 (thông tin ký số) in the top margin of the first page. */
function headerOf(
  layout: Layout,
  document: PlanDocument,
  prefix: string,
): { firstHeader: SimpleBlock[]; height: number } {
  const { style, fonts } = layout;
  const measures = layout.form.layout;
  const blocks: SimpleBlock[] = [];
  let height = 0;
  if (document.signingInfo !== null) {
    blocks.push(
      paragraph(
        layout.id(`${prefix}signing_info`),
        "signing-info",
        fixedRuns(layout, "signing-info", document.signingInfo),
      ),
    );
    height += lineHeight(fonts.regular, style.paragraph["signing-info"].size);
  }
  if (document.circulation !== null) {
    const look = style.paragraph.circulation;
    const text = document.circulation.toUpperCase();
    const frame: FrameBlock = {
      kind: "frame",
      id: layout.id(`${prefix}circulation`),
      style: "circulation",
      runs: fixedRuns(layout, "circulation", text),
      width: roundPt(widthOf(fonts, text, look.size, look) + 2 * measures.stampPadding),
      height: measures.stampHeight,
      thickness: style.rule.thickness,
      color: look.color,
      align: "right",
      before: 0,
    };
    blocks.push(frame);
    height += frame.height;
  }
  return { firstHeader: blocks, height };
}

/** The page with its top margin lowered where the first header would not fit above it. */
function withRoomAbove(page: PageSetup, height: number): PageSetup {
  const needed = page.headerDistance + height + 2;
  return height > 0 && needed > page.marginTop ? { ...page, marginTop: roundPt(needed) } : page;
}

/** Ô 13: address lines under a line as wide as the text, at the foot of the first page. */
function footerOf(layout: Layout, document: PlanDocument, page: PageSetup, prefix: string): SimpleBlock[] {
  if (document.address.length === 0) return [];
  return [
    {
      kind: "rule",
      id: layout.id(`${prefix}address_rule`),
      width: roundPt(textWidthOf(page)),
      thickness: layout.style.rule.thickness,
      before: layout.form.layout.ruleGap,
      after: 2,
    },
    ...document.address.map((line) =>
      paragraph(
        layout.id(`${prefix}address`),
        "address",
        balance(
          layout.fonts,
          fixedRuns(layout, "address", line),
          layout.style.paragraph.address.size,
          textWidthOf(page) - 1,
        ).runs,
      ),
    ),
  ];
}

// ── Annexes ─────────────────────────────────────────────────────────────────────────────────────────────────────────

function annexSections(
  layout: Layout,
  document: PlanDocument,
  decision: PlanDocument | null,
  annex: Annex,
  prefix: string,
): Section[] {
  const portrait = layout.form.page;
  const wide = landscape(portrait);
  const context = (page: PageSetup): BodyContext => ({
    layout,
    page,
    turned: page === wide ? portrait : wide,
    mayTurn: annex.landscape === null,
    scope: annex.notes,
    prefix,
    outline: divisionOutline,
  });
  const tables = tablesIn(annex.content);
  const turned =
    annex.landscape ??
    (tables.some((table) => table.landscape === true) ||
      tables.some(
        (table) => table.landscape === null && !tableIsComfortable(context(portrait), table, portrait, "annex"),
      ));
  const page = turned ? wide : portrait;
  const body = context(page);
  const heading = annexHead(layout, document, decision, annex, page, `${prefix}annex`);
  const head = annex.letterhead
    ? [letterhead(layout, document, page, `${prefix}letterhead`, true), ...withSpaceBefore(layout, heading)]
    : heading;
  const flow: Flow[] = [...head, ...contentBlocks(body, annex.content), ...unusedNotes(layout, annex.notes, prefix)];
  const name = oneLine(annex.title);
  return onPages(layout, body, flow, {
    id: `${prefix}annex`,
    kind: "annex",
    title: name === "" ? annexName(layout, annex) : `${annexName(layout, annex)}. ${name}`,
    firstHeader: [],
    firstFooter: [],
    ending: (paper) =>
      endingBlocks(
        layout,
        { recipients: annex.recipients, signatures: annex.signatures, drafter: null, signed: false },
        paper,
        `${prefix}end`,
      ),
  });
}

/** Under a letterhead the head of an annex stands as far down as a title does. */
function withSpaceBefore(layout: Layout, blocks: readonly Block[]): Block[] {
  const before = layout.style.paragraph["document-type"].before;
  return blocks.map((block, i) => (i === 0 && block.kind === "paragraph" ? { ...block, before } : block));
}

// ── Pages ───────────────────────────────────────────────────────────────────────────────────────────────────────────

interface SectionFrame {
  readonly id: string;
  readonly kind: Section["kind"];
  readonly title: string;
  readonly firstHeader: readonly SimpleBlock[];
  readonly firstFooter: readonly SimpleBlock[];
  /** The signature block for pages of that size. */
  ending(page: PageSetup): readonly Block[];
}

/**
 * Takes the headings off the end of some blocks, with what stands between them and what they introduce: a heading goes to
 * the turned page with its table. Nothing is taken when nothing else would be left.
 */
function headingsAtEnd(layout: Layout, blocks: Block[]): Block[] {
  let from = blocks.length;
  for (let i = blocks.length - 1; i > 0; i -= 1) {
    const block = blocks[i]!;
    if (block.kind !== "paragraph" || !(block.keepNext ?? layout.style.paragraph[block.style].keepNext)) break;
    if (block.role === "heading" && block.outline?.level !== 1 && block.style !== "document-title") from = i;
  }
  return blocks.splice(from);
}

/** Cuts the flow where a table turns the page, and adds the ending to the last piece. */
function onPages(layout: Layout, context: BodyContext, flow: readonly Flow[], frame: SectionFrame): Section[] {
  // A turn back at the very end would leave the signature alone on a page: it stays with the table.
  const end = flow.at(-1)?.kind === "turn" ? flow.length - 1 : flow.length;
  const pieces: { page: PageSetup; blocks: Block[] }[] = [{ page: context.page, blocks: [] }];
  for (const item of flow.slice(0, end)) {
    if (item.kind === "turn") {
      const page = item.orientation === context.page.orientation ? context.page : context.turned;
      pieces.push({ page, blocks: headingsAtEnd(layout, pieces.at(-1)!.blocks) });
    } else pieces.at(-1)!.blocks.push(item);
  }
  const filled = pieces.filter((piece, i) => i === 0 || piece.blocks.length > 0);
  return filled.map(({ page, blocks }, i): Section => {
    const ending = i === filled.length - 1 ? frame.ending(page) : [];
    return {
      id: i === 0 ? frame.id : `${frame.id}_${i + 1}`,
      kind: frame.kind,
      title: frame.title,
      page,
      pageNumber: i === 0 ? layout.form.pageNumber : { ...layout.form.pageNumber, continues: true },
      firstHeader: i === 0 ? frame.firstHeader : [],
      firstFooter: i === 0 ? frame.firstFooter : [],
      blocks: ending.length === 0 ? blocks : [...heldTail(layout, blocks, page), ...ending],
    };
  });
}
