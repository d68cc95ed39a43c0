/** Broken and hostile files: always a value or an error, never an exception, in bounded time. */
import { beforeAll, describe, expect, it } from "vitest";
import { emitDocx } from "../../../src/emit/docx/docx.ts";
import { readDocx } from "../../../src/import/docx/read.ts";
import type { RawBlock } from "../../../src/import/raw.ts";
import { fixtureDocument } from "../../support/document-fixture.ts";
import { unzip } from "../../support/ooxml.ts";
import { field, type Parts, p, r, read, stored, storedDocx, tbl, tc, tr, transitional } from "./build.ts";

/** Numbers that look random and are the same in every run (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Every place of a table's grid is covered by one cell, and every cell has a paragraph. */
function checkTables(blocks: readonly RawBlock[]): void {
  for (const block of blocks) {
    if (block.kind !== "table") continue;
    const covered = new Set<number>();
    let area = 0;
    block.rows.forEach((row, index) => {
      for (const { column, colSpan, rowSpan, paragraphs } of row.cells) {
        if (paragraphs.length === 0) throw new Error("a cell without paragraphs");
        area += colSpan * rowSpan;
        for (let y = index; y < index + rowSpan; y += 1)
          for (let x = column; x < column + colSpan; x += 1) covered.add(y * block.columnCount + x);
      }
    });
    expect([covered.size, area]).toEqual(Array(2).fill(block.rows.length * block.columnCount));
  }
}

/** What comes of a file: "read", or the code of its error. */
function outcome(bytes: Uint8Array, check: (blocks: readonly RawBlock[]) => void = () => {}): string {
  const { value, diagnostics } = readDocx(bytes);
  if (value) check(value.blocks);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors).toHaveLength(value === null ? 1 : 0);
  return value === null ? errors[0]!.code : "read";
}

let file: Buffer;
/** The same parts, stored: changes of bytes reach the XML. */
let open: Map<string, Uint8Array>;
beforeAll(async () => {
  file = Buffer.from(await emitDocx(fixtureDocument));
  open = new Map(unzip(file).map(({ name, content }) => [name, content]));
});

describe("broken files", () => {
  it("cut short at 200 places are errors", () => {
    const next = random(1);
    for (let i = 0; i < 200; i += 1) expect(outcome(file.subarray(0, next(file.length)))).toMatch(/^NH10[12]$/);
  });

  it("with changed bytes are read or refused", () => {
    const next = random(2);
    const outcomes = new Set<string>();
    for (let i = 0; i < 250; i += 1) {
      const broken = Buffer.from(file);
      for (let n = next(4) + 1; n > 0; n -= 1) broken[next(broken.length)] = next(256);
      outcomes.add(outcome(broken, checkTables));
    }
    expect(outcomes).toContain("NH102");
  });

  it("with changed bytes in their XML are read or refused", () => {
    const next = random(3);
    const parts = [
      "word/document.xml",
      "word/styles.xml",
      "word/footnotes.xml",
      "word/_rels/document.xml.rels",
      "docProps/custom.xml",
    ];
    const outcomes = new Set<string>();
    for (let i = 0; i < 250; i += 1) {
      const name = parts[next(parts.length)]!;
      const content = Buffer.from(open.get(name)!);
      for (let n = next(3) + 1; n > 0; n -= 1) content[next(content.length)] = 0x20 + next(0x60);
      outcomes.add(outcome(stored(new Map(open).set(name, content)), checkTables));
    }
    expect(outcomes).toContain("read");
    expect(outcomes).toContain("NH106");
  });

  it("with elements taken out, doubled or renamed are read or refused", () => {
    const next = random(4);
    const xml = Buffer.from(open.get("word/document.xml")!).toString("utf8");
    const tags = [...xml.matchAll(/<[^>]*>/g)];
    for (let i = 0; i < 100; i += 1) {
      const tag = tags[next(tags.length)]!;
      const other = tags[next(tags.length)]!;
      const change = [`${tag[0]}${tag[0]}`, "", other[0], "<w:tbl/>", "<w:tr><w:tc/></w:tr>", "<w:p>"][next(6)]!;
      const broken = xml.slice(0, tag.index) + change + xml.slice(tag.index + tag[0].length);
      outcome(stored(new Map(open).set("word/document.xml", Buffer.from(broken))), checkTables);
    }
  });
});

/** The outcome of a file, which must take no more than these seconds of the processor: others may be using it, too. */
function timed(seconds: number, bytes: Uint8Array): string {
  const start = process.cpuUsage();
  const result = outcome(bytes);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1e6).toBeLessThan(seconds);
  return result;
}

