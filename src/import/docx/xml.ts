/**
 * XML as a stream of events, and the only door to saxes. Elements and attributes are named by their namespace, not by
 * the prefix that a file happens to use: `w:p` is a paragraph in transitional and in strict files alike. A reader is a
 * `Handler` for one element that gives a handler for each child; only small things (properties, styles) become a tree,
 * by `collect`. Throws a `Refusal` for XML that is not well formed, has a DOCTYPE or is nested too deeply: no part is
 * ever read by half, no entity expanded.
 */
import { SaxesParser } from "saxes";
import { emptySpan } from "../../source/source-file.ts";
import * as errors from "./errors.ts";
import { grouped, Refusal } from "./refusal.ts";

export interface Tag {
  /** `w:p`; `?:name` in a namespace that this program does not know; `name` in none. */
  readonly name: string;
  /** By names of the same kind; declarations of namespaces are left out. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is done with one element. Children without `open`, and text without `text`, are passed over. */
export interface Handler {
  readonly open?: (tag: Tag) => Handler;
  readonly text?: (text: string) => void;
  readonly close?: () => void;
}

/** Passes over an element and all that is in it. */
export const skip: Handler = {};

/** Real files stay under 60, text boxes in tables in text boxes included. */
const depthLimit = 256;

/** Styles, lists, notes or relationships of one file: the children of a part's root. */
const rootChildrenLimit = 100_000;

/** Elements of one `collect`: the largest list or style has some hundred. */
const collectLimit = 50_000;

const strict = "http://purl.oclc.org/ooxml/";
const transitional = "http://schemas.openxmlformats.org/";

/** The prefixes of this program for the namespaces that it knows; each name stands in strict and transitional files. */
const prefixes: ReadonlyMap<string, string> = new Map([
  [`${transitional}wordprocessingml/2006/main`, "w"],
  [`${strict}wordprocessingml/main`, "w"],
  [`${transitional}officeDocument/2006/relationships`, "r"],
  [`${strict}officeDocument/relationships`, "r"],
  [`${transitional}officeDocument/2006/math`, "m"],
  [`${strict}officeDocument/math`, "m"],
  [`${transitional}drawingml/2006/main`, "a"],
  [`${strict}drawingml/main`, "a"],
  [`${transitional}drawingml/2006/picture`, "pic"],
  [`${strict}drawingml/picture`, "pic"],
  [`${transitional}drawingml/2006/chart`, "c"],
  [`${strict}drawingml/chart`, "c"],
  ["http://schemas.microsoft.com/office/drawing/2014/chartex", "c"],
  [`${transitional}drawingml/2006/diagram`, "dgm"],
  [`${strict}drawingml/diagram`, "dgm"],
  [`${transitional}markup-compatibility/2006`, "mc"],
  [`${transitional}package/2006/relationships`, "rel"],
  [`${transitional}package/2006/content-types`, "ct"],
  [`${transitional}officeDocument/2006/custom-properties`, "op"],
  [`${strict}officeDocument/customProperties`, "op"],
  [`${transitional}officeDocument/2006/docPropsVTypes`, "vt"],
  [`${strict}officeDocument/docPropsVTypes`, "vt"],
  ["urn:schemas-microsoft-com:vml", "v"],
  ["urn:schemas-microsoft-com:office:office", "o"],
  ["http://www.w3.org/XML/1998/namespace", "xml"],
]);

const nowhere = emptySpan(0);
const badXml = (part: string, what: string): Refusal => new Refusal(errors.badXml(nowhere, { part, what }));

/** The namespaces that one element declares, and the names resolved under them. */
interface Scope {
  readonly parent: Scope | null;
  readonly declared: ReadonlyMap<string, string>;
  readonly elements: Map<string, string>;
  readonly attributes: Map<string, string>;
}

const newScope = (parent: Scope | null, declared: ReadonlyMap<string, string>): Scope => ({
  parent,
  declared,
  elements: new Map(),
  attributes: new Map(),
});

function namespaceOf(scope: Scope | null, prefix: string): string | undefined {
  for (let at = scope; at; at = at.parent) {
    const found = at.declared.get(prefix);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name with this program's prefix; null when its own prefix is declared nowhere. */
function resolve(scope: Scope, raw: string, isAttribute: boolean): string | null {
  const colon = raw.indexOf(":");
  if (colon < 0 && isAttribute) return raw;
  const uri = namespaceOf(scope, colon < 0 ? "" : raw.slice(0, colon));
  if (uri === undefined && colon >= 0) return null;
  const local = raw.slice(colon + 1);
  return uri === undefined || uri === "" ? local : `${prefixes.get(uri) ?? "?"}:${local}`;
}

function declarations(attributes: Readonly<Record<string, string>>): Map<string, string> | null {
  let found: Map<string, string> | null = null;
  for (const name in attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    found ??= new Map();
    found.set(name.slice(6), attributes[name]!.trim());
  }
  return found;
}

/** Characters of a part: UTF-8, or UTF-16 by its mark or its zero bytes, as XML asks for. */
function decode(bytes: Uint8Array, part: string): string {
  const [a, b] = bytes;
  const little = (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0);
  const big = (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c);
  if (!little && !big) {
    const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
    const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
    if (named && !/^(?:utf-?8|us-ascii)$/i.test(named)) throw badXml(part, `dùng mã chữ lạ (${named})`);
  }
  try {
    return new TextDecoder(little ? "utf-16le" : big ? "utf-16be" : "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw badXml(part, "có byte không thuộc mã chữ đã khai báo");
  }
}

/** Reads a part. `document` is the handler of an element above the root: its `open` is given the root. */
export function readXml(bytes: Uint8Array, part: string, document: Handler): void {
  const text = decode(bytes, part);
  const parser = new SaxesParser({
    xmlns: false as const,
    position: false,
    defaultXMLVersion: "1.0",
    forceXMLVersion: true,
  });
  const handlers: Handler[] = [document];
  let scope = newScope(null, new Map([["xml", "http://www.w3.org/XML/1998/namespace"]]));
  const scopes: Scope[] = [scope];
  let rootChildren = 0;

  const named = (raw: string, isAttribute: boolean): string => {
    const known = isAttribute ? scope.attributes : scope.elements;
    const before = known.get(raw);
    if (before !== undefined) return before;
    const name = resolve(scope, raw, isAttribute);
    if (name === null) throw badXml(part, "sai cú pháp XML");
    known.set(raw, name);
    return name;
  };

  parser.on("error", () => {
    throw badXml(part, "sai cú pháp XML");
  });
  parser.on("doctype", () => {
    throw new Refusal(errors.doctype(nowhere, { part }));
  });
  parser.on("opentag", (tag) => {
    if (handlers.length > depthLimit) throw new Refusal(errors.tooDeep(nowhere, { part, limit: depthLimit }));
    if (handlers.length === 2) rootChildren += 1;
    if (rootChildren > rootChildrenLimit)
      throw new Refusal(errors.tooLarge(nowhere, { what: `phần “${part}” có hơn ${grouped(rootChildrenLimit)} mục` }));
    const declared = declarations(tag.attributes);
    if (declared) scope = newScope(scope, declared);
    scopes.push(scope);
    const { open } = handlers[handlers.length - 1]!;
    if (!open) {
      handlers.push(skip);
      return;
    }
    const attributes: Record<string, string> = Object.create(null);
    for (const raw in tag.attributes) {
      if (declared && (raw === "xmlns" || raw.startsWith("xmlns:"))) continue;
      attributes[named(raw, true)] = tag.attributes[raw]!;
    }
    handlers.push(open({ name: named(tag.name, false), attributes }));
  });
  parser.on("closetag", () => {
    handlers.pop()!.close?.();
    scopes.pop();
    scope = scopes[scopes.length - 1]!;
  });
  const onText = (words: string): void => handlers[handlers.length - 1]!.text?.(words);
  parser.on("text", onText);
  parser.on("cdata", onText);
  parser.write(text).close();
}

// ── Small trees ─────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Element extends Tag {
  readonly children: readonly Element[];
  /** Its own text, without that of its children. */
  readonly text: string;
}

/**
 * Gathers the element of `tag` as a tree and hands it on when it closes. Of `mc:AlternateContent` the fallback is taken
 * in place: the choices of properties are extensions that this program does not know.
 */
export function collect(tag: Tag, done: (element: Element) => void): Handler {
  let count = 0;
  const gather = (own: Tag, finish: (element: Element) => void): Handler => {
    count += 1;
    if (count > collectLimit)
      throw new Refusal(
        errors.tooLarge(nowhere, { what: `một mục “${tag.name}” có hơn ${grouped(collectLimit)} phần tử` }),
      );
    const children: Element[] = [];
    let text = "";
    const open = (child: Tag): Handler => {
      if (child.name === "mc:Choice") return skip;
      if (child.name === "mc:AlternateContent" || child.name === "mc:Fallback") return { open };
      return gather(child, (element) => children.push(element));
    };
    return {
      open,
      text: (words) => {
        text += words;
      },
      close: () => finish({ name: own.name, attributes: own.attributes, children, text }),
    };
  };
  return gather(tag, done);
}

export const child = (parent: Element | undefined, name: string): Element | undefined =>
  parent?.children.find((element) => element.name === name);

export const childrenNamed = (parent: Element | undefined, name: string): readonly Element[] =>
  parent?.children.filter((element) => element.name === name) ?? [];

/** The `w:val` of a child; undefined when there is no such child, or no value. */
export const valueIn = (parent: Element | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes["w:val"];

/** An on/off property: true for `<w:b/>` and `w:val="1"`, false for `w:val="0"`, undefined when it is not said. */
export function onOff(parent: Element | undefined, name: string): boolean | undefined {
  const element = child(parent, name);
  if (!element) return undefined;
  return isOn(element.attributes["w:val"]);
}

/** What an on/off value says; nothing is “on”. */
export const isOn = (value: string | undefined): boolean =>
  value === undefined || !["0", "false", "off", "none"].includes(value);

/** A whole number; undefined when there is none. Lengths may bear a unit (`12.5pt`, `2cm`): they become twips. */
export function integer(value: string | undefined): number | undefined {
  const match =
    value === undefined ? null : /^\s*([+-]?\d{1,9}(?:\.\d{1,9})?)\s*(pt|cm|mm|in|pc|pi|%)?\s*$/.exec(value);
  if (!match) return undefined;
  return Math.round(Number(match[1]) * (twipsIn[match[2] ?? ""] ?? 1));
}

/** `%` are fiftieths of a per cent, as the numbers of transitional files are. */
const twipsIn: Readonly<Record<string, number>> = { pt: 20, cm: 567, mm: 56.7, in: 1440, pc: 240, pi: 240, "%": 50 };
