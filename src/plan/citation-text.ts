/**
 * `[[749/QĐ-TTg]]` → the citation as official texts write it: in full the first time, by type and number later
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6). Words come from the registry of documents.
 */
import type { LegalDocument, Registries } from "../registry/registry.ts";
import { documentsByNumber, isCitedByName, isSameType, lawsNamed, nearestNumber } from "../registry/search.ts";
import { citedDate, didYouMean, fold, isCapitals, uncapitalized } from "./words.ts";

export { isCitedByName };

export type FoundDocument =
  | { readonly kind: "found"; readonly document: LegalDocument }
  | { readonly kind: "unknown"; readonly suggestion: string }
  | { readonly kind: "ambiguous"; readonly choices: readonly LegalDocument[] };

/** Finds what stands between the brackets: a number (`749/QĐ-TTg`), with its type before it or its date or year after it
 * (`76/NQ-CP 15/7/2021`), an id of the registry, or the name of a law. */
export function findDocument(target: string, registries: Registries): FoundDocument {
  const words = target.replace(/[\s\u00a0]+/g, " ").trim();
  const byId = registries.documents.find((document) => document.id === words);
  if (byId) return { kind: "found", document: byId };
  const dated = /^(.*?)(?:,?\s+(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|,?\s+(?:năm\s+)?(\d{4}))?$/u.exec(
    words,
  )!;
  const name = dated[1]!.trim();
  const date = dated[4]
    ? `${dated[4]}-${dated[3]!.padStart(2, "0")}-${dated[2]!.padStart(2, "0")}`
    : (dated[5] ?? null);
  const numbered = /(\S*\d\S*[/-]\S+)$/u.exec(name)?.[1] ?? null;
  const type = numbered === null ? null : name.slice(0, name.length - numbered.length).replace(/\s*(?:số\s*)?$/iu, "");
  const named = numbered === null ? lawsNamed(registries, name) : documentsByNumber(registries, numbered);
  const candidates = named.filter(
    (document) =>
      (date === null || (document.issued ?? "").startsWith(date)) && (!type || isSameType(type, document.type)),
  );
  if (candidates.length === 1) return { kind: "found", document: candidates[0]! };
  if (candidates.length > 1) return { kind: "ambiguous", choices: candidates };
  if (numbered === null) {
    const laws = registries.documents.filter(isCitedByName).map((document) => document.title);
    return { kind: "unknown", suggestion: didYouMean(name, laws) };
  }
  const near = nearestNumber(registries, numbered);
  return { kind: "unknown", suggestion: near === null ? "" : ` Có phải “${near}”?` };
}

/** A law's name with its type: “Luật Tổ chức chính quyền địa phương”. */
export function nameOf(document: LegalDocument): string {
  return fold(document.title).startsWith(`${fold(document.type)} `)
    ? document.title
    : `${document.type} ${document.title}`;
}

/** First words of titles that already link to the number: “… của Chính phủ quy định …”. */
const links =
  /^(về|việc|ban hành|phê duyệt|quy định|công bố|sửa đổi|hướng dẫn|điều chỉnh|thành lập|bãi bỏ|giao|thay thế|kéo dài|đính chính|kiện toàn)(?![\p{L}])/iu;

/** The first mention: “Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt …”. */
export function fullCitation(document: LegalDocument, registries: Registries): string {
  if (isCitedByName(document)) return shortCitation(document, registries);
  let title = document.title.trim();
  if (isCapitals(title)) title = title.toLowerCase();
  // A title that names its type already links: “Quyết định phê duyệt …”.
  const isNamed = fold(title).startsWith(`${fold(document.type)} `);
  if (isNamed) title = title.slice(document.type.length).trim();
  const date = document.issued === null ? "" : citedDate(document.issued);
  const linked = isNamed || title === "" ? title : links.test(title) ? uncapitalized(title) : `về ${title}`;
  return [
    `${document.type} số ${document.number}`,
    date === "" ? "" : `ngày ${date}`,
    document.issuer === "" ? "" : `của ${document.issuer}`,
    linked,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Later mentions: “Quyết định số 749/QĐ-TTg”. A law is its name, with the number where two laws share the name. */
export function shortCitation(document: LegalDocument, registries: Registries): string {
  if (!isCitedByName(document)) return `${document.type} số ${document.number}`;
  const name = nameOf(document);
  const isShared = lawsNamed(registries, document.title).length > 1;
  return isShared && /\d/.test(document.number) ? `${name} số ${document.number}` : name;
}

/** “Nghị quyết số 76/NQ-CP ngày 15/7/2021”, for messages. */
export const datedCitation = (document: LegalDocument): string =>
  `${document.type} số ${document.number}${document.issued === null ? "" : ` ngày ${citedDate(document.issued)}`}`;
