/** Properties of the document: the parts under docProps/. */
import type { Document } from "../../document/document.ts";
import { generatorProperty } from "../../document/facts.ts";

const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;");

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * docProps/core.xml. The library's has the time of day in it. The times here are the document's date, and absent while
 * the date is blank: the bytes must not depend on when they were made.
 */
export function coreProperties(document: Document): string {
  const { title, subject, author, keywords, language, date } = document.properties;
  const time = (name: string): string =>
    date === undefined ? "" : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:${name}>`;
  return [
    declaration,
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(title)}</dc:title>`,
    `<dc:subject>${escapeXml(subject)}</dc:subject>`,
    `<dc:creator>${escapeXml(author)}</dc:creator>`,
    keywords.length > 0 ? `<cp:keywords>${escapeXml(keywords.join(", "))}</cp:keywords>` : "",
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>`,
    time("created"),
    time("modified"),
    `<dc:language>${language}</dc:language>`,
    "</cp:coreProperties>",
  ].join("");
}

/** docProps/app.xml: which program made the file. */
export const appProperties = (document: Document): string =>
  [
    declaration,
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">',
    `<Application>${escapeXml(document.properties.generator)}</Application>`,
    `<Company>${escapeXml(document.properties.author)}</Company>`,
    "</Properties>",
  ].join("");

/**
 * Custom properties: the metadata of Nghị định 30/2020/NĐ-CP, Phụ lục VI, and what leads back to the source. They
 * survive re-saving in other office programs.
 */
export const customProperties = (document: Document): { name: string; value: string }[] =>
  [
    ...Object.entries(document.properties.custom),
    ["sourceDigest", document.properties.sourceDigest] as const,
    [generatorProperty, document.properties.generator] as const,
    ...document.properties.facts,
  ].map(([name, value]) => ({ name, value }));
