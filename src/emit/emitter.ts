/**
 * What an output format is. `index.ts` lists the formats; each is loaded when first used.
 */
import type { Checked } from "../diagnostics/diagnostic.ts";
import type { Block, Document } from "../document/document.ts";
import type { FontFiles } from "../document/measure.ts";
import type { Plan } from "../plan/plan.ts";

/** What emitters may need besides their tree; the host reads it. */
export interface Resources {
  readonly fonts: FontFiles;
}

interface Common {
  /** As in `--to`. */
  readonly name: string;
  /** With its dot. */
  readonly extension: string;
  /** In Vietnamese, for help. */
  readonly title: string;
}

/** `value` is null when nothing could be written; then `diagnostics` has an error (XB…). */
export type Emitted = Checked<Uint8Array | null>;

export type Emitter =
  | (Common & { readonly from: "document"; emit(document: Document, resources: Resources): Promise<Emitted> })
  | (Common & { readonly from: "plan"; emit(plan: Plan, resources: Resources): Promise<Emitted> });

/** A table of drawing functions, one a kind of block: a new kind does not compile until each emitter draws it. */
export type Renderer<Out, Context> = {
  readonly [K in Block["kind"]]: (block: Extract<Block, { kind: K }>, context: Context) => Out;
};
