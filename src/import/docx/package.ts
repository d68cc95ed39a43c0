/**
 * The parts of a DOCX (ECMA-376-2): found by relationships from the package and from the main document, never by their
 * names. What leads out of the file is counted and not followed.
 */
import { emptySpan } from "../../source/source-file.ts";
import * as errors from "./errors.ts";
import { Refusal } from "./refusal.ts";
import type { Tallies } from "./tallies.ts";
import { type Handler, readXml, skip } from "./xml.ts";
import { looksLikeZip, openZip, type Zip } from "./zip.ts";

export interface Relationship {
  readonly id: string;
  /** Last word of its type: `styles`, `footnotes`… the same in strict and transitional files. */
  readonly type: string;
  /** Name of the part that it leads to. */
  readonly target: string;
}

export interface Package {
  /** Contents of a part; null when it is not there. */
  readonly read: (part: string) => Uint8Array | null;
  /** Relationships of a part to other parts; "" is the package itself. Those that lead out of the file are left out. */
  readonly relationships: (part: string) => readonly Relationship[];
  /** Name of the main document. */
  readonly document: string;
}

const nowhere = emptySpan(0);

/** The name of a part that a relationship of `source` leads to. */
function resolveTarget(source: string, target: string): string {
  const folders = target.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== "." && step !== "") folders.push(step);
  }
  return folders.join("/");
}

/** Where the relationships of a part are kept. */
function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/");
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
}

/** A link is text; where it leads to is not missed. */
const isLink = (type: string): boolean => type === "hyperlink";

function readRelationships(zip: Zip, source: string, tallies: Tallies): Relationship[] {
  const part = relationshipsPart(source);
  const bytes = zip.read(part);
  const found: Relationship[] = [];
  if (!bytes) return found;
  const root: Handler = {
    open: ({ name, attributes }) => {
      if (name !== "rel:Relationship") return skip;
      const type = (attributes.Type ?? "").replace(/^.*\//, "");
      const target = attributes.Target ?? "";
      if (attributes.TargetMode === "External") tallies.add("externalLinks", 0, isLink(type) ? 0 : 1);
      else found.push({ id: attributes.Id ?? "", type, target: resolveTarget(source, target) });
      return skip;
    },
  };
  readXml(bytes, part, { open: () => root });
  return found;
}

const openDocument: ReadonlyMap<string, string> = new Map([
  ["application/vnd.oasis.opendocument.text", "văn bản OpenDocument (.odt)"],
  ["application/vnd.oasis.opendocument.spreadsheet", "bảng tính OpenDocument (.ods)"],
  ["application/vnd.oasis.opendocument.presentation", "bản trình chiếu OpenDocument (.odp)"],
  ["application/epub+zip", "sách điện tử EPUB"],
]);

/** What a ZIP file is that is no Word file, for a message. */
function otherKind(zip: Zip): string {
  const has = (pattern: RegExp): boolean => zip.names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\./i)) return "bảng tính Excel (.xlsx)";
  if (has(/^ppt\/presentation\./i)) return "bản trình chiếu PowerPoint (.pptx)";
  if (has(/^visio\//i)) return "bản vẽ Visio (.vsdx)";
  if (has(/^mimetype$/)) {
    const type = Buffer.from(zip.read("mimetype") ?? [])
      .toString("latin1")
      .trim();
    return openDocument.get(type) ?? "tệp OpenDocument hoặc tương tự";
  }
  if (has(/^META-INF\/MANIFEST\.MF$/i)) return "chương trình Java (.jar)";
  if (has(/\.docx$/i)) return "tệp nén (.zip) có tệp Word bên trong";
  return "tệp nén (.zip)";
}

const signatures: readonly (readonly [string, string])[] = [
  ["\xd0\xcf\x11\xe0", " mà là tệp Word, Excel kiểu cũ (.doc, .xls), hoặc tệp có đặt mật khẩu"],
  ["%PDF", " mà là tệp PDF"],
  ["{\\rtf", " mà là tệp RTF"],
  ["\x89PNG", " mà là tệp ảnh PNG"],
  ["\xff\xd8\xff", " mà là tệp ảnh JPEG"],
  ["<!DOCTYPE html", " mà là trang web (HTML)"],
  ["<html", " mà là trang web (HTML)"],
  ["<?xml", " mà là tệp XML"],
];

/** What a file is that is no ZIP file, for a message. */
function foreignKind(bytes: Uint8Array): string {
  if (bytes.length === 0) return " vì tệp trống";
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return signatures.find(([start]) => head.startsWith(start))?.[1] ?? "";
}

/** The package of a Word file. Throws a `Refusal` for any other file. */
export function openPackage(bytes: Uint8Array, tallies: Tallies): Package {
  if (!looksLikeZip(bytes)) throw new Refusal(errors.notDocx(nowhere, { kind: foreignKind(bytes) }));
  const zip = openZip(bytes);
  const known = new Map<string, readonly Relationship[]>();
  const relationships = (part: string): readonly Relationship[] => {
    const before = known.get(part);
    if (before) return before;
    const found = readRelationships(zip, part, tallies);
    known.set(part, found);
    return found;
  };
  const document = relationships("").find(({ type }) => type === "officeDocument")?.target;
  // Excel and PowerPoint call their main part so, too; a Word file is known by its folder even when that part is lost.
  const isOther =
    document === undefined ? !zip.names.some((name) => /^word\//i.test(name)) : /^(?:xl|ppt|visio)\//i.test(document);
  if (isOther) throw new Refusal(errors.notDocx(nowhere, { kind: ` mà là ${otherKind(zip)}` }));
  if (document === undefined) throw new Refusal(errors.noDocument(nowhere, { part: "" }));
  return { read: zip.read, relationships, document };
}
