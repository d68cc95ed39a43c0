/** The text of runs: what is taken, in which look and with which characters. */
import { describe, expect, it } from "vitest";
import { field, lines, linesOf, p, paragraphOf, r, read, style, t } from "./build.ts";

describe("text", () => {
  it("keeps blanks that are kept on purpose, and only those", () => {
    expect(lines(p(`<w:r><w:t>  a  </w:t></w:r><w:r>${t(" b ")}</w:r>`))).toEqual(["a b "]);
    expect(lines(p("<w:r><w:t>a\n\tb</w:t></w:r>"))).toEqual(["a b"]);
  });

  it("takes tabs, line breaks and hyphens; drops soft hyphens", () => {
    const inside = `<w:r>${t("a")}<w:tab/>${t("b")}<w:br/>${t("c")}<w:cr/>${t("d")}<w:noBreakHyphen/>${t("e")}<w:softHyphen/>${t("f")}<w:ptab w:alignment="right"/></w:r>`;
    expect(lines(p(inside))).toEqual(["a\tb\nc\nd-ef\t"]);
  });

  it("is NFC without what nobody sees, also across runs", () => {
    expect(lines(p(r("Kê\u0301 hoa\u0323ch\u200b\u00ad\ufeff\u2060\u200e\u202a n\u0103m")))).toEqual(["Kế hoạch năm"]);
    expect(lines(p(r("Ke") + r("\u0302\u0301 hoạch", "<w:b/>")))).toEqual(["Kế** hoạch**"]);
    expect(lines(p(r("Ke") + r("\u0302\u0301 hoạch", "<w:i w:val='0'/>")))).toEqual(["Kế hoạch"]);
  });

  it("joins neighbours of one look", () => {
    const { runs } = paragraphOf(read(p(r("a") + r("b", '<w:sz w:val="20"/>') + r("c", "<w:b/>") + r("d", "<w:b/>"))));
    expect(runs.map((run) => run.text)).toEqual(["ab", "cd"]);
  });

  it("writes capitals where Word shows them", () => {
    expect(lines(p(r("ủy ban", "<w:caps/>") + r(" nhân dân", "<w:smallCaps/>")))).toEqual(["ỦY BAN nhân dân"]);
  });

  it("raises and lowers digits that have signs for it", () => {
    const raised = (text: string): string => r(text, '<w:vertAlign w:val="superscript"/>');
    const lowered = (text: string): string => r(text, '<w:vertAlign w:val="subscript"/>');
    expect(lines(p(r("100 m") + raised("2")))).toEqual(["100 m²"]);
    expect(lines(p(r("CO") + lowered("2") + r(", H") + lowered("2") + r("O, 10") + raised("-12")))).toEqual([
      "CO₂, H₂O, 10⁻¹²",
    ]);
    expect(lines(p(r("số 1") + raised("st") + raised("(2)") + r(" x") + raised("a1")))).toEqual(["số 1st(2) xa1"]);
  });

  it("takes small digits off the line for raised and lowered ones", () => {
    const moved = (by: number, size: number): string => `<w:position w:val="${by}"/><w:sz w:val="${size}"/>`;
    expect(
      lines(p(r("m") + r("2", moved(8, 12)) + r(", CO") + r("2", moved(-2, 12)) + r(" số ") + r("2", moved(8, 20)))),
    ).toEqual(["m², CO₂ số 2"]);
  });

  it("reads the pictures of symbol fonts", () => {
    const sym = (font: string, char: string): string => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`;
    const wingdings = ["F0FC", "F0E0", "F0A8", "F0FE", "F0A7", "F0D8", "00FC"].map((char) => sym("Wingdings", char));
    expect(lines(p(wingdings.join("")))).toEqual(["✓→☐☑▪➢✓"]);
    expect(
      lines(p(sym("Symbol", "F0B7") + sym("Symbol", "F0B3") + sym("Symbol", "F061") + sym("Times New Roman", "2013"))),
    ).toEqual(["•≥α–"]);
    expect(
      lines(p(r("\uf0b7 a \uf0fc", "") + r("\u00fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'))),
    ).toEqual(["• a ✓✓"]);
    const unknown = read(p(sym("Wingdings", "F04E")) + p(sym("Nguyen Symbols", "F0F0")) + p(sym("", "zz")));
    expect(linesOf(unknown)).toEqual(["□", "⇨", ""]);
    expect(unknown.messages.join()).toContain("1 ký hiệu");
  });

  it("keeps the text of links, smart tags, controls, custom XML and directions", () => {
    const inside = [
      `<w:hyperlink w:anchor="x">${r("a")}</w:hyperlink>`,
      `<w:smartTag w:element="e"><w:smartTagPr/>${r("b")}</w:smartTag>`,
      `<w:sdt><w:sdtPr><w:alias w:val="no"/></w:sdtPr><w:sdtContent>${r("c")}</w:sdtContent></w:sdt>`,
      `<w:customXml w:element="e">${r("d")}</w:customXml>`,
      `<w:bdo w:val="ltr">${r("e")}</w:bdo><w:dir w:val="ltr">${r("f")}</w:dir>`,
      `<w:r><w:ruby><w:rt>${r("no")}</w:rt><w:rubyBase>${r("g")}</w:rubyBase></w:ruby></w:r>`,
    ];
    expect(lines(p(inside.join("")))).toEqual(["abcdefg"]);
    expect(
      lines(
        `<w:sdt><w:sdtPr/><w:sdtContent>${p("a")}${p("b")}</w:sdtContent></w:sdt><w:customXml>${p("c")}</w:customXml>`,
      ),
    ).toEqual(["a", "b", "c"]);
  });

  it("writes mathematics as letters", () => {
    const mr = (text: string): string => `<m:r><m:t>${text}</m:t></m:r>`;
    const fraction = `<m:f><m:num>${mr("a")}</m:num><m:den>${mr("b")}</m:den></m:f>`;
    const power = `<m:sSup><m:e>${mr("x")}</m:e><m:sup>${mr("2")}</m:sup></m:sSup>`;
    expect(lines(p(`${r("y = ")}<m:oMath>${fraction}${mr("+")}${power}</m:oMath>`))).toEqual(["y = a/b+x²"]);
  });

  it("takes one of the alternatives of a text", () => {
    const both = (choice: string, fallback: string): string =>
      `<mc:AlternateContent><mc:Choice Requires="wps">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
    expect(lines(p(both(r("mới"), r("cũ"))))).toEqual(["mới"]);
    expect(lines(p(both("<w:r/>", r("cũ"))))).toEqual(["cũ"]);
    expect(lines(p(`<w:r>${both(t("mới"), t("cũ"))}</w:r>`))).toEqual(["mới"]);
    expect(lines(both(p("mới"), p("cũ")))).toEqual(["mới"]);
  });
});

