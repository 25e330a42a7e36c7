/** What a record and the case told say to a question of yes or no, one finder for each kind of it. A finder that the record
 *  doesn't serve finds nothing; nothing is guessed. */
import { CIRCUMSTANCES } from "../../knowledge/circumstances.ts";
import type { KnowledgeBase } from "../../knowledge/knowledge-base.ts";
import type { AgeLimit, Aspect, Channel, ProcedureRecord } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import type { ProcedureQuery } from "../query.ts";
import type { Verdict } from "../reply.ts";
import { PAPER_NAMES } from "../situations/sayings.ts";
import { lateOf } from "../situations/settle.ts";
import { meets, type Situation } from "../situations/situation.ts";
import type { Whether } from "../understanding/whether-rows.ts";
import { shown, withoutStop } from "./context.ts";
import { type Sentence, sentencesOf, tellingSentence } from "./procedure-sentences.ts";
import { isOn, lineInWords, linesOn, ofChannel, VIETNAMESE_VALUES } from "./procedure-values.ts";
import type { Part } from "./procedure-words.ts";

export interface Finding {
  verdict: Verdict;
  /** "Còn kịp"; "" where the fact is the whole answer. */
  head: string;
  /** In the record's words, without a stop. */
  fact: string;
  proofs: readonly { pointer: string; part: Part; quote: string }[];
  computed?: readonly { value: string; rule: string }[];
  /** What need not be told besides. */
  covers: readonly Aspect[];
  /** What it tells of, where it doesn't tell all of that. */
  of?: Aspect;
}

export interface Asked {
  /** With the fees, times and additions of the case alone. */
  procedure: ProcedureRecord;
  situation: Situation;
  query: Omit<ProcedureQuery, "kind">;
  day: string;
  knowledge: Pick<KnowledgeBase, "procedures">;
}

type Finder = (asked: Asked) => Finding | undefined;

const TOLD_RULE = "tính từ thời gian anh/chị kể";
const plain = (text: string): string => withoutStop(shown(text));
const proof = (pointer: string, part: Part, quote: string) => ({ pointer, part, quote });

const late: Finder = ({ procedure, situation }) => {
  const found = lateOf(procedure, situation);
  if (!found) {
    const [first] = procedure.deadlines;
    if (!first) return undefined;
    const fact = [first.text, first.whenLate].flatMap((text) => (text ? plain(text) : [])).join(". ");
    return {
      verdict: "depends",
      head: "Tùy ngày",
      fact,
      proofs: [proof("/deadlines", "deadlines", fact)],
      covers: ["conditions"],
    };
  }
  const { deadline, days, left = 0 } = found;
  const isLate = days > 0;
  const count = String(isLate ? days : left);
  const told = plain(deadline.text);
  const means = isLate && deadline.whenLate ? plain(deadline.whenLate) : "";
  return {
    verdict: isLate ? "late" : "in_time",
    head: isLate ? "Đã quá hạn" : "Còn kịp",
    fact: `${told}; theo thời gian anh/chị kể thì ${isLate ? "trễ" : "còn"} khoảng ${count} ngày${means && `. ${means}`}`,
    proofs: [proof("/deadlines", "deadlines", [told, means].filter(Boolean).join(". "))],
    computed: [{ value: count, rule: TOLD_RULE }],
    covers: ["conditions"],
  };
};

/** Put off to a time that changes what is paid. */
const wait: Finder = ({ procedure, day }) => {
  const rows = procedure.fees.filter(({ from, until }) => from !== null && from > day && until !== day);
  if (rows.length === 0) return undefined;
  const lines = linesOn(
    procedure,
    procedure.fees.filter(({ until }) => until === null || until >= day),
    day,
    VIETNAMESE_VALUES,
  );
  const told = lines.filter(({ value }) => /từ \d/u.test(value)).map((line) => plain(lineInWords(line)));
  return {
    verdict: "depends",
    head: "Lệ phí thay đổi theo ngày nộp",
    fact: told.join("; "),
    proofs: told.map((line, i) => proof(`/fees/${i}`, "fee", line)),
    covers: ["fee"],
  };
};

