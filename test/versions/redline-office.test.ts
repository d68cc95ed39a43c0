/** Tracked changes in LibreOffice: it accepts and rejects them as meant, and keeps their author and date. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emitDocx } from "../../src/emit/docx/docx.ts";
import { redline } from "../../src/versions/redline.ts";
import { bodyParagraphs, readDocx } from "../support/docx-read.ts";
import { documentOf } from "../support/pipeline.ts";
import { revisionsOf } from "../support/revisions.ts";
import { has, inTemporaryFolder, run } from "../support/tools.ts";
import { commune, district, read } from "./edits.ts";

const dialect = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ';

/** A macro that opens each DOCX of a folder, settles its changes and writes it again. */
const macro = `${dialect}script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Main(folder As String, names As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For Each item In Split(names, ",")
    For Each way In Array("", "AcceptAll", "RejectAll")
      doc = StarDesktop.loadComponentFromURL(folder &amp; "/" &amp; item &amp; ".docx", "_blank", 0, hidden())
      If way &lt;&gt; "" Then
        dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:" &amp; way &amp; "TrackedChanges", "", 0, Array())
      End If
      doc.storeToURL(folder &amp; "/" &amp; item &amp; "-" &amp; way &amp; ".docx", filter())
      doc.close(True)
    Next
  Next
End Sub
</script:module>
`;
const library = `${dialect}library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Module1"/>
</library:library>
`;
const pairs = {
  edited: [
    commune,
    commune
      .replace("6 tháng/lần", "03 tháng/lần")
      .replace("Căn cứ [[118/2025/NĐ-CP]];\n\n", "")
      .replace("nơi nhận:\n", "nơi nhận:\n- Sở Nội vụ;\n"),
  ],
  shortened: [district, district.slice(0, district.indexOf("\nphụ lục:") + 1)],
  other: [read("so-2025"), read("truong-hoc-2026")],
} as const;

const lines = (bytes: Uint8Array): readonly string[] =>
  bodyParagraphs(readDocx(bytes)).flatMap(({ text }) => (text.trim() === "" ? [] : [text.trim()]));

describe.skipIf(!has("soffice"))("in LibreOffice", () => {
  it("all changes accepted give the newer version, all rejected the older one", { timeout: 180_000 }, async () => {
    await inTemporaryFolder(async (folder) => {
      const office = (...args: string[]): string =>
        run("soffice", [`-env:UserInstallation=file://${folder}/profile`, "--headless", "--norestore", ...args]);
      // A new profile is filled at the first start, over what stands there.
      office("--terminate_after_init");
      const basic = join(folder, "profile/user/basic/Standard");
      mkdirSync(basic, { recursive: true });
      writeFileSync(join(basic, "script.xlb"), library);
      writeFileSync(join(basic, "Module1.xba"), macro);
      const author = { author: "Nguyễn Văn A", date: "2026-02-05T08:00:00Z" };
      for (const [name, [older, newer]] of Object.entries(pairs)) {
        const { document } = redline(documentOf(older), documentOf(newer), author);
        writeFileSync(join(folder, `${name}.docx`), await emitDocx(document));
      }
      office(`macro:///Standard.Module1.Main("file://${folder}","${Object.keys(pairs).join(",")}")`);
      const written = (name: string, way: string): Uint8Array => readFileSync(join(folder, `${name}-${way}.docx`));
      for (const [name, [older, newer]] of Object.entries(pairs)) {
        expect(lines(written(name, "AcceptAll")), name).toEqual(lines(await emitDocx(documentOf(newer))));
        expect(lines(written(name, "RejectAll")), name).toEqual(lines(await emitDocx(documentOf(older))));
        expect(revisionsOf(written(name, "AcceptAll"))).toEqual([]);
        const kept = revisionsOf(written(name, ""));
        expect(kept.length).toBeGreaterThan(1);
        for (const change of kept) expect(change).toMatchObject(author);
      }
    });
  });
});
