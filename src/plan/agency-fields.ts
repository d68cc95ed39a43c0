/**
 * What may stand in an owner's place and is no body of the registry or of a unit: people by their office, sets (“các khoa”),
 * parts of a school or an office, enterprises, hamlets, portals. In running text these words name no one; in an owner cell or
 * at the head of a duty they say who does the work, so they are not unknown.
 */
import { foldVietnamese } from "../../grammar/fold.ts";
import { type AgencyContext, matchAt, wordsOf } from "./agency-match.ts";
import { leadWords, sentenceWord, tailWords } from "./agency-words.ts";

/** Kinds by the words they begin with, in small letters; the first that fits counts. */
const kinds: readonly (readonly [string, RegExp])[] = [
  [
    "nguoi",
    /^(?:(?:các|toàn thể|đại diện|tập thể)\s+)*(?:(?:phó\s+)?hiệu trưởng|ban giám hiệu|bgh|giáo viên|gvcn|giảng viên|tổng phụ trách|kế toán|công chức|cán bộ|viên chức|(?:phó\s+)?trưởng\s+(?:phòng|ban|thôn|bản|ấp|buôn|khóm|khoa|khu phố|bộ môn|đoàn|tổ)|tổ trưởng|bí thư|thủ trưởng|người đứng đầu|lãnh đạo|(?:phó\s+)?chủ tịch|(?:phó\s+)?giám đốc|(?:phó\s+)?chánh văn phòng|chánh thanh tra|đồng chí|đ\/c|ông|bà|chuyên viên|nhân viên|thủ quỹ|phụ huynh|cha mẹ học sinh|học sinh|học viên|sinh viên|đoàn viên|hội viên|đảng viên|người dân|hộ gia đình|già làng|người có uy tín)(?![\p{L}])/u,
  ],
  ["nhom", /^(?:các|những|một số|toàn thể|tất cả|mọi|toàn)\s+\p{L}/u],
  [
    "nhom",
    /^(?:cơ quan|đơn vị|tổ chức|doanh nghiệp|hợp tác xã|khoa|phòng|phòng ban|ban|ngành|địa phương|đoàn thể|thôn|xã|trường (?:cao đẳng|đại học|trung cấp|trung học cơ sở|thcs|thpt|tiểu học|mầm non))(?![\p{L}]).*(?:liên quan|trực thuộc|thuộc tỉnh|thuộc huyện|thuộc trường|trên địa bàn(?:\s+\p{L}+){0,4})$/u,
  ],
  [
    "doanh-nghiep",
    /^(?:(?:tổng\s+)?công ty|tập đoàn|ngân hàng|nhnn|nhcsxh|hợp tác xã|htx|doanh nghiệp|nhà máy|xí nghiệp|chi nhánh|điện lực|vnpt|viettel|mobifone|fpt|vnpost|vietnam ?post|evn|agribank|vietcombank|vietinbank|bidv|bưu điện|bưu cục)(?![\p{L}])/u,
  ],
  ["thon", /^(?:thôn|bản|ấp|buôn|khóm|khu phố|tổ dân phố|xóm|làng|sóc)\s+(?:\p{L}+\s*|\d+\s*){1,5}$/u],
  [
    "cong-ttdt",
    /^(?:cổng|công|trang)(?:\s*[/,]\s*(?:cổng|trang))*\s+(?:thông tin điện tử|ttđt|web|dịch vụ công)(?![\p{L}])/u,
  ],
  [
    "nganh",
    /^(?:(?:lực lượng|ngành|cơ quan)\s+)?(?:công an|quân sự|quân đội|quản lý thị trường|thuế|hải quan|kho bạc|biên phòng|bộ đội biên phòng|kiểm lâm|thi hành án|thi hành án dân sự|y tế|giáo dục|viện kiểm sát|tòa án|toà án)(?:\s+(?:các\s+)?(?:tỉnh|huyện|xã|phường|cấp|thành phố)(?![\p{L}]).*)?$/u,
  ],
  ["trang-mang", /^(?:website|fanpage|zalo)(?![\p{L}])/u],
  ["khoa", /^khoa\s+\p{L}/u],
  ["phong", /^p\.\s*\p{L}/u],
  ["trung-tam", /^tt\.?\s+\p{L}/u],
  [
    "bo-phan",
    /^(?:(?:tổ|đội|nhóm|tiểu ban|khối) (?!chức|quốc|trưởng|ngũ|viên)\p{L}+|văn phòng (?:nhà )?trường|văn phòng khoa|thư viện|bộ môn|bộ phận (?:một cửa|văn phòng|tiếp nhận|chuyên môn)|đoàn trường|đội thiếu niên|liên đội|chi đoàn|chi bộ|chi hội|đoàn cơ sở|công đoàn|đoàn thanh niên|đoàn tn|hội sinh viên|hội đồng|ban (?:đại diện|tổ chức|giám sát|liên lạc|công tác mặt trận|nhân dân|bảo vệ|vận động)|câu lạc bộ|clb)(?![\p{L}])/u,
  ],
];

/** Heads of bodies; the word behind one has a capital, as a name does. */
const namedBody =
  /^(?:Sở|Phòng|Ban|Bộ phận|Tổng cục|Cục|Chi cục|Vụ|Văn phòng|Trung tâm|Tổ|Đội|Hội|Đoàn|Liên đoàn|Liên minh|Hiệp hội|Trường|Viện|Bệnh viện|Đài|Báo|Tạp chí|Trạm|Hạt|Quỹ|Nhà|Bảo tàng|Thư viện|Hội đồng|[ỦU][ỷy] ban|Ngân hàng|Kho bạc|Thanh tra|Công đoàn|Khối|Đảng [ủu][ỷy]|Khoa|Cơ quan)\s+\p{Lu}/u;

