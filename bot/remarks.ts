/** Where the plan says two things, or stays silent where people expect a word: said with the answer, never smoothed
 *  over. Data: each row names the records it concerns and the words that prove it. */
import type { Records } from "../knowledge/knowledge-base.ts";
import type { Evidence } from "../knowledge/records.ts";

interface RemarkRow {
  /** Ids of tasks, or words that a target or duty must contain. */
  tasks?: readonly string[];
  containing?: readonly string[];
  text: string;
  english: string;
  /** Each must stand in a record's quote; that record is cited. */
  quoting: readonly string[];
}

const REMARKS: readonly RemarkRow[] = [
  {
    tasks: ["V.8"],
    text: "Lưu ý: cột thời gian của nhiệm vụ này ghi 2023, còn nội dung viết thêm “Đến năm 2025, phấn đấu trên 50%”; Kế hoạch không giải thích chênh lệch.",
    english:
      "Note: the period column of this task prints 2023, while its content adds “Đến năm 2025, phấn đấu trên 50%” (more than 50% by 2025); the plan does not explain the difference.",
    quoting: ["Đến năm 2025, phấn đấu trên 50%"],
  },
  {
    containing: ["trực tuyến từ xa"],
    text: "Lưu ý: 50% là hồ sơ thực hiện trực tuyến từ xa, 100% là hồ sơ thực hiện trực tuyến; Kế hoạch không định nghĩa hai cách gọi này.",
    english:
      "Note: 50% is said of files handled “trực tuyến từ xa” (online from afar), 100% of files handled “trực tuyến” (online); the plan defines neither.",
    quoting: ["Phấn đấu 100%"],
  },
  {
    tasks: ["V.32", "V.33", "V.34", "V.35", "V.36", "V.37"],
    text: "Phụ lục chỉ ghi “giai đoạn 1”; Kế hoạch không nêu giai đoạn tiếp theo.",
    english: "The appendix only prints “giai đoạn 1” (stage one); the plan names no later stage.",
    quoting: ["(giai đoạn 1)"],
  },
  {
    containing: ["Đến năm 2030, Bà Rịa - Vũng Tàu cơ bản hoàn thiện"],
    text: "Kế hoạch không nêu con số nào cho năm 2030.",
    english: "The plan gives no figure for 2030.",
    quoting: ["Đến năm 2030, Bà Rịa - Vũng Tàu cơ bản hoàn thiện"],
  },
  {
    containing: ["6 tháng và hàng năm"],
    text: "Kế hoạch chỉ in một mốc “trước ngày 15/12”, đứng sau chữ “hàng năm”; không in ngày cho báo cáo 6 tháng và không nêu mẫu báo cáo.",
    english:
      "The plan prints a single day, “trước ngày 15/12” (before that day), behind the word “hàng năm” (yearly); it prints no day for the six-month report and no form of report.",
    quoting: ["trước ngày 15/12"],
  },
];

export interface Remark {
  text: string;
  english: string;
  evidence: Evidence[];
}

/** Remarks on a task (by id) or on the text of a target or duty. */
export function remarksOn(
  idOrText: string,
  records: Pick<Records, "tasks" | "targets" | "duties" | "passages">,
): Remark[] {
  return REMARKS.filter(
    (row) => row.tasks?.includes(idOrText) || row.containing?.some((words) => idOrText.includes(words)),
  ).map((row) => ({
    text: row.text,
    english: row.english,
    evidence: row.quoting.flatMap((words) => {
      const all = [
        ...records.tasks.filter((task) => task.id === idOrText),
        ...records.tasks,
        ...records.targets,
        ...records.duties,
        ...records.passages,
      ];
      const found = all.find((record) => record.evidence.quote.toLowerCase().includes(words.toLowerCase()));
      return found ? [found.evidence] : [];
    }),
  }));
}
