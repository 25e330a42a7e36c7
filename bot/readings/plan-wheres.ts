/** Words that say by themselves what a row is, and words for a role. Data. */

import type { Role, TaskPredicate } from "../sets/task-set.ts";
import { PhraseIndex } from "../understanding/phrases.ts";

export const WHERES = new PhraseIndex<TaskPredicate>();

const addWheres = (patterns: string, where: TaskPredicate) =>
  WHERES.addPatterns(`wheres/${where.by}`, patterns, where);
addWheres(
  `giao chung; chung cho tất cả; chung cho các sở; giao cho mọi cơ quan; giao cho tất cả; của chung; (giao|ghi|giao cho|) tập thể; (ghi|giao|nêu) chung chung;
    (không|chưa|chẳng|ko) (có|nêu|ghi|chỉ) (rõ|) (cơ quan|đơn vị|tên|ai|sở|) (nào|) (chủ trì|đứng tên|) (đích danh|tên riêng|riêng tên|cụ thể)`,
  { by: "collective" },
);
addWheres(
  "hàng năm; hằng năm; thường niên; định kỳ hàng năm; lặp lại (hàng|hằng|mỗi|từng) năm; năm nào cũng (phải|) (làm|có|lặp lại|thực hiện); mỗi năm (đều|) (phải|) làm",
  {
    by: "recurrence",
    is: "yearly",
  },
);
addWheres("thường xuyên; liên tục", { by: "recurrence", is: "ongoing" });
addWheres(
  "lặp lại; định kỳ; (không|chưa|hổng|ko) (có|ghi|in|nêu|đề) (rõ|cụ thể|) (hạn|năm|mốc|thời hạn|năm kết thúc|năm cụ thể|hạn cuối|hạn năm|năm nào); (hàng năm|hằng năm) (hay|hoặc|và|với) thường xuyên; (không|ko) có (mốc|thời hạn) (năm|kết thúc); vô thời hạn; không năm",
  { by: "recurrence", is: "recurring" },
);
addWheres(
  "(đứng|chủ trì|làm|đứng tên|phụ trách|lo|chủ trì) (riêng|một mình|độc lập|1 mình); (một mình|1 mình) (đứng|chủ trì|làm|lo|phụ trách) (tên|chính|); độc lập chủ trì; không (đồng chủ trì|chung với ai|làm chung với ai)",
  { by: "sole" },
);
addWheres(
  "(có|ghi|in|nêu) (rõ|) (năm|mốc|hạn|thời hạn) (kết thúc|cuối|hoàn thành|) (rõ ràng|rõ|cụ thể|hẳn hoi)",
  { by: "not", of: { by: "recurrence", is: "recurring" } },
);
addWheres("đích danh; ghi tên; giao riêng; đứng tên riêng", { by: "not", of: { by: "collective" } });
addWheres(
  "(đã|) (quá|qua) (hạn|mốc|thời hạn|kỳ hạn|mốc thời gian|thời gian); (đã|) hết (thời gian|thời hạn|kỳ hạn) (thực hiện|rồi|); đã hết hạn; hết hạn rồi; trễ hạn; (hạn|mốc) (đã qua|qua rồi|đã hết)",
  { by: "ended" },
);
addWheres("còn hạn; chưa hết hạn; chưa quá hạn; chưa tới hạn", { by: "not", of: { by: "ended" } });
addWheres(
  "(hai|2|nhiều|mấy) (cơ quan|đơn vị|sở|bên) (nào|) (cùng|) (đứng tên|) chủ trì; (cùng|đồng|chung) (nhau|) (đứng tên|đứng|đảm nhận|được giao|giữ|) chủ trì; (chủ trì|đứng tên|đứng|làm) (tên|) chung với (một|) (ai|sở khác|cơ quan khác|đơn vị khác|bên khác|nơi khác)",
  {
    by: "leads",
    atLeast: 2,
  },
);

for (const [role, word] of [
  ["lead", "chủ trì"],
  ["coordinating", "phối hợp"],
] as const)
  addWheres(
    `(không|chưa) (ghi|in|nêu) (rõ|) (cơ quan|đơn vị|ai|) (nào|) ${word}; (không|chưa) có (cơ quan|đơn vị|ai) (nào|) ${word}`,
    { by: "missing", role },
  );

/** Beside "chủ trì" and "phối hợp": what people call them of an agency that is named or spoken of. */
export const ROLES = new PhraseIndex<Role>();
ROLES.addPatterns(
  "roles/lead",
  "(đứng|làm|chịu|giữ vai) (chính|tên chính|trách nhiệm chính); đứng tên (chính|); đứng ra (làm|lo|); (là|làm) đầu mối; (phải|) (ôm|gánh|lo|cầm trịch|cầm chịch|quản|đảm trách|cáng đáng|đứng mũi); owner; (làm|là) chủ công; (được giao|giao cho) làm chính; lead",
  "lead",
);
ROLES.addPatterns(
  "roles/coordinating",
  "(chỉ|) (phụ|hỗ trợ|tham gia|đứng phụ|làm phụ|góp sức|chạy phụ); (cột|vai) phối hợp; (ghi tên|có tên|làm|) đi (cùng|kèm); support",
  "coordinating",
);
