/** Names whose capitals are settled: Nghị định 30/2020/NĐ-CP, Phụ lục II. Names of bodies in the registry come on top. */
export interface SettledName {
  readonly name: string;
  readonly kind: "body" | "other";
  readonly severity: "warning" | "notice";
  /** Whether the first word may as well be small: “tết Nguyên đán” and, where it starts a sentence, “Tết Nguyên đán”. */
  readonly isHeadFree: boolean;
}

const list = (
  kind: SettledName["kind"],
  severity: SettledName["severity"],
  isHeadFree: boolean,
  text: string,
): SettledName[] =>
  text
    .trim()
    .split("\n")
    .flatMap((line) => line.split(";"))
    .map((name) => ({ name: name.trim(), kind, severity, isHeadFree }))
    .filter(({ name }) => name !== "");

export const settledNames: readonly SettledName[] = [
  // Mục IV: the words that name kind, function and field of a body; “nhân dân” is none of them.
  ...list(
    "body",
    "warning",
    true,
    `Ủy ban nhân dân; Hội đồng nhân dân; Tòa án nhân dân; Mặt trận Tổ quốc Việt Nam; Mặt trận Tổ quốc
     Thủ tướng Chính phủ; Văn phòng Chính phủ; Thanh tra Chính phủ; Bộ Chính trị; Ban Bí thư
     Ban Chấp hành Trung ương; Ủy ban Thường vụ Quốc hội; Đoàn đại biểu Quốc hội; Quốc hội; Chính phủ
     Đảng Cộng sản Việt Nam; Đoàn Thanh niên Cộng sản Hồ Chí Minh; Ngân hàng Nhà nước; Kho bạc Nhà nước`,
  ),
  ...list(
    "body",
    "notice",
    true,
    "Viện kiểm sát nhân dân; Đội Thiếu niên Tiền phong Hồ Chí Minh; Hội Liên hiệp Phụ nữ; Hội Cựu chiến binh; Liên hợp quốc",
  ),
  // Mục II.1 and V.6.
  ...list("other", "warning", true, "tết Nguyên đán; tết Trung thu; tết Đoan ngọ; ngày Quốc khánh"),
  ...list(
    "other",
    "notice",
    true,
    `Tổng Bí thư; ngày Quốc tế Lao động; ngày Quốc tế Phụ nữ; ngày Quốc tế Thiếu nhi
     ngày Nhà giáo Việt Nam; ngày Thương binh - Liệt sĩ; Cách mạng tháng Tám; Cộng hòa xã hội chủ nghĩa Việt Nam`,
  ),
  ...list("other", "notice", false, "Thành phố Hồ Chí Minh; Thủ đô Hà Nội"),
  ...list("other", "notice", true, "tiếng dân tộc"),
];

/** First words of names of bodies that are names wherever they bear a capital. */
export const bodyHeads: ReadonlySet<string> = new Set([
  "bộ",
  "sở",
  "phòng",
  "thanh",
  "hội",
  "liên",
  "chi",
  "cục",
  "viện",
]);
