/**
 * What the compiler knows of the world: agencies, legal documents, abbreviations, each with its life span and source.
 * Plain data and its types; `load.ts` reads YAML, `search.ts` looks things up.
 */

/** A two independent sources agree · B one source · C not verified: never more than a notice. */
export type Confidence = "A" | "B" | "C";

/**
 * state: bodies of State power and administration, their units · party · front: the Front and the organisations in it ·
 * vertical: bodies that answer to a ministry, not to the committee of the place (police, army, taxes, treasury, insurance,
 * courts) · other: press, enterprises, associations, delegations · mixed: sets of several kinds.
 */
export type AgencyKind = "state" | "party" | "front" | "vertical" | "other" | "mixed";

/** ISO dates `YYYY-MM-DD`; null = open. `validTo` is the last day of life. */
export interface Agency {
  readonly id: string;
  readonly name: string;
  readonly short: readonly string[];
  /** Other spellings that mean it and are not to be written. */
  readonly variants: readonly string[];
  /** Those of `variants` that are surely misspelt, where the right name is the same body (“Bộ Công thương”). */
  readonly misspellings: readonly string[];
  /** In the numbers of its documents (`…/SNV-CCHC`); a default, for symbols differ a little by province. */
  readonly symbol: string | null;
  /** Other symbols met for it. */
  readonly symbols: readonly string[];
  /** How a plan may speak to it: a body of the administration is given work; the others are asked. */
  readonly kind: AgencyKind;
  /** The kinds of units that have it (phường, đặc khu); empty = all of its level. */
  readonly units: readonly string[];
  readonly level: "central" | "province" | "district" | "commune" | "hamlet" | "set" | "other";
  readonly parent: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Days around both ends of its life in which the old and the new name may be right, for places changed one by one. */
  readonly graceDays: number;
  readonly predecessors: readonly string[];
  readonly successors: readonly string[];
  readonly act: string | null;
  readonly confidence: Confidence;
  readonly source: string;
}

/** completed: a programme or plan whose period is over. */
export type DocumentStatus = "expired" | "partly-expired" | "superseded" | "completed";

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
  /** How it ended where the day is not known, or not of all its parts; null = not known to have ended, or by inForceTo. */
  readonly status: DocumentStatus | null;
  readonly replacedBy: readonly string[];
  readonly amendedBy: readonly string[];
  /** Of number, type and title; the others where they differ, otherwise the same. */
  readonly confidence: Confidence;
  readonly issuedConfidence: Confidence;
  readonly inForceConfidence: Confidence;
  /** Of inForceTo, status, replacedBy and amendedBy. */
  readonly relationsConfidence: Confidence;
  readonly source: string;
}

/** document: types in symbols · signature: before a signatory · recipient: in the list of recipients · place: of units. */
export type AbbreviationDomain =
  | "reform"
  | "technology"
  | "index"
  | "body"
  | "party"
  | "staff"
  | "law"
  | "economy"
  | "finance"
  | "society"
  | "programme"
  | "document"
  | "signature"
  | "recipient"
  | "place";

export interface Abbreviation {
  readonly short: string;
  readonly full: string;
  /** Other ways of writing the short form, which are not to be mixed with it (“PAR-INDEX”). */
  readonly variants: readonly string[];
  readonly domain: AbbreviationDomain | null;
  readonly ambiguous: boolean;
  readonly confidence: Confidence;
  readonly source: string;
}

/** A province or centrally run city, for place names and letterheads. */
export interface Province {
  readonly name: string;
  /** Two digits of the official list (Quyết định 19/2025/QĐ-TTg); a merged unit keeps one of the old codes. */
  readonly code: string;
  /** “tỉnh Hà Tĩnh”, “thành phố Huế” as a unit with its common noun. */
  readonly unit: "tỉnh" | "thành phố";
  /** Other spellings met in documents. */
  readonly aliases: readonly string[];
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Name of the unit that took over; null when it goes on. */
  readonly successor: string | null;
  /** Name of the town or quarter where its bodies sit: “Vinh”, “Quận 1”. */
  readonly centre: string | null;
  readonly act: string | null;
  readonly confidence: Confidence;
  readonly centreConfidence: Confidence;
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
