/** What stands in a body, a cell, a text box, a note: paragraphs and tables, and what is around them. */
import { alternate } from "./alternate.ts";
import { paragraphHandler } from "./paragraph.ts";
import type { Flow, Story } from "./story.ts";
import { tableHandler } from "./table.ts";
import { child, collect, type Handler, skip, type Tag, valueIn } from "./xml.ts";

export function contentHandler(story: Story, flow: Flow): Handler {
  const { tallies } = story.reading;
  const open = (tag: Tag): Handler => {
    switch (tag.name) {
      case "w:p":
        return paragraphHandler(story, flow);
      case "w:tbl":
        return tableHandler(story, flow);
      case "w:sectPr":
        return collect(tag, flow.section);
      case "w:sdt":
        return controlHandler(story, open);
      case "w:ins":
      case "w:moveTo":
        tallies.add("insertions", story.upcoming());
        return { open };
      case "w:del":
      case "w:moveFrom":
        tallies.add("deletions", story.upcoming());
        return skip;
      case "w:altChunk":
      case "w:subDoc":
        tallies.add("otherFiles", story.upcoming());
        return skip;
      case "mc:AlternateContent":
        return alternate(open, story.reading);
      default:
        return { open };
    }
  };
  return { open };
}

/** A content control around blocks; one that holds a table of contents marks what is in it. */
function controlHandler(story: Story, open: (tag: Tag) => Handler): Handler {
  const before = story.contents;
  return {
    open: (tag) => {
      if (tag.name !== "w:sdtPr") return { open };
      return collect(tag, (properties) => {
        const gallery = valueIn(child(properties, "w:docPartObj"), "w:docPartGallery");
        if (gallery !== undefined && /^table of contents$/i.test(gallery)) story.contents ??= { closed: true };
      });
    },
    close: () => {
      story.contents = before;
    },
  };
}
