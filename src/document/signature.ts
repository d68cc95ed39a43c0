/**
 * The end of a document: recipients on the left, authority, room for signature and seal, and the name on the right
 * (Nghị định 30/2020, Phụ lục I, phần I, mục II.7–II.9). Two signers (liên tịch) stand side by side, recipients below.
 */
import type { PlanDocument, Recipient, Signature } from "../plan/plan.ts";
import { balance, lineWidths } from "./breaking.ts";
import {
  type Block,
  type ColumnsBlock,
  type PageSetup,
  type ParagraphBlock,
  type Run,
  type SimpleBlock,
  textHeight,
} from "./document.ts";
import {
  fixedRuns,
  type Layout,
  labelRun,
  paragraph,
  proseRuns,
  roundPt,
  textWidthOf,
  withHeldHyphens,
} from "./layout.ts";
import { lineHeight } from "./measure.ts";
import type { Pt } from "./style.ts";

/** What stands at the end of a document or of an annex. */
export interface Ending {
  readonly recipients: readonly Recipient[];
  readonly signatures: readonly Signature[];
  readonly drafter: string | null;
  /** False for an annex: it is not signed separately, so lines without a name need no room (mục II.8). */
  readonly signed: boolean;
}

export const endingOf = (document: PlanDocument): Ending => ({
  recipients: document.recipients,
  signatures: document.signatures,
  drafter: document.drafter,
  signed: true,
});

function recipientBlocks(layout: Layout, ending: Ending, wish: string): ParagraphBlock[] {
  const { words } = layout.form;
  const style = layout.style.paragraph.recipient;
  const list = ending.recipients.map((recipient) =>
    paragraph(
      layout.id(`${wish}_to`),
      "recipient",
      [labelRun(words.recipientLabel, style), ...proseRuns(layout, "recipient", recipient.text)],
      { role: "item", depth: 1, span: recipient.span },
    ),
  );
  const drafter =
    ending.drafter === null
      ? []
      : [paragraph(layout.id(`${wish}_drafter`), "drafter", fixedRuns(layout, "drafter", ending.drafter))];
  if (list.length === 0) return drafter;
  const title = paragraph(
    layout.id(`${wish}_recipients`),
    "recipients-title",
    fixedRuns(layout, "recipients-title", words.recipientsTitle),
  );
  return [title, ...list, ...drafter];
}

/** A line of authority or position; a long one in lines about equally long. */
function authorityRuns(layout: Layout, text: string, width: Pt): readonly Run[] {
  const style = layout.style.paragraph["signature-authority"];
  const runs = fixedRuns(layout, "signature-authority", withHeldHyphens(text));
  return balance(layout.fonts, runs, style.size, width).runs;
}

/** Lines of authority and position, in typed order: TM. …, KT. …, PHÓ …. */
const authorityBlocks = (layout: Layout, signature: Signature, width: Pt, wish: string): ParagraphBlock[] =>
  signature.authority.map((line) =>
    paragraph(layout.id(`${wish}_authority`), "signature-authority", authorityRuns(layout, line.text, width), {
      span: line.span,
    }),
  );

/** The name, and what stands above it, under the room for signature and seal. A missing name leaves the room. */
function nameBlocks(layout: Layout, signature: Signature, signed: boolean, wish: string): ParagraphBlock[] {
  const lines = [...signature.titles, ...(signature.name === null ? [] : [signature.name])];
  if (lines.length === 0 && !signed) return [];
  return (lines.length === 0 ? [""] : lines).map((line, i) =>
    paragraph(layout.id(`${wish}_name`), "signature-name", fixedRuns(layout, "signature-name", line), {
      before: i === 0 ? layout.form.layout.signatureSpace : 0,
      span: signature.span,
    }),
  );
}

/** The block at the end, or none when there is neither recipient nor signature. */
export function endingBlocks(layout: Layout, ending: Ending, page: PageSetup, wish: string): ColumnsBlock[] {
  const recipients = recipientBlocks(layout, ending, wish);
  const { signatures } = ending;
  if (recipients.length === 0 && signatures.length === 0) return [];
  const total = textWidthOf(page);
  const measures = layout.form.layout;
  const block = (widths: ColumnsBlock["widths"], rows: ColumnsBlock["rows"], keepTogether = true): ColumnsBlock[] => [
    {
      kind: "columns",
      id: layout.id(`${wish}_signature`),
      role: "signature",
      widths,
      rows,
      keepTogether,
      before: measures.signatureGap,
    },
  ];

  if (signatures.length <= 1) {
    const columns = oneSignerColumns(layout, recipients, signatures, total);
    const right: SimpleBlock[] = signatures.flatMap((signature) => [
      ...authorityBlocks(layout, signature, columns.authority, wish),
      ...nameBlocks(layout, signature, ending.signed, wish),
    ]);
    const rows = withLongList(layout, recipients, right, columns.widths, textHeight(page));
    return block(columns.widths, rows, rows.length === 1);
  }

  // Two by two; the names of a pair stand at one height whatever the lines above them. A lone last one stands right.
  const half = roundPt(total / 2 - 0.05);
  const rows: { readonly cells: readonly (readonly SimpleBlock[])[] }[] = [];
  for (let i = 0; i < signatures.length; i += 2) {
    const pair = signatures.slice(i, i + 2);
    const cells = (make: (signature: Signature) => readonly SimpleBlock[]): (readonly SimpleBlock[])[] =>
      pair.length === 2 ? pair.map(make) : [[], make(pair[0]!)];
    const authority = (signature: Signature): ParagraphBlock[] =>
      authorityBlocks(layout, signature, half - measures.columnGap, wish).map((block, line) =>
        i > 0 && line === 0 ? { ...block, before: measures.signatureGap } : block,
      );
    rows.push({ cells: cells(authority) });
    rows.push({ cells: cells((signature) => nameBlocks(layout, signature, ending.signed, wish)) });
  }
  if (recipients.length > 0) {
    const first: ParagraphBlock = { ...recipients[0]!, before: measures.signatureGap };
    rows.push({ cells: [[first, ...recipients.slice(1)], []] });
  }
  return block([half, half], rows);
}

