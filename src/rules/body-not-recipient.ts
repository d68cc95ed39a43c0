import { text } from "../diagnostics/diagnostic.ts";
import type { AgencyMention, Content, PlanDocument } from "../plan/plan.ts";
import { fold } from "../plan/words.ts";
import { isStoodFor } from "../registry/own.ts";
import { example } from "./example.ts";
import { defineRule } from "./rule.ts";
import { isPartyDocument } from "./walk.ts";

const body = "I. NỘI DUNG\n\n1. Phòng Kinh tế biên tập tin, bài.\n2. Trạm Y tế xã An Bình phát thanh chuyên mục.";
const recipients = (more: string): string => `- Phòng Kinh tế;\n- Các thôn;\n${more}- Lưu: VT.`;

/** VB405. A body that the plan gives work to is sent the plan. */
export default defineRule({
  code: "VB405",
  name: "body-not-recipient",
  severity: "notice",
  message: text`“${"agency"}” được giao nhiệm vụ nhưng chưa thấy trong nơi nhận.`,
  why: "Cơ quan được giao việc mà không nhận được văn bản thì không thực hiện; nơi nhận ghi đủ cơ quan thực hiện (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9).",
  hint: "Thêm vào nơi nhận; nếu một dòng của nơi nhận đã gồm cơ quan này thì để nguyên.",
  examples: {
    bad: example({ body, recipients: recipients("") }),
    good: example({ body, recipients: recipients("- Trạm Y tế xã An Bình;\n") }),
  },
  check({ document, registries, report }) {
    const sent = document.recipients.filter(({ archive }) => !archive);
    // Schools and firms list their own people; the Party has a form of its own.
    const isOfState = document.issuers.some(
      ({ kind, level }) => level !== "other" && (kind === "committee" || kind === "department"),
    );
    if (sent.length < 2 || !isOfState || isPartyDocument(document)) return;
    const list = recipientsOf(document);
    const named = sent.map(({ text: prose }) => prose.text).join("; ");
    if (everyone.test(list.words)) return;
    const seen = new Set<string>(document.issuers.flatMap(({ id }) => (id === null ? [] : [id])));
    for (const mention of assigned(document)) {
      const { id } = mention;
      if (id === null || seen.has(id)) continue;
      seen.add(id);
      const kind = kindOf(id);
      if (kind === null || isBelow(id, document) || isSent(mention, kind, list)) continue;
      // A line that the office says stands for the body.
      if (isStoodFor(registries, named, mention)) continue;
      const block = { start: sent[0]!.span.start, end: document.recipients.at(-1)!.span.end };
      report(mention.span, { agency: mention.text }, { related: [{ span: block, message: "nơi nhận" }] });
    }
  },
});

/** Bodies headed by a duty or leading a task, in the order of the file. */
function assigned(document: PlanDocument): readonly AgencyMention[] {
  const duties: AgencyMention[] = [];
  const walk = (content: readonly Content[]): void => {
    for (const item of content) {
      if (item.kind !== "division") continue;
      duties.push(...item.division.duty);
      walk(item.division.children);
    }
  };
  walk(document.content);
  const leads = document.tasks.flatMap(({ rows }) => rows.flatMap(({ lead }) => lead));
  return [...duties, ...leads].sort((a, b) => a.span.start - b.span.start);
}

type Kind = "department" | "unit" | "press" | "school" | "front" | "association" | "party" | "committees";

/** What sort of body an id is of, by its first words; null for sets, people and bodies inside an office. */
const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^ubnd-cac:/, "committees"],
  [/-cac:|^cac-|^chu-tich|^ubnd-|^hdnd|^van-phong-(?:ubnd|hdnd)/, null!],
  [/^(?:so|phong)-/, "department"],
  [/^(?:so|phong):/, "department"],
  [
    /^(?:thanh-tra|cong-an|ban-chi-huy-quan-su|bo-chi-huy-quan-su|kho-bac|bao-hiem-xa-hoi|chi-cuc|cuc)[-:]/,
    "department",
  ],
  [/^(?:dai|bao|dai-[a-z-]+)[-:]/, "press"],
  [/^(?:trung-tam|buu-dien|tram-y-te|benh-vien)[-:]/, "unit"],
  [/^truong[-:]/, "school"],
  [/^mttq/, "front"],
  [/^(?:hoi|doan|tinh-doan|lien-doan)[-:]/, "association"],
  [/^ban-(?:tuyen-giao|to-chuc|dan-van|noi-chinh)/, "party"],
];
const kindOf = (id: string): Kind | null => kinds.find(([head]) => head.test(id))?.[1] ?? null;

