/** Small records for tests that need a knowledge base but not what is in it. */
import { emptyRecords, type Records } from "../../knowledge/knowledge-base.ts";
import {
  type Agency,
  type DatedFee,
  type DatedTime,
  NO_RELATIONS,
  type ProcedureRecord,
} from "../../knowledge/records.ts";

export const NO_RECORDS: Records = emptyRecords();

/** One chunk a text, pointing at records "r0", "r1", … */
export const recordsOf = (...texts: string[]): Records => ({
  ...NO_RECORDS,
  chunks: texts.map((text, i) => ({
    id: String(i),
    recordId: `r${i}`,
    kind: "passage",
    headings: ["Kế hoạch"],
    text,
  })),
});

export const AGENCY: Agency = {
  id: "so-y-te",
  name: "Sở Y tế",
  kind: "department",
  aliases: [],
  collective: "so",
  namedInPlan: true,
  review: null,
  successors: [],
  evidence: { documentId: "danh-muc", locator: "Sở Y tế", quote: "Sở Y tế" },
};

/** An imported record of which the source states nothing but the name. */
export const BARE_PROCEDURE: ProcedureRecord = {
  code: "X-abcdefgh",
  printedCode: null,
  documentId: "tep:danh-sach.csv",
  reviewed: false,
  name: "Cấp thẻ mượn sách",
  aliases: [],
  keywords: [],
  description: null,
  field: "",
  variantOf: null,
  distinguishing: [],
  level: "",
  levels: [],
  issuer: null,
  agency: null,
  authority: null,
  audience: [],
  steps: [],
  methods: [],
  fees: [],
  exemptions: [],
  times: [],
  deadlines: [],
  place: null,
  documents: [],
  forms: [],
  result: [],
  legalBases: [],
  conditions: [],
  notes: [],
  relations: NO_RELATIONS,
  doubts: [],
  verifiedOn: null,
  source: { title: "Tệp danh-sach.csv", url: null, decision: null, dataAsOf: null },
  origin: { file: "danh-sach.csv", place: "hàng 12" },
};

const UNSETTLED = {
  case: "",
  when: {},
  channels: null,
  from: null,
  until: null,
  ground: null,
  certainty: null,
};

/** A fee of all cases, ways of filing and days, unless told otherwise. */
export const datedFee = (text: string, part: Partial<DatedFee> = {}): DatedFee => ({
  ...UNSETTLED,
  text,
  amount: null,
  per: null,
  kind: "stated",
  ...part,
});

/** The same of a time. */
export const datedTime = (text: string, part: Partial<DatedTime> = {}): DatedTime => ({
  ...UNSETTLED,
  text,
  value: null,
  unit: "none",
  additions: [],
  ...part,
});
