/** What a file would give, before it serves: counts, doubts, and the table as understood beside the print. */

import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { formatDay } from "../knowledge/calendar.ts";
import type { Due, Task } from "../knowledge/records.ts";
import { guardImports } from "./guard/guard-imports.ts";
import { openParser } from "./parse-process.ts";
import type { LeftOut } from "./parsers/imported/imported-procedure.ts";
import { mergeImported } from "./parsers/imported/parse-imported.ts";
import { type AddedPlans, plansToRecords, type Registry } from "./parsers/imported/plans-to-records.ts";
import type { PlanNote } from "./parsers/plan/printed-plan.ts";

export interface Preview {
  /** "1 kế hoạch, 10 nhiệm vụ, 3 nhóm, …". */
  summary: string;
  /** For a terminal. */
  lines: string[];
  /** A page of its own, which asks nothing of the network. */
  html: string;
  /** Nothing can be taken from the file. */
  isRefused: boolean;
}

/** Reads the file as an added source is read, and keeps nothing. */
export async function previewFile(
  path: string,
  registry: Registry,
  officialDomains: readonly string[],
): Promise<Preview> {
  const name = basename(path);
  const parser = openParser();
  const read = await parser.parse({ name, path }).finally(() => parser.close());
  const merged = mergeImported([read]);
  const guarded = guardImports(merged.procedures, merged.documents, merged.plans, officialDomains);
  const plans = plansToRecords(guarded.plans, registry, new Set());
  const passages =
    plans.passages.length + guarded.documents.reduce((sum, text) => sum + text.passages.length, 0);
  const doubts = [...merged.problems, ...guarded.findings];
  const missing = guarded.plans.flatMap(({ notes }) => notes.filter(({ kind }) => kind === "missing"));
  const summary = summaryOf(plans, guarded.procedures.length, passages, doubts);
  return {
    summary,
    lines: [summary, ...headOf(plans), ...doubtLines(doubts, missing), ...plans.tasks.map(taskLine)],
    html: pageOf(name, summary, plans, doubtLines(doubts, missing)),
    isRefused: plans.documents.length + guarded.procedures.length + passages === 0,
  };
}

/** The path of the page. */
export async function writePreview(directory: string, file: string, { html }: Preview): Promise<string> {
  await mkdir(directory, { recursive: true });
  const path = join(directory, `${basename(file)}.html`);
  await writeFile(path, html);
  return path;
}

function summaryOf(
  plans: AddedPlans,
  procedures: number,
  passages: number,
  doubts: readonly LeftOut[],
): string {
  const counts: readonly (readonly [number, string])[] = [
    [plans.documents.length, "kế hoạch"],
    [plans.tasks.length, "nhiệm vụ"],
    [plans.groups.length, "nhóm"],
    [plans.targets.length, "chỉ tiêu"],
    [plans.duties.length, "trách nhiệm"],
    [procedures, "thủ tục"],
    [passages, "đoạn"],
    [plans.agencies.length, "cơ quan chưa có trong danh mục"],
    [doubts.length, "chỗ cần xem lại"],
  ];
  const shown = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return shown.length > 0 ? shown.join(", ") : "không có gì dùng được";
}

function headOf({ documents, agencies }: AddedPlans): string[] {
  return [
    ...documents.map(({ number, title, issuer, issuedOn, signer }) =>
      [
        title,
        number === "" ? "không thấy số hiệu" : `số ${number}`,
        issuedOn === null ? "không thấy ngày ban hành" : `ngày ${formatDay(issuedOn)}`,
        issuer === "" ? "không thấy cơ quan ban hành" : issuer,
        ...(signer === null ? [] : [`người ký ${signer}`]),
      ].join(" · "),
    ),
    ...agencies.map(({ name, aliases }) => {
      const proposed = aliases.map(({ text }) => text).join(", ");
      return `Cơ quan chưa có trong danh mục: ${name}${proposed === "" ? "" : ` (tên gọi khác đề xuất: ${proposed})`}`;
    }),
  ];
}

