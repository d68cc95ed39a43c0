/**
 * The output formats. `--to`, help and the tests read this list; a new format is its file and one line here. Each
 * emitter, with its library, is loaded when it is first used.
 */
import type { Emitter } from "./emitter.ts";

export const emitters: readonly Emitter[] = [
  {
    name: "docx",
    extension: ".docx",
    title: "tài liệu Word",
    from: "document",
    emit: async (document) => ({ value: await (await import("./docx/docx.ts")).emitDocx(document), diagnostics: [] }),
  },
  {
    name: "pdf",
    extension: ".pdf",
    title: "tài liệu PDF",
    from: "document",
    emit: async (document, { fonts }) => (await import("./pdf/pdf.ts")).emitPdf(document, fonts),
  },
  {
    name: "json",
    extension: ".json",
    title: "mô hình kế hoạch cho chương trình khác",
    from: "plan",
    emit: async (plan) => ({ value: (await import("./json.ts")).emitJson(plan), diagnostics: [] }),
  },
  {
    name: "txt",
    extension: ".txt",
    title: "văn bản thuần",
    from: "document",
    emit: async (document) => ({ value: (await import("./text.ts")).emitText(document), diagnostics: [] }),
  },
];

/** The emitter of that name, or undefined. */
export const emitterNamed = (name: string): Emitter | undefined => emitters.find((e) => e.name === name);