/** A second body in the middle of the words: two names, of which one rule speaks. */
const innerBody =
  /\s(?:Sở|Phòng|Ban|Trung tâm|Văn phòng|UBND|HĐND|[ỦU][ỷy] ban|Công an|Bộ|Cục|Chi cục|Trường|Hội|Đoàn)\s+(?:\p{Lu}|nhân dân|các\s)/u;

/** A comma that is no list: “thanh toán BHXH, BHYT điện tử”. */
const innerComma = /(?<=\p{Lu}{2}),(?=\s\p{Lu}{2})/gu;

const longest = 160;

/**
 * The id of what the words name in an owner's place, such as `nguoi:giao vien chu nhiem`, `nhom:cac khoa`, `phong:dao tao`;
 * null when they are no such name.
 */
export function fieldBody(text: string, context: AgencyContext): string | null {
  const lead = leadWords.exec(text)?.[0].length ?? 0;
  const words = text
    .slice(lead)
    .replace(/[\s.,;:]+$/u, "")
    .trim();
  if (words === "" || words.length > longest || /[.:;]\s+\p{Lu}/u.test(words.replace(/^\p{L}{1,3}\.\s/u, "")))
    return setWithColon(words);
  if (sentenceWord.test(words.replace(/đào tạo/giu, ""))) return null;
  const office = /^(?:Cơ quan|Lãnh đạo|Đại diện lãnh đạo|Thường trực|Ban lãnh đạo)\s+(?=\p{Lu})/u.exec(words);
  if (office) {
    const inner =
      idOfWhole(words.slice(office[0].length), context) ?? fieldBody(words.slice(office[0].length), context);
    if (inner !== null) return inner;
  }
  // A small letter at the head, as in the middle of a list.
  const known = /^\p{Ll}/u.test(words) ? idOfWhole(words.charAt(0).toUpperCase() + words.slice(1), context) : null;
  if (known !== null) return known;
  const bare = words.replace(/\s*\([^()]*\)\s*/gu, " ").trim();
  if (bare !== words) {
    // “Cơ quan thường trực (Phòng Nội vụ)” is the body in brackets.
    const inBrackets = /\(([^()]+)\)\s*$/u.exec(words)?.[1] ?? "";
    const inner = idOfWhole(bare, context) ?? (/^cơ quan/iu.test(bare) ? idOfWhole(inBrackets, context) : null);
    if (inner !== null) return inner;
  }
  // “UBND xã Mỹ Quý, xã Thạnh Lợi”: one head for several units.
  const units =
    /^(.+?)((?:(?:,\s*|\s+và\s+)(?:xã|phường|thị trấn|huyện|thị xã|thành phố|đặc khu)\s+\p{Lu}[\p{L}\s]*?)+)$/u.exec(
      bare,
    );
  if (units && idOfWhole(units[1]!, context) !== null) return `nhom:${foldVietnamese(bare)}`;
  const key = bare.toLowerCase();
  for (const [kind, pattern] of kinds) {
    if (pattern.test(key) && (kind === "nguoi" || kind === "nhom" || !innerBody.test(bare))) {
      return `${kind}:${foldVietnamese(kind === "phong" || kind === "trung-tam" ? afterHead(bare) : bare)}`;
    }
  }
  // “Đoàn Thanh niên – Hội Sinh viên” do their work together.
  const pair = /^(.+?)\s[-\u2010-\u2015]\s((?:Hội|Đoàn|Phòng|Ban|Trung tâm|Công đoàn)\s.+)$/u.exec(bare);
  if (pair) {
    const ids = [pair[1]!, pair[2]!].map((one) => idOfWhole(one, context) ?? fieldBody(one, context));
    if (ids.every((id) => id !== null)) return ids.join("+");
  }
  if (!namedBody.test(bare) || innerBody.test(bare) || hasList(bare.replace(innerComma, ""))) return null;
  if (bare.split(/\s+/).length > 16) return null;
  const head =
    /^(?:Bộ phận|Chi cục|Văn phòng|Trung tâm|Liên đoàn|Liên minh|Hiệp hội|Bệnh viện|Tạp chí|Hội đồng|\p{L}+ ban(?=\s)|\p{L}+)/u.exec(
      bare,
    )![0];
  return `${foldVietnamese(head).replace(/ /g, "-")}:${foldVietnamese(bare.slice(head.length))}`;
}

/** A comma, but for one inside a name: “Phòng Thanh tra, Pháp chế”. */
const hasList = (name: string): boolean =>
  name.includes(",") && !/^(?:Phòng|Ban|Sở|Vụ|Cục)\s[^,]+,\s\p{Lu}[^,]{2,40}$/u.test(name);

const afterHead = (text: string): string => text.replace(/^\p{L}+\.?\s*/u, "");

/** “Các ngành: Thuế, Hải quan, Kho bạc”. */
const setWithColon = (words: string): string | null =>
  /^các\s[^.:;]{1,40}:\s[^.:;]+$/iu.test(words) && words.length <= longest ? `nhom:${foldVietnamese(words)}` : null;

/** The id of a known body that is all of the words. */
function idOfWhole(text: string, context: AgencyContext): string | null {
  const words = wordsOf(text);
  const match = words.length === 0 ? null : matchAt(text, words, 0, context);
  if (match === null) return null;
  return /^[\s.,;:/]*$/.test(text.slice(match.end).replace(tailWords, "")) ? match.id : null;
}
