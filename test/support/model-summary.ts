/**
 * The model of a plan on a page that a person reads: what a golden file holds, so that a change in meaning shows as a
 * line and a change of spans shows as nothing.
 */

/** The parts of docs/schema/plan.json that the summary reads, as another program would declare them. */
interface Named {
  readonly text: string;
  readonly id: string | null;
}
interface TimeOf {
  readonly text: string;
  readonly kind: string;
  readonly place: string;
}
interface Row {
  readonly lead: readonly Named[];
  readonly partners: readonly Named[];
  readonly times: readonly TimeOf[];
  readonly products: readonly string[];
  readonly budget: string | null;
}
interface Division {
  readonly kind: string;
  readonly mark: string;
  readonly role: string;
  readonly text: string;
  readonly duty: readonly Named[];
  readonly children?: readonly Division[];
}
interface ModelDocument {
  readonly kind: string;
  readonly title: string;
  readonly issuers: readonly { readonly name: string; readonly level: string; readonly parent: string | null }[];
  readonly number: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly period: { readonly from: number; readonly to: number } | null;
  readonly legalBases: readonly unknown[];
  readonly citations: readonly {
    readonly type: string | null;
    readonly number: string | null;
    readonly date: string | null;
    readonly issuer: string | null;
    readonly resolved: string | null;
  }[];
  readonly divisions: readonly Division[];
  readonly tasks: readonly {
    readonly id: string;
    readonly origin: string;
    readonly title: string;
    readonly rows: readonly Row[];
  }[];
  readonly times: readonly TimeOf[];
  readonly references: readonly { readonly text: string; readonly target: string | null }[];
  readonly abbreviations: readonly { readonly short: string; readonly full: string }[];
  readonly recipients: readonly { readonly text: string }[];
  readonly signatures: readonly { readonly authority: readonly string[]; readonly name: string | null }[];
  readonly annexes: readonly { readonly number: string | null; readonly title: string }[];
}

const short = (text: string, length = 70): string =>
  (text.length > length ? `${text.slice(0, length - 1)}…` : text).replace(/\n/g, " / ");
const names = (list: readonly { text: string; id: string | null }[]): string =>
  list.map((a) => `${a.text}${a.id ? "" : " (?)"}`).join("; ") || "–";

function divisions(list: readonly Division[], depth: number): string[] {
  return list.flatMap((item) => {
    if (item.kind !== "division") return item.kind === "paragraph" ? [] : [`${"  ".repeat(depth)}[${item.kind}]`];
    const duty = item.duty.length > 0 ? `  → ${item.duty.map((a) => a.text).join("; ")}` : "";
    const line = `${"  ".repeat(depth)}${item.mark} ${short(item.text)} (${item.role})${duty}`;
    return [line, ...divisions(item.children ?? [], depth + 1)];
  });
}

function summarize(d: ModelDocument): string[] {
  const lines = [
    `${d.kind}: ${d.title}`,
    `cơ quan: ${d.issuers.map((i) => `${i.name} (${i.level}${i.parent ? `, ${i.parent}` : ""})`).join("; ")}`,
    `số: ${d.number ?? "–"} · địa danh: ${d.place ?? "–"} · ngày: ${d.date ?? "–"} · kỳ: ${d.period ? `${d.period.from}–${d.period.to}` : "–"}`,
    "",
    `căn cứ: ${d.legalBases.length}`,
    ...d.citations.map(
      (c) =>
        `  ${c.type ?? "?"} | ${c.number ?? "–"} | ${c.date ?? "–"} | ${c.issuer ?? "–"}${c.resolved ? " | có trong danh mục" : ""}`,
    ),
    "",
    "các mục:",
    ...divisions(d.divisions, 1),
    "",
    "nhiệm vụ:",
    ...d.tasks.flatMap((task) => [
      `  ${task.id} (${task.origin}) ${short(task.title)}`,
      ...task.rows.map(
        (row) =>
          `    chủ trì ${names(row.lead)} | phối hợp ${names(row.partners)} | thời gian ${row.times.map((t) => `${t.text} [${t.kind}]`).join("; ") || "–"} | sản phẩm ${row.products.length}${row.budget ? ` | kinh phí ${short(row.budget, 30)}` : ""}`,
      ),
    ]),
    "",
    "thời gian:",
    ...d.times.map((t) => `  ${t.place} ${t.kind}: ${short(t.text)}`),
    "",
    "dẫn chiếu:",
    ...d.references.map((r) => `  ${r.text} → ${r.target ?? "?"}`),
    "",
    `viết tắt: ${d.abbreviations.map((a) => `${a.short} = ${a.full}`).join("; ")}`,
    `nơi nhận: ${d.recipients.map((r) => r.text).join(" ")}`,
    `ký: ${d.signatures.map((s) => [...s.authority, s.name ?? "–"].join(" / ")).join(" | ")}`,
    ...d.annexes.map((a) => `phụ lục ${a.number ?? ""}: ${a.title}`),
  ];
  return lines.map((line) => line.trimEnd());
}

/** The summary of a model as `plan build --to json` prints it, ending in a newline. */
export function modelSummary(json: string): string {
  const { documents } = JSON.parse(json) as { documents: readonly ModelDocument[] };
  return `${documents.map((d) => summarize(d).join("\n")).join("\n\n———\n\n")}\n`;
}
