/** What a careful person says of a foreign document: the shape of `facts.json` of test/import/texts. */

export interface TaskFacts {
  readonly title: string;
  readonly lead: readonly string[];
  readonly time: string;
}

export interface TableFacts {
  readonly columns: number;
  /** Without the rows of the head and the row of column numbers; with groups, sub-rows and totals. */
  readonly rows: number;
  /** Headings, from the top row down: `Kinh phí > Ngân sách`. */
  readonly head: readonly string[];
  readonly numberRow?: readonly string[];
}

export interface DocumentFacts {
  readonly kind: string;
  readonly issuers: readonly string[];
  readonly parent: string | null;
  readonly number: string | null;
  readonly date: string | null;
  readonly place: string | null;
  readonly title: string;
  readonly legalBases: number;
  /** Marks as printed and the first words, in order; annexes last. */
  readonly divisions: readonly (readonly [mark: string, words: string])[];
  readonly bullets: number;
  /** How many of the bullets stand below another bullet; said where it is worth it. */
  readonly lowerBullets?: number;
  readonly tasks: readonly TaskFacts[];
  readonly tables: readonly TableFacts[];
  readonly recipients: number;
  readonly signatures: readonly { readonly lines: readonly string[]; readonly name: string }[];
  readonly annexes: readonly { readonly number: string | null; readonly title: string }[];
}

export interface Facts {
  readonly documents: readonly DocumentFacts[];
  /** Paragraphs that a page's end had cut. */
  readonly joins: number;
  /** Page numbers that stand in the text. */
  readonly pageNumbers: number;
  readonly notes?: readonly string[];
}

export interface WordDocument {
  readonly slug: string;
  readonly about: string;
  readonly bytes: () => Promise<Uint8Array>;
  /** All words in printed order. */
  readonly expected: string;
  readonly facts: Facts;
}