/** Bodies that are reached through another: health stations from above the commune, the loudspeakers of a commune. */
function isBelow(id: string, { issuers }: PlanDocument): boolean {
  const isCommune = issuers.some(({ level }) => level === "commune");
  return isCommune ? id.startsWith("dai-truyen-thanh") : id.startsWith("tram-y-te");
}

interface Recipients {
  readonly ids: ReadonlySet<string>;
  /** Folded words of all but the archive line. */
  readonly words: string;
  /** The same without the bodies that are known: what an abbreviation or a list of names may still mean. */
  readonly rest: string;
  /** Capitals of the archive line: the drafting office keeps a copy (“Lưu: VT, VHTT”). */
  readonly archive: readonly string[];
}

function recipientsOf(document: PlanDocument): Recipients {
  const ids = new Set<string>();
  let words = "";
  let rest = "";
  const archive: string[] = [];
  for (const { text: prose, archive: isArchive, span } of document.recipients) {
    if (isArchive) {
      archive.push(...(prose.text.match(/[A-ZĐ]{2,}/g) ?? []));
      continue;
    }
    words += ` ${fold(prose.text)};`;
    let own = prose.text;
    for (const mention of document.agencies) {
      if (mention.span.start < span.start || mention.span.end > span.end) continue;
      if (mention.id !== null) ids.add(mention.id);
      own = own.replace(mention.text, " ");
    }
    rest += ` ${fold(own)};`;
  }
  return { ids, words, rest, archive };
}

/** Lines that may mean anyone: “Như trên”, “Như Điều 3”, “Các đơn vị có tên tại Mục III”, “Các đơn vị liên quan”. */
const everyone =
  / (?:nhu (?:tren|dieu|muc|phan|khoan)|[^;]*(?:lien quan|co ten|theo danh sach|duoc giao|thanh vien|cac co quan, to chuc))/;

/** Which lines are sets that a kind of body is in. */
const sets: Readonly<Record<Kind, RegExp>> = {
  department:
    /nganh|cac [^;]*\b(?:so|phong|ban|co quan|don vi)\b|co quan, don vi|phong, ban|thu truong|don vi truc thuoc/,
  unit: /don vi|su nghiep|cac [^;]*\b(?:trung tam|tram|benh vien)\b|cac (?:co quan|phong, ban, don vi)(?! (?:bao|thong tan|truyen thong|dang|tw|trung uong))/,
  press: /bao chi|thong tan|truyen thong|truyen hinh|don vi|cac co quan(?! (?:dang|tw|trung uong))|dai |bao [a-z]/,
  school: /truong|co so giao duc|don vi|giao duc/,
  front: /mt?tq|ttq|mat tran|doan the/,
  association: /doan the|chinh tri ?- ?xa hoi|ct ?- ?xh|cac (?:hoi|to chuc)|hoi, doan|mt?tq|mat tran/,
  party: /(?:co quan|ban|khoi|cq)[^;]* dang|cac ban xay dung|cap uy/,
  committees:
    /ubnd (?:cac )?(?:xa|phuong|huyen|thi|thanh pho|quan|cap)|cac (?:xa|phuong|huyen|quan|dia phuong|thi)|dia phuong|chu tich ubnd (?:cac|xa|phuong)/,
};

function isSent({ id, text: name }: AgencyMention, kind: Kind, list: Recipients): boolean {
  if (list.ids.has(id!) || sets[kind].test(list.words)) return true;
  // “Hội Nông dân, Liên minh Hợp tác xã tỉnh” shares its level, so that its first name is read without one.
  if (list.words.includes(` ${withoutLevel(name)}`)) return true;
  // “Phòng Văn hóa và Thông tin” may be “VHTT” or one of “các phòng: Nội vụ, Văn hóa …”.
  const own = name.replace(/^(?:sở|phòng|ban|trung tâm|trạm|hội|đài|báo|trường)\s+/iu, "");
  const core = withoutLevel(own);
  if (core.length >= 4 && list.rest.includes(core)) return true;
  const initials = initialsOf(own);
  const isDrafter = (short: string): boolean => kind === "department" && list.archive.includes(short);
  return initials.some((short) => short.length >= 2 && (isDrafter(short) || list.rest.includes(` ${fold(short)}`)));
}

const withoutLevel = (name: string): string =>
  fold(name).replace(/ (?:tinh|huyen|xa|phuong|thanh pho|thi xa|quan)(?: .*)?$/, "");

/** First letters of the words, with “và” and without. */
function initialsOf(name: string): string[] {
  const words = name.match(/\p{L}+/gu) ?? [];
  const letters = (list: readonly string[]): string => list.map((word) => word.charAt(0).toUpperCase()).join("");
  return [letters(words), letters(words.filter((word) => word.toLowerCase() !== "và"))];
}
