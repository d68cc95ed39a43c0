/** What `plan registry verify` says of own rows besides their mistakes: contradictions, rows that add nothing, rows to confirm. */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { DocumentRow, UnitRow } from "./overlay.ts";
import type { BoundRows, FileFindings } from "./overlay-bind.ts";
import {
  addsNothing,
  differsFromShipped,
  notConfirmed,
  replacedBeforeIssued,
  replacedWithoutEnd,
} from "./overlay-errors.ts";
import { isSameIssuer } from "./own.ts";
import type { Agency, LegalDocument, Registries } from "./registry.ts";
import { documentById } from "./search.ts";

/** The day as clerks write it; what is no ISO date as it is. */
export const dayWords = (iso: string): string => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return iso;
  const [, year, month, day] = parts;
  // Two digits for days, and for months 1 and 2 only (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4).
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
};

export function verifyOverlay(rows: BoundRows, registries: Registries): readonly FileFindings[] {
  const found = new Map<SourceFile, Diagnostic[]>();
  const add = (source: SourceFile, diagnostics: readonly Diagnostic[]): void => {
    found.set(source, [...(found.get(source) ?? []), ...diagnostics]);
  };
  for (const { row, source, agency, shipped } of rows.units) add(source, ofUnit(row, agency, shipped));
  for (const { row, source, document, shipped } of rows.documents)
    add(source, ofDocument(row, document, shipped, registries));
  return [...found].map(([source, diagnostics]) => ({ source, diagnostics }));
}

/** A field of both rows: its name for people, the own value, the shipped one. */
type Field = readonly [string, string | null, string | null];

function differences(what: string, span: Diagnostic["span"], fields: readonly Field[]): Diagnostic[] {
  return fields.flatMap(([field, own, shipped]) =>
    own === null || shipped === null || own === shipped
      ? []
      : [differsFromShipped(span, { what, field, own: dayWords(own), shipped: dayWords(shipped) })],
  );
}

function ofUnit(row: UnitRow, agency: Agency, shipped: Agency | null): Diagnostic[] {
  const { name: what, span } = row;
  const found: Diagnostic[] = [];
  if (shipped !== null) {
    found.push(
      ...differences(what, span, [
        ["ngày bắt đầu", row.from, shipped.validFrom],
        ["ngày kết thúc", row.to, shipped.validTo],
      ]),
    );
    const known = new Set([shipped.name, ...shipped.short, ...shipped.variants]);
    const says =
      [...row.short, ...row.variants].some(({ text }) => !known.has(text)) ||
      row.from !== shipped.validFrom ||
      row.to !== shipped.validTo ||
      row.act !== null ||
      row.replacedBy.length > 0;
    if (!says && row.isConfirmed) found.push(addsNothing(span, { what }));
  }
  if (!row.isConfirmed) found.push(notConfirmed(span, { what }));
  if (row.replacedBy.length > 0 && agency.validTo === null)
    found.push(replacedWithoutEnd(span, { what, key: "đến ngày" }));
  return found;
}

function ofDocument(
  row: DocumentRow,
  document: LegalDocument,
  shipped: LegalDocument | null,
  registries: Registries,
): Diagnostic[] {
  const { number: what, span } = row;
  const found: Diagnostic[] = [];
  if (shipped !== null) {
    const isSameTitle = row.title === null || foldVietnamese(row.title) === foldVietnamese(shipped.title);
    const isIssuer = row.issuer === null || isSameIssuer(row.issuer, shipped.issuer);
    found.push(
      ...differences(what, span, [
        ["ngày", row.issued, shipped.issued],
        ["cơ quan ban hành", isIssuer ? null : row.issuer, shipped.issuer || null],
        ["trích yếu", isSameTitle ? null : row.title, shipped.title || null],
        ["ngày có hiệu lực", row.from, shipped.inForceFrom],
        ["ngày cuối còn hiệu lực", row.to, shipped.inForceTo],
      ]),
    );
    const says =
      found.length > 0 ||
      (row.issued !== null && shipped.issued === null) ||
      (row.title !== null && shipped.title === "") ||
      (row.from !== null && shipped.inForceFrom === null) ||
      (row.to !== null && shipped.inForceTo === null) ||
      document.replacedBy.some((id) => !shipped.replacedBy.includes(id)) ||
      document.amendedBy.some((id) => !shipped.amendedBy.includes(id));
    if (!says && row.isConfirmed) found.push(addsNothing(span, { what }));
  }
  if (!row.isConfirmed) found.push(notConfirmed(span, { what }));
  if (row.replacedBy.length > 0 && document.inForceTo === null)
    found.push(replacedWithoutEnd(span, { what, key: "hiệu lực đến" }));
  for (const id of [...document.replacedBy, ...document.amendedBy]) {
    const other = documentById(registries, id);
    if (other === null || other.issued === null || document.issued === null) continue;
    if (other.issued >= document.issued) continue;
    const values = { what, date: dayWords(document.issued), other: other.number, otherDate: dayWords(other.issued) };
    found.push(replacedBeforeIssued(span, values));
  }
  return found;
}
