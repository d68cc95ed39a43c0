/** The layers under a Word file: ZIP, XML, and the words for what cannot be read. */
import { describe, expect, it } from "vitest";
import { zip } from "../../../src/emit/docx/package.ts";
import { readDocx } from "../../../src/import/docx/read.ts";
import { limits, openZip } from "../../../src/import/docx/zip.ts";
import { pack } from "../../support/ooxml.ts";
import { docx, linesOf, p, partsOf, readBytes, stored, transitional } from "./build.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
/** The error that stops reading: its code and message. */
function refusal(bytes: Uint8Array): string {
  const { value, diagnostics } = readDocx(bytes);
  expect(value).toBeNull();
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]).toMatchObject({ severity: "error", span: { start: 0, end: 0 } });
  expect(diagnostics[0]!.hint, "says what to do").toBeTruthy();
  return `${diagnostics[0]!.code} ${diagnostics[0]!.message}`;
}
/** A file with one byte pattern changed everywhere it stands. */
function patched(bytes: Uint8Array, change: (view: Buffer) => void): Uint8Array {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}
/** Place of the directory's entry of this name. */
const entryAt = (bytes: Buffer, name: string): number => bytes.lastIndexOf(name, undefined, "latin1") - 46;

describe("files that are no Word file", () => {
  it.each([
    ["%PDF-1.7\n", "PDF"],
    ["{\\rtf1", "RTF"],
    ["<!DOCTYPE html><html>", "HTML"],
    ["\u0000\u0001", ".docx"],
    ["", "trống"],
  ])("are named: %j", (text, words) => {
    expect(refusal(bytesOf(text))).toMatch(/^NH101/);
    expect(refusal(bytesOf(text))).toContain(words);
  });

  it("are named when they are compound files", () => {
    expect(refusal(Buffer.from("d0cf11e0a1b11ae1", "hex"))).toMatch(/^NH101.*mật khẩu/);
  });

  it.each([
    [{ "xl/workbook.xml": "" }, "Excel"],
    [{ "ppt/presentation.xml": "" }, "PowerPoint"],
    [{ mimetype: "application/vnd.oasis.opendocument.text" }, ".odt"],
    [{ mimetype: "application/epub+zip" }, "EPUB"],
    [{ "META-INF/MANIFEST.MF": "" }, "Java"],
    [{ "a/ke-hoach.docx": "" }, "tệp Word bên trong"],
    [{ "a.txt": "" }, "tệp nén"],
    [{}, "tệp nén"],
  ])("are named when they are packages: %j", (parts, words) => {
    const found = refusal(zip(new Map(Object.entries(parts) as [string, string][])));
    expect(found).toMatch(/^NH101/);
    expect(found).toContain(words);
  });

  it("are named when their main part is another program's", () => {
    const parts = partsOf(p("a"));
    parts.set("_rels/.rels", parts.get("_rels/.rels")!.replace("word/document.xml", "xl/workbook.xml"));
    expect(refusal(zip(parts))).toMatch(/^NH101/);
    const other = partsOf(p("a"));
    other.set("word/document.xml", "<sheet/>");
    expect(refusal(zip(other))).toMatch(/^NH106.*không phải văn bản Word/);
  });

  it("lack the main document", () => {
    const parts = partsOf(p("a"));
    parts.delete("word/document.xml");
    expect(refusal(zip(parts))).toMatch(/^NH105.*word\/document\.xml/);
    parts.delete("_rels/.rels");
    expect(refusal(zip(parts))).toMatch(/^NH105/);
  });
});

