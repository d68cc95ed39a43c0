/** Capitals that TCVN3 lost, restored by the letters beside; everything else left as it is. */
import { describe, expect, it } from "vitest";
import { restoreCapitals } from "../../src/source/capitals.ts";

describe("capitals come back", () => {
  it.each([
    ["Kế HOạCH", "KẾ HOẠCH"],
    ["CộNG HòA Xã HộI CHủ NGHĨA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["ủY BAN NHÂN DÂN Xã AN BìNH", "ỦY BAN NHÂN DÂN XÃ AN BÌNH"],
    ["TM. ủY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"],
    ["ý KIếN", "Ý KIẾN"],
    ["PHụ LụC Số 01", "PHỤ LỤC SỐ 01"],
    ["Sở Kế HOạCH Và ĐầU TƯ", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ"],
    ["I. MụC ĐíCH, YÊU CầU", "I. MỤC ĐÍCH, YÊU CẦU"],
    ["**PHó CHủ TịCH**", "**PHÓ CHỦ TỊCH**"],
  ])("in words of capitals, and in short words beside them: %s", (from, to) => {
    expect(restoreCapitals(from)).toBe(to);
  });

  it("only where the words beside are capitals", () => {
    expect(restoreCapitals("| TT | NộI DUNG | Số lượng |")).toBe("| TT | NỘI DUNG | Số lượng |");
    expect(restoreCapitals("Kế hoạch “CáC Xã” của Sở Nội vụ")).toBe("Kế hoạch “CÁC XÃ” của Sở Nội vụ");
  });

  it.each([
    ["ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"],
    ["- ở cấp xã", "- Ở cấp xã"],
    ["1. ứng dụng", "1. Ứng dụng"],
    ["a) ổn định", "a) Ổn định"],
    ["Đã xong. ở xã thì chưa.", "Đã xong. Ở xã thì chưa."],
    ["của ủy ban nhân dân và ủy ban Mặt trận", "của Ủy ban nhân dân và Ủy ban Mặt trận"],
    ["theo chỉ đạo của ủy ban", "theo chỉ đạo của Ủy ban"],
    ["theo chỉ đạo của Chủ tịch ủy", "theo chỉ đạo của Chủ tịch Ủy"],
    ["Nguyễn Thị ánh", "Nguyễn Thị Ánh"],
    ["huyện ứng Hòa", "huyện Ứng Hòa"],
    ["Sản phẩm: ít nhất 02 tin", "Sản phẩm: Ít nhất 02 tin"],
  ])("at the head of sentences and names: %s", (from, to) => {
    expect(restoreCapitals(from)).toBe(to);
  });
});

describe("what is written well stays", () => {
  it.each([
    "UBND xã",
    "Ủy ban nhân dân xã",
    "Điều 1. Kế hoạch",
    "QĐ-UBND",
    "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ",
    "Số 12-CTr/TU của Tỉnh ủy Khánh Hòa",
    "Sở Nội vụ; ở xã thì UBND xã",
    "Số: 12/KH-UBND",
    "Sở TTTT, Sở GD&ĐT, TT HĐND xã",
    "độ pH của nước",
    "Ea H'leo, Cư M'gar, Krông Búk",
    "Ban Thường vụ Tỉnh ủy",
    "sự lãnh đạo của cấp ủy",
    "Xã",
    "Và",
    "về ý kiến của cử tri ở xã",
    "II. Mục tiêu",
    "Lý Hà",
    "",
  ])("%s", (text) => {
    expect(restoreCapitals(text)).toBe(text);
  });

  it("and a line that goes on with a sentence needs no capital", () => {
    expect(restoreCapitals("ở các xã, phường", true)).toBe("ở các xã, phường");
    expect(restoreCapitals("- ở các xã, phường", true)).toBe("- Ở các xã, phường");
  });

  it("and no length changes", () => {
    const text = "Kế HOạCH của ủy ban; ý KIếN | Số\t\u0301x";
    expect(restoreCapitals(text)).toHaveLength(text.length);
  });
});
