/**
 * HTML that a converter left in a text, or a whole saved web page: tags become line ends, bullets and look, tables become
 * blocks, names of characters become characters. What is not a tag of HTML stays as it is (`x < 5 và y > 3`).
 *
 * The result is one string in which a few control characters stand for what plain text cannot say; no decoded text has
 * any of them, because the decoder takes control characters out.
 */
import { type CellSource, gridOf, type TableSource } from "./grid.ts";

/** Control characters of the marked text. A soft line end stands within a cell or a paragraph of one source line. */
export const sign = {
  boldOn: "\u0002",
  boldOff: "\u0003",
  italicOn: "\u0004",
  italicOff: "\u0005",
  raisedOn: "\u0006",
  raisedOff: "\u0007",
  softLine: "\u000e",
  table: "\u0001",
} as const;

export interface MarkedText {
  readonly text: string;
  /** Tables by number; in the text each stands as `\u0001number\u0001`, followed by as many line ends as it had. */
  readonly tables: readonly TableSource[];
  /** Tags that were taken as what they mean. */
  readonly tags: number;
  /** Pictures, which cannot be taken over. */
  readonly pictures: number;
}

const tagPattern =
  /<!--[\s\S]*?-->|<!DOCTYPE[^>]{0,500}>|<(\/?)([A-Za-z][A-Za-z0-9]{0,14})((?:\s[^<>]{0,2000})?)\/?>/gi;
const known = new Set(
  (
    "a,abbr,article,aside,b,big,blockquote,body,br,caption,center,cite,code,col,colgroup,dd,del,div,dl,dt,em,figcaption,figure," +
    "font,footer,form,h1,h2,h3,h4,h5,h6,head,header,hr,html,i,img,input,ins,label,li,link,main,meta,nav,nobr,noscript,ol,p,pre," +
    "s,script,section,small,span,strike,strong,style,sub,sup,svg,table,tbody,td,tfoot,th,thead,title,tr,tt,u,ul"
  ).split(","),
);
/** Elements whose content is no text of the page. */
const silent = /<(script|style|head|svg|noscript)\b[^>]{0,2000}>[\s\S]*?<\/\1\s*>/gi;

const blocks = new Set(
  "article,aside,blockquote,body,center,dd,div,dl,dt,figcaption,figure,footer,form,header,hr,main,nav,p,pre,section,caption".split(
    ",",
  ),
);

/** Characters by name. Letters with accents are made from their parts. */
const names: Readonly<Record<string, string>> = {
  nbsp: "\u00a0",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  sbquo: "‚",
  bdquo: "„",
  laquo: "«",
  raquo: "»",
  bull: "•",
  middot: "·",
  deg: "°",
  plusmn: "±",
  times: "×",
  divide: "÷",
  frac12: "½",
  frac14: "¼",
  frac34: "¾",
  sup1: "¹",
  sup2: "²",
  sup3: "³",
  sect: "§",
  para: "¶",
  copy: "©",
  reg: "®",
  trade: "™",
  euro: "€",
  le: "≤",
  ge: "≥",
  ne: "≠",
  asymp: "≈",
  rarr: "→",
  larr: "←",
  shy: "",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  zwnj: "",
  zwj: "",
  ETH: "Đ",
  eth: "đ",
};
const accents: Readonly<Record<string, string>> = {
  grave: "\u0300",
  acute: "\u0301",
  circ: "\u0302",
  tilde: "\u0303",
  uml: "\u0308",
};

/** Names and numbers of characters as the characters; what is none stays as typed. */
export function withCharacters(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,8}));/g, (all, dec, hex, name) => {
    if (name !== undefined) {
      const plain = names[name as string];
      if (plain !== undefined) return plain;
      const accented = /^([AEIOUYaeiouyNn])(grave|acute|circ|tilde|uml)$/.exec(name as string);
      return accented ? (accented[1]! + accents[accented[2]!]!).normalize("NFC") : all;
    }
    const code = dec === undefined ? Number.parseInt(hex as string, 16) : Number(dec);
    const isText =
      code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) && !(code > 0x7e && code < 0xa0);
    return isText ? String.fromCodePoint(code) : " ";
  });
}

/** A saved web page, whose own line ends mean nothing. */
const isPage = (text: string): boolean => /<(?:!doctype html|html|body)\b/i.test(text.slice(0, 5000));