describe("ZIP", () => {
  const file = docx(p("Kế hoạch"));

  it("is read deflated and stored, with a comment behind it", () => {
    expect(linesOf(readBytes(file))).toEqual(["Kế hoạch"]);
    expect(linesOf(readBytes(pack(partsOf(p("a")))))).toEqual(["a"]);
    const comment = Buffer.concat([file, Buffer.from("lời ghi")]);
    comment.writeUInt16LE(comment.length - file.length, file.length - 2);
    expect(linesOf(readBytes(comment))).toEqual(["Kế hoạch"]);
  });

  it("may lie in the middle of a larger buffer", () => {
    const around = Buffer.concat([Buffer.alloc(7, 1), file, Buffer.alloc(9, 2)]);
    expect(linesOf(readBytes(new Uint8Array(around.buffer, around.byteOffset + 7, file.length)))).toEqual(["Kế hoạch"]);
  });

  it("takes the first of two entries of one name, and no notice of strange names", () => {
    const strange = new Map([
      ["../word/document.xml", "a"],
      ["/etc/passwd", "b"],
      ["word\\document.xml", "c"],
      ["C:/x", "d"],
      ...partsOf(p("đúng")),
    ]);
    expect(linesOf(readBytes(zip(strange)))).toEqual(["đúng"]);
    const twice = patched(
      pack(
        new Map([
          ["a.txt", "một"],
          ["b.txt", "hai"],
        ]),
      ),
      (view) => {
        view.write("a.txt", view.lastIndexOf("b.txt"), "latin1");
      },
    );
    const found = openZip(twice);
    expect(found.names).toEqual(["a.txt"]);
    expect(Buffer.from(found.read("A.TXT")!).toString()).toBe("một");
    expect(found.read("b.txt")).toBeNull();
  });

  it("is refused when it is cut or its parts do not agree", () => {
    expect(refusal(file.subarray(0, file.length - 30))).toMatch(/^NH102.*phần cuối/);
    expect(refusal(Buffer.concat([file.subarray(0, 40), file.subarray(60)]))).toMatch(/^NH102/);
    const checksum = patched(file, (view) => view.writeUInt32LE(1, entryAt(view, "word/document.xml") + 16));
    expect(refusal(checksum)).toMatch(/^NH102.*word\/document\.xml.*tổng kiểm tra/);
    const overlapping = patched(file, (view) => view.writeUInt32LE(0, entryAt(view, "word/document.xml") + 42));
    expect(refusal(overlapping)).toMatch(/^NH102.*chồng lên nhau/);
    const method = patched(file, (view) => view.writeUInt16LE(12, entryAt(view, "word/document.xml") + 10));
    expect(refusal(method)).toMatch(/^NH102.*nén/);
    const size = patched(file, (view) => view.writeUInt32LE(20, entryAt(view, "word/document.xml") + 24));
    expect(refusal(size)).toMatch(/^NH102.*giải nén/);
  });

  it("is refused when a part is locked", () => {
    const locked = patched(file, (view) => view.writeUInt16LE(1, entryAt(view, "word/document.xml") + 8));
    expect(refusal(locked)).toMatch(/^NH103/);
  });

  it("may say its sizes in the ZIP64 way", () => {
    const content = bytesOf("nội dung");
    const plain = Buffer.from(pack(new Map([["a.txt", "nội dung"]])));
    const at = entryAt(plain, "a.txt");
    const extra = Buffer.alloc(20);
    extra.writeUInt16LE(1, 0);
    extra.writeUInt16LE(16, 2);
    extra.writeBigUInt64LE(BigInt(content.length), 4);
    extra.writeBigUInt64LE(BigInt(content.length), 12);
    const entry = Buffer.from(plain.subarray(at, at + 51));
    entry.writeUInt32LE(0xffffffff, 20);
    entry.writeUInt32LE(0xffffffff, 24);
    entry.writeUInt16LE(20, 30);
    const end64 = Buffer.alloc(56);
    end64.writeUInt32LE(0x06064b50, 0);
    end64.writeBigUInt64LE(1n, 32);
    end64.writeBigUInt64LE(71n, 40);
    end64.writeBigUInt64LE(BigInt(at), 48);
    const locator = Buffer.alloc(20);
    locator.writeUInt32LE(0x07064b50, 0);
    locator.writeBigUInt64LE(BigInt(at + 71), 8);
    const end = Buffer.from(plain.subarray(plain.length - 22));
    end.writeUInt32LE(0xffffffff, 16);
    const file64 = Buffer.concat([plain.subarray(0, at), entry, extra, end64, locator, end]);
    expect(Buffer.from(openZip(file64).read("a.txt")!).toString()).toBe("nội dung");
    const beyond = patched(file64, (view) => view.writeBigUInt64LE(2n ** 63n, at + 71 + 48));
    expect(() => openZip(beyond)).toThrow(/hỏng/);
  });

  it("is refused with more entries than any Word file has", () => {
    const many = new Map(Array.from({ length: limits.entries + 1 }, (_, i) => [`x${i}`, ""] as const));
    expect(refusal(zip(many))).toMatch(/^NH104.*4\.001/);
  });

  it("is not inflated beyond its limits, whatever it promises", () => {
    const large = Buffer.alloc(limits.part + 1, 0x20).toString("latin1");
    const bomb = zip(new Map([...partsOf(p("a")), ["word/document.xml", large]]));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refusal(bomb)).toMatch(/^NH104.*64 MB/);
    const lying = patched(bomb, (view) => view.writeUInt32LE(1000, entryAt(view, "word/document.xml") + 24));
    expect(refusal(lying)).toMatch(/^NH102/);
    // Parts that nobody asks for are not inflated.
    expect(linesOf(readBytes(zip(new Map([...partsOf(p("a")), ["word/media/x.emf", large]]))))).toEqual(["a"]);
  });

  it("is not inflated beyond the sum of its limits", () => {
    const part = `<w:styles xmlns:w="${transitional}">${" ".repeat(limits.total / 3)}</w:styles>`;
    const parts = partsOf(p("a"), { styles: "", numbering: "", footnotes: "" });
    for (const name of ["styles", "numbering", "footnotes"]) parts.set(`word/${name}.xml`, part);
    expect(refusal(zip(parts))).toMatch(/^NH104.*128 MB/);
  });
});

