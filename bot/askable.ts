/** A suggestion must be answerable: of the records that it needs some must be loaded. */
import type { KnowledgeBase } from "../knowledge/knowledge-base.ts";
import { findAgency } from "./agency-names.ts";

type Needed = Pick<
  KnowledgeBase,
  "documents" | "tasks" | "duties" | "targets" | "facts" | "agencies" | "procedures"
>;

interface Need {
  says: RegExp;
  isMet: (knowledge: Needed) => boolean;
}

const hasFact =
  (...keys: string[]) =>
  ({ facts }: Needed) =>
    facts.some(({ key }) => keys.includes(key));

const NEEDS: readonly Need[] = [
  { says: /Phụ lục|nhiệm vụ|hạn sớm nhất|mấy việc/iu, isMet: ({ tasks }) => tasks.length > 0 },
  {
    says: /kế hoạch/iu,
    isMet: ({ documents }) => documents.some(({ kind }) => kind === "plan"),
  },
  { says: /^Ai ký/u, isMet: hasFact("signer") },
  { says: /hiệu lực/u, isMet: hasFact("effect", "issued") },
  { says: /báo cáo kết quả/u, isMet: ({ duties }) => duties.some(({ report }) => report) },
  { says: /những mục tiêu/u, isMet: ({ targets }) => targets.length > 0 },
  { says: /thủ tục nào/u, isMet: ({ procedures }) => procedures.length > 0 },
];

/** A body that is named by itself: no other office has heard of "Sở Tài chính". */
const DEPARTMENT = /^(Sở [\p{L} ]+?) (?:có|chủ trì|phối hợp) /u;

export function isAskable(question: string, knowledge: Needed): boolean {
  const department = DEPARTMENT.exec(question)?.[1];
  if (department !== undefined && !findAgency(knowledge, department)) return false;
  return NEEDS.every(({ says, isMet }) => !says.test(question) || isMet(knowledge));
}
