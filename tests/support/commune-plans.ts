/** Plans of a commune and of a ministry of the tests' own making: one of last year, the one that takes its place, one on
 *  another matter, and a long one with numbers that run through. */

const head = (number: string, day: string, title: string): string => `ỦY BAN NHÂN DÂN
XÃ THẠNH MỸ TRUNG
Số: ${number}
Thạnh Mỹ Trung, ngày ${day}
KẾ HOẠCH
${title}`;

export const DIGITAL_2025 = `${head("31/KH-UBND", "20 tháng 01 năm 2025", "Chuyển đổi số xã Thạnh Mỹ Trung năm 2025")}
I. MỤC TIÊU
- 60% hồ sơ được nộp trực tuyến.
- 50% hộ dân có ví điện tử.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã bố trí kinh phí 210 triệu đồng từ ngân sách xã.
PHỤ LỤC
| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |
| I | Hạ tầng | | | |
| 1 | Lắp camera tại các ngã ba trên đường liên ấp | Công an xã | Phòng Kinh tế | Quý II/2025 |
| 2 | Thay máy in của bộ phận một cửa | Văn phòng HĐND và UBND xã | | 30/9/2025 |
| II | Dữ liệu | | | |
| 1 | Số hóa sổ đăng ký khai sinh từ năm 2000 đến năm 2015 | Phòng Văn hóa - Xã hội | Công an xã | Tháng 11/2025 |
| 2 | Nhập số liệu vườn cây ăn trái lên bản đồ số | Phòng Kinh tế | Hội Nông dân xã | Quý III/2025 |
`;

export const DIGITAL_2026 = `${head("77/KH-UBND", "12 tháng 01 năm 2026", "Chuyển đổi số xã Thạnh Mỹ Trung năm 2026")}
Kế hoạch này thay thế Kế hoạch số 31/KH-UBND ngày 20 tháng 01 năm 2025 của Ủy ban nhân dân xã.
I. MỤC TIÊU
- 85% hồ sơ được nộp trực tuyến.
- 70% hộ dân có ví điện tử.
II. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã bố trí kinh phí 340 triệu đồng từ ngân sách xã.
2. Các phòng, đơn vị báo cáo kết quả thực hiện về Văn phòng HĐND và UBND xã trước ngày 20 hằng tháng.
PHỤ LỤC
| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |
| I | Hạ tầng | | | |
| 1 | Lắp camera tại các ngã ba trên đường liên ấp | Phòng Kinh tế | Công an xã | Quý II/2026 |
| 2 | Kéo cáp quang đến trụ sở các ấp | Phòng Kinh tế | Các ấp | 15/5/2026 |
| II | Dữ liệu | | | |
| 1 | Số hóa sổ đăng ký khai sinh từ năm 2000 đến năm 2015 | Phòng Văn hóa - Xã hội | Công an xã | Tháng 9/2026 |
| 2 | Nhập số liệu vườn cây ăn trái lên bản đồ số | Phòng Kinh tế | Hội Nông dân xã | Quý III/2026 |
| III | Người dân | | | |
| 1 | Mở lớp dạy dùng điện thoại cho người cao tuổi | Hội Nông dân xã | Các ấp | Quý II, quý IV/2026 |
| 2 | Cập nhật trang thông tin của xã | Văn phòng HĐND và UBND xã | | Thường xuyên |
`;

export const READING_2026 = `${head("90/KH-UBND", "03 tháng 02 năm 2026", "Phát triển văn hóa đọc xã Thạnh Mỹ Trung năm 2026")}
I. MỤC TIÊU
- 90% ấp có tủ sách.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội báo cáo Ủy ban nhân dân xã trước ngày 25 hằng tháng.
PHỤ LỤC
| STT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn |
| I | Tủ sách | | | |
| 1 | Đóng kệ gỗ cho tủ sách của các ấp | Phòng Kinh tế | Các ấp | Quý II/2026 |
| 2 | Luân chuyển sách giữa các trường | Phòng Văn hóa - Xã hội | Trường Tiểu học Thạnh Mỹ | Hằng năm |
| II | Bạn đọc | | | |
| 1 | Mở phòng đọc thiếu nhi | Thư viện xã | Phòng Văn hóa - Xã hội | 01/6/2026 |
`;

/** 80 tasks in four groups, numbered through. */
export const MINISTRY = `BỘ KHOA HỌC VÀ CÔNG NGHỆ
Số: 512/KH-BKHCN
Hà Nội, ngày 10 tháng 3 năm 2026
KẾ HOẠCH
Phát triển nhân lực công nghệ chiến lược năm 2026
PHỤ LỤC
| STT | Nội dung | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |
${Array.from({ length: 80 }, (_, i) => {
  const group =
    i % 20 === 0
      ? `| ${["I", "II", "III", "IV"][i / 20]} | Nhóm ${["khảo sát", "đào tạo", "thu hút", "đánh giá"][i / 20]} | | | |\n`
      : "";
  const lead = i % 3 === 0 ? "Vụ Tổ chức cán bộ" : i % 3 === 1 ? "Cục Sở hữu trí tuệ" : "Học viện Khoa học";
  return `${group}| ${i + 1} | Chuyên đề nhân lực số ${i + 1} về ${["bán dẫn", "vật liệu", "lượng tử", "sinh học"][i % 4]} | ${lead} | Các viện | Tháng ${(i % 12) + 1}/2026 |`;
}).join("\n")}
`;
