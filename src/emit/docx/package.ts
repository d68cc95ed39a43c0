/**
 * From the library's document to bytes: equal input gives equal bytes on any day, in any place.
 *
 * The library's `Packer` does not promise that: it writes the time of day into docProps/core.xml and into every entry
 * of the ZIP file. So its parts are taken before they are zipped (`Packer.compiler.compile`, a private member, checked
 * by a test of this folder), what is not ours is left out, and the rest is zipped here through zlib.
 *
 * Left out are the parts and styles that the library adds to every document: a theme (nothing of ours depends on one),
 * lists (numbers and letters are text), endnotes, headings in Word's blue.
 */
import { crc32, deflateRawSync } from "node:zlib";
import { Packer, type Document as WordDocument } from "docx";
import type { Document } from "../../document/document.ts";
import { appProperties, coreProperties } from "./properties.ts";
import { keptStyles } from "./styles.ts";

type Parts = Map<string, string | Uint8Array>;

interface Compiler {
  /** Names and contents of the parts of a document. */
  compile(document: WordDocument, prettify: undefined, overrides: readonly never[]): Parts;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const wordNamespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Parts of the library that are not written, as far as their names begin so. */
const leftOut = ["word/theme/", "word/numbering.xml", "word/endnotes.xml"];

const isLeftOut = (path: string): boolean => leftOut.some((prefix) => path.startsWith(prefix));

/** Content types by the end of a part's name. */
const contentTypes: readonly (readonly [RegExp, string])[] = [
  [/^word\/document\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"],
  [/^word\/styles\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"],
  [/^word\/settings\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"],
  [/^word\/fontTable\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"],
  [/^word\/footnotes\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"],
  [/^word\/header\d+\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"],
  [/^word\/footer\d+\.xml$/, "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"],
  [/^docProps\/core\.xml$/, "application/vnd.openxmlformats-package.core-properties+xml"],
  [/^docProps\/app\.xml$/, "application/vnd.openxmlformats-officedocument.extended-properties+xml"],
  [/^docProps\/custom\.xml$/, "application/vnd.openxmlformats-officedocument.custom-properties+xml"],
];

const contentTypesPart = (paths: readonly string[]): string =>
  [
    declaration,
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...paths.flatMap((path) => {
      const type = contentTypes.find(([pattern]) => pattern.test(path))?.[1];
      return type ? [`<Override PartName="/${path}" ContentType="${type}"/>`] : [];
    }),
    "</Types>",
  ].join("");

/**
 * word/settings.xml. Compatibility mode 15 is Word 2013 and later; lines that end in a forced break are not spread over
 * the line, as they are not in the PDF.
 */
const settingsPart = (hasNotes: boolean): string =>
  [
    declaration,
    `<w:settings xmlns:w="${wordNamespace}">`,
    '<w:zoom w:percent="100"/>',
    '<w:defaultTabStop w:val="720"/>',
    '<w:characterSpacingControl w:val="doNotCompress"/>',
    hasNotes ? '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' : "",
    "<w:compat><w:doNotExpandShiftReturn/>",
    ...(
      [
        ["compatibilityMode", 15],
        ["overrideTableStyleFontSizeAndJustification", 1],
        ["enableOpenTypeFeatures", 1],
        ["doNotFlipMirrorIndents", 1],
        ["differentiateMultirowTableHeaders", 1],
        ["useWord2013TrackBottomHyphenation", 0],
      ] as const
    ).map(
      ([name, value]) =>
        `<w:compatSetting w:name="${name}" w:uri="http://schemas.microsoft.com/office/word" w:val="${value}"/>`,
    ),
    "</w:compat>",
    '<w:themeFontLang w:val="vi-VN"/>',
    '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    "</w:settings>",
  ].join("");

const fontTablePart = (fontName: string): string =>
  [
    declaration,
    `<w:fonts xmlns:w="${wordNamespace}">`,
    `<w:font w:name="${fontName.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;")}">`,
    '<w:charset w:val="00"/><w:family w:val="roman"/><w:pitch w:val="variable"/>',
    "</w:font></w:fonts>",
  ].join("");

/** Only our styles; Word's own hundreds stay hidden from its list of styles. */
const ownStyles = (xml: string): string =>
  xml
    .replace(/<w:style [^>]*w:styleId="([^"]*)".*?<\/w:style>/gs, (style, id: string) =>
      keptStyles.has(id) ? style : "",
    )
    .replace(
      "</w:docDefaults>",
      '</w:docDefaults><w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>',
    );

/** The library begins every note, separators included, with a number in a style of its own; ours number themselves. */
const ownNotes = (xml: string): string =>
  xml.replaceAll('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>', "");

/** Relationships whose target is still in the package. */
const ownRelationships = (xml: string, has: (target: string) => boolean): string =>
  xml.replace(/<Relationship [^>]*Target="([^"]*)"[^>]*\/>/g, (relationship, target: string) =>
    has(target) ? relationship : "",
  );

function ownParts(compiled: Parts, document: Document): Map<string, string> {
  const hasNotes = document.notes.length > 0;
  const parts = new Map<string, string>();
  for (const [path, content] of compiled) {
    if (typeof content !== "string") throw new Error(`Phần không mong đợi trong tệp DOCX: ${path}`);
    if (isLeftOut(path) || path.endsWith(".rels")) continue;
    if (path === "word/footnotes.xml" && !hasNotes) continue;
    parts.set(path, content);
  }
  const revise = (path: string, change: (xml: string) => string): void => {
    const xml = parts.get(path);
    if (xml !== undefined) parts.set(path, change(xml));
  };
  revise("word/styles.xml", ownStyles);
  revise("word/footnotes.xml", ownNotes);
  parts.set("word/settings.xml", settingsPart(hasNotes));
  parts.set("word/fontTable.xml", fontTablePart(document.style.fontName));
  parts.set("docProps/core.xml", coreProperties(document));
  parts.set("docProps/app.xml", appProperties(document));
  for (const [path, folder] of [
    ["_rels/.rels", ""],
    ["word/_rels/document.xml.rels", "word/"],
  ] as const) {
    const xml = compiled.get(path);
    if (typeof xml !== "string") throw new Error(`Tệp DOCX thiếu phần ${path}`);
    parts.set(
      path,
      ownRelationships(xml, (target) => parts.has(folder + target)),
    );
  }
  parts.set("[Content_Types].xml", contentTypesPart([...parts.keys()].sort()));
  return parts;
}

/** The finished file. */
export function packDocx(word: WordDocument, document: Document): Uint8Array {
  const { compiler } = Packer as unknown as { readonly compiler: Compiler };
  return zip(ownParts(compiler.compile(word, undefined, []), document));
}

/** 1 January 1980, 00:00, the first moment that a ZIP file can name. */
const fixedDate = (1 << 5) | 1;

/** A ZIP file (APPNOTE 6.3, deflated, no extras) with its entries sorted by name. `[Content_Types].xml` sorts first. */
export function zip(parts: ReadonlyMap<string, string>): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const path of [...parts.keys()].sort()) {
    const name = Buffer.from(path, "utf8");
    const content = Buffer.from(parts.get(path)!, "utf8");
    const packed = deflateRawSync(content, { level: 9 });
    // Version 2.0, no flags, deflate, time and date, checksum, sizes, length of the name, no extra field.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(fixedDate, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    local.push(Buffer.from("PK\x03\x04", "latin1"), common, name, packed);
    // Central directory: made by 2.0, the same fields, no comment, disk 0, no attributes, place of the entry.
    const madeBy = Buffer.from([20, 0]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    central.push(Buffer.from("PK\x01\x02", "latin1"), madeBy, common, rest, name);
    offset += 4 + common.length + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", 0, "latin1");
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
