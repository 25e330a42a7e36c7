/** What may be wrong with a text of a model. */

export type Problem =
  | "empty"
  | "citation_missing"
  | "citation_unknown"
  | "figure_written"
  | "figure_unknown"
  | "figure_of_other_quote"
  | "figure_out_of_place"
  | "unit_repeated"
  | "link"
  | "markup"
  | "agency_not_in_quote"
  | "agency_role"
  | "name_not_in_quote"
  | "negation"
  | "negation_lost"
  | "qualifier"
  | "completion"
  | "advice"
  | "not_in_quote"
  | "incomplete"
  | "language"
  | "too_long"
  | "repeated"
  | "leak";

/** Told to the model when it is asked again. */
export const REASONS: Readonly<Record<Problem, string>> = {
  empty: "không có câu nào",
  citation_missing: "có câu không kết thúc bằng dấu dẫn nguồn như [c1]",
  citation_unknown: "có dấu dẫn nguồn không có trong tài liệu",
  figure_written: "tự viết con số, ngày hoặc mức tiền thay vì dùng ký hiệu ⟦f…⟧",
  figure_unknown: "dùng ký hiệu không có trong tài liệu",
  figure_of_other_quote: "ký hiệu ⟦f…⟧ thuộc tài liệu khác với tài liệu được dẫn trong câu",
  figure_out_of_place: "đặt ký hiệu ⟦f…⟧ vào câu nói về điều khác với chỗ nó đứng trong tài liệu",
  unit_repeated: "lặp lại đơn vị đã nằm sẵn trong ký hiệu ⟦f…⟧",
  link: "tự viết địa chỉ trang",
  markup: "dùng ký hiệu trình bày; chỉ viết câu thường",
  agency_not_in_quote: "nêu cơ quan không có trong tài liệu được dẫn",
  agency_role: "đổi vai trò hoặc thứ tự của các cơ quan",
  name_not_in_quote: "nêu tên riêng không có trong tài liệu được dẫn",
  negation: "nói “không”, “chưa”, “miễn” điều mà tài liệu không nói như vậy",
  negation_lost: "bỏ mất chữ “không” của tài liệu",
  qualifier: "thêm từ giới hạn (trực tuyến, tối đa, bản sao, tất cả…) mà tài liệu được dẫn không có",
  completion: "nói là đã hoàn thành",
  advice: "khuyên nhủ, cam kết hoặc phỏng đoán",
  not_in_quote: "nói điều không có trong tài liệu được dẫn",
  incomplete: "nêu một phần của danh sách, hoặc một mức trong nhiều mức, như thể đó là tất cả",
  language: "không phải tiếng Việt có dấu",
  too_long: "quá dài",
  repeated: "lặp câu",
  leak: "nhắc lại chỉ dẫn",
};
