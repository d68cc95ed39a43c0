/**
 * What the compiler knows of the world: agencies, legal documents, abbreviations, each with its life span and source.
 * Plain data and its types; `load.ts` reads YAML, `search.ts` looks things up.
 */

/** A two independent sources agree · B one source · C not verified: never more than a notice. */
export type Confidence = "A" | "B" | "C";

/** ISO dates `YYYY-MM-DD`; null = open. `validTo` is the last day of life. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly short: readonly string[];
  /** Other spellings that mean it and are not to be written. */
  readonly variants: readonly string[];
  readonly symbol: string | null;
  readonly level: "central" | "province" | "district" | "commune" | "hamlet" | "set" | "other";
  readonly parent: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  readonly act: string | null;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface LegalDocument {
  /** Unique: number + date where numbers repeat. */
  readonly id: string;
  /** Nghị định, Quyết định, Luật… with a capital. */
  readonly type: string;
  /** Number with symbol as cited: `30/2020/NĐ-CP`, `02-NQ/TU`. For a law: `77/2015/QH13`. */
  readonly number: string;
  readonly symbol: string | null;
  readonly issued: string | null;
  readonly issuer: string;
  readonly title: string;
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly replacedBy: readonly string[];
  readonly amendedBy: readonly string[];
  /** Of number, type and title; the others where they differ, otherwise the same. */
  readonly confidence: Confidence;
  readonly issuedConfidence: Confidence;
  readonly inForceConfidence: Confidence;
  /** Of inForceTo, replacedBy and amendedBy. */
  readonly relationsConfidence: Confidence;
  readonly source: string;
}

export interface Abbreviation {
  readonly short: string;
  readonly full: string;
  readonly ambiguous: boolean;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A province or centrally run city, for place names and letterheads. */
export interface Province {
  readonly name: string;
  /** “tỉnh Hà Tĩnh”, “thành phố Huế” as a unit with its common noun. */
  readonly unit: "tỉnh" | "thành phố";
  /** Other spellings met in documents. */
  readonly aliases: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Name of the unit that took over; null when it goes on. */
  readonly successor: string | null;
  readonly act: string | null;
  readonly confidence: Confidence;
  readonly source: string;
}

export interface Registries {
  readonly agencies: readonly Agency[];
  readonly documents: readonly LegalDocument[];
  readonly abbreviations: readonly Abbreviation[];
  readonly provinces: readonly Province[];
  /** What the office of the plan says of itself in its plan.yaml; absent without one. */
  readonly own?: OwnNames;
}

/** A name on a list of recipients that stands for several bodies: “Các phòng chuyên môn”. */
export interface StandingRecipient {
  readonly name: string;
  /** Names of the bodies it stands for; null for all units of the office. */
  readonly bodies: readonly string[] | null;
}

/** What a plan.yaml holds besides rows of the registries. Its rows are among the others; their ids are told here. */
export interface OwnNames {
  /** Where it was read, as shown to people. */
  readonly path: string;
  /** The office itself (`cơ quan:`), as typed. */
  readonly agency: string | null;
  /** Ids of the agencies that the office declares, and of the documents that only it knows. */
  readonly units: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  readonly abbreviations: readonly { readonly short: string; readonly full: string }[];
  readonly recipients: readonly StandingRecipient[];
}