/** What is only paid for something more. */
const isOptional = ({ order }: { order?: unknown }): boolean => order !== undefined;

/** `isFree`: asked whether nothing is paid. */
const charged =
  (isFree: boolean): Finder =>
  ({ procedure, situation, day }) => {
    const own = procedure.exemptions.filter(
      (row) => isOn(row, day) && Object.keys(row.when).length > 0 && meets(situation, row.when) === true,
    );
    if (own.length > 0) {
      const fact = own.map(({ text }) => plain(text)).join("; ");
      return {
        verdict: isFree ? "yes" : "no",
        head: "Được miễn, giảm",
        fact,
        proofs: [proof("/exemptions", "exemptions", fact)],
        covers: ["fee"],
      };
    }
    const rows = procedure.fees.filter(
      (row) => isOn(row, day) && (!isOptional(row.when) || meets(situation, row.when) === true),
    );
    if (rows.length === 0) return undefined;
    const kinds = new Set(rows.map(({ kind }) => kind));
    const lines = linesOn(procedure, rows, day, VIETNAMESE_VALUES).map((line) => plain(lineInWords(line)));
    const fact = lines.join("; ");
    const is = (kind: "free" | "stated") => kinds.size === 1 && kinds.has(kind);
    const [verdict, head] = is("free")
      ? ([isFree ? "yes" : "no", isFree ? "Đúng" : "Không mất tiền"] as const)
      : is("stated")
        ? ([isFree ? "no" : "yes", isFree ? "Không miễn" : "Có"] as const)
        : (["depends", kinds.size > 1 ? "Tùy trường hợp" : "Tùy tỉnh"] as const);
    return {
      verdict,
      head,
      fact,
      proofs: lines.map((line, i) => proof(`/fees/${i}`, "fee", line)),
      covers: ["fee"],
    };
  };

const ONLINE = /Cổng|VNeID|trực tuyến|qua mạng|ứng dụng|Hệ thống|phần mềm|trang thuế/u;

/** Of where it is handed in the part that is said of the way. */
function placeOf({ place }: ProcedureRecord, channel: Channel): string {
  const parts = (place ?? "").split(/;\s*(?:hoặc\s+)?/u);
  return plain(parts.find((part) => ONLINE.test(part) === (channel === "online")) ?? place ?? "");
}

const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  in_person: "trực tiếp",
  online: "trực tuyến",
  post: "qua bưu chính",
};

const sentThrough =
  (channel: "online" | "post"): Finder =>
  ({ procedure, day }) => {
    const { methods, reviewed, fees } = procedure;
    if (methods.length === 0) return undefined;
    const ways = methods.filter((row) => row.channel === channel);
    const others = methods.flatMap((row) => row.channel ?? []);
    if (ways.length === 0) {
      const named = [...new Set(others)].map((row) => CHANNEL_WORDS[row]).join(", ");
      return {
        verdict: "no",
        head: reviewed ? "Chưa nộp được" : "Không thấy ghi",
        fact: `cách nộp được ghi là ${named}${procedure.place ? `, tại ${plain(procedure.place)}` : ""}`,
        proofs: procedure.place ? [proof("/place", "place", plain(procedure.place))] : [],
        covers: ["methods", "place"],
      };
    }
    const note = ways
      .flatMap((row) => row.note ?? [])
      .map(plain)
      .join("; ");
    const where = channel === "online" ? placeOf(procedure, "online") : "";
    const paid = fees.some((row) => row.channels !== null)
      ? linesOn(procedure, ofChannel(fees, channel), day, VIETNAMESE_VALUES).map(({ value }) => plain(value))
      : [];
    const parts = [
      ONLINE.test(where) || channel === "post" ? "" : "",
      channel === "post"
        ? "gửi được qua bưu chính"
        : where && ONLINE.test(where)
          ? `nộp trên ${where}`
          : "nộp được trực tuyến",
      note,
      paid.length > 0 ? `lệ phí nộp ${CHANNEL_WORDS[channel]}: ${paid.join("; ")}` : "",
    ].filter(Boolean);
    return {
      verdict: "yes",
      head: "Được",
      fact: parts.join("; "),
      proofs: [
        ...(where ? [proof("/place", "place", where)] : []),
        ...(note ? [proof("/methods", "methods", note)] : []),
        ...paid.map((value, i) => proof(`/fees/${i}`, "fee", value)),
      ],
      covers: ["methods"],
    };
  };

