/**
 * The smallest plan that nothing can be said against, for the examples of rules: each rule puts its mistake into one place.
 * Numbers and dates are open, so that no date of today plays a part.
 */
export interface ExampleParts {
  readonly type: string;
  readonly title: string;
  readonly head: string;
  /** Paragraphs between header and first division. */
  readonly opening: string;
  readonly body: string;
  readonly closing: string;
  readonly recipients: string;
  readonly signature: string;
  readonly annexes: string;
}

const parts: ExampleParts = {
  type: "kế hoạch",
  title: "Tuyên truyền cải cách hành chính năm 2026",
  head: "cơ quan: ỦY BAN NHÂN DÂN XÃ AN BÌNH\nsố: …/KH-UBND\nngày: …/01/2026",
  opening: "Ủy ban nhân dân xã ban hành Kế hoạch như sau:",
  body: "I. NỘI DUNG\n\n1. Phát thanh mỗi tuần một lần.\n2. Niêm yết tại trụ sở.",
  closing: "Trên đây là Kế hoạch tuyên truyền cải cách hành chính năm 2026./.",
  recipients: "- Các thôn;\n- Lưu: VT.",
  signature: "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn A",
  annexes: "",
};

/** The text of the example plan with some parts replaced; an empty part is left out. */
export function example(changes: Partial<ExampleParts>): string {
  const p = { ...parts, ...changes };
  const blocks = [
    `${p.type}: ${p.title}\n${p.head}`,
    p.opening,
    p.body,
    p.closing,
    p.recipients && `nơi nhận:\n${p.recipients}`,
    p.signature && `ký:\n${p.signature}`,
    p.annexes,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}
