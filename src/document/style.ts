/**
 * The style sheet: every measure of the form, resolved to points, for all emitters. `form.ts` makes it from
 * `templates/forms/*.yaml`; nothing here has defaults, so emitters read numbers and never decide one.
 */

/** A length in points (1/72 inch). 1 mm = 72/25.4 pt; 1 twip = 1/20 pt. */
export type Pt = number;

/** Every paragraph style of the document tree. The Vietnamese name that Word shows is in the style itself. */
export const styleNames = [
  "national-name", // Quốc hiệu
  "motto", // Tiêu ngữ
  "parent-agency", // cơ quan chủ quản
  "issuer", // cơ quan ban hành
  "number", // Số: …
  "place-date", // địa danh, ngày tháng năm
  "urgency", // độ khẩn (khung)
  "circulation", // phạm vi lưu hành (khung, ô 11)
  "signing-info", // thông tin ký số của văn bản kèm theo (ô 14)
  "document-type", // tên loại
  "document-title", // trích yếu
  "attached-line", // (Kèm theo Quyết định số …)
  "authority", // thẩm quyền ban hành (trên căn cứ của quyết định)
  "legal-basis", // căn cứ
  "enacting", // QUYẾT ĐỊNH:
  "body", // đoạn văn
  "part-label", // Phần I, Chương II, Mục 1
  "part-title", // TÊN PHẦN
  "heading-part", // A. TÊN
  "heading-roman", // I. TÊN
  "heading-arabic", // 1. Tên (khoản có tiêu đề)
  "heading-decimal", // 1.1. Tên, khi được nhấn mạnh
  "heading-article", // Điều 1. …
  "heading-plain", // tiêu đề không đánh số
  "clause", // 1. khoản không tiêu đề, 1.1. …
  "point", // a) …
  "dash", // - …
  "plus", // + …
  "closing", // đoạn kết ./.
  "recipients-title", // Nơi nhận:
  "recipient", // - …
  "signature-authority", // TM. ỦY BAN NHÂN DÂN …
  "signature-name", // họ tên
  "annex-label", // Phụ lục I
  "annex-title", // TÊN PHỤ LỤC
  "annex-line", // (Kèm theo …)
  "table-head", // ô tiêu đề bảng
  "table-number", // ô số cột (1) (2)
  "table-text", // ô chữ
  "table-center", // ô canh giữa (TT, nhóm)
  "table-right", // ô canh phải (số tiền)
  "table-justify", // ô canh đều
  "table-group", // hàng nhóm, hàng tổng
  "table-caption", // tên bảng
  "footnote", // chú thích cuối trang
  "page-number", // số trang
  "address", // địa chỉ cơ quan (ô 13)
  "drafter", // ký hiệu người soạn thảo, số bản (ô 12)
  "spacer", // khoảng trống giữa các khối
] as const;
export type StyleName = (typeof styleNames)[number];

/** A style's title as office programs show it: they read a comma as the start of another name. */
export const shownTitle = (title: string): string => title.replace(/\s*[,;]\s*/g, " – ");

export type Align = "left" | "center" | "right" | "justify";

/** Line spacing: a multiple of the font's own line height, or an exact / least distance in points. */
export type LineSpacing =
  | { readonly rule: "multiple"; readonly value: number }
  | { readonly rule: "exact"; readonly value: Pt }
  | { readonly rule: "at-least"; readonly value: Pt };

export interface ParagraphStyle {
  /** The name Word shows, in Vietnamese: “Căn cứ”. */
  readonly title: string;
  readonly size: Pt;
  readonly bold: boolean;
  readonly italic: boolean;
  /** `#RRGGBB`, upper case; "#000000" for all but the stamps. */
  readonly color: string;
  readonly align: Align;
  /** First line, relative to `left`; negative for a hanging indent. */
  readonly firstLine: Pt;
  readonly left: Pt;
  readonly right: Pt;
  readonly before: Pt;
  readonly after: Pt;
  readonly line: LineSpacing;
  readonly keepNext: boolean;
  readonly keepLines: boolean;
  /** At least two lines of a paragraph at the foot and at the head of a page. */
  readonly widowControl: boolean;
  /** 1…9 for headings that Word's navigation pane and PDF bookmarks show; absent for text. */
  readonly outlineLevel?: number;
}

export interface TableStyle {
  readonly borderWidth: Pt;
  readonly paddingX: Pt;
  readonly paddingY: Pt;
}

/** The lines under the motto, the issuer and the title, and the frames of stamps. */
export interface RuleStyle {
  readonly thickness: Pt;
}

export interface StyleSheet {
  /** The name written into DOCX. */
  readonly fontName: string;
  readonly paragraph: Readonly<Record<StyleName, ParagraphStyle>>;
  readonly table: TableStyle;
  readonly rule: RuleStyle;
}

export const mm = (value: number): Pt => (value * 72) / 25.4;
