/**
 * Words of two syllables that administrative texts are full of, spelt right, for finding the same word with a mark or a
 * letter wrong. Written for this program by hand; a word that is missing here is only never examined.
 *
 * Left out are words one step from another word that may stand in the same place (“công tác” and “cộng tác” are both in,
 * so neither is taken for the other); `lookAlikes` names such neighbours that are no words of the list themselves.
 */
const words = (text: string): readonly string[] => text.split(/[,\n]/u).flatMap((one) => one.trim() || []);

export const compounds: readonly string[] = words(`
  cơ quan, tổ chức, đơn vị, cá nhân, tập thể, cán bộ, công chức, viên chức, nhân viên, lãnh đạo, chỉ đạo, chủ trì, phối hợp
  thực hiện, triển khai, tổ trưởng, trưởng phòng, phó phòng, thủ trưởng, giám đốc, hiệu trưởng, chủ tịch, bí thư, chủ nhiệm
  chủ trương, chính sách, pháp luật, quy định, quy chế, quy trình, quy phạm, quy hoạch, quy mô, quy chuẩn, quy tắc
  nghị quyết, nghị định, quyết định, chỉ thị, thông tư, thông báo, báo cáo, tờ trình, công văn, kế hoạch, chương trình
  đề án, dự án, hướng dẫn, văn bản, phụ lục, biểu mẫu, hồ sơ, tài liệu, giấy tờ, chứng từ, hợp đồng, biên bản, danh mục
  hành chính, thủ tục, cải cách, kiểm soát, giải quyết, tiếp nhận, xử lý, thẩm định, thẩm quyền, thẩm tra, phê duyệt
  ban hành, sửa đổi, bổ sung, thay thế, bãi bỏ, hủy bỏ, điều chỉnh, cập nhật, công bố, công khai, niêm yết, minh bạch
  rà soát, kiểm tra, thanh tra, giám sát, đánh giá, đôn đốc, theo dõi, tổng hợp, tổng kết, sơ kết, thống kê, phân tích
  tham mưu, đề xuất, kiến nghị, phản ánh, khiếu nại, tố cáo, tiếp dân, đối thoại, góp ý, tham vấn, tư vấn, khảo sát
  tuyên truyền, phổ biến, quán triệt, vận động, giáo dục, đào tạo, bồi dưỡng, tập huấn, hội nghị, hội thảo, tọa đàm
  nhiệm vụ, giải pháp, mục tiêu, mục đích, yêu cầu, nội dung, kết quả, hiệu quả, chất lượng, tiến độ, thời gian, thời hạn
  trách nhiệm, nghĩa vụ, quyền hạn, chức năng, phân công, phân cấp, ủy quyền, phân quyền, bàn giao, phụ trách, đảm nhiệm
  tăng cường, nâng cao, đẩy mạnh, đổi mới, củng cố, kiện toàn, phát huy, phát triển, phấn đấu, nỗ lực, cố gắng, quyết tâm
  bảo đảm, đảm bảo, hỗ trợ, giúp đỡ, điều kiện, thuận lợi, khó khăn, vướng mắc, bất cập, hạn chế, tồn tại
  khắc phục, tháo gỡ, chấn chỉnh, ngăn chặn, phòng ngừa, phòng chống, phát hiện, xử phạt, vi phạm, kỷ luật, kỷ cương, kỷ niệm
  khen thưởng, thi đua, biểu dương, tuyên dương, tôn vinh, gương mẫu, điển hình, tiên tiến, xuất sắc, nhân rộng, lan tỏa
  kinh phí, ngân sách, tài chính, kinh tế, dự toán, quyết toán, thanh toán, chi phí, đầu tư, đấu thầu, mua sắm, tài sản
  xã hội, chính trị, văn hóa, thể thao, du lịch, y tế, nông nghiệp, nông thôn, công nghiệp, thương mại, dịch vụ, doanh nghiệp
  công nghệ, thông tin, truyền thông, điện tử, chuyển đổi, dữ liệu, hệ thống, phần mềm, hạ tầng, nền tảng, kết nối, tích hợp
  chia sẻ, khai thác, vận hành, bảo mật, an toàn, an ninh, trật tự, quốc phòng, quân sự, biên phòng, cảnh sát, công an
  trực tuyến, trực tiếp, trực thuộc, gián tiếp, bưu điện, bưu chính, công ích, một cửa, liên thông, hài lòng, sự nghiệp
  địa phương, địa bàn, địa giới, tỉnh ủy, huyện ủy, đảng ủy, thành ủy, thị xã, thị trấn, thành phố, khu vực, cơ sở, trung ương
  ủy ban, hội đồng, mặt trận, đoàn thể, thường vụ, thường trực, chấp hành, đại biểu, quốc hội, chính phủ, nhà nước
  thủ tướng, bộ trưởng, chính quyền, nhân dân, người dân, cử tri, cộng đồng, gia đình, thanh niên, phụ nữ, nông dân, công nhân
  công đoàn, liên đoàn, cựu chiến, chiến binh, thiếu nhi, nhi đồng, trẻ em, cao tuổi, khuyết tật, dân tộc, tôn giáo
  căn cứ, thi hành, hiệu lực, áp dụng, chấp hành, tuân thủ, nghiêm túc, nghiêm chỉnh, kịp thời, đầy đủ, đúng hạn, chặt chẽ
  thường xuyên, liên tục, định kỳ, đột xuất, hằng năm, hàng năm, giai đoạn, trước mắt, lâu dài, bền vững, toàn diện, đồng bộ
  cụ thể, chi tiết, rõ ràng, chính xác, khách quan, trung thực, thiết thực, sâu rộng, rộng rãi, phù hợp, hợp lý, hợp pháp
  nhận thức, ý thức, tinh thần, thái độ, tác phong, đạo đức, lối sống, tư tưởng, năng lực, trình độ, kỹ năng, kiến thức
  kinh nghiệm, chuyên môn, nghiệp vụ, chuyên nghiệp, chuyên đề, chuyên gia, chuyên trách, chuyên mục, lý luận, thực tiễn
  biên chế, tinh giản, sắp xếp, bố trí, luân chuyển, điều động, bổ nhiệm, miễn nhiệm, tuyển dụng, tuyển sinh, quy hoạch
  vị trí, việc làm, tiền lương, phụ cấp, bảo hiểm, chế độ, quyền lợi, lợi ích, nhu cầu, nguyện vọng, phúc lợi, an sinh
  đăng ký, cấp phép, giấy phép, chứng nhận, chứng thực, hộ tịch, hộ khẩu, cư trú, căn cước, định danh, xác thực, chữ ký
  đất đai, xây dựng, giao thông, vận tải, môi trường, tài nguyên, khoáng sản, lâm nghiệp, thủy sản, thủy lợi, chăn nuôi
  trồng trọt, thú y, dịch bệnh, thiên tai, lũ lụt, hạn hán, bão lũ, cứu nạn, cứu hộ, chữa cháy, phòng cháy, sơ tán, ứng phó
  giáo viên, học sinh, sinh viên, giảng viên, nhà trường, phụ huynh, học tập, giảng dạy, nghiên cứu, khoa học, sáng tạo, sáng kiến
  tuyển chọn, kiểm định, thí điểm, mô hình, phương án, phương pháp, phương thức, phương tiện, phương hướng, phương châm
  lãng phí, tham nhũng, tiêu cực, tiết kiệm, nhũng nhiễu, phiền hà, sách nhiễu, quan liêu, hách dịch, gương mẫu, liêm chính
  tư pháp, nội vụ, thanh tra, tòa án, kiểm sát, luật sư, trợ giúp, hòa giải, tranh chấp, khởi kiện, tố tụng, thi hành
  tổ quốc, cách mạng, truyền thống, lịch sử, di tích, lễ hội, nghi lễ, nghỉ lễ, nghỉ phép, nghỉ hưu, ngày nghỉ, nghỉ việc
  ngôn ngữ, ngoại ngữ, hình thức, hình ảnh, tác phẩm, ấn phẩm, sản phẩm, tiểu phẩm, thực phẩm, dược phẩm, mỹ phẩm, vật phẩm
  khẩu hiệu, băng rôn, pa nô, áp phích, tờ rơi, phát thanh, truyền hình, truyền thanh, báo chí, tạp chí, phóng sự, bản tin
  tin bài, phỏng vấn, giao lưu, hội thi, cuộc thi, thí sinh, giám khảo, giải thưởng, phần thưởng, trao giải, chung kết
  ứng dụng, khuyến khích, thúc đẩy, thu hút, tạo lập, xác định, xác minh, xác nhận, nhận xét, nhận định, dự báo, dự kiến
  cảnh báo, cảnh giác, bảo vệ, giữ gìn, gìn giữ, bảo tồn, tôn tạo, trùng tu, bảo trì, bảo dưỡng, sửa chữa, nâng cấp, mở rộng
  hoàn thành, hoàn thiện, hoàn chỉnh, bắt đầu, kết thúc, khai mạc, bế mạc, khai giảng, tổng thể, tổng quan, tổng số
  chỉ tiêu, chỉ số, tiêu chí, tiêu chuẩn, tỷ lệ, số lượng, mức độ, hạng mục, khối lượng, cơ cấu, danh sách, bảng biểu
  tiềm năng, thế mạnh, lợi thế, cạnh tranh, hội nhập, quốc tế, đối ngoại, hợp tác, ký kết, trao đổi, tiếp xúc, gặp gỡ, thăm hỏi
  động viên, chăm sóc, sức khỏe, khám bệnh, chữa bệnh, bệnh viện, vắc xin, tiêm chủng, dinh dưỡng, vệ sinh
  nhà ở, đô thị, chỉnh trang, chiếu sáng, cấp nước, thoát nước, rác thải, nước thải, chất thải, ô nhiễm, khí thải, tái chế
  giảm nghèo, hộ nghèo, cận nghèo, sinh kế, việc làm, lao động, sản xuất, kinh doanh, hợp tác, tín dụng, ngân hàng, thuế suất
  người nộp, hóa đơn, kê khai, quyết liệt, mạnh mẽ, hiệu lực, hiệu quả, đột phá, trọng tâm, trọng điểm, then chốt, chủ yếu
  chủ động, tích cực, tự giác, gắn kết, lồng ghép, kết hợp, thống nhất, đồng thuận, đoàn kết, dân chủ, kỷ nguyên, 
  lĩnh vực, lãnh thổ, chủ quyền, biên giới, hải đảo, hải quan, cửa khẩu, xuất khẩu, nhập khẩu, xuất bản, lưu trữ, văn thư
  bưu phẩm, chuyển phát, chuyển giao, vận chuyển, chuyển biến, chuyển nhượng, chuyển tải, chuyển tiếp, luân phiên, bảo lưu
  đội ngũ, lực lượng, thành viên, thành lập, thành phần, thành tích, thành tựu, thành công, thất bại, nguyên nhân
  nguyên tắc, nguyên liệu, nguồn lực, nguồn vốn, nhân lực, nhân sự, vật chất, vật tư, trang bị, thiết bị, máy móc
  tình hình, thực trạng, thực tế, bối cảnh, xu hướng, xu thế, định hướng, chiến lược, tầm nhìn, mũi nhọn, chủ đề, ý nghĩa
  phát động, hưởng ứng, tham gia, tham dự, đóng góp, ủng hộ, quyên góp, tài trợ, từ thiện, nhân đạo, đền ơn, đáp nghĩa
  liệt sĩ, thương binh, hoàn cảnh, tâm lý, tình cảm, niềm tin, lòng tin, uy tín, danh dự, phẩm chất, bản lĩnh
  kiểm điểm, phê bình, kỷ yếu, sơ đồ, bản đồ, bản vẽ, thiết kế, thi công, nghiệm thu, giải phóng, mặt bằng, giải ngân
  định cư, bồi thường, thu hồi, đền bù, khiếu kiện, nhập học, tốt nghiệp, chứng chỉ, văn bằng, kỷ lục
  chỉ định, chỉ dẫn, chỉ huy, nghĩa tình, nhiệt huyết, hữu nghị, hữu ích, sở hữu, sử dụng, cử tuyển
  bảo hộ, bảo trợ, bảo lãnh, giảm thiểu, giảm nhẹ, tối thiểu, tối đa, tổn thất, thiệt hại, rủi ro, hậu quả, hiểm họa, nguy hiểm
  kỹ thuật, kỹ lưỡng, kỹ sư, mỹ thuật, nghệ thuật, nghệ sĩ, bác sĩ, tiến sĩ, thạc sĩ, chiến sĩ, sĩ quan, nữ giới
  bình đẳng, giới tính, bạo lực, xâm hại, tệ nạn, ma túy, mại dâm, tội phạm, lừa đảo, trộm cắp, cờ bạc, cai nghiện, tái phạm
  phạm vi, đối tượng, trường hợp, điều khoản, khoản mục, thỏa thuận, thỏa đáng, cam kết, ràng buộc, nghĩa trang
  khẩn trương, khẩn cấp, cấp bách, trì hoãn, chậm trễ, quá hạn, trước hạn, gia hạn, tạm dừng, đình chỉ, chấm dứt, duy trì
  lưu ý, quan tâm, chú trọng, ưu tiên, đặc biệt, đặc điểm, đặc thù, phức tạp, đơn giản, hóa giải, cắt giảm, rút ngắn, rút gọn
  giới thiệu, tìm hiểu, hiểu biết, học hỏi, tiếp thu, tiếp tục, tiếp cận, tiếp xúc, bám sát, nắm bắt, nắm vững, thấu hiểu
  trở thành, đồng thời, song song, bên cạnh, tuy nhiên, do đó, vì vậy, 
  sau đây, trên đây, 
  cuối năm, đầu năm, cuối kỳ, xảy ra, chỉ đạo, 
  tín nhiệm, bầu cử, ứng cử, đề cử, trưng cầu, trưng bày, triển lãm, tổ dân, dân phố, khu phố, bản làng
  xóa đói, xóa mù, mù chữ, học liệu, thư viện, phổ thông, mầm non, tiểu học, trung học, đại học, cao đẳng, sơ cấp, trung cấp
  ngữ văn, lịch thi, đề thi, chấm thi, coi thi, kỷ vật, rèn luyện, trau dồi, lành mạnh, sôi nổi, phong phú, đa dạng, hấp dẫn
  trang trọng, trang phục, khánh tiết, lễ tân, hậu cần, tiếp đón, đón tiếp, phục vụ, khách mời, đại hội, nhiệm kỳ, cương lĩnh
  văn nghệ, quần chúng, tầng lớp, giai cấp, sẵn sàng, chuẩn bị, chỉnh sửa, hiệu chỉnh, hủy hoại, tiêu hủy, thủy điện
  năng lượng, nhiên liệu, xăng dầu, khai báo, điều tra, trinh sát, trưng dụng, tuần tra, bảo an, cảnh vệ, dân quân
  tự vệ, nhập ngũ, xuất ngũ, huấn luyện, diễn tập, diễn đàn, diễn biến, diễn ra, biểu diễn, mở đầu, dẫn chứng
  hướng tới, hướng nghiệp, khởi nghiệp, khởi công, khánh thành, phát sinh, phát hành, phát ngôn, phát sóng, thu thập, thu nhập
  tỉ mỉ, sai phạm, sai sót, thiếu sót, sơ suất, sát sao, sát thực, sâu sát, xem xét, xét duyệt, xét tuyển, xếp loại, xếp hạng
  phân loại, phân bổ, phân tán, phân bố, tập trung, trọng yếu, chứng khoán, trung gian, chủ thể, trụ sở, đường dây
  trang bị, cơ hội, thách thức, giá trị, giá cả, chỉ giới, kiểm kê, kiểm toán, kiểm nghiệm, kiểm dịch, nhà máy, xí nghiệp
  hình thành, viện phí, y khoa, y học, quốc gia, quốc dân, sự cố, tài năng, năng khiếu, học kỳ, học bổng, chuyên viên
  phản hồi, thích nghi, giới hạn, liên kết, mặc định, sự kiện, công cụ, hậu tố, lần nữa, tiến trình, đầu ra, đầu vào
  bản ghi, đồ thị, biến động, biến đổi, chuyển hóa, kết luận, kết cấu, kết thúc, hạn mức, hạn chót, hồi phục, hồi đáp
  thanh lý, thanh khoản, tự do, tự chủ, tự nguyện, tự quản, quản chế, chế biến, chế tài, chế tạo, tạo thành, thành quả
  số liệu, tin nhắn, cung cấp, cung ứng, lệ phí, học phí, tra cứu, ghi nhận, lắng nghe, cố ý, cố tình, cố định, suy nghĩ, chỉn chu, khắt khe, lỗ hổng, vấn đề, tri thức, chung cư, câu chuyện, lời nói
  đảng viên, dạy học, chi tiêu, bảng tin, công nhận, công việc, công tác, cộng tác, xuất trình, xuất hiện, xuất phát, đề nghị, nhân loại, chủ động, cơ chế, quan điểm
  địa điểm, kiểm điểm, hiện trạng, đăng tải, tư liệu, kế thừa, dân cư, dân số, ngành nghề, tham quan, giao ước, giao nhận
  trưởng thôn, bổ trợ, cơ yếu, thông qua, đề ra, tổ dân, khả năng, khả thi, tỏa sáng, phát biểu, phát thưởng, lưu trú
  trú quán, chủng loại, quản lý, quản trị, bản quyền, hành động, hành vi, vi mô, định hướng, định mức, thức ăn, ký hiệu
  hiệu lệnh, lịch sự, lịch trình, trình tự, trình bày, bày tỏ, giao dịch, đi lại, lại quả, quá trình, quá tải, truy cập
  sổ sách, cải tạo, cải thiện, cải tiến, tổ hợp, chỉ thiên, tỉnh lộ, tỉnh nhà, chuyên cần, mỹ quan, vĩ mô
`);

