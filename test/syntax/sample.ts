/** A plan that uses everything the language has, for properties over prefixes and mutations. */
export const richPlan = `# Kế hoạch mẫu để thử.
quyết định: Ban hành Kế hoạch chuyển đổi số của xã An Bình
cơ quan: UBND xã An Bình
số: 15/QĐ-UBND
địa danh: An Bình
ngày: 12/01/2026
độ khẩn: khẩn
viết tắt:
- CĐS: chuyển đổi số
- TTHC: thủ tục hành chính

Căn cứ Luật Tổ chức chính quyền địa phương;
Căn cứ [[749/QĐ-TTg]] và {năm};
Xét đề nghị của Trưởng phòng Văn hóa - Xã hội,

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.

Điều 2. Quyết định có hiệu lực từ ngày ký.
1. Các thôn thực hiện.
a) Thôn Đông.

nơi nhận:
- Như Điều 2;
- Lưu: VT.

ký:
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An

kế hoạch: Chuyển đổi số năm 2026 \\
của xã An Bình

PHẦN I
ĐÁNH GIÁ CHUNG

A. Kết quả

I. MỤC ĐÍCH, YÊU CẦU

**1. Mục đích**

- Nâng cao **nhận thức** của *cán bộ, công chức*[1].
+ Phần này nối
sang dòng dưới.

# bỏ qua VB101: văn bản nội bộ
2. Yêu cầu: \\[giữ nguyên\\] và \\*sao\\*.

1.1. Mức thứ hai
1.2.1. Mức thứ ba

a) Chữ cái.
đ) Chữ đ.

[1] Theo kết quả khảo sát.

II. NỘI DUNG

1. Phát thanh
- Thời gian thực hiện: 48 số (04 số/tháng).
- Cơ quan chủ trì: Phòng Văn hóa - Xã hội.

bảng: Số liệu năm 2025
căn: giữa | phải
| Nội dung | Số lượng | < |
| ^ | Quý I | Quý II |
|---|---|---|
| Hội nghị | 2 | 3 \\| 4 |

cột: TT | NHIỆM VỤ | CHỦ TRÌ | KINH PHÍ > NSTW | KINH PHÍ > NSĐP | HẠN = thời gian
hàng số: (1) | (2) | (3) | (4) | (5) | (6)

nhóm: I | Công tác chỉ đạo

nhiệm vụ 1.: Ban hành văn bản
  chủ trì: Văn phòng
  - Bộ phận một cửa
  + Tổ công nghệ số
  NSTW: 10
  hạn: Quý I/2026
  việc: Kiểm tra
    chủ trì: Các thôn

nhóm: II. Tuyên truyền

nhiệm vụ: Phát thanh
- Chuyên mục
  thời gian: 01 lần/quý

tổng: Cộng
  NSTW: 10

Trong quá trình thực hiện, nếu có vướng mắc, các đơn vị báo cáo về xã./.

nơi nhận:
- Các thôn;
- Lưu: VT.

phụ lục I: DANH MỤC NHIỆM VỤ
khổ giấy: ngang
kèm theo: (Kèm theo Kế hoạch này)

1. Nội dung phụ lục.

phụ lục II: MẪU BÁO CÁO

Nội dung mẫu.

ký:
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Bình
`;
