/** Small parts: docProps/custom.xml as a map of texts, and what of word/settings.xml counts for reading. */
import { visible } from "./characters.ts";
import { child, collect, type Handler, onOff, skip, valueIn } from "./xml.ts";

/** Values that are one text; arrays and binary data are passed over. */
const texts = new Set([
  "lpwstr",
  "lpstr",
  "bstr",
  "i1",
  "i2",
  "i4",
  "i8",
  "int",
  "uint",
  "ui4",
  "r8",
  "bool",
  "filetime",
  "date",
]);

export function propertiesReader(): { readonly handler: Handler; readonly result: Map<string, string> } {
  const result = new Map<string, string>();
  const root: Handler = {
    open: (tag) => {
      const name = tag.attributes.name;
      if (tag.name !== "op:property" || name === undefined) return skip;
      return collect(tag, (element) => {
        const value = element.children.find((one) => one.name.startsWith("vt:") && texts.has(one.name.slice(3)));
        if (value && !result.has(name)) result.set(name, visible(value.text));
      });
    },
  };
  return { handler: { open: () => root }, result };
}

export interface Settings {
  hasEvenPages: boolean;
  decimalEndnotes: boolean;
}

export function settingsReader(): { readonly handler: Handler; readonly result: Settings } {
  const result: Settings = { hasEvenPages: false, decimalEndnotes: false };
  return {
    handler: {
      open: (tag) =>
        collect(tag, (settings) => {
          result.hasEvenPages = onOff(settings, "w:evenAndOddHeaders") ?? false;
          result.decimalEndnotes = valueIn(child(settings, "w:endnotePr"), "w:numFmt") === "decimal";
        }),
    },
    result,
  };
}