describe("fields", () => {
  it("show their result, whatever stands in them", () => {
    expect(lines(p(r("Xem ") + field('HYPERLINK "http://a"', r("mục") + field("REF x", r(" 1"))) + r(".")))).toEqual([
      "Xem mục 1.",
    ]);
    expect(lines(p(`<w:fldSimple w:instr=" DATE ">${r("01/02/2025")}</w:fldSimple>`))).toEqual(["01/02/2025"]);
    const nested = field(`IF ${field("X", r("ẩn")).replace(/^/, "</w:instrText></w:r>")}<w:r><w:instrText>`, r("hiện"));
    expect(lines(p(nested))).toEqual(["hiện"]);
  });

  it("that are broken do not swallow the text after their paragraph", () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>';
    expect(lines(p(r("a") + begin) + p("b") + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>') + p("c"))).toEqual([
      "a",
      "b",
      "",
      "c",
    ]);
  });

  it("of forms show their boxes and chosen items", () => {
    const form = (data: string, name: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const checked = form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX");
    const free = form('<w:checkBox><w:default w:val="0"/></w:checkBox>', "FORMCHECKBOX");
    const list = form(
      '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Quý I"/><w:listEntry w:val="Quý II"/></w:ddList>',
      "FORMDROPDOWN",
    );
    expect(lines(p(`${checked}${r(" có ")}${free}${r(" không ")}${list}`))).toEqual(["☒ có ☐ không Quý II"]);
  });
});

