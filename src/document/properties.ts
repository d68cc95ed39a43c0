/** Facts of the document for the properties of DOCX and PDF, named as in Nghị định 30/2020, Phụ lục VI. */
import { writtenNumber } from "../plan/number-date.ts";
import type { Plan, PlanDocument } from "../plan/plan.ts";
import { numberDigits } from "../plan/words.ts";
import type { DocumentProperties } from "./document.ts";
import { factProperties } from "./facts.ts";
import { oneLine, sentenceCase } from "./layout.ts";

const isoDate = (date: PlanDocument["date"]): string | undefined =>
  date?.day == null || date.month == null || date.year == null
    ? undefined
    : `${String(date.year).padStart(4, "0")}-${numberDigits(date.month)}-${numberDigits(date.day)}`;

/** Properties of a file: those of its first document. */
export function propertiesOf(plan: Plan, document: PlanDocument | undefined, generator: string): DocumentProperties {
  const common = { language: "vi-VN", sourceDigest: plan.source.digest, generator } as const;
  if (document === undefined)
    return { ...common, title: "", subject: "", author: "", keywords: [], custom: {}, facts: [] };
  const type = sentenceCase(document.typeName);
  const subject = oneLine(document.title);
  const author = document.issuers.map((issuer) => issuer.full).join(" - ");
  const serial = document.number?.number ?? null;
  const number = serial === null ? undefined : writtenNumber(document.number!);
  const date = isoDate(document.date);
  const signer = document.signatures[0];
  const custom: Record<string, string> = {};
  const add = (name: string, value: string | null | undefined): void => {
    if (value != null && value !== "") custom[name] = value;
  };
  add("TypeName", type);
  add("CodeNumber", serial === null ? null : `${numberDigits(serial)}${document.number!.suffix ?? ""}`);
  add("CodeNotation", document.number?.symbol);
  add("IssuedDate", date);
  add("OrganName", author);
  add("Subject", subject);
  add("Position", signer?.authority.at(-1)?.text);
  add("FullName", signer?.name);
  add("Priority", document.urgency);
  const years = document.period;
  const period = years === null ? null : years.from === years.to ? `${years.from}` : `${years.from} - ${years.to}`;
  return {
    ...common,
    title: [type, subject].filter((text) => text !== "").join(" "),
    subject,
    author,
    keywords: [type, ...(period === null ? [] : [period])].filter((word) => word !== ""),
    ...(number === undefined ? {} : { number }),
    ...(date === undefined ? {} : { date }),
    custom,
    facts: factProperties(plan),
  };
}