describe("XML", () => {
  const body = (xml: string, encoding?: "utf16le" | "utf16be"): Uint8Array => {
    const parts = new Map<string, Uint8Array>();
    for (const [name, content] of partsOf("")) parts.set(name, bytesOf(content));
    const text = Buffer.from(xml, encoding ? "utf16le" : "utf8");
    parts.set("word/document.xml", encoding === "utf16be" ? text.swap16() : text);
    return stored(parts);
  };
  const document = (inside: string, head = ""): string =>
    `${head}<w:document xmlns:w="${transitional}"><w:body><w:p><w:r><w:t>${inside}</w:t></w:r></w:p></w:body></w:document>`;

  it("is read in UTF-8 and UTF-16, with and without a mark", () => {
    expect(linesOf(readBytes(body(document("Kế hoạch"))))).toEqual(["Kế hoạch"]);
    expect(linesOf(readBytes(body(`\ufeff${document("Kế hoạch")}`)))).toEqual(["Kế hoạch"]);
    for (const encoding of ["utf16le", "utf16be"] as const) {
      expect(
        linesOf(readBytes(body(`\ufeff${document("Kế hoạch", '<?xml version="1.0" encoding="UTF-16"?>')}`, encoding))),
      ).toEqual(["Kế hoạch"]);
      expect(linesOf(readBytes(body(document("Kế hoạch"), encoding)))).toEqual(["Kế hoạch"]);
    }
  });

  it("knows characters by number and CDATA, and no other entities", () => {
    expect(linesOf(readBytes(body(document("&#x1EBF; &amp; &#233;<![CDATA[<b>]]>"))))).toEqual(["ế & é<b>"]);
    expect(refusal(body(document("&nbsp;")))).toMatch(/^NH106.*word\/document\.xml/);
    expect(refusal(body(document("&constructor;")))).toMatch(/^NH106/);
  });

  it.each([
    "<w:p>",
    document("a").slice(0, -3),
    document("a\u0001"),
    document("</w:p>"),
    document("</w:t><x:y/><w:t>"),
    `${document("a")}<b/>`,
  ])("is refused when it is malformed: %j", (xml) => {
    expect(refusal(body(xml))).toMatch(/^NH106.*word\/document\.xml/);
  });

  it("is refused in other codes and with bytes that are none", () => {
    expect(refusal(body(document("a", '<?xml version="1.0" encoding="windows-1258"?>')))).toMatch(
      /^NH106.*windows-1258/,
    );
    const parts = new Map<string, Uint8Array>();
    for (const [name, content] of partsOf("")) parts.set(name, bytesOf(content));
    parts.set("word/document.xml", Buffer.from(document("\u00e9"), "latin1"));
    expect(refusal(stored(parts))).toMatch(/^NH106.*byte/);
  });

  it("is refused with a DOCTYPE: nothing is expanded, nothing fetched", () => {
    const entities = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join("");
    const laughs = document("&l10;", `<!DOCTYPE w:document [<!ENTITY l0 "ha">${entities}]>`);
    expect(refusal(body(laughs))).toMatch(/^NH107/);
    const outside = document("&x;", '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>');
    expect(refusal(body(outside))).toMatch(/^NH107/);
    expect(refusal(body(document("a", '<!DOCTYPE w:document SYSTEM "http://a.example/x.dtd">')))).toMatch(/^NH107/);
  });

  it("is refused when it is nested beyond sense", () => {
    const deep = (name: string): string =>
      document(`</w:t></w:r>${`<${name}>`.repeat(100_000)}${`</${name}>`.repeat(100_000)}<w:r><w:t>`);
    for (const name of ["w:r", "w:smartTag", "w:tbl", "a"]) expect(refusal(body(deep(name)))).toMatch(/^NH108.*256/);
  });
});