describe("looks", () => {
  const bold = "<w:rPr><w:b/></w:rPr>";
  const styles = [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>',
    style("Normal", "Normal", "", "paragraph", 'w:default="1"'),
    style("Strong", "Strong", bold, "character"),
    style("Head", "Đề mục", bold),
    style("Sub", "Đề mục nhỏ", '<w:basedOn w:val="Head"/><w:rPr><w:i/></w:rPr>'),
    style("Plain", "Thường", '<w:basedOn w:val="Head"/><w:rPr><w:b w:val="0"/></w:rPr>'),
    style("Loop", "Vòng", '<w:basedOn w:val="Loop2"/>'),
    style("Loop2", "Vòng 2", '<w:basedOn w:val="Loop"/><w:rPr><w:b/></w:rPr>'),
  ].join("");
  const styled = (id: string, inside: string): string => lines(p(inside, `<w:pStyle w:val="${id}"/>`), { styles })[0]!;

  it("come from styles along what they are based on", () => {
    expect(styled("Head", r("a"))).toBe("**a**");
    expect(styled("Sub", r("a"))).toBe("**//a//**");
    expect(styled("Plain", r("a"))).toBe("a");
    expect(styled("Loop", r("a"))).toBe("**a**");
    expect(styled("Missing", r("a"))).toBe("a");
  });

  it("turn over where paragraph and character style both switch, and are absolute when direct", () => {
    const strong = '<w:rStyle w:val="Strong"/>';
    expect(styled("Normal", r("a", strong))).toBe("**a**");
    expect(styled("Head", r("a", strong))).toBe("a");
    expect(styled("Head", r("a", `${strong}<w:b/>`))).toBe("**a**");
    expect(styled("Normal", r("a", `${strong}<w:b w:val="false"/>`))).toBe("a");
    expect(styled("Head", r("a", '<w:b w:val="0"/>'))).toBe("a");
  });

  it("hold everywhere when the document's defaults say so", () => {
    const everywhere = "<w:docDefaults><w:rPrDefault><w:rPr><w:b/></w:rPr></w:rPrDefault></w:docDefaults>";
    expect(
      lines(p(r("a", '<w:rStyle w:val="Strong"/>')), {
        styles: everywhere + style("Strong", "Strong", bold, "character"),
      }),
    ).toEqual(["**a**"]);
  });

  it("of the paragraph's mark are not those of its text", () => {
    expect(lines(p(r("a"), "<w:rPr><w:b/></w:rPr>"))).toEqual(["a"]);
  });
});

