/**
 * The look of a run after everything that has a say in it (ECMA-376-1, 17.7.2 and 17.7.3). Bold, italic, capitals and
 * hidden are switches: each of table, paragraph and character style that sets one turns it over, and what is said
 * directly holds.
 */
import type { Raised, RunFormat } from "./formatting.ts";

export interface Look {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly hidden: boolean;
  readonly raised: Raised | null;
  /** Half points. */
  readonly size: number;
  readonly ascii: string;
  readonly hAnsi: string;
}

type Switch = "bold" | "italic" | "caps" | "hidden";

/** Size of type where nothing says another: 10 points. */
const standardSize = 20;

/** Some programs raise text by moving it off the line and making it smaller. */
const shifted = (position: number, size: number, lineSize: number): Raised | null =>
  position === 0 || size >= 0.9 * lineSize ? null : position > 0 ? "superscript" : "subscript";

/** `styles` from the weakest to the strongest; `lineSize` is the size of the text around, when it is another. */
export function lookOf(defaults: RunFormat, styles: readonly RunFormat[], direct: RunFormat, lineSize = 0): Look {
  const isOn = (name: Switch): boolean => {
    const said = direct[name];
    if (said !== undefined) return said;
    if (defaults[name]) return true;
    return styles.filter((style) => style[name]).length % 2 === 1;
  };
  const last = <Key extends "raised" | "position" | "size" | "ascii" | "hAnsi">(name: Key): RunFormat[Key] => {
    if (direct[name] !== undefined) return direct[name];
    for (let i = styles.length - 1; i >= 0; i -= 1) if (styles[i]![name] !== undefined) return styles[i]![name];
    return defaults[name];
  };
  const size = last("size") ?? standardSize;
  return {
    bold: isOn("bold"),
    italic: isOn("italic"),
    caps: isOn("caps"),
    hidden: isOn("hidden"),
    raised: last("raised") ?? shifted(last("position") ?? 0, size, lineSize),
    size,
    ascii: last("ascii") ?? "",
    hAnsi: last("hAnsi") ?? "",
  };
}

/** Text that comes from no run: mathematics, shown values of fields. */
export const plainLook: Look = {
  bold: false,
  italic: false,
  caps: false,
  hidden: false,
  raised: null,
  size: standardSize,
  ascii: "",
  hAnsi: "",
};
