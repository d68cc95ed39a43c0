/** Plans made at random from the grammar's own pieces, badly laid out: for properties of the layout. */
import fc from "fast-check";

const word = fc.constantFrom(
  "tuyên truyền",
  "chuyển đổi số",
  "các thôn",
  "phối hợp",
  "báo cáo kết quả",
  "**đậm**",
  "*nghiêng*",
  "theo khoản 1 Mục I",
  "\\*sao\\*",
  "năm 2026",
  "[[749/QĐ-TTg]]",
  "{năm}",
  "100%",
  "a) giữa dòng",
  "chủ trì: X",
);
const blanks = fc.constantFrom("", " ", "  ", "   ", "\t");
const gap = fc.constantFrom("\n", "\n\n", "\n\n\n", "\n  \n");
const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(" "));
const end = fc.constantFrom("", ".", ";", ":", "  ");
const sentence = fc.tuple(words, end).map(([text, mark]) => text.charAt(0).toUpperCase() + text.slice(1) + mark);
/** One line or two, the second wrapped. */
const text = fc
  .tuple(sentence, fc.option(fc.tuple(blanks, words), { freq: 5, nil: null }))
  .map(([first, more]) => (more === null ? first : `${first}\n${more[0]}${more[1]}`));
const comment = fc.tuple(blanks, words).map(([indent, said]) => `${indent}# ${said}\n`);
const comments = fc.array(comment, { maxLength: 1 }).map((list) => list.join(""));

const headerField = fc.oneof(
  fc.constantFrom("cơ quan: UBND xã An Bình", "CO QUAN:UBND xã An Bình"),
  fc.constantFrom("số: …/KH-UBND", "so:12/KH-UBND"),
  fc.constantFrom("địa danh:   An Bình"),
  fc.constantFrom("ngày: …/01/2026", "NGÀY:05/01/2026"),
  fc.constantFrom("năm:2026"),
  fc.constantFrom("viết tắt:\n-CĐS: chuyển đổi số\n  - TTHC:thủ tục hành chính"),
);
const header = fc
  .tuple(sentence, fc.array(fc.tuple(comments, blanks, headerField), { minLength: 1, maxLength: 6 }))
  .map(
    ([title, fields]) =>
      `kế hoạch:${title}\n${fields.map(([said, indent, one]) => `${said}${indent}${one}\n`).join("")}`,
  );

const mark = fc.constantFrom(
  "I.",
  "II.",
  "III.",
  "1.",
  "2.",
  "3.",
  "1.1.",
  "1.2.",
  "a)",
  "b)",
  "đ)",
  "-",
  "+",
  "Điều 1.",
);
const division = fc
  .tuple(comments, blanks, mark, blanks, text, gap)
  .map(
    ([said, indent, sign, space, line, after]) =>
      `${said}${indent}${sign}${/[-+]/.test(sign) ? space : space || " "}${line}${after}`,
  );
const paragraph = fc.tuple(comments, text, gap).map(([said, line, after]) => `${said}${line}${after}`);
const basis = fc.constantFrom("Căn cứ Luật Tổ chức chính quyền địa phương;\n\n", "Căn cứ [[749/QĐ-TTg]];\n");

const value = fc.oneof(
  words,
  fc.array(words, { minLength: 1, maxLength: 3 }).map((list) => list.map((one) => `\n   -${one}`).join("")),
);
const field = fc
  .tuple(comments, blanks, fc.constantFrom("chủ trì", "CHỦ TRÌ", "thoi gian", "ghi chú"), value)
  .map(([said, indent, key, one]) => `${said}${indent}${key}:${one}\n`);
const row = fc
  .tuple(
    comments,
    fc.constantFrom("nhiệm vụ:", "nhiệm vụ 1.: ", "việc:", "nhóm: I | ", "tổng:"),
    words,
    fc.array(field, { maxLength: 3 }),
    blanks,
  )
  .map(
    ([said, key, title, fields, indent]) =>
      `${said}${indent}${key}${title}\n${/^nhóm/.test(key) ? "" : fields.join("")}`,
  );
const table = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 4 }), gap)
  .map(([rows, after]) => `cột:TT|NHIỆM VỤ|CHỦ TRÌ|THỜI GIAN|GHI CHÚ\n\nnhiệm vụ: Đầu\n${rows.join("")}${after}`);
const grid = fc
  .tuple(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }), gap)
  .map(
    ([rows, after]) =>
      `bảng:Số liệu\n|Cột|Cột hai|\n|---|---|\n${rows.map((cells) => `|${cells.join(" |")}|`).join("\n")}\n${after}`,
  );

const block = fc.oneof(
  { weight: 6, arbitrary: division },
  { weight: 2, arbitrary: paragraph },
  { weight: 1, arbitrary: basis },
  { weight: 1, arbitrary: table },
  { weight: 1, arbitrary: grid },
  { weight: 1, arbitrary: comment },
);
const ending = fc.constantFrom(
  "",
  "nơi nhận:\n-Các thôn;\n  - Lưu: VT.\nký:\n  CHỦ TỊCH\nNguyễn Văn A\n",
  "\n\n\nnơi nhận: Các thôn\n\nký:\nTM. ỦY BAN NHÂN DÂN\n# tên\nNguyễn Văn A",
  "phụ lục:DANH MỤC\nkhổ giấy:ngang\n1.Một\n",
);

/** A whole plan; some of them have mistakes. */
export const generatedPlan: fc.Arbitrary<string> = fc
  .tuple(comments, header, gap, fc.array(block, { maxLength: 14 }), ending)
  .map(([said, head, space, blocks, last]) => said + head + space + blocks.join("") + last);
