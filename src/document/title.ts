/**
 * The centred blocks under the letterhead: tên loại and trích yếu with their line, “(Kèm theo …)” of an attached plan,
 * and the head of an annex (Nghị định 30/2020, Phụ lục I, phần I, mục II.5, III.1; mẫu 1.3, 2.1).
 */
import type { Annex, Footnote, PlanDocument, Prose } from "../plan/plan.ts";
import type { Span } from "../source/source-file.ts";
import { balance } from "./breaking.ts";
import type { Block, PageSetup, ParagraphBlock, Run } from "./document.ts";
import {
  fill,
  fixedRuns,
  type Layout,
  oneLine,
  paragraph,
  proseRuns,
  rule,
  sentenceCase,
  textWidthOf,
} from "./layout.ts";
import { documentReference } from "./reference.ts";
import type { Pt, StyleName } from "./style.ts";

interface Centred {
  readonly block: ParagraphBlock;
  readonly longest: Pt;
}

/** A centred paragraph whose lines are about equally long. */
function centred(
  layout: Layout,
  page: PageSetup,
  wish: string,
  style: StyleName,
  runs: readonly Run[],
  rest: Parameters<typeof paragraph>[3] = {},
): Centred {
  const { size } = layout.style.paragraph[style];
  // A point less than the column, so that rounding in another program never adds a line.
  const set = balance(layout.fonts, runs, size, textWidthOf(page) - 1);
  return { block: paragraph(layout.id(wish), style, set.runs, rest), longest: set.longest };
}

const typedOr = (
  layout: Layout,
  style: StyleName,
  prose: Prose | null,
  generated: () => string,
  scope: readonly Footnote[],
): Run[] => (prose === null ? fixedRuns(layout, style, generated()) : proseRuns(layout, style, prose, { scope }));

/** Tên loại, trích yếu and the line below; for an attached plan “(Kèm theo …)” stands above the line (TT-MQ-05). */
export function titleBlock(
  layout: Layout,
  document: PlanDocument,
  page: PageSetup,
  wish: string,
  decision: PlanDocument | null,
): Block[] {
  const subject = oneLine(document.title);
  const type = paragraph(
    layout.id(`${wish}_type`),
    "document-type",
    fixedRuns(layout, "document-type", document.typeName.toUpperCase()),
    {
      role: "heading",
      outline: { level: 1, title: [sentenceCase(document.typeName), subject].filter((text) => text !== "").join(" ") },
      keepNext: true,
      span: document.titleSpan,
    },
  );
  const title = centred(
    layout,
    page,
    `${wish}_title`,
    "document-title",
    proseRuns(layout, "document-title", document.title, { scope: document.notes }),
    { role: "heading", keepNext: true, span: document.title.span },
  );
  const blocks: Block[] = [type, ...(subject === "" ? [] : [title.block])];
  if (decision !== null || document.attachedLine !== null) {
    const style = layout.style.paragraph["attached-line"];
    const generated = (): string =>
      fill(layout.form.words.attachedLine, {
        document: decision === null ? "" : documentReference(layout, decision, style, false),
      });
    const runs = typedOr(layout, "attached-line", document.attachedLine, generated, document.notes);
    const span: { span?: Span } = document.attachedLine === null ? {} : { span: document.attachedLine.span };
    blocks.push(centred(layout, page, `${wish}_attached`, "attached-line", runs, { keepNext: true, ...span }).block);
  }
  if (title.longest > 0)
    blocks.push(
      rule(
        layout,
        `${wish}_title_rule`,
        title.longest * layout.form.layout.titleRule,
        layout.form.layout.titleGap,
        true,
      ),
    );
  return blocks;
}

/** `Phụ lục I`, its title, “(Kèm theo …)” and a short line. */
export function annexHead(
  layout: Layout,
  document: PlanDocument,
  decision: PlanDocument | null,
  annex: Annex,
  page: PageSetup,
  wish: string,
): Block[] {
  const words = layout.form.words;
  const label = annexName(layout, annex);
  const name = oneLine(annex.title);
  const title = centred(
    layout,
    page,
    `${wish}_title`,
    "annex-title",
    proseRuns(layout, "annex-title", annex.title, { scope: annex.notes, upper: () => true }),
    { role: "heading", keepNext: true, span: annex.title.span },
  );
  const style = layout.style.paragraph["annex-line"];
  // Blanks stay blank in an electronic copy of the newer form; the older one knows only paper.
  const open = document.copy === "electronic" && layout.form.electronicBlanks;
  const generated = (): string => {
    // A plan that is attached to a decision has no number of its own: its decision is named.
    const reference =
      decision === null
        ? documentReference(layout, document, style, open)
        : fill(words.attachedReference, {
            type: sentenceCase(document.typeName),
            document: documentReference(layout, decision, style, open),
          });
    return fill(words.annexLine, { document: reference });
  };
  const line = centred(
    layout,
    page,
    `${wish}_line`,
    "annex-line",
    typedOr(layout, "annex-line", annex.attachedLine, generated, annex.notes),
    { keepNext: true, ...(annex.attachedLine === null ? {} : { span: annex.attachedLine.span }) },
  );
  return [
    paragraph(layout.id(`${wish}_label`), "annex-label", fixedRuns(layout, "annex-label", label), {
      role: "heading",
      outline: { level: 1, title: name === "" ? label : `${label}. ${name}` },
      keepNext: true,
      span: annex.span,
    }),
    ...(name === "" ? [] : [title.block]),
    line.block,
    rule(layout, `${wish}_rule`, layout.form.layout.annexRule, layout.form.layout.titleGap, true),
  ];
}

/** `Phụ lục II`; without a number when it is the only one. */
export const annexName = (layout: Layout, annex: Annex): string =>
  annex.number === null ? layout.form.words.annexLabel : `${layout.form.words.annexLabel} ${annex.number}`;
