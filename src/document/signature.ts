/**
 * The end of a document: recipients on the left, authority, room for signature and seal, and the name on the right
 * (Nghị định 30/2020, Phụ lục I, phần I, mục II.7–II.9). Two signers (liên tịch) stand side by side, recipients below.
 */
import type { PlanDocument, Recipient, Signature } from "../plan/plan.ts";
import { balance, lineWidths } from "./breaking.ts";
import type { Block, ColumnsBlock, PageSetup, ParagraphBlock, SimpleBlock } from "./document.ts";
import { fixedRuns, type Layout, labelRun, paragraph, proseRuns, roundPt, textWidthOf } from "./layout.ts";
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

/** Lines of authority and position, in typed order: TM. …, KT. …, PHÓ …; long ones in lines about equally long. */
const authorityBlocks = (layout: Layout, signature: Signature, width: Pt, wish: string): ParagraphBlock[] =>
  signature.authority.map((line) =>
    paragraph(
      layout.id(`${wish}_authority`),
      "signature-authority",
      balance(
        layout.fonts,
        fixedRuns(layout, "signature-authority", line.text),
        layout.style.paragraph["signature-authority"].size,
        width - layout.form.layout.columnGap,
      ).runs,
      { span: line.span },
    ),
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
  const block = (widths: ColumnsBlock["widths"], rows: ColumnsBlock["rows"]): ColumnsBlock[] => [
    {
      kind: "columns",
      id: layout.id(`${wish}_signature`),
      role: "signature",
      widths,
      rows,
      keepTogether: true,
      before: measures.signatureGap,
    },
  ];

  if (signatures.length <= 1) {
    // The left column ends where the seal may begin: half of the signature's image and the seal's offset to the left of
    // the right column's middle.
    const reach = measures.signatureZone - measures.sealOffset;
    const left = roundPt(Math.min(total * 0.45, total - 2 * (reach / 2 + measures.sealOffset)));
    const right: SimpleBlock[] = signatures.flatMap((signature) => [
      ...authorityBlocks(layout, signature, total - left, wish),
      ...nameBlocks(layout, signature, ending.signed, wish),
    ]);
    return block([left, roundPt(total - left)], [{ cells: [recipients, right] }]);
  }

  // Two by two; the names of a pair stand at one height whatever the lines above them. A lone last one stands right.
  const half = roundPt(total / 2 - 0.05);
  const rows: { readonly cells: readonly (readonly SimpleBlock[])[] }[] = [];
  for (let i = 0; i < signatures.length; i += 2) {
    const pair = signatures.slice(i, i + 2);
    const cells = (make: (signature: Signature) => readonly SimpleBlock[]): (readonly SimpleBlock[])[] =>
      pair.length === 2 ? pair.map(make) : [[], make(pair[0]!)];
    rows.push({ cells: cells((signature) => authorityBlocks(layout, signature, half, wish)) });
    rows.push({ cells: cells((signature) => nameBlocks(layout, signature, ending.signed, wish)) });
  }
  if (recipients.length > 0) {
    const first: ParagraphBlock = { ...recipients[0]!, before: measures.signatureGap };
    rows.push({ cells: [[first, ...recipients.slice(1)], []] });
  }
  return block([half, half], rows);
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
