/**
 * Whose document a number is. Bodies of one kind number alike (every commune has a 12/KH-UBND each year), so a document that
 * an office lists as its own is meant only where the words do not name another issuer.
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import type { LegalDocument, Registries } from "./registry.ts";

/** `30/2020/NĐ-CP`: the number names its year, and does not come again. */
export const carriesYear = (number: string): boolean => /\/(?:19|20)\d\d\//.test(number);

/** Bodies of provinces and communes number their acts alike, those with the year in the number too (05/2024/QĐ-UBND). */
export const comesAgain = (number: string): boolean => !carriesYear(number) || /UBND|HĐND/u.test(number);

const bodyWords = (issuer: string): string =>
  foldVietnamese(issuer)
    .replace(/uy ban nhan dan/g, "ubnd")
    .replace(/hoi dong nhan dan/g, "hdnd")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** “UBND xã” and “Ủy ban nhân dân xã An Bình” may be one body; “UBND xã An Bình” and “UBND xã Bình An” are two. */
export function isSameIssuer(a: string, b: string): boolean {
  const [one, other] = [bodyWords(a), bodyWords(b)];
  return one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);
}

/** False where a document of the office's own list is cited as that of another body. */
export const mayBeIssuedBy = (registries: Registries, document: LegalDocument, issuer: string | null): boolean =>
  issuer === null ||
  document.issuer === "" ||
  registries.own?.documents.has(document.id) !== true ||
  isSameIssuer(issuer, document.issuer);

/** True when the words of a list of recipients hold a name that stands for the body, by the office's `nơi nhận:`. */
export function isStoodFor(
  { own, agencies }: Registries,
  recipients: string,
  body: { readonly text: string; readonly id: string | null },
): boolean {
  if (own === undefined) return false;
  const listed = ` ${words(recipients)} `;
  const name = words(body.text);
  const isBody = (called: string): boolean =>
    words(called) === name ||
    agencies.some(
      ({ id, name: full, short }) => id === body.id && [full, ...short].some((one) => words(one) === words(called)),
    );
  return own.recipients.some(
    (one) =>
      listed.includes(` ${words(one.name)} `) &&
      (one.bodies === null ? body.id !== null && own.units.has(body.id) : one.bodies.some(isBody)),
  );
}

const words = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^a-z0-9&]+/g, " ")
    .trim();
