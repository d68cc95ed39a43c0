/** Numbers as Word's automatic lists write them (`w:numFmt`). Kinds that Vietnamese documents do not use are decimal. */

const romanParts: readonly (readonly [number, string])[] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

/** Small Roman digits; decimal for what they cannot write, and beyond what anyone would read. */
export function roman(value: number): string {
  if (value < 1 || value > 4999) return String(value);
  let left = value;
  let text = "";
  for (const [worth, letters] of romanParts) {
    while (left >= worth) {
      text += letters;
      left -= worth;
    }
  }
  return text;
}

/** a…z, then aa, bb…zz, aaa: Word repeats the letter. */
function letters(value: number): string {
  if (value < 1 || value > 26 * 9) return String(value);
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

/** The number in this format; "" for the format that shows none. */
export function formatted(value: number, format: string): string {
  switch (format) {
    case "none":
    case "bullet":
      return "";
    case "decimalZero":
      return value >= 0 && value < 10 ? `0${value}` : String(value);
    case "upperRoman":
      return roman(value).toUpperCase();
    case "lowerRoman":
      return roman(value);
    case "upperLetter":
      return letters(value).toUpperCase();
    case "lowerLetter":
      return letters(value);
    case "numberInDash":
      return `- ${value} -`;
    default:
      return String(value);
  }
}
