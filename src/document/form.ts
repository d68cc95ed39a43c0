/**
 * The official form as data: `templates/forms/*.yaml` → Form, with every measure in points and every fixed word, each
 * resting on an article. A form may extend another one (one level) and then holds only what differs.
 *
 * A form is chosen by name (`thể thức:`) or by the date of the document: Nghị định 30/2020/NĐ-CP took effect on
 * 05/3/2020, Thông tư 01/2011/TT-BNV governed the years before it.
 */
import type { Checked, Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DocumentKind, PlanDocument } from "../plan/plan.ts";
import { emptySpan, type SourceFile } from "../source/source-file.ts";
import type { PageSetup, Section } from "./document.ts";
import { missingFormValue, unknownBaseForm } from "./errors.ts";
import {
  type Citation,
  documentKinds,
  type FormValue,
  type FormValues,
  layoutLengths,
  pageKeys,
  readFormValues,
  styleProperties,
  tableLengths,
  wordKeys,
} from "./form-values.ts";
import {
  type Align,
  type LineSpacing,
  type ParagraphStyle,
  type Pt,
  type StyleName,
  type StyleSheet,
  shownTitle,
  styleNames,
} from "./style.ts";

export type FormWords = Readonly<Record<(typeof wordKeys)[number], string>>;
export type FormLayout = Readonly<
  Record<(typeof layoutLengths)[number], Pt> & {
    /** Length of the line under the issuer and under the title, as a part of the longest line above it. */
    readonly issuerRule: number;
    readonly titleRule: number;
  }
>;
export type FormTable = Readonly<Record<(typeof tableLengths)[number], Pt> & { readonly roomyColumns: number }>;

export interface Form {
  readonly id: string;
  /** For messages: “Nghị định số 30/2020/NĐ-CP”. */
  readonly name: string;
  /** What `thể thức:` may say, besides the id. */
  readonly names: readonly string[];
  /** ISO dates of the documents it governs, both included; null = open. */
  readonly from: string | null;
  readonly to: string | null;
  /** Portrait; see `landscape`. */
  readonly page: PageSetup;
  readonly pageNumber: Section["pageNumber"];
  readonly words: FormWords;
  /** Abbreviations of document types for a number that is still open: plan → KH. */
  readonly abbreviations: Readonly<Partial<Record<DocumentKind | (typeof documentKinds)[number], string>>>;
  readonly layout: FormLayout;
  /** In an electronic copy number and date of “(Kèm theo …)” stay blank although they are known. */
  readonly electronicBlanks: boolean;
  readonly urgency: { readonly color: string; readonly widths: Readonly<Record<string, Pt>> };
  readonly table: FormTable;
  readonly style: StyleSheet;
  /** The values as read, by path (`styles.body.size`), with the article each rests on. */
  readonly values: FormValues;
}

export type { Citation };

/** The same paper turned: the margins keep their sides of the text as read (top stays top). */
export function landscape(page: PageSetup): PageSetup {
  return { ...page, width: page.height, height: page.width, orientation: "landscape" };
}

/**
 * Reads a form file. `base` is the form that it may extend. Null, with DM errors, when a value is missing or wrong:
 * a form with a hole would print a document that is not in the form.
 */
