/**
 * What the parts of `from-syntax.ts` share while one document is being bound: the registries, the header's values, the
 * documents cited so far, ids, and the lists that fill as the tree is walked in the order of the file.
 */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { LegalDocument, Registries } from "../registry/registry.ts";
import type { Span } from "../source/source-file.ts";
import type { Division, InlineText } from "../syntax/syntax.ts";
import { looksLikeAgency } from "./agency-words.ts";
import { datedCitation, findDocument, fullCitation, shortCitation } from "./citation-text.ts";
import * as errors from "./errors.ts";
import { citationsOf, resolveCitation } from "./facts.ts";
import type { Header } from "./header.ts";
import { unitOf } from "./issuer.ts";
import { type AgencyContext, findAgencies } from "./mentions.ts";
import { idMaker } from "./numbering.ts";
import type { AgencyMention, Footnote, Prose, Task, TimeMention } from "./plan.ts";
import { toProse } from "./prose.ts";
import { didYouMean, fold } from "./words.ts";

export interface Binder {
  readonly registries: Registries;
  readonly header: Header;
  readonly agencies: AgencyContext;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Makes prose; must be called in the order of the file, so that the first mention of a document is the first. */
  readonly prose: (text: InlineText, around?: Division["emphasis"]) => Prose;
  /** Prose of a title: documents stand in it in short, and the mention is not the first. */
  readonly title: (text: InlineText) => Prose;
  /** A unique id. */
  readonly id: (wanted: string) => string;
  /** Tasks found so far; a table's rows name theirs by index. */
  readonly tasks: Task[];
  /** Values of time fields, and bodies named in owner places, which are not looked for again in the words. */
  readonly fieldTimes: TimeMention[];
  readonly owners: AgencyMention[];
  readonly ownerProses: Set<Prose>;
  readonly timeProses: Set<Prose>;
  /** Footnotes of the document or annex being walked. */
  notes: Footnote[];
}

/** A binder for one document. */
export function makeBinder(header: Header, registries: Registries, report: (diagnostic: Diagnostic) => void): Binder {
  const cited = new Set<string>();
  const note = (text: string): void => {
    for (const citation of citationsOf(text, registries)) {
      const id = resolveCitation(citation, registries, header.asOf);
      if (id !== null) cited.add(id);
    }
  };
  const value = (name: string, span: Span): string | null => {
    const entry = header.values.get(fold(name));
    if (!entry) {
      const names = [...header.values.values()].map((one) => one.name);
      report(errors.unknownValue(span, { name, suggestion: didYouMean(name, names) }));
      return null;
    }
    if (entry.value === null) report(errors.emptyValue(span, { name: entry.name }));
    return entry.value;
  };
  const lookUp = (target: string, span: Span): LegalDocument | null => {
    const found = findDocument(target, registries);
    if (found.kind === "unknown") {
      report(errors.unknownCitation(span, { target, suggestion: found.suggestion }));
      return null;
    }
    if (found.kind === "ambiguous") {
      const choices = found.choices.map(datedCitation).join("; ");
      const [first] = found.choices;
      const dated = datedCitation(found.choices.at(-1) ?? first!).replace(/^.* số (\S+) ngày /, "$1 ");
      const hint = `Thêm ngày vào trong ngoặc, ví dụ: [[${dated}]]`;
      report(errors.ambiguousCitation(span, { target, choices }, { hint }));
      return null;
    }
    return found.document;
  };
  const cite = (target: string, span: Span, before: string): string | null => {
    const document = lookUp(target, span);
    if (!document) return null;
    note(before);
    const isFirst = !cited.has(document.id);
    cited.add(document.id);
    return isFirst ? fullCitation(document, registries) : shortCitation(document, registries);
  };
  const citeInTitle = (target: string, span: Span): string | null => {
    const document = lookUp(target, span);
    return document && shortCitation(document, registries);
  };
  const agencies: AgencyContext = { registries, issuer: issuerWords(header, registries), date: header.asOf };
  // What the plan declares stands before what its office declares in plan.yaml.
  const shortNames = [...header.abbreviations, ...(registries.own?.abbreviations ?? [])].filter(
    ({ full }) => looksLikeAgency(full) || findAgencies(full, agencies)[0]?.at.start === 0,
  );
  return {
    registries,
    header,
    agencies: { ...agencies, shortNames },
    report,
    prose: (text, around) => {
      const prose = toProse(text, { value, cite }, around);
      note(prose.text);
      return prose;
    },
    title: (text) => toProse(text, { value, cite: citeInTitle }),
    id: idMaker(),
    tasks: [],
    fieldTimes: [],
    owners: [],
    ownerProses: new Set(),
    timeProses: new Set(),
    notes: [],
  };
}

/** The issuer's name with its unit: a centre or school without one in its name is in the unit of the body above it. */
function issuerWords({ issuers }: Header, { provinces }: Registries): string | null {
  const [issuer] = issuers;
  if (!issuer) return null;
  return issuer.parent === null || unitOf(issuer.full, provinces) ? issuer.full : `${issuer.full}, ${issuer.parent}`;
}