const PRESENCE = /có mặt|đến trực tiếp|chỉ làm trực tiếp|ký trước mặt/iu;

/** "Có phải lên tận nơi không?" */
const inPerson: Finder = (asked) => {
  const { procedure } = asked;
  const channels = procedure.methods.map(({ channel }) => channel);
  if (channels.length === 0) return undefined;
  const needed = sentencesOf(procedure).find(({ text }) => PRESENCE.test(text));
  const extra = needed ? plain(needed.text) : "";
  const proofs = needed ? [proof(needed.pointer, partOf(needed), extra)] : [];
  const [way] = (["online", "post"] as const).filter((channel) => channels.includes(channel));
  if (way) {
    const found = sentThrough(way)(asked)!;
    return {
      ...found,
      verdict: needed ? "depends" : "not_needed",
      head: needed ? "Nộp thì không cần" : "Không cần",
      fact: [found.fact, extra].filter(Boolean).join(". "),
      proofs: [...found.proofs, ...proofs],
    };
  }
  const place = plain(procedure.place ?? "");
  return {
    verdict: "yes",
    head: "Phải đến",
    fact: [place && `nộp tại ${place}`, extra].filter(Boolean).join(". "),
    proofs: [...(place ? [proof("/place", "place", place)] : []), ...proofs],
    covers: ["methods", "place"],
  };
};

const ACTS_FOR =
  /uy quyen|di thay|nop thay|lam thay|nhan thay|ky thay|nguoi than thich di|nho nguoi khac|thay nguoi|dai dien hop phap|nguoi dai dien/;
const NOT_FOR =
  /khong duoc uy quyen|phai co mat|cung co mat|phai den truc tiep|chi lam truc tiep|deu co mat|ky truoc mat/;

/** Somebody else goes, or who has to be there. */
const other: Finder = ({ procedure, query }) => {
  const groups = procedure.documents
    .map((group, index) => ({ group, index }))
    .filter(({ group }) => group.when.filedBy !== undefined || ACTS_FOR.test(fold(group.case)));
  const said = sentencesOf(procedure).filter(({ pointer }) => !pointer.startsWith("/documents"));
  const against = said.find(({ text }) => NOT_FOR.test(fold(text)));
  const beside = said.find((row) => row !== against && ACTS_FOR.test(fold(row.text)));
  const asksPresence = (query.about ?? []).some((word) => /^(mặt|mat|đích|dich)$/.test(word));
  const told = (row: Sentence | undefined) => (row ? [proof(row.pointer, partOf(row), plain(row.text))] : []);
  if (against && (asksPresence || groups.length === 0)) {
    const fact = plain(against.text);
    return {
      verdict: asksPresence ? "yes" : "no",
      head: asksPresence ? "Có" : "Không",
      fact,
      proofs: told(against),
      covers: [],
    };
  }
  if (groups.length === 0 && !beside) return undefined;
  const lines = groups.map(
    ({ group }) => `${shown(group.case)}: ${group.items.map(({ text }) => plain(text)).join("; ")}`,
  );
  const extra = [beside, against].flatMap((row) => (row ? plain(row.text) : []));
  return {
    verdict: against ? "depends" : "yes",
    head: against ? "Tùy trường hợp" : "Được",
    fact: [lines.join(". "), ...extra].filter(Boolean).join(". "),
    proofs: [
      ...groups.flatMap(({ group, index }) => [
        proof(`/documents/${index}/case`, "documents", group.case),
        ...group.items.map(({ text }, i) =>
          proof(`/documents/${index}/items/${i}`, "documents", plain(text)),
        ),
      ]),
      ...told(beside),
      ...told(against),
    ],
    covers: [],
  };
};

