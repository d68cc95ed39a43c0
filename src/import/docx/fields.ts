/**
 * Fields of Word (ECMA-376-1, 17.16): an instruction that is not shown, and its result, which is text. They nest, and
 * may run over several paragraphs, as a table of contents does. One `Fields` belongs to one flow of text.
 */
import { child, childrenNamed, type Element, integer, onOff, valueIn } from "./xml.ts";

/** A table of contents that is being passed. What stands in it is left out only if its end is found. */
export interface Contents {
  closed: boolean;
}

interface Field {
  instruction: string;
  inResult: boolean;
  hasResult: boolean;
  /** What a form field shows that has no result: a box, the chosen item of a list. */
  readonly shown: string;
  contents: Contents | null;
}

export interface Fields {
  readonly begin: (shown?: string) => void;
  readonly instruct: (words: string) => void;
  readonly separate: () => void;
  /** Ends the innermost field. Gives what it shows beyond its result. */
  readonly end: () => string;
  /** A field whose instruction the paragraph leaves open is broken: it is forgotten, so that it hides no more text. */
  readonly endParagraph: () => void;
  /** Text that comes now is part of a result. */
  readonly result: () => void;
  /** Text that comes now is no text: part of an instruction. */
  readonly inInstruction: () => boolean;
  readonly inPageNumber: () => boolean;
  /** In a reference to the number of a note. */
  readonly inNoteNumber: () => boolean;
  readonly contents: () => Contents | null;
}

const nameOf = (field: Field): string => /^\s*\\?([A-Za-z]+)/.exec(field.instruction)?.[1]?.toUpperCase() ?? "";

export function newFields(): Fields {
  const open: Field[] = [];
  // Counted, not looked for: a file may leave any number of fields open.
  let instructions = 0;
  const innermost = (): Field | undefined => open[open.length - 1];
  const separate = (): void => {
    const field = innermost();
    if (!field || field.inResult) return;
    field.inResult = true;
    instructions -= 1;
    if (nameOf(field) === "TOC") field.contents = { closed: false };
  };
  return {
    begin: (shown = "") => {
      const outer = innermost()?.contents ?? null;
      open.push({ instruction: "", inResult: false, hasResult: false, shown, contents: outer });
      instructions += 1;
    },
    instruct: (words) => {
      const field = innermost();
      // The name comes first; what follows is not looked at.
      if (field && !field.inResult && field.instruction.length < 200) field.instruction += words;
    },
    separate,
    end: () => {
      const field = open.pop();
      if (!field) return "";
      if (!field.inResult) instructions -= 1;
      if (field.contents && field.contents !== innermost()?.contents) field.contents.closed = true;
      return field.hasResult ? "" : field.shown;
    },
    endParagraph: () => {
      while (innermost()?.inResult === false) {
        open.pop();
        instructions -= 1;
      }
    },
    result: () => {
      const field = innermost();
      if (field) field.hasResult = true;
    },
    inInstruction: () => instructions > 0,
    inPageNumber: () => {
      const field = innermost();
      return field?.inResult === true && /^(?:PAGE|NUMPAGES|SECTIONPAGES)$/.test(nameOf(field));
    },
    inNoteNumber: () => {
      const field = innermost();
      return field?.inResult === true && nameOf(field) === "NOTEREF";
    },
    contents: () => innermost()?.contents ?? null,
  };
}

/** What a form field shows, from the `w:fldChar` that begins it; "" for a field whose text is its result. */
export function formFieldText(begin: Element): string {
  const data = child(begin, "w:ffData");
  const box = child(data, "w:checkBox");
  if (box) return (onOff(box, "w:checked") ?? onOff(box, "w:default") ?? false) ? "☒" : "☐";
  const list = child(data, "w:ddList");
  if (!list) return "";
  const chosen = integer(valueIn(list, "w:result")) ?? integer(valueIn(list, "w:default")) ?? 0;
  return childrenNamed(list, "w:listEntry")[chosen]?.attributes["w:val"] ?? "";
}
