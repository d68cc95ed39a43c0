/** A change as a sentence that a leader reads, in Vietnamese. Only this file knows the words. */
import type { Plan } from "../plan/plan.ts";
import { whereIs } from "../plan/where.ts";
import type { Change, Subject } from "./compare.ts";
import { shortened, type WordRun, wordRuns } from "./word-runs.ts";

/** Groups in the order of the document. */
export const groups = ["Văn bản", "Phần đầu", "Căn cứ", "Nội dung", "Chú thích", "Nơi nhận", "Người ký"] as const;
export type Group = (typeof groups)[number];

export function groupOf({ subject }: Change): Group {
  switch (subject) {
    case "document":
      return "Văn bản";
    case "header":
    case "title":
    case "abbreviation":
      return "Phần đầu";
    case "basis":
      return "Căn cứ";
    case "footnote":
      return "Chú thích";
    case "recipient":
      return "Nơi nhận";
    case "signature":
      return "Người ký";
    default:
      return "Nội dung";
  }
}

/** What a thing is called at the start of a sentence. */
const nouns: Readonly<Record<Subject, string>> = {
  document: "văn bản",
  header: "",
  title: "",
  abbreviation: "chữ viết tắt",
  basis: "căn cứ",
  division: "mục",
  text: "đoạn",
  task: "nhiệm vụ",
  "sub-row": "việc",
  lead: "nhiệm vụ",
  partners: "nhiệm vụ",
  cadence: "nhiệm vụ",
  deadline: "nhiệm vụ",
  products: "nhiệm vụ",
  budget: "nhiệm vụ",
  note: "nhiệm vụ",
  content: "nhiệm vụ",
  field: "nhiệm vụ",
  table: "bảng",
  row: "hàng",
  annex: "phụ lục",
  footnote: "chú thích",
  recipient: "nơi nhận",
  signature: "",
};

/** What a field is called where its own label would read less well. */
const fieldNames: Partial<Record<Subject, string>> = {
  lead: "cơ quan chủ trì",
  partners: "cơ quan phối hợp",
  cadence: "thời gian, tần suất",
  deadline: "thời hạn",
  products: "sản phẩm",
  budget: "kinh phí",
  note: "ghi chú",
  content: "nội dung",
};

/** A sentence in parts: plain words, and runs of a change of wording. */
export type Part = string | WordRun;

export interface Sentence {
  readonly parts: readonly Part[];
  /** “Mục II, khoản 1”; where it was, for what was dropped; "" where there is nothing to say. */
  readonly where: string;
}

const cut = (text: string, length = 90): string => {
  const words = text.trim();
  if (words.length <= length) return words;
  const end = words.lastIndexOf(" ", length);
  return `${words.slice(0, end > length / 2 ? end : length).replace(/[\s,;:.]+$/u, "")}…`;
};

const quoted = (text: string, length?: number): string => `“${cut(text, length)}”`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The sentence of a change between two plans. */
export function sentence(change: Change, before: Plan, after: Plan): Sentence {
  const old = change.from === null ? "" : whereIs(before, change.from);
  const now = change.to === null ? "" : whereIs(after, change.to);
  const where = change.to === null ? old : now;
  return { parts: [...parts(change, old, now)], where };
}

function* parts(change: Change, old: string, now: string): Generator<Part> {
  const { subject, kind, name, field, before, after } = change;
  const noun = nouns[subject];
  const thing = noun === "" ? name : subject === "abbreviation" ? `${noun} ${name}` : `${noun} ${quoted(name)}`;
  if (field !== "") {
    const what = fieldNames[subject] ?? `“${field}”`;
    yield `${capital(thing)}: `;
    if (kind === "added") yield `thêm ${what} ${quoted(after ?? "", 160)}.`;
    else if (kind === "removed") yield `bỏ ${what} ${quoted(before ?? "", 160)}.`;
    else if (subject === "content" || subject === "note" || subject === "field") {
      yield `sửa ${what}: `;
      yield* wording(before, after);
    } else yield `${what} đổi từ ${quoted(before ?? "", 160)} thành ${quoted(after ?? "", 160)}.`;
    return;
  }
  switch (kind) {
    case "added":
      yield noun === ""
        ? `${name}: thêm ${quoted(after ?? "", 160)}.`
        : subject === "abbreviation"
          ? `Thêm ${thing}: ${after ?? ""}.`
          : `Thêm ${thing}${withBelow(change)}.`;
      return;
    case "removed":
      yield noun === ""
        ? `${name}: bỏ ${quoted(before ?? "", 160)}.`
        : subject === "abbreviation"
          ? `Bỏ ${thing} (${before ?? ""}).`
          : `Bỏ ${thing}${withBelow(change)}.`;
      return;
    case "moved":
      yield old === now || old === "" || now === ""
        ? `Đổi thứ tự: ${thing}.`
        : `Chuyển ${thing} từ ${old} sang ${now}.`;
      return;
    case "renamed":
      yield `Đổi tên ${noun}: `;
      yield* wording(before, after);
      return;
    case "split": {
      const list = (after ?? "").split("\n");
      yield `Tách ${thing} thành ${list.length}: ${list.map((one) => quoted(one)).join(" và ")}.`;
      return;
    }
    case "merged": {
      const list = (before ?? "").split("\n");
      yield `Gộp ${list.map((one) => quoted(one)).join(" và ")} thành ${thing}.`;
      return;
    }
    case "changed":
      if (noun === "" && subject !== "title")
        yield `${name} đổi từ ${quoted(before ?? "", 160)} thành ${quoted(after ?? "", 160)}.`;
      else if (subject === "basis") {
        yield "Thay căn cứ: ";
        yield* wording(before, after);
      } else if (subject === "abbreviation") yield `${capital(thing)} đổi nghĩa từ “${before}” thành “${after}”.`;
      else {
        yield subject === "text" ? "Sửa câu chữ: " : subject === "title" ? `${name}: ` : `Sửa ${noun}: `;
        yield* wording(before, after);
      }
  }
}

function* wording(before: string | null, after: string | null): Generator<Part> {
  yield* shortened(wordRuns(before ?? "", after ?? ""));
}

const withBelow = ({ below, subject }: Change): string =>
  below === 0 ? "" : subject === "task" ? ` (kèm ${below} dòng)` : ` (kèm ${below} mục, dòng bên trong)`;
