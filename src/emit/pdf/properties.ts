/** What a PDF says about itself: the Info dictionary and the same facts as XMP. No clock: a file says its document's date. */
import type { DocumentProperties } from "../../document/document.ts";

/** Stands for a date that is still blank. */
const undated = Date.UTC(2000, 0, 1);

/** The document's date at midnight UTC. */
export function creationDate({ date }: DocumentProperties): Date {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date ?? "") ?? [];
  return new Date(year === undefined ? undated : Date.UTC(Number(year), Number(month) - 1, Number(day)));
}

/** A key of a PDF dictionary: regular characters only (PDF 32000-1, 7.3.5). */
const key = (name: string): string => name.replace(/[^A-Za-z0-9_.-]/g, "");

/** Custom properties (TypeName, CodeNumber, …) stand beside the usual ones, where readers of PDF list them too. */
export function infoOf(properties: DocumentProperties): Record<string, string | Date> {
  const info: Record<string, string | Date> = {
    Title: properties.title,
    Author: properties.author,
    Subject: properties.subject,
    Keywords: properties.keywords.join("; "),
    Creator: properties.generator,
    Producer: properties.generator,
    CreationDate: creationDate(properties),
    ModDate: creationDate(properties),
  };
  for (const [name, value] of Object.entries(properties.custom)) {
    const free = key(name);
    if (free !== "" && !(free in info)) info[free] = value;
  }
  info.SourceDigest = properties.sourceDigest;
  return info;
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character]!);

/** XMP packets of Dublin Core, XMP and PDF properties. */
export function xmpOf(properties: DocumentProperties): string {
  const date = creationDate(properties)
    .toISOString()
    .replace(/\.\d+Z$/, "Z");
  const inDefaultLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
  const keywords = properties.keywords.map((word) => `<rdf:li>${escaped(word)}</rdf:li>`).join("");
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title>${inDefaultLanguage(properties.title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escaped(properties.author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inDefaultLanguage(properties.subject)}</dc:description>
<dc:subject><rdf:Bag>${keywords}</rdf:Bag></dc:subject>
<dc:language><rdf:Bag><rdf:li>${properties.language}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:CreatorTool>${escaped(properties.generator)}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Keywords>${escaped(properties.keywords.join("; "))}</pdf:Keywords>
<pdf:Producer>${escaped(properties.generator)}</pdf:Producer>
</rdf:Description>`;
}
