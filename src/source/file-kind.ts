/** Files that are no plain text, by their first bytes: what they are and how to get the text out of them, in Vietnamese. */

export interface FileKind {
  /** Reads on from “Đây là”. */
  readonly name: string;
  readonly advice: string;
}

const asDocx = "Mở tệp bằng Word hoặc LibreOffice, lưu thành .docx rồi nhập tệp .docx.";
const copyText = "Mở tệp, chép phần chữ vào một tệp .txt rồi nhập tệp .txt.";
const typeText =
  "Ảnh không chứa chữ để đọc: gõ lại nội dung hoặc dùng phần mềm nhận dạng chữ, lưu thành .txt hoặc .docx.";
const unpack = "Giải nén rồi nhập tệp .docx hoặc .txt ở bên trong.";
const otherFile = "Xem lại tên tệp: cần tệp văn bản của kế hoạch (.docx, .txt, .md).";

const image = (format: string): FileKind => ({ name: `tệp ảnh ${format}`, advice: typeText });
const archive = (format: string): FileKind => ({ name: `tệp nén ${format}`, advice: unpack });
const program: FileKind = { name: "tệp chương trình", advice: otherFile };

/** First bytes, as Latin-1. Those of two letters begin words too: they count only in a file with a zero byte. */
const signatures: readonly (readonly [string, FileKind])[] = [
  ["%PDF", { name: "tệp PDF", advice: "Mở tệp PDF, chép phần chữ vào một tệp .txt rồi nhập tệp .txt." }],
  ["{\\rtf", { name: "tệp RTF", advice: asDocx }],
  ["\x89PNG", image("PNG")],
  ["\xff\xd8\xff", image("JPEG")],
  ["GIF8", image("GIF")],
  ["II*\0", image("TIFF")],
  ["MM\0*", image("TIFF")],
  ["Rar!\x1a", archive("RAR")],
  ["7z\xbc\xaf\x27\x1c", archive("7z")],
  ["\x1f\x8b", archive("gzip")],
  ["BZh9", archive("bzip2")],
  ["\xfd7zXZ\0", archive("xz")],
  ["\x7fELF", program],
  ["SQLite format 3\0", { name: "tệp cơ sở dữ liệu SQLite", advice: otherFile }],
];
const shortSignatures: readonly (readonly [string, FileKind])[] = [
  ["MZ", program],
  ["BM", image("BMP")],
  ["RIFF", { name: "tệp ảnh, âm thanh hoặc phim", advice: otherFile }],
  ["ID3", { name: "tệp âm thanh", advice: otherFile }],
];

/** What a file is that its first bytes show to be no text; null for what may be text. Reads no more than it must. */
export function fileKind(bytes: Uint8Array): FileKind | null {
  const head = Buffer.from(bytes.subarray(0, 512)).toString("latin1");
  if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06")) return zipKind(bytes, head);
  if (head.startsWith("\xd0\xcf\x11\xe0")) return compoundKind(bytes);
  const found = signatures.find(([signature]) => head.startsWith(signature));
  if (found) return found[1];
  if (!head.includes("\0")) return null;
  return shortSignatures.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}

/** Office files are archives; the names and the type of their first entries tell them apart. */
function zipKind(bytes: Uint8Array, head: string): FileKind {
  if (head.includes("mimetypeapplication/vnd.oasis.opendocument.text")) {
    return { name: "tệp OpenDocument (.odt)", advice: asDocx };
  }
  if (head.includes("mimetypeapplication/vnd.oasis.opendocument")) {
    return { name: "tệp bảng tính hoặc trình chiếu OpenDocument", advice: copyText };
  }
  if (holds(bytes, "word/document", "latin1")) {
    return { name: "tệp Word (.docx)", advice: "Đặt lại tên tệp cho có đuôi .docx rồi nhập lại." };
  }
  if (holds(bytes, "xl/workbook", "latin1")) return { name: "tệp Excel (.xlsx)", advice: copyText };
  if (holds(bytes, "ppt/presentation", "latin1")) return { name: "tệp PowerPoint (.pptx)", advice: copyText };
  return archive("ZIP");
}

/** The old files of Office, and new ones under a password, are containers whose parts have names in UTF-16. */
function compoundKind(bytes: Uint8Array): FileKind {
  if (holds(bytes, "EncryptedPackage", "utf16le")) {
    return {
      name: "tệp Word, Excel có mật khẩu",
      advice: "Mở tệp bằng Word, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ Tài liệu), lưu thành .docx rồi nhập lại.",
    };
  }
  if (holds(bytes, "WordDocument", "utf16le")) return { name: "tệp Word kiểu cũ (.doc)", advice: asDocx };
  if (holds(bytes, "Workbook", "utf16le")) return { name: "tệp Excel kiểu cũ (.xls)", advice: copyText };
  if (holds(bytes, "PowerPoint Document", "utf16le"))
    return { name: "tệp PowerPoint kiểu cũ (.ppt)", advice: copyText };
  return { name: "tệp Word, Excel kiểu cũ (.doc, .xls)", advice: asDocx };
}

const holds = (bytes: Uint8Array, name: string, encoding: "latin1" | "utf16le"): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, encoding);