/** Small words beside another word, where only hỏi and ngã are confused: any other letter makes another small word. */
export const toneOnly: readonly string[] = words(`
  kể từ, trở lên, trở xuống, mỗi năm, mỗi quý, mỗi tháng, mỗi tuần, mỗi người, mỗi đơn, những năm, những nội, những khó
  dưới đây, dưới sự, giữa năm, giữa kỳ, vẫn còn, cả nước, của tỉnh, của huyện, của xã, của các
  của đơn, của cơ, để xảy, chỉ ra, mở lớp, bỏ phiếu, lấy phiếu, của ngành, của người, của địa, của pháp, phải được
  phải có, cũng như, cũng cần, đã được, đã có, đã ban, đã hoàn, sẽ được, sẽ có, rõ người, rõ việc, rõ trách
  của ủy, của sở, của bộ, và của, cần phải, bằng cả, tất cả
`);

/** Two syllables one step from a word above that are right too, or stand beside each other in right sentences. */
export const lookAlikes: ReadonlySet<string> = new Set(
  words(`
  đang ký, đang tải, liên thôn, nam học, nam sinh, bì thư, thiên tài, phản ảnh, để cử, chi trả, cá nước, ca nước, chỉ sở
  tự vấn, đội trưởng, bàn bạc, đôi tượng, người dẫn, hội thao, công đoạn, công đồng, tráo đổi, thể tháo, cạn bộ, bất cấp, khả thị, biến bản, tố hợp, trình đổ, điện từ, dự liệu, công án, xếp hàng, dân cử
  bản giao, thăm quan, trường thôn, bộ trường, trình từ, giá cá, công tắc, tác phòng, giải cấp, sở cấp, hải quân, thuế xuất, thi sinh
  đoạn kết, trí thức, cố y, thu viện, khóa học, gia cả, tôn thất, mỗi trường, số sách, công ty, công dân, công trình, hoạt động, tái sản, tái phạm, tính cảm, vị vọng, thành tâm
`),
);

/** Small words that often stand before or after another word by themselves: a pair with one of them is left alone. */
export const smallWords: ReadonlySet<string> = new Set(
  words(`
  thì, để, vì, từ, tại, cả, có, và, cho, đã, là, bị, do, qua, ra, về, tới, còn, cần, năm, tự, phần, họ, đến, trong, chúng
  cùng, cứ, thay, quá, hơn, mới, gì, mà, số, các, khi, như, nên, đang, đầy, ở, ý, trên, vẫn, mọi, một, tổng, nội, đội, quan
`),
);