interface SignerColumns {
  /** Recipients and signature, or with a gap between them. */
  readonly widths: readonly Pt[];
  /** Room for a line of authority. */
  readonly authority: Pt;
}

/** Steps in which the recipients' column is widened. */
const widening: Pt = 2;

/**
 * Columns of one signer. The left one ends where the seal may begin: half of the signature's image and the seal's offset
 * to the left of the right column's middle. Where recipients then fit on fewer lines, that middle moves right, to three
 * quarters of the width at most; never where a line of authority would need another line for it.
 */
function oneSignerColumns(
  layout: Layout,
  recipients: readonly ParagraphBlock[],
  signatures: readonly Signature[],
  total: Pt,
): SignerColumns {
  const { signatureZone, sealOffset, columnGap } = layout.form.layout;
  const toSeal = (signatureZone - sealOffset) / 2 + sealOffset;
  const narrow = roundPt(Math.min(total * 0.45, total - 2 * toSeal));
  const columnsAt = (left: Pt): SignerColumns => {
    const right = roundPt(Math.min(total - left, 2 * (total - left - toSeal)));
    const gap = roundPt(total - left - right);
    return gap > 0
      ? { widths: [left, gap, right], authority: right - Math.max(0, columnGap - gap) }
      : { widths: [left, right], authority: right - columnGap };
  };
  // A point less than the column, so that rounding in another program never adds a line.
  const recipientLines = (left: Pt): number => paragraphLines(layout, recipients, left - 1);
  const { size } = layout.style.paragraph["signature-authority"];
  const authorityLines = ({ authority }: SignerColumns): number =>
    signatures
      .flatMap((signature) => signature.authority)
      .reduce(
        (sum, { text }) =>
          sum + lineWidths(layout.fonts, authorityRuns(layout, text, authority), size, authority).length,
        0,
      );
  let best = columnsAt(narrow);
  let fewest = recipientLines(narrow);
  const authority = authorityLines(best);
  for (let left = narrow + widening; left <= total * 0.75 - toSeal; left += widening) {
    const columns = columnsAt(roundPt(left));
    if (recipientLines(left) >= fewest) continue;
    if (authorityLines(columns) > authority) break;
    fewest = recipientLines(left);
    best = columns;
  }
  return best;
}

/** Lines of some paragraphs in that width. */
const paragraphLines = (layout: Layout, blocks: readonly ParagraphBlock[], width: Pt): number =>
  blocks.reduce(
    (sum, block) => sum + lineWidths(layout.fonts, block.runs, layout.style.paragraph[block.style].size, width).length,
    0,
  );

const heightOf = (layout: Layout, blocks: readonly SimpleBlock[], width: Pt): Pt =>
  blocks.reduce((sum, block) => {
    if (block.kind !== "paragraph") return sum;
    const style = layout.style.paragraph[block.style];
    const lines = paragraphLines(layout, [block], width);
    return sum + lines * lineHeight(layout.fonts.regular, style.size) + (block.before ?? style.before) + style.after;
  }, 0);

/**
 * Recipients and signature side by side. A list so long that the block would leave a large part of a page empty runs on
 * below the signature, one recipient a row, and over the page's end.
 */
function withLongList(
  layout: Layout,
  recipients: readonly ParagraphBlock[],
  signature: readonly SimpleBlock[],
  widths: readonly Pt[],
  room: Pt,
): ColumnsBlock["rows"] {
  const row = (left: readonly SimpleBlock[], right: readonly SimpleBlock[]): ColumnsBlock["rows"][number] => ({
    cells: widths.map((_, i) => (i === 0 ? left : i === widths.length - 1 ? right : [])),
  });
  const beside = heightOf(layout, signature, widths.at(-1)!);
  if (heightOf(layout, recipients, widths[0]!) <= Math.max(beside, room / 2)) return [row(recipients, signature)];
  let count = 0;
  while (heightOf(layout, recipients.slice(0, count + 1), widths[0]!) <= beside) count += 1;
  const below = recipients.slice(count).map((recipient) => row([recipient], []));
  return [row(recipients.slice(0, count), signature), ...below];
}

/**
 * The blocks in front of a signature, the last of them kept with it: at least two lines of text (or the last row of a
 * table) stand on the signature's page, so that it is never alone there (TT-KY-12).
 */
export function heldTail(layout: Layout, blocks: readonly Block[], page: PageSetup): Block[] {
  const result = [...blocks];
  let lines = 0;
  for (let i = result.length - 1; i >= 0 && lines < 2; i -= 1) {
    const block = result[i]!;
    if (block.kind === "paragraph") {
      const style = layout.style.paragraph[block.style];
      const width = textWidthOf(page) - style.left - style.right;
      lines += lineWidths(layout.fonts, block.runs, style.size, width, style.firstLine).length;
      result[i] = { ...block, keepNext: true };
    } else if (block.kind === "table") {
      const last = block.rows.length - 1;
      result[i] = { ...block, rows: block.rows.map((row, r) => (r === last ? { ...row, keepNext: true } : row)) };
      return result;
    } else return result;
  }
  return result;
}