export function loadForm(source: SourceFile, base?: Form): Checked<Form | null> {
  const read = readFormValues(source);
  const diagnostics: Diagnostic[] = [...read.diagnostics];
  let values: FormValues = read.values;
  const parent = values.get("extends");
  if (parent !== undefined) {
    if (base === undefined || base.id !== parent.value) {
      diagnostics.push(unknownBaseForm(parent.span, { name: parent.written }));
      return { value: null, diagnostics };
    }
    // A form's own names, dates and title are never inherited.
    const own = /^(id|name|names|effective\..+)$/;
    values = new Map([...[...base.values].filter(([path]) => !own.test(path)), ...values]);
  }
  if (diagnostics.some((d) => d.severity === "error")) return { value: null, diagnostics };

  let complete = true;
  const get = (path: string): FormValue["value"] => {
    const found = values.get(path);
    if (found === undefined) {
      complete = false;
      diagnostics.push(missingFormValue(emptySpan(0), { key: path }));
      return null;
    }
    return found.value;
  };
  const text = (path: string): string => String(get(path));
  const number = (path: string): number => Number(get(path));
  const record = <K extends string, V>(keys: readonly K[], value: (key: K) => V): Record<K, V> =>
    Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<K, V>;
  const property = (style: string, name: string): FormValue["value"] =>
    values.has(`styles.${style}.${name}`) ? get(`styles.${style}.${name}`) : get(`defaults.${name}`);

  const paragraph = (name: string): ParagraphStyle => {
    const p = record(Object.keys(styleProperties), (key) => property(name, key));
    const outline = values.get(`styles.${name}.outlineLevel`);
    return {
      title: text(`styles.${name}.title`),
      size: Number(p.size),
      bold: p.bold === true,
      italic: p.italic === true,
      color: String(p.color),
      align: String(p.align) as Align,
      firstLine: Number(p.firstLine),
      left: Number(p.left),
      right: Number(p.right),
      before: Number(p.before),
      after: Number(p.after),
      line: lineSpacing(String(p.line)),
      keepNext: p.keepNext === true,
      keepLines: p.keepLines === true,
      widowControl: p.widowControl === true,
      ...(outline === undefined ? {} : { outlineLevel: Number(outline.value) }),
    };
  };

  const page: PageSetup = { orientation: "portrait", ...record(pageKeys, (key) => number(`page.${key}`)) };
  const table: FormTable = {
    ...record(tableLengths, (key) => number(`table.${key}`)),
    roomyColumns: number("table.roomyColumns"),
  };
  const layout: FormLayout = {
    ...record(layoutLengths, (key) => number(`layout.${key}`)),
    issuerRule: number("layout.issuerRule"),
    titleRule: number("layout.titleRule"),
  };
  const names = get("names");
  const date = (path: string): string | null => {
    const value = get(path);
    return value === null ? null : String(value);
  };
  const form: Form = {
    id: text("id"),
    name: text("name"),
    names: Array.isArray(names) ? names : [],
    from: date("effective.since"),
    to: date("effective.until"),
    page,
    pageNumber: { place: text("pageNumber.place") as Section["pageNumber"]["place"] },
    words: record(wordKeys, (key) => text(`words.${key}`)),
    abbreviations: record(documentKinds, (key) => text(`abbreviations.${key}`)),
    layout,
    electronicBlanks: get("layout.electronicBlanks") === true,
    urgency: {
      color: text("urgency.color"),
      widths: Object.fromEntries(
        [...values]
          .filter(([path]) => path.startsWith("urgency.widths."))
          .map(([path, value]) => [path.slice("urgency.widths.".length), Number(value.value)]),
      ),
    },
    table,
    style: {
      fontName: text("font.name"),
      paragraph: record(styleNames, paragraph),
      table: { borderWidth: table.borderWidth, paddingX: table.paddingX, paddingY: table.paddingY },
      rule: { thickness: layout.ruleThickness },
    },
    values,
  };
  return { value: complete ? form : null, diagnostics };
}

/** `1.5` → a multiple of the font's line; `exact 18`, `at-least 15` → points. */
function lineSpacing(value: string): LineSpacing {
  const [rule, distance] = value.split(" ");
  return rule === "exact" || rule === "at-least"
    ? { rule, value: Number(distance) }
    : { rule: "multiple", value: Number(rule) };
}

const folded = (name: string): string =>
  name
    .toLowerCase()
    .replace(/(^|\s)số(?=\s)/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** The form of that id or name, or undefined. Case, blanks and the word “số” do not matter. */
export const formNamed = (forms: readonly Form[], name: string): Form | undefined =>
  forms.find((form) => [form.id, form.name, ...form.names].some((known) => folded(known) === folded(name)));

/**
 * The form of a document: the one it asks for, else the one in force on its date, else the one of the year it is for.
 * An open day or month counts as the latest possible one, so that the month of a change takes the newer form. A plan
 * for a year without any date takes the form of that year's first day. Before the oldest form, the oldest; otherwise
 * the first of the list. `forms` must not be empty.
 */
export function chooseForm(forms: readonly Form[], document: PlanDocument): Form {
  const asked = document.form === null ? undefined : formNamed(forms, document.form);
  if (asked !== undefined) return asked;
  const { date, period } = document;
  const two = (n: number): string => String(n).padStart(2, "0");
  const day =
    date?.year != null
      ? `${date.year}-${two(date.month ?? 12)}-${two(date.day ?? 31)}`
      : period !== null
        ? `${period.from}-01-01`
        : null;
  const first = forms[0]!;
  if (day === null) return first;
  const inForce = forms.find((form) => (form.from ?? "") <= day && day <= (form.to ?? "9999-12-31"));
  if (inForce !== undefined) return inForce;
  const oldest = [...forms].sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : 1))[0]!;
  return day < (oldest.from ?? "") ? oldest : first;
}

/** Every style of the forms by the name that office programs show for it. */
export const styleTitles = (forms: readonly Form[]): ReadonlyMap<string, StyleName> =>
  new Map(
    forms.flatMap((form) => styleNames.map((name) => [shownTitle(form.style.paragraph[name].title), name] as const)),
  );
