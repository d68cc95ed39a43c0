/** The parts of a foreign file once they are found: documents with head, title, body, end and annexes. Plain read-only data. */
import type { Ending } from "./ending.ts";
import type { HeadFacts } from "./head.ts";
import type { OwnFields } from "./own.ts";
import type { MendedParagraph } from "./pieces.ts";
import type { RawRun, RawTable } from "./raw.ts";
import type { TableHints } from "./tables.ts";

export type BodyPart =
  | {
      readonly kind: "text";
      readonly paragraph: MendedParagraph;
      /** Of a part, chapter or section: its name, which stood on a line of its own below the mark. */
      readonly title?: readonly RawRun[];
      readonly look?: string;
    }
  | { readonly kind: "enacting"; readonly paragraph: MendedParagraph; readonly look?: string }
  | {
      readonly kind: "table";
      readonly table: RawTable;
      /** Known of a table of our own. */
      readonly hints?: TableHints;
      readonly caption?: string;
      readonly look?: string;
    };

export interface AnnexParts {
  /** `I`, `01`; "" for none. */
  readonly number: string;
  readonly title: readonly RawRun[];
  /** “(Kèm theo …)” as it stood; "" for none. */
  readonly attached: string;
  /** The head of the agency stood above it. */
  readonly letterhead: boolean;
  /** What that head said; null for none, or one that said nothing of its own. */
  readonly head: HeadFacts | null;
  readonly landscape: boolean | null;
  readonly body: readonly BodyPart[];
  readonly ending: Ending | null;
  readonly looks: readonly string[];
}

export interface DocumentParts {
  /** Id and spelling of the document's type: “plan”, “kế hoạch”. */
  readonly type: { readonly id: string; readonly spelling: string };
  readonly title: readonly RawRun[];
  readonly head: HeadFacts;
  /** Names in the left column: superiors first. */
  readonly names: readonly string[];
  readonly joint: boolean;
  /** The line above the bases of a decision; "" for none. */
  readonly authority: string;
  readonly attached: string;
  readonly body: readonly BodyPart[];
  readonly ending: Ending | null;
  readonly annexes: readonly AnnexParts[];
  readonly looks: readonly string[];
  /** Known of a document of our own. */
  readonly own?: OwnFields;
}