describe("hostile files", () => {
  /** Reads a body within the time and gives the outcome. */
  const within = (seconds: number, body: string, parts?: Parts): string => timed(seconds, storedDocx(body, parts));
  const many = (count: number, piece: (i: number) => string): string =>
    Array.from({ length: count }, (_, i) => piece(i)).join("");

  it("with fifty thousand looks in one paragraph", () => {
    const runs = many(50_000, (i) =>
      r("a\u0301", i % 2 === 0 ? '<w:vertAlign w:val="subscript"/>' : `<w:sz w:val="${i}"/>`),
    );
    expect(within(4, p(runs))).toBe("read");
  });

  it("with accents without end", () => {
    expect(
      within(
        2,
        p(r(`a${"\u0301\u0323".repeat(200_000)}`)) +
          p(many(20_000, (i) => r("\u0301\u0323", i % 2 === 0 ? "<w:b/>" : ""))),
      ),
    ).toBe("read");
  });

  it("with paragraphs that run on without end", () => {
    expect(
      within(
        4,
        many(30_000, () => p("a", '<w:rPr><w:del w:id="1"/></w:rPr>')),
      ),
    ).toBe("read");
  });

  it("with fields, text boxes and notes without end", () => {
    expect(
      within(
        4,
        p(many(50_000, () => '<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + r("a")) +
          many(2000, () => p(field("PAGE", r("1")))),
      ),
    ).toBe("read");
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${many(20_000, () => "<w:p/>")}</w:txbxContent></v:textbox></w:pict></w:r>`;
    expect(within(4, p(many(4, () => box)))).toBe("read");
    const footnotes = many(20_000, (i) => `<w:footnote w:id="${i}">${p("x")}</w:footnote>`);
    expect(within(4, p(many(20_000, (i) => `<w:r><w:footnoteReference w:id="${i}"/></w:r>`)), { footnotes })).toBe(
      "read",
    );
  });

  it("with grids that no row fills", () => {
    const grid = Array.from({ length: 20_000 }, (_, i) => i);
    const rows = many(3000, (i) => tr([tc("a", `<w:gridSpan w:val="${i + 1}"/>`)]));
    expect(within(4, tbl([rows], grid))).toBe("read");
    const steps = many(3000, (i) => tr(["a"], `<w:gridBefore w:val="${i}"/>`));
    expect(within(4, tbl([steps]))).toBe("read");
    const merged = many(20_000, () => tr([tc("a", "<w:vMerge/>"), tc("b", '<w:hMerge w:val="continue"/>')]));
    expect(within(4, tbl([merged]))).toBe("read");
  });

  it("with styles and lists that lead in circles or nowhere", () => {
    const styles = many(
      20_000,
      (i) => `<w:style w:type="paragraph" w:styleId="s${i}"><w:basedOn w:val="s${i + 1}"/></w:style>`,
    );
    expect(
      within(
        4,
        many(5000, (i) => p("a", `<w:pStyle w:val="s${i}"/>`)),
        { styles },
      ),
    ).toBe("read");
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const loop =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(within(1, p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>'), { numbering, styles: loop })).toBe("read");
    const counting = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="${"%1".repeat(2000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    expect(
      within(
        4,
        many(500, () => p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')),
        { numbering: counting },
      ),
    ).toBe("read");
  });

  it("with namespaces and attributes without end", () => {
    const declared = many(5000, (i) => ` xmlns:n${i}="u${i}"`);
    const inner = many(5000, (i) => `<w:p xmlns:n${i}="v"><n${i}:x/></w:p>`);
    const xml = `<w:document xmlns:w="${transitional}"${declared}><w:body>${inner}<w:p${many(50_000, (i) => ` a${i}=""`)}/></w:body></w:document>`;
    const parts = new Map([...open, ["word/document.xml", Buffer.from(xml)]]);
    expect(timed(4, stored(parts))).toBe("read");
    expect(
      within(
        2,
        p(
          "a",
          many(60_000, () => "<w:x/>"),
        ),
      ),
    ).toBe("NH104");
  });

  it("with more paragraphs, cells or lists than memory holds", () => {
    const cells = `<w:tr>${"<w:tc/>".repeat(250_000)}</w:tr>`;
    expect(within(6, "<w:p/>".repeat(260_000) + tbl([cells]))).toBe("NH104");
    expect(within(6, p("a"), { numbering: '<w:num w:numId="1"/>'.repeat(200_000) })).toBe("NH104");
    const rows = tr(Array.from({ length: 63 }, () => "a")) + "<w:tr><w:tc/></w:tr>".repeat(6000);
    expect(within(6, tbl([rows]))).toBe("read");
  });

  it("with names that mean something to JavaScript", () => {
    const body = p(
      r("a", '<w:rStyle w:val="__proto__"/>'),
      '<w:pStyle w:val="constructor"/><w:numPr><w:numId w:val="toString"/></w:numPr><w:jc w:val="constructor"/>',
    );
    const odd = '<w:p __proto__="x" constructor="y"><w:constructor/><w:__proto__/></w:p>';
    expect(read(body).file.blocks[0]).toMatchObject({ align: "justify", style: null, label: "" });
    expect(
      within(1, body + odd, {
        styles: '<w:style w:type="__proto__" w:styleId="__proto__"><w:name w:val="hasOwnProperty"/></w:style>',
      }),
    ).toBe("read");
  });
});

describe("large files", () => {
  it("are read in a moment: a table of ten thousand rows", () => {
    const cell = tc(
      p(r("Ủy ban nhân dân xã", '<w:b/><w:sz w:val="26"/>'), '<w:jc w:val="center"/>'),
      '<w:tcW w:w="1500" w:type="dxa"/>',
    );
    const rows = tr([cell, cell, cell, cell, cell]).repeat(10_000);
    // Some two seconds with nothing beside it.
    expect(timed(6, storedDocx(tbl([rows], [1500, 1500, 1500, 1500, 1500])))).toBe("read");
  });
});