const doubtLines = (doubts: readonly LeftOut[], missing: readonly PlanNote[]): string[] => [
  ...doubts.map(({ place, reason }) => `Cần xem lại${place === null ? "" : ` (${place})`}: ${reason}`),
  ...missing.map(({ text }) => `Văn bản không có phần này: ${text}`),
];

const taskLine = (task: Task): string =>
  `${task.label} | ${task.title} | chủ trì: ${namesOf(task.leads)} | phối hợp: ${namesOf(task.coordinating) || "không ghi"} | ${task.period || "không ghi thời hạn"} → ${dueWords(task.due, task.period)}`;

const namesOf = (parties: Task["leads"]): string =>
  parties.map(({ printed, part }) => (part === "" ? printed : `${printed} (${part})`)).join("; ");

const RHYTHMS: Readonly<Record<Due["rhythm"], string>> = {
  none: "",
  ongoing: "thường xuyên",
  weekly: "hằng tuần",
  monthly: "hằng tháng",
  quarterly: "hằng quý",
  half_yearly: "6 tháng một lần",
  yearly: "hằng năm",
};

function dueWords({ spans, rhythm, isOpen, yearFromTitle }: Due, printed: string): string {
  const days = spans.map(({ from, until }) => {
    if (from === until && from !== null) return formatDay(from);
    return `${from === null ? "…" : formatDay(from)} – ${until === null ? "…" : formatDay(until)}`;
  });
  const words = [
    ...days,
    ...(rhythm === "none" ? [] : [RHYTHMS[rhythm]]),
    ...(isOpen ? ["không in ngày kết thúc"] : []),
    ...(yearFromTitle ? ["năm lấy từ tên kế hoạch"] : []),
  ];
  if (words.length > 0) return words.join("; ");
  return printed === "" ? "để trống" : "chưa hiểu, giữ như in";
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function pageOf(name: string, summary: string, plans: AddedPlans, doubts: readonly string[]): string {
  const cells = (tag: "td" | "th", row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join("")}</tr>`;
  const headings = [
    "Nhãn",
    "Nhóm",
    "Nhiệm vụ",
    "Chủ trì",
    "Phối hợp",
    "Thời hạn in",
    "Hiểu là",
    "Sản phẩm",
    "Chỗ in",
    "Nguyên văn",
  ];
  const rows = plans.tasks.map((task) => [
    task.label,
    [task.groupNumeral, task.groupName].filter((part) => part !== "").join(". "),
    task.title,
    namesOf(task.leads),
    namesOf(task.coordinating),
    task.period,
    dueWords(task.due, task.period),
    task.product,
    task.evidence.locator,
    task.evidence.quote,
  ]);
  const targets = plans.targets.map(({ sectionLabel, text, figures }) => [
    sectionLabel,
    text,
    figures
      .map(({ qualifier, value, unit }) => [qualifier, value, unit].filter(Boolean).join(" "))
      .join("; "),
  ]);
  const list = (lines: readonly string[]) =>
    `<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><title>Xem trước ${escaped(name)}</title>
<style>body{font-family:sans-serif;margin:1.5rem}table{border-collapse:collapse;width:100%}td,th{border:1px solid #999;padding:.3rem;vertical-align:top;text-align:left}th{background:#eee}</style></head>
<body><h1>Xem trước: ${escaped(name)}</h1><p>${escaped(summary)}</p>
${list([...headOf(plans), ...doubts])}
${rows.length > 0 ? `<h2>Nhiệm vụ</h2><table>${cells("th", headings)}${rows.map((row) => cells("td", row)).join("")}</table>` : ""}
${targets.length > 0 ? `<h2>Chỉ tiêu</h2><table>${cells("th", ["Mục", "Chỉ tiêu", "Con số"])}${targets.map((row) => cells("td", row)).join("")}</table>` : ""}
</body></html>
`;
}