const sameDay: Finder = ({ procedure, day }) => {
  const rows = procedure.times.filter((row) => isOn(row, day));
  if (rows.length === 0) return undefined;
  const isQuick = rows.map(
    ({ unit, text }) => unit === "same_day" || unit === "hour" || /trong ngày|ngay/u.test(text),
  );
  const lines = linesOn(procedure, rows, day, VIETNAMESE_VALUES).map((line) => plain(lineInWords(line)));
  const [verdict, head] = isQuick.every(Boolean)
    ? (["yes", "Được"] as const)
    : isQuick.some(Boolean)
      ? (["depends", "Tùy trường hợp"] as const)
      : (["no", "Không"] as const);
  return {
    verdict,
    head,
    fact: lines.join("; "),
    proofs: lines.map((line, i) => proof(`/times/${i}`, "time", line)),
    covers: ["time"],
  };
};

const PLACES: readonly (readonly [asked: RegExp, held: RegExp])[] = [
  [/cong an/, /cong an/],
  [/(xa|phuong|uy ban|ubnd|mot cua)/, /cap xa|xa, phuong|uy ban nhan dan|trung tam phuc vu hanh chinh cong/],
  [/tinh/, /cap tinh|tinh, thanh pho/],
  [/(huyen|quan)/, /cap huyen|quan, huyen/],
  [/bao hiem/, /bao hiem xa hoi/],
  [/thue/, /thue/],
  [/truong/, /truong|co so giao duc/],
  [/so/, /(^| )so /],
];

const place: Finder = ({ procedure, query }) => {
  const where = fold(query.where ?? "");
  const row = PLACES.find(([asked]) => asked.test(where));
  if (!procedure.place || !row) return undefined;
  const told = plain(procedure.place);
  const holds = row[1].test(fold(told));
  // Whoever says "ở xã" means its committee; where the police of it is meant the answer says so.
  const isPolice = holds && !/cong an/.test(where) && /^Công an/u.test(told);
  return {
    verdict: isPolice ? "partly" : holds ? "yes" : "no",
    head: isPolice ? "Ở công an" : holds ? "Được" : "Không phải ở đó",
    fact: `nộp tại ${told}`,
    proofs: [proof("/place", "place", told)],
    covers: ["place"],
  };
};

const ANYWHERE = /bất kỳ|không phụ thuộc|nơi thuận tiện|nơi gần nhất|bất cứ/u;
const elsewhere: Finder = ({ procedure }) => {
  const said = [
    ...(procedure.place ? [{ text: procedure.place, pointer: "/place", locator: "Nơi nộp" }] : []),
    ...sentencesOf(procedure).filter(({ pointer }) => !pointer.startsWith("/documents")),
  ];
  const any = said.find(({ text }) => ANYWHERE.test(text));
  if (any) {
    const fact = plain(any.text);
    return {
      verdict: "yes",
      head: "Được",
      fact,
      proofs: [proof(any.pointer, partOf(any), fact)],
      covers: ["place"],
    };
  }
  if (!procedure.place) return undefined;
  const fact = plain(procedure.place);
  return {
    verdict: "depends",
    head: "Nơi nộp được ghi là",
    fact,
    proofs: [proof("/place", "place", fact)],
    covers: ["place"],
  };
};

