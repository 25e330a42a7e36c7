/** What the plan prints of nothing: progress, money, who to call. Said beside what it does print of the subject: the task
 *  that is named or spoken of, the target, the report; alone when there is none. */
import { type Query, type TaskAsk, unverified } from "../query.ts";
import type { RefusalReason } from "../refusal-reasons.ts";
import { has, type QueryReader, type ReadingContext } from "./context.ts";
import { matchPlan } from "./matches.ts";
import type { Proposal } from "./reader.ts";
import { readAnotherPlace, readOfficial, readOwnDossier, readPenalty } from "./unsaid-subjects.ts";

/** Whether, or how far, something has been done. */
export const asksProgress = (context: ReadingContext): boolean =>
  has(context, "completion") || PROGRESS.test(context.question.folded);

const PROGRESS =
  /(^| )(da|duoc)( \S+){0,9} (nghiem thu|hoan thanh xong|lam xong|xong xuoi|hoan tat)( |$)|(^| )(da|chua)( \S+){0,3} (nop|bao cao|xong|lam (xong|duoc|toi|den)|hoan thanh|dat|trien khai|giai ngan|di vao|van hanh)( |$)|(^| )(toi|den) dau roi( |$)|(^| )(duoc|dat) (bao nhieu|may) (%|phan tram)( |$)|(^| )(giai ngan|tien do|progress|(bao nhieu|may|may muoi) (%|phan tram) roi|(den|toi) (dau|nao) roi)( |$)/;
const MONEY =
  /(^| )(tien|kinh phi|von|ngan sach|du toan|ty(?! le)|trieu|budget|gia tri|tong muc|chi phi)( |$)/;
const HOW_MUCH = /(^| )(bao nhieu|may|bn|nhieu|nhiu|con so|khoang)( |$)/;
const CONTACT =
  /(^| )(so dien thoai|sdt|lien he|hotline|email|zalo|dia chi|goi (cho )?ai|can bo nao|ten nguoi|ai phu trach truc tiep)( |$)/;
const FITS = 0.3;
const OF_MONEY = /^(tien|kinh|phi|von|ngan|sach|du|toan|ty|trieu|budget|tong|muc|chi)$/;

/** Tasks by the words that name no money: "kinh phí callbot". */
const withoutMoney = ({ question, topics }: ReadingContext) =>
  topics.match(
    question.planTopics.map((words) => words.filter(({ folded }) => !OF_MONEY.test(folded))),
    ["task"],
    2,
  );

type Unsaid = Extract<TaskAsk, "completion" | "money" | "contact" | "contractor">;

const REASONS: Record<Unsaid, RefusalReason> = {
  completion: "no_progress",
  money: "no_money",
  contact: "no_contact",
  contractor: "not_in_sources",
};

/** Each is a reading by itself. */
const SUBJECTS: Readonly<Record<string, QueryReader>> = {
  people: readOfficial,
  penalty: readPenalty,
  "another place": readAnotherPlace,
  "own dossier": readOwnDossier,
};

export function readUnsaid(context: ReadingContext): Proposal[] {
  const subjects = Object.entries(SUBJECTS).flatMap(([name, read]): Proposal[] => {
    const query = read(context);
    return query ? [{ query, features: { [name]: 1 } }] : [];
  });
  return [...subjects, ...unsaidOfRecords(context)];
}

function unsaidOfRecords(context: ReadingContext): Proposal[] {
  const { question, dialogue, knowledge } = context;
  const text = question.folded;
  const asked: readonly (readonly [Unsaid, boolean, boolean])[] = [
    ["completion", PROGRESS.test(text), has(context, "completion")],
    ["money", MONEY.test(text) && HOW_MUCH.test(text), has(context, "money")],
    ["contact", CONTACT.test(text), has(context, "contact")],
    ["contractor", has(context, "contractor"), has(context, "contractor")],
  ];
  const last = dialogue.last && unverified(dialogue.last);
  return asked.flatMap(([ask, said, signalled]) => {
    if (!said && !signalled) return [];
    const signals = { [ask]: 1, [`${ask}: said`]: said ? 1 : 0, [`${ask}: signalled`]: signalled ? 1 : 0 };
    const proposals: Proposal[] = [];
    const add = (query: Query, features: Record<string, number>) =>
      proposals.push({ query, features: { ...signals, ...features } });
    const [task, next] = ask === "money" ? withoutMoney(context) : matchPlan(context, ["task"], 2);
    if (task && task.coverage >= FITS)
      add(
        { kind: "task", ids: [task.recordId], asks: [ask] },
        {
          "of a task": 1,
          "task: coverage": task.coverage,
          "task: evidence": Math.min(1, task.evidence / 4),
          "task: margin": task.score > 0 ? (task.score - (next?.score ?? 0)) / task.score : 0,
        },
      );
    if (question.labels.length > 0) {
      const ids = knowledge.tasks
        .filter(({ label, id }) =>
          question.labels.some((said) => said === id || label.split(" ")[0] === said),
        )
        .map(({ id }) => id);
      if (ids.length > 0) add({ kind: "task", ids, asks: [ask] }, { "of a label": 1 });
    }
    if (last?.kind === "task") add({ kind: "task", ids: last.ids, asks: [ask] }, { "of the task before": 1 });
    if (last?.kind === "target" && ask === "completion")
      add({ ...last, completion: true }, { "of the target before": 1 });
    const reports = knowledge.duties.filter(({ report, collective, when }) => report && collective && when);
    if (ask === "completion" && has(context, "report") && reports.length > 0)
      add(
        { kind: "duty", ids: reports.map(({ id }) => id), ask: "report", completion: true },
        { "of the report": 1 },
      );
    add(
      { kind: "refusal", status: "unanswerable_not_in_sources", reason: REASONS[ask], offers: [] },
      {
        "of nothing": 1,
        "of nothing: words left": Math.min(1, question.planTopics[0]!.length / 4),
        // "Kế hoạch này hết bao nhiêu tỷ": of the whole of it.
        [`${ask}: of the plan`]: has(context, "plan", "appendix") && !has(context, "task") ? 1 : 0,
      },
    );
    return proposals;
  });
}
