/** Questions that show what can be asked; the page without scripts offers the same. */

/** @type {readonly { title: string, english: string, questions: readonly string[] }[]} */
export const EXAMPLES = [
  {
    title: "Thủ tục hành chính",
    english: "Administrative procedures",
    questions: [
      "Đăng ký khai sinh cần giấy tờ gì?",
      "Đổi giấy phép lái xe mất bao lâu, lệ phí bao nhiêu?",
      "Tách thửa đất nộp hồ sơ ở đâu?",
    ],
  },
  {
    title: "Kế hoạch chính quyền số",
    english: "The digital government plan",
    questions: [
      "Sở Y tế chủ trì những nhiệm vụ nào?",
      "Nhiệm vụ CALLBOT do ai chủ trì, hạn khi nào?",
      "Khi nào phải báo cáo kết quả thực hiện Kế hoạch?",
    ],
  },
];