/** Of how old somebody has to be, against the age told. */
function aged(
  limits: readonly AgeLimit[],
  situation: Situation,
  day: string,
): Omit<Finding, "covers"> | undefined {
  const { age } = situation;
  const rows = limits.filter((row) => isOn(row, day) && meets(situation, row.when) !== false);
  if (age === undefined || rows.length === 0) return undefined;
  const isOf = ({ atLeast, below }: AgeLimit) =>
    (atLeast === null || age >= atLeast) && (below === null || age < below);
  const text = (of: readonly AgeLimit[]) => of.map((row) => plain(row.text)).join("; ");
  const proofs = [proof("/ages", "conditions", text(rows))];
  const fits = rows.filter(isOf);
  const isSure = fits.filter((row) => row.case === "" || meets(situation, row.when) === true);
  if (fits.length === 0) {
    const isYoung = rows.some(({ atLeast }) => atLeast !== null && age < atLeast);
    return {
      verdict: "no",
      head: isYoung ? "Chưa đủ tuổi" : "Không, quá tuổi",
      fact: `phải ${text(rows)}`,
      proofs,
    };
  }
  if (
    fits.length === rows.length ||
    isSure.some((row) => row.case === "" || Object.keys(row.when).length > 0)
  )
    return { verdict: "yes", head: "Đủ tuổi", fact: text(isSure.length > 0 ? isSure : fits), proofs };
  return { verdict: "only_if", head: "Tùy trường hợp", fact: text(rows), proofs };
}

const MOST_CONDITIONS = 3;
const eligible: Finder = ({ procedure, situation, day, query, knowledge }) => {
  const byAge = aged(procedure.ages ?? [], situation, day);
  const { conditions } = procedure;
  if (byAge) return { ...byAge, covers: byAge.verdict === "no" ? ["conditions"] : [] };
  if (conditions.length === 0) return undefined;
  const own = sentencesOf(procedure).filter(({ pointer }) => pointer.startsWith("/conditions"));
  const telling = tellingSentence(own, query, knowledge);
  // What else is named may be what it turns on: the conditions are told, and nothing is concluded.
  if ((query.about ?? []).length > 0 && !telling) return undefined;
  const told = conditions.length <= MOST_CONDITIONS || !telling ? conditions : [telling.text];
  const fact = told.slice(0, MOST_CONDITIONS).map(plain).join("; ");
  return {
    verdict: "only_if",
    head: "Được nếu đủ điều kiện",
    fact,
    proofs: told
      .slice(0, MOST_CONDITIONS)
      .map((text, i) => proof(`/conditions/${i}`, "conditions", plain(text))),
    covers: told.length === conditions.length ? ["conditions"] : [],
  };
};

const LACKS = /^(thiếu|thieu|mất|mat)$/;
const need: Finder = (asked) => {
  const { procedure, query, situation, knowledge } = asked;
  const about = query.about ?? [];
  const ids = query.papers ?? [];
  const isLacking =
    situation.told.lacksPaper?.some((id) => ids.includes(id)) || about.some((word) => LACKS.test(word));
  const instead = procedure.documents.findIndex(({ when }) =>
    when.lacksPaper?.some((id) => ids.includes(id)),
  );
  if (isLacking && instead >= 0) {
    const group = procedure.documents[instead]!;
    const items = group.items.map(({ text }) => plain(text));
    return {
      verdict: "yes",
      head: "Được",
      fact: `${shown(group.case)}: ${items.join("; ")}`,
      proofs: [
        proof(`/documents/${instead}/case`, "documents", group.case),
        ...items.map((item, i) => proof(`/documents/${instead}/items/${i}`, "documents", item)),
      ],
      covers: [],
    };
  }
  const papers = sentencesOf(procedure).filter(({ group }) => group !== undefined);
  const named = papers.filter(({ text }) => ids.some((id) => isNamed(id, text)));
  const found = named[0] ?? tellingSentence(papers, query, knowledge);
  if (found) return ofPaper(asked, found);
  const told = tellingSentence(sentencesOf(procedure), query, knowledge);
  if (told) return quoted(told);
  if (query.isCompulsory) return must(asked);
  const values: Readonly<Record<string, string>> = CIRCUMSTANCES.hasPaper.values;
  const [id] = ids;
  if (!id || !procedure.reviewed || !values[id]) return undefined;
  return {
    verdict: "not_needed",
    head: "Không cần",
    fact: `danh mục hồ sơ của thủ tục này không có ${values[id]}`,
    proofs: [],
    covers: [],
  };
};

