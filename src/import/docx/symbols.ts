/**
 * Characters of symbol fonts, which have pictures where other fonts have letters: Symbol, Wingdings and their kin. Word
 * stores them as bytes 0x20–0xFF or moved to the private use area, 0xF020–0xF0FF. Mapped are the signs that stand in
 * official documents; for any other picture there is no letter.
 */

/** What is written for a picture without a letter. */
export const unknownSymbol = "□";

const greek = (letters: string, from: number): [number, string][] =>
  [...letters].map((letter, index) => [from + index, letter]);

const symbolFont = new Map<number, string>([
  ...greek("ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", 0x41),
  ...greek("αβχδεφγηιϕκλμνοπθρστυϖωξψζ", 0x61),
  [0x22, "∀"],
  [0x24, "∃"],
  [0x27, "∋"],
  [0x2a, "∗"],
  [0x2d, "−"],
  [0x40, "≅"],
  [0x5c, "∴"],
  [0x5e, "⊥"],
  [0x7e, "∼"],
  ...greek("€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…", 0xa0),
  [0xbf, "↵"],
  ...greek("ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊", 0xc0),
  [0xe1, "⟨"],
  [0xe2, "®"],
  [0xe3, "©"],
  [0xe4, "™"],
  [0xe5, "∑"],
  [0xf1, "⟩"],
  [0xf2, "∫"],
]);

/** Numbers in circles: ⓪ and ⓿, then 1 to 10. */
const circled = (from: number, zero: string, one: number): [number, string][] => [
  [from, zero],
  ...Array.from({ length: 10 }, (_, i): [number, string] => [from + 1 + i, String.fromCharCode(one + i)]),
];

const wingdings = new Map<number, string>([
  [0x21, "✏"],
  [0x22, "✂"],
  [0x28, "☎"],
  [0x29, "✆"],
  [0x2a, "✉"],
  [0x36, "⌛"],
  [0x3e, "✇"],
  [0x3f, "✍"],
  [0x45, "☜"],
  [0x46, "☞"],
  [0x47, "☝"],
  [0x48, "☟"],
  [0x4a, "☺"],
  [0x4c, "☹"],
  [0x52, "☼"],
  [0x6c, "●"],
  [0x6d, "❍"],
  [0x6e, "■"],
  [0x6f, "□"],
  [0x70, "□"],
  [0x71, "❑"],
  [0x72, "❒"],
  [0x73, "◆"],
  [0x74, "⧫"],
  [0x75, "◆"],
  [0x76, "❖"],
  [0x77, "⬥"],
  [0x78, "☒"],
  ...circled(0x80, "⓪", 0x2460),
  ...circled(0x8b, "⓿", 0x2776),
  [0x9e, "·"],
  [0x9f, "•"],
  [0xa0, "▪"],
  [0xa1, "○"],
  [0xa2, "○"],
  [0xa4, "◉"],
  [0xa5, "◎"],
  [0xa7, "▪"],
  [0xa8, "☐"],
  [0xaa, "✦"],
  [0xab, "★"],
  [0xac, "✶"],
  [0xad, "✴"],
  [0xd8, "➢"],
  [0xdc, "➲"],
  [0xdf, "←"],
  [0xe0, "→"],
  [0xe1, "↑"],
  [0xe2, "↓"],
  [0xe8, "➔"],
  [0xef, "⇦"],
  [0xf0, "⇨"],
  [0xf1, "⇧"],
  [0xf2, "⇩"],
  [0xf3, "⬄"],
  [0xfb, "✗"],
  [0xfc, "✓"],
  [0xfd, "☒"],
  [0xfe, "☑"],
]);

const wingdings2 = new Map<number, string>([
  [0x4f, "✗"],
  [0x50, "✓"],
  [0x51, "☒"],
  [0x52, "☑"],
  [0x53, "☒"],
  [0x54, "☒"],
  [0x56, "⊗"],
  ...circled(0x69, "⓪", 0x2460),
  ...circled(0x74, "⓿", 0x2776),
  [0x95, "•"],
  [0x96, "•"],
  [0x97, "●"],
  [0x98, "●"],
  [0x99, "○"],
  [0x9f, "▪"],
  [0xa0, "■"],
  [0xa2, "□"],
  [0xa3, "□"],
  [0xae, "◆"],
]);

const wingdings3 = new Map<number, string>([
  [0x21, "→"],
  [0x22, "↑"],
  [0x23, "↓"],
  [0x66, "←"],
  [0x67, "→"],
  [0x68, "↑"],
  [0x69, "↓"],
  [0x70, "▲"],
  [0x71, "▼"],
  [0x74, "◀"],
  [0x75, "▶"],
  [0x7d, "▶"],
  [0x84, "◀"],
]);

const webdings = new Map<number, string>([
  [0x33, "◀"],
  [0x34, "▶"],
  [0x35, "▲"],
  [0x36, "▼"],
  [0x61, "✓"],
  [0x63, "□"],
  [0x67, "■"],
  [0x6e, "●"],
  [0x72, "✗"],
]);

const fonts: ReadonlyMap<string, ReadonlyMap<number, string>> = new Map([
  ["symbol", symbolFont],
  ["wingdings", wingdings],
  ["wingdings 2", wingdings2],
  ["wingdings 3", wingdings3],
  ["webdings", webdings],
]);

const isSymbolFont = (font: string): boolean => fonts.has(font.toLowerCase());

const isPrivate = (code: number): boolean => code >= 0xe000 && code <= 0xf8ff;

/**
 * The letter for a character of a font; null when there is none. A private character under a font that is no symbol font
 * came from one: the bullet of Symbol is by far the commonest of its place, the others are taken for Wingdings.
 */
export function symbolOf(code: number, font: string): string | null {
  const table = fonts.get(font.toLowerCase());
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  // Spaces stay what they are in every font.
  if (code === 0xa0 || place === 0x20 || place === 0x09 || place === 0x0a) return String.fromCharCode(place);
  if (!table) {
    if (!isPrivate(code)) return String.fromCodePoint(code);
    return place === 0xb7 ? "•" : (wingdings.get(place) ?? null);
  }
  const found = table.get(place);
  if (found !== undefined) return found;
  // Beyond the byte, another font draws the letter. Symbol has digits and punctuation at their usual places.
  if (!isPrivate(code) && place > 0xff) return String.fromCodePoint(code);
  return table === symbolFont && place < 0x7f ? String.fromCharCode(place) : null;
}

/** A text with its font's pictures as letters, and how many of them have none and became `unknownSymbol`. */
export function withoutSymbols(text: string, font: string): { readonly text: string; readonly unknown: number } {
  if (!isSymbolFont(font) && !/[\ue000-\uf8ff]/.test(text)) return { text, unknown: 0 };
  let unknown = 0;
  const letters = Array.from(text, (character) => {
    const letter = symbolOf(character.codePointAt(0)!, font);
    if (letter === null) unknown += 1;
    return letter ?? unknownSymbol;
  });
  return { text: letters.join(""), unknown };
}