describe("paragraphs", () => {
  const styles = [
    style("Normal", "Normal", '<w:pPr><w:jc w:val="both"/></w:pPr>', "paragraph", 'w:default="1"'),
    style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/><w:jc w:val="center"/></w:pPr>'),
    style("H2", "heading 2", ""),
    style("H3", "Mục con", '<w:basedOn w:val="H2"/>'),
    style("Title", "Title", ""),
    style("Body", "Nội dung", '<w:basedOn w:val="H1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  ].join("");
  const one = (properties: string) => paragraphOf(read(p("a", properties), { styles }));

  it("have the alignment of their style unless they say another", () => {
    expect(paragraphOf(read(p("a"))).align).toBe("left");
    expect(one("").align).toBe("justify");
    expect(one('<w:pStyle w:val="H1"/>').align).toBe("center");
    const said = ["left", "start", "center", "right", "end", "both", "distribute"].map(
      (jc) => one(`<w:jc w:val="${jc}"/>`).align,
    );
    expect(said).toEqual(["left", "left", "center", "right", "right", "justify", "justify"]);
  });

  it("have the name of their style as Word shows it", () => {
    expect(one("").style).toBeNull();
    expect(one('<w:pStyle w:val="Normal"/>').style).toBeNull();
    expect(one('<w:pStyle w:val="H3"/>').style).toBe("Mục con");
    expect(paragraphOf(read(p("a", '<w:pStyle w:val="Heading2"/>'))).heading).toBe(2);
  });

  it("are headings by outline level or by the name of a built-in style", () => {
    const headings = ["H1", "H2", "H3", "Title", "Body", "Normal"].map(
      (id) => one(`<w:pStyle w:val="${id}"/>`).heading,
    );
    expect(headings).toEqual([1, 2, 2, 1, null, null]);
    expect(one('<w:outlineLvl w:val="2"/>').heading).toBe(3);
    expect(one('<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>').heading).toBeNull();
  });

  it("are numbered from 1, those in cells and boxes too", () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p("hộp")}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const { file } = read(
      `${p("a")}<w:tbl><w:tr><w:tc>${p("b")}${p("c")}</w:tc></w:tr></w:tbl>${p(r("d") + box)}${p("e")}`,
    );
    expect(file.blocks.map((block) => [block.kind, block.place.from, block.place.to])).toEqual([
      ["paragraph", 1, 1],
      ["table", 2, 3],
      ["paragraph", 4, 4],
      ["paragraph", 5, 5],
      ["paragraph", 6, 6],
    ]);
    expect(file.unit).toBe("paragraph");
  });

  it("in frames and text boxes are paragraphs like others", () => {
    const drawn = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${p("hộp 1")}${p("hộp 2")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>${p("hộp 1")}${p("hộp 2")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const found = read(p(r("trước ") + drawn + r("sau")) + p("khung", '<w:framePr w:w="100"/>') + p("cuối"));
    expect(linesOf(found)).toEqual(["trước sau", "hộp 1", "hộp 2", "khung", "cuối"]);
    expect(found.codes).toEqual([]);
  });

  it("keep the table of a text box", () => {
    const inner = `<w:tbl><w:tr><w:tc>${p("x")}</w:tc><w:tc>${p("y")}</w:tc></w:tr></w:tbl>${p("")}`;
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></w:pict></w:r>`;
    expect(lines(p(r("a") + box))).toEqual(["a", "{", "0:x | 1:y", "}", ""]);
    expect(lines(`<w:tbl><w:tr><w:tc>${p(r("a") + box)}</w:tc></w:tr></w:tbl>`)).toEqual(["{", "0:a¶x\ty¶", "}"]);
  });
});

describe("old fonts", () => {
  const font = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}"/>`;

  it("are read as Unicode, by the font of the run or of its style", () => {
    const found = read(p(r("KÕ ho¹ch", font(".VnTime")) + r(" năm 2025")));
    expect(linesOf(found)).toEqual(["Kế hoạch năm 2025"]);
    expect(found.codes).toEqual(["NH132"]);
    expect(found.messages[0]).toContain("2 ký tự");
    expect(found.messages[0]).toContain(".VnTime");
    const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font("VNI-Times")}</w:rPr></w:rPrDefault></w:docDefaults>`;
    expect(lines(p("Keá hoaïch"), { styles })).toEqual(["Kế hoạch"]);
  });

  it("keep the letter whose byte is a soft hyphen elsewhere", () => {
    // In TCVN3 0xAD is ư.
    expect(lines(p(r("nh\u00ad vËy", font(".VnTime"))))).toEqual(["như vậy"]);
  });

  it("have the capitals of the words around", () => {
    expect(lines(p(r("uû ban ", font(".VnTimeH")) + r("nh©n d©n", font(".VnTimeH"))))).toEqual(["UỶ BAN NHÂN DÂN"]);
  });

  it("of the theme are none", () => {
    const look = '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime" w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>';
    expect(lines(p(r("Kế hoạch", look)))).toEqual(["Kế hoạch"]);
  });
});