/** Reads the tags of a text. Total: tags that do not fit together are taken one by one. */
export function readHtml(raw: string): MarkedText {
  if (!/<[a-z!/]/i.test(raw)) return { text: withCharacters(raw), tables: [], tags: 0, pictures: 0 };
  const page = isPage(raw);
  let source = raw.replace(silent, (all) => "\n".repeat(all.split("\n").length - 1));
  if (page) source = source.replace(/[\n\t ]+/g, " ");
  const tables: TableSource[] = [];
  let tags = 0;
  let pictures = 0;
  /** Open lists, the innermost last: how many items an ordered one has; -1 for bullets. */
  const lists: number[] = [];
  /** The table being read; an inner one is words of its cell. */
  let table: OpenTable | null = null;
  let depth = 0;
  let out = "";
  let from = 0;
  const say = (words: string): void => {
    if (table === null) out += words;
    else if (table.cell !== null) table.cell.text += words;
    else if (words.trim() !== "") table.stray += words;
  };
  /** Puts a table, with whatever tags of it were left open, in its place. */
  const place = (made: OpenTable): void => {
    endCell(made);
    if (made.stray.trim() !== "") out += `${made.stray}\n`;
    if (made.rows.every((row) => row.cells.length === 0)) return;
    out += `\n${sign.table}${tables.length}${sign.table}\n`;
    tables.push(gridOf(made.rows));
  };
  const lineEnd = (): void => say(table !== null || !page ? sign.softLine : "\n");
  for (const match of source.matchAll(tagPattern)) {
    const [all, slash, rawName, attributes = ""] = match;
    const name = rawName?.toLowerCase() ?? "";
    if (rawName !== undefined && !known.has(name)) continue;
    say(withCharacters(source.slice(from, match.index)));
    from = match.index + all.length;
    // A picture is told by itself.
    if (name !== "img") tags += 1;
    const closes = slash === "/";
    if (name === "table") {
      if (!closes) {
        depth += 1;
        if (depth === 1) table = { rows: [], row: null, cell: null, stray: "", head: false };
        else lineEnd();
      } else if (depth > 0) {
        depth -= 1;
        if (depth === 0 && table !== null) {
          place(table);
          table = null;
        }
      }
    } else if (table !== null && depth === 1 && /^(?:tr|td|th|thead|tbody|tfoot|col|colgroup)$/.test(name)) {
      tableTag(table, name, closes, attributes);
    } else if (name === "br" || name === "hr") lineEnd();
    else if (name === "tr" || name === "td" || name === "th") say(closes && name !== "tr" ? "\t" : sign.softLine);
    else if (name === "b" || name === "strong") say(closes ? sign.boldOff : sign.boldOn);
    else if (name === "i" || name === "em") say(closes ? sign.italicOff : sign.italicOn);
    else if (name === "sup") say(closes ? sign.raisedOff : sign.raisedOn);
    else if (name === "ul" || name === "ol") {
      if (closes) lists.pop();
      else lists.push(name === "ol" ? Number(/\bstart\s*=\s*["']?(\d{1,4})/i.exec(attributes)?.[1] ?? 1) - 1 : -1);
      lineEnd();
    } else if (name === "li") {
      lineEnd();
      if (!closes) {
        const count = lists.at(-1) ?? -1;
        if (count >= 0) lists[lists.length - 1] = count + 1;
        say(count >= 0 ? `${count + 1}. ` : "- ");
      }
    } else if (/^h[1-6]$/.test(name)) {
      if (closes) say(table === null && page ? "\n\n" : sign.softLine);
      else say(table === null ? `${page ? "\n\n" : sign.softLine}${"#".repeat(Number(name[1]))} ` : sign.softLine);
    } else if (blocks.has(name)) {
      if (table !== null || !page) say(sign.softLine);
      else out += "\n\n";
    } else if (name === "img") pictures += 1;
  }
  say(withCharacters(source.slice(from)));
  // A table that was not closed: its rows so far are a table all the same.
  if (table !== null) place(table);
  return { text: doubledBullets(out), tables, tags, pictures };
}

interface OpenTable {
  readonly rows: { cells: CellSource[]; head: boolean }[];
  row: { cells: CellSource[]; head: boolean } | null;
  cell: { text: string; colSpan: number; rowSpan: number } | null;
  /** Words outside of cells. */
  stray: string;
  head: boolean;
}

const spanOf = (attributes: string, name: string): number => {
  const value = new RegExp(`\\b${name}\\s*=\\s*["']?(\\d{1,4})`, "i").exec(attributes)?.[1];
  return Math.max(1, Math.min(1000, Number(value ?? 1)));
};

function endCell(table: OpenTable): void {
  if (table.cell !== null) {
    table.row ??= openRow(table);
    table.row.cells.push({ ...table.cell, text: doubledBullets(table.cell.text) });
  }
  table.cell = null;
}

function tableTag(table: OpenTable, name: string, closes: boolean, attributes: string): void {
  if (name === "thead") table.head = !closes;
  else if (name === "tr") {
    endCell(table);
    table.row = closes ? null : openRow(table);
  } else if (name === "td" || name === "th") {
    endCell(table);
    if (!closes) {
      table.cell = { text: "", colSpan: spanOf(attributes, "colspan"), rowSpan: spanOf(attributes, "rowspan") };
      if (name === "th" && table.row && table.row.cells.length === 0) table.row.head = true;
    }
  }
}

function openRow(table: OpenTable): { cells: CellSource[]; head: boolean } {
  const row = { cells: [], head: table.head };
  table.rows.push(row);
  return row;
}

/** A list item whose own words begin with a bullet has one bullet. */
const doubledBullets = (text: string): string => text.replace(/(^|[\n\u000e])- (?=[-–•+] ?\p{L})/gu, "$1");
