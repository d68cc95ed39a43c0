/**
 * `mc:AlternateContent` in text: one thing written for new programs (`Choice`) and for old ones (`Fallback`). The first
 * that has text is taken, never two; of pictures and shapes without text, the first that was counted.
 */
import type { Reading } from "./story.ts";
import type { Tallied } from "./tallies.ts";
import { type Handler, skip } from "./xml.ts";

const graphics: readonly Tallied[] = ["pictures", "shapes", "charts", "objects"];

/** `open` is that of the element around. */
export function alternate(open: NonNullable<Handler["open"]>, reading: Reading): Handler {
  const { tallies } = reading;
  const counts = (): number[] => graphics.map((kind) => tallies.count(kind));
  let isDone = false;
  let hasGraphics = false;
  return {
    open: (tag) => {
      if (isDone || (tag.name !== "mc:Choice" && tag.name !== "mc:Fallback")) return skip;
      const taken = reading.taken;
      const before = counts();
      return {
        open,
        close: () => {
          isDone = reading.taken > taken;
          const seen = counts();
          // An earlier alternative without text drew the same picture.
          if (hasGraphics) for (const [i, kind] of graphics.entries()) tallies.reset(kind, before[i]!);
          hasGraphics ||= seen.some((count, i) => count > before[i]!);
        },
      };
    },
  };
}