/** What has to be done, besides papers. */
const must: Finder = ({ procedure, query, knowledge }) => {
  const said = sentencesOf(procedure).filter(({ group }) => group === undefined);
  const told =
    tellingSentence(said, query, knowledge) ??
    (query.isCompulsory ? said.find(({ text }) => /bắt buộc/iu.test(text)) : undefined);
  return told && quoted(told);
};

const AMOUNT = /(?:^|[^\p{L}])(?:mức|bằng|hưởng|trợ cấp|hỗ trợ|được)(?![\p{L}])/iu;
const FIGURE = /\d(?:%| %| ?đồng| lần)|\d+ (?:lần|tháng)/u;
const OF_MONEY = /(?:mức (?:hưởng|trợ cấp|hỗ trợ|lương)|số tiền)/iu;
/** What is received. */
const amount: Finder = ({ procedure }) => {
  const said = sentencesOf(procedure).filter(({ pointer }) => /^\/(?:notes|result|conditions)/.test(pointer));
  const isOfAmount = ({ text }: Sentence) => AMOUNT.test(text) && FIGURE.test(text);
  const told =
    said.find((row) => /mức/iu.test(row.text) && isOfAmount(row)) ??
    said.find(isOfAmount) ??
    said.find(({ text }) => OF_MONEY.test(text));
  return told && quoted(told);
};

const VALID =
  /(?:có|còn) (?:giá trị|hiệu lực)|giá trị (?:sử dụng|trong)|thời hạn (?:sử dụng|của)|hiệu lực nhiều nhất|có thời hạn/iu;
/** How long what is issued holds. */
const valid: Finder = ({ procedure }) => {
  const said = sentencesOf(procedure).filter(({ pointer }) => /^\/(?:notes|result|conditions)/.test(pointer));
  const told =
    said.find(({ text }) => VALID.test(text) && /\d|suốt|không xác định/u.test(text)) ??
    said.find(({ text }) => VALID.test(text));
  return told && quoted(told);
};

function ofPaper({ procedure, situation }: Asked, { group, text, pointer }: Sentence): Finding {
  const { case: name, when } = procedure.documents[group!]!;
  const isCased = name !== "" && procedure.documents.length > 1;
  const isOwn = isCased && meets(situation, when) === true;
  const fact = plain(text);
  return {
    verdict: isCased && !isOwn ? "only_if" : "yes",
    head: isCased && !isOwn ? "Chỉ khi" : "Có",
    fact: isCased ? `${shown(name)}: ${fact}` : fact,
    proofs: [
      ...(isCased ? [proof(`/documents/${group}/case`, "documents", name)] : []),
      proof(pointer, "documents", fact),
    ],
    covers: [],
    of: "documents",
  };
}

const names = new Map(
  PAPER_NAMES.map(({ paper, names: all }) => [paper, all.split(";").map((name) => fold(name.trim()))]),
);
const isNamed = (paper: string, text: string): boolean => {
  const folded = ` ${fold(text).replaceAll(/[^a-z0-9]+/g, " ")} `;
  return (names.get(paper) ?? []).some((name) => folded.includes(` ${name} `));
};

export const quoted = (told: Sentence): Finding => ({
  verdict: "told",
  head: "",
  fact: plain(told.text),
  proofs: [proof(told.pointer, partOf(told), plain(told.text))],
  covers: [],
});

const PARTS: Readonly<Record<string, Part>> = {
  documents: "documents",
  conditions: "conditions",
  deadlines: "deadlines",
  exemptions: "exemptions",
  notes: "notes",
  steps: "steps",
  audience: "audience",
  result: "result",
  methods: "methods",
  place: "place",
};
function partOf({ pointer }: Pick<Sentence, "pointer">): Part {
  return PARTS[pointer.split("/")[1] ?? ""] ?? "notes";
}

export const FINDERS: Readonly<Record<Whether, Finder>> = {
  late,
  wait,
  other,
  elsewhere,
  inPerson,
  online: sentThrough("online"),
  post: sentThrough("post"),
  free: charged(true),
  fee: charged(false),
  sameDay,
  place,
  amount,
  valid,
  need,
  must,
  eligible,
};
