/**
 * Bodies in places where a body must stand: owner cells and labels, the heads of duties. Unknown names stay, without id.
 */

import type { Binder } from "./binder.ts";
import { type AgencyContext, findAgencies, splitAgencies } from "./mentions.ts";
import type { AgencyMention, DivisionRole, Owner, Prose } from "./plan.ts";
import { sliceProse, sourceSpan } from "./prose.ts";

/** First words of bodies, for telling a run-in heading from prose with a colon. */
const agencyHead = new RegExp(
  "^(?:(?:các|những|toàn thể|lãnh đạo)\\s+)*(?:" +
    "sở(?=[,\\s])|phòng(?=[,\\s](?!chống|ngừa|,\\s*chống))|ban(?!\\s+hành)(?=[,\\s])|bộ(?=\\s(?!phận|tiêu|chỉ số|máy|tài liệu|luật|môn))|" +
    "[uủ][ỷy]\\s+ban|ubnd|ubmttq|mttq|hđnd|hội đồng|văn phòng|trung tâm|đài|báo(?!\\s+cáo)(?=\\s)|công an|bưu điện|" +
    "trường(?!\\s+hợp)(?=[,\\s])|thanh tra|chi cục|cục(?=\\s)|tổng cục|hội(?!\\s+(?:nghị|thảo|thi|họp|viên))(?=\\s)|" +
    "đoàn(?!\\s+(?:kết|viên))(?=\\s)|liên đoàn|mặt trận|tòa án|toà án|viện(?!\\s+dẫn)(?=\\s)|kho bạc|ngân hàng|bảo hiểm xã hội|" +
    "thường trực|thường vụ|đảng ủy|đảng uỷ|tỉnh ủy|huyện ủy|thành ủy|đại học|học viện|trạm|tổ dân phố|tổ công tác|thôn|bản(?=\\s)|" +
    "cơ quan|đơn vị|địa phương|ngành|đoàn thể|tổ chức\\s+(?:chính trị|đoàn thể|xã hội)|xã(?=[,\\s])|phường(?=[,\\s])|thủ trưởng|chủ tịch|giám đốc|" +
    "hiệu trưởng|trưởng\\s+(?:phòng|ban|thôn)|chánh văn phòng|kế toán|công chức|bộ chỉ huy|cổng" +
    ")",
  "iu",
);

/** True when the words begin as the name of a body or of a set of bodies does. */
export const looksLikeAgency = (words: string): boolean => agencyHead.test(words.trim());

/** Words before the body a duty is given to. */
const addressed = /^(?:đề nghị|giao|trách nhiệm của|yêu cầu|phân công)\s+(?:cho\s+)?/iu;

/** How many characters of a heading come before the body it addresses (“Đề nghị ”). */
export const addressLength = (text: string): number => addressed.exec(text)?.[0].length ?? 0;

/** The owners in one paragraph of an owner cell or label, in order. Records them as mentions of the document. */
export function ownersIn(prose: Prose, binder: Binder): Owner[] {
  binder.ownerProses.add(prose);
  const owners: Owner[] = [];
  for (const part of splitAgencies(prose.text, binder.agencies)) {
    // The closing point or semicolon of the line is no part of a name.
    const text = part.text.replace(/[\s;.,:]+$/u, "");
    if (text === "" || isDitto(text)) continue;
    const span = sourceSpan(prose, part.at.start, part.at.start + text.length);
    owners.push({ text, id: part.id, span });
    if (part.id !== null) binder.owners.push({ text, id: part.id, span });
    else {
      const known = mentionsIn(sliceProse(prose, part.at.start, part.at.start + text.length), binder.agencies);
      binder.owners.push(...(known.length > 0 ? known : [{ text, id: null, span }]));
    }
  }
  return owners;
}

/** Known bodies in running text. */
export function mentionsIn(prose: Prose, context: AgencyContext): AgencyMention[] {
  return findAgencies(prose.text, context).map((found) => ({
    text: found.text,
    id: found.id,
    span: sourceSpan(prose, found.at.start, found.at.end),
  }));
}

/** “nt”, “-”, “như trên”: the cell says what the one above says (language rule 35). */
export const isDitto = (text: string): boolean => /^(?:nt|n\.t\.?|-|–|—|"|″|”|'{2}|như trên)$/iu.test(text.trim());

/** The run of bodies that a numbered line begins with, up to its colon or its first other word (language rule 13). */
export function dutyOf(prose: Prose, role: DivisionRole, context: AgencyContext): AgencyMention[] {
  const { text } = prose;
  const start = addressLength(text);
  const colon = text.indexOf(":");
  const limit = colon < 0 ? text.length : colon;
  const duty: AgencyMention[] = [];
  let end = start;
  for (const found of findAgencies(text, context)) {
    if (found.at.start < end || found.at.end > limit) continue;
    if (!/^\s*(?:[,;–-]|và|cùng)?\s*(?:các\s+)?$/iu.test(text.slice(end, found.at.start))) break;
    duty.push({ text: found.text, id: found.id, span: sourceSpan(prose, found.at.start, found.at.end) });
    end = found.at.end;
  }
  if (duty.length > 0) return duty;
  if (role !== "heading" && role !== "run-in-heading") return [];
  // “Các ngành: Thuế, Hải quan, Kho bạc”: the whole heading is the name.
  const head = (role === "heading" ? text.slice(start) : text.slice(start, limit)).replace(/[\s;.,:]+$/u, "");
  if (head.length > 200 || !looksLikeAgency(head)) return [];
  if (role === "heading" && head.includes(":")) {
    return [{ text: head, id: null, span: sourceSpan(prose, start, start + head.length) }];
  }
  return splitAgencies(head, context)
    .filter((part) => part.text.trim() !== "")
    .map((part) => ({
      text: part.text,
      id: part.id,
      span: sourceSpan(prose, start + part.at.start, start + part.at.start + part.text.length),
    }));
}

/** Every part of the words is a body, known or looking like one: the head of a run-in heading. */
export function isAgencyList(words: string, context: AgencyContext): boolean {
  const head = words.slice(addressLength(words)).trim();
  if (head === "" || head.length > 250) return false;
  if (looksLikeAgency(head)) return true;
  return splitAgencies(head, context).every((part) => part.id !== null);
}
