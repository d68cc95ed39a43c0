/**
 * The logical structure of a PDF (PDF 32000-1, 14.7-14.8): what a screen reader reads, in which order. Built while the
 * pages are laid out, as plain nodes; `draw.ts` turns them into the file's structure elements.
 */

/** Structure types that we use, by their names in the PDF standard. */
export type TagType =
  | "Document"
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "H4"
  | "H5"
  | "H6"
  | "P"
  | "Caption"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Note";

export interface Tag {
  readonly type: TagType;
  readonly children: Tag[];
  readonly title?: string;
  readonly summary?: string;
  readonly scope?: "Column" | "Row";
  readonly rowSpan?: number;
  readonly colSpan?: number;
  /** Of a Note: its index in the document. */
  readonly note?: number;
}

type Details = Omit<Tag, "type" | "children">;

/** A new node, the last child of `parent`. */
export function addTag(parent: Tag, type: TagType, details: Details = {}): Tag {
  const tag: Tag = { type, children: [], ...details };
  parent.children.push(tag);
  return tag;
}

export const rootTag = (): Tag => ({ type: "Document", children: [] });

/** Where a line's words belong: its label (mark of an item) apart from the rest, where it has one. */
export interface LineTags {
  readonly body: Tag;
  readonly label?: Tag;
}

const headings = ["H1", "H2", "H3", "H4", "H5", "H6"] as const;

/** The heading of a level from 1; deeper than six is six. */
export const headingType = (level: number): TagType => headings[Math.min(Math.max(level, 1), headings.length) - 1]!;

/** Puts paragraphs under a parent, gathering items that follow one another into lists, deeper items inside them. */
export interface TagWriter {
  block(type: TagType, details?: Details): Tag;
  item(depth: number, labelled: boolean): LineTags;
  /** After the block or item that was added last. */
  note(note: number): Tag;
}

export function tagWriter(parent: Tag): TagWriter {
  /** Open lists, outermost first. */
  let open: { readonly depth: number; readonly list: Tag }[] = [];
  return {
    block(type, details) {
      open = [];
      return addTag(parent, type, details);
    },
    item(depth, labelled) {
      while (open.length > 0 && open.at(-1)!.depth > depth) open.pop();
      if (open.length === 0 || open.at(-1)!.depth < depth) {
        const above = open.at(-1)?.list.children.at(-1)?.children.at(-1) ?? parent;
        open.push({ depth, list: addTag(above, "L") });
      }
      const item = addTag(open.at(-1)!.list, "LI");
      const label = labelled ? addTag(item, "Lbl") : undefined;
      // The words stand in a paragraph of their own, so that a list below the item can follow them.
      const body = addTag(addTag(item, "LBody"), "P");
      return label ? { body, label } : { body };
    },
    note(note) {
      const item = open.at(-1)?.list.children.at(-1)?.children.at(-1);
      return addTag(item ?? parent, "Note", { note });
    },
  };
}
