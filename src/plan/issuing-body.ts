/**
 * When two names of an issuer mean the same office: “UBND tỉnh”, “Ủy ban nhân dân tỉnh Hà Tĩnh”, “Chủ tịch UBND tỉnh”.
 * The office that numbers a document is told from who signs for it, because an office numbers what both of them issue.
 */
import { remember } from "./remember.ts";
import { fold, plainBlanks } from "./words.ts";

export interface IssuingBody {
  /** The office, folded and written out: “uy ban nhan dan tinh ha tinh”, “tinh uy”. */
  readonly office: string;
  /** Who of it is named: “chu tich”, “ban thuong vu”; "" for the office itself. */
  readonly part: string;
}

const shortWords: readonly (readonly [RegExp, string])[] = [
  [/^ubtvqh(?= |$)/u, "uy ban thuong vu quoc hoi"],
  [/(?<![a-z])ubnd(?![a-z])/gu, "uy ban nhan dan"],
  [/(?<![a-z])hdnd(?![a-z])/gu, "hoi dong nhan dan"],
  [/^bch(?= |$)/u, "ban chap hanh"],
  [/^btv(?= |$)/u, "ban thuong vu"],
  [/^bct$/u, "bo chinh tri"],
  [/^ttg$/u, "thu tuong chinh phu"],
  [/(?<![a-z])tw(?![a-z])/gu, "trung uong"],
  [/^tt (?=hoi dong|tinh uy|thanh uy|huyen uy|dang uy)/u, "thuong truc "],
  [/ (?:khoa|nhiem ky|lan thu) .*$/u, ""],
];

/** Party committees by the unit whose Party organisation they lead. */
const committees: Readonly<Record<string, string>> = {
  tinh: "tinh uy",
  "thanh pho": "thanh uy",
  huyen: "huyen uy",
  quan: "quan uy",
  "thi xa": "thi uy",
  xa: "dang uy xa",
  phuong: "dang uy phuong",
  "dac khu": "dang uy dac khu",
  "thi tran": "dang uy thi tran",
};

function readBody(issuer: string): IssuingBody {
  let words = fold(plainBlanks(issuer)).replace(/^(?:cac |tai )/u, "");
  // The conference of the Central Committee speaks for it.
  words = words.replace(/^hoi nghi (?:lan thu \S+(?: \S+)? |trung uong \S+ )?(?=ban chap hanh)/u, "");
  for (const [short, full] of shortWords) words = words.replace(short, full);
  words = words.replace(/\s+/g, " ").trim();
  const central = /^(ban chap hanh|bo chinh tri|ban bi thu|trung uong)(?: trung uong)?(?: dang.*)?$/u.exec(words);
  if (central && (words.includes("trung uong") || central[1] !== "ban chap hanh")) {
    return { office: "trung uong dang", part: central[1] === "trung uong" ? "" : central[1]! };
  }
  const organisation =
    /^(?:(ban chap hanh|ban thuong vu|thuong truc) )?dang bo (tinh|thanh pho|huyen|quan|thi xa|xa|phuong|dac khu|thi tran)(?: (.*))?$/u.exec(
      words,
    );
  if (organisation) {
    const office = [committees[organisation[2]!], organisation[3]].filter(Boolean).join(" ");
    return { office, part: organisation[1] ?? "" };
  }
  const committee = /^(?:(ban chap hanh|ban thuong vu|thuong truc) )?((?:tinh|thanh|huyen|quan|thi|dang) uy.*)$/u.exec(
    words,
  );
  if (committee) return { office: committee[2]!, part: committee[1] ?? "" };
  const chair = /^(chu tich|pho chu tich|thuong truc) ((?:uy ban|hoi dong).*)$/u.exec(words);
  if (chair) return { office: chair[2]!, part: chair[1]! };
  const minister = /^(bo truong|thu truong) (?:bo )?(.+)$/u.exec(words);
  if (minister) return { office: `bo ${minister[2]}`, part: minister[1]! };
  const head = /^(giam doc|pho giam doc|chanh van phong|truong phong|hieu truong) (.+)$/u.exec(words);
  if (head) return { office: head[2]!, part: head[1]! };
  return { office: words, part: "" };
}

/** Reads the name of an issuer; the few issuers of a plan are named again and again. */
export const issuingBody: (issuer: string) => IssuingBody = remember(readBody);

/** One name may leave out the place that the other gives. */
export const isSameOffice = (a: IssuingBody, b: IssuingBody): boolean =>
  a.office === b.office || a.office.startsWith(`${b.office} `) || b.office.startsWith(`${a.office} `);
