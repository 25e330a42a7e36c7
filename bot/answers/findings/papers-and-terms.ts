/** What has to be handed in or done, who qualifies, what is received, and how long a paper holds. */
import { CIRCUMSTANCES } from "../../../knowledge/circumstances.ts";
import type { AgeLimit } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { PAPER_NAMES } from "../../situations/sayings.ts";
import { meets, type Situation } from "../../situations/situation.ts";
import { shown } from "../context.ts";
import { type Sentence, sentencesOf, tellingSentence } from "../procedure-sentences.ts";
import { isOn } from "../procedure-values.ts";
import { type Asked, type Finder, type Finding, plain, proof, quoted } from "./finding.ts";
import { exempted } from "./money-and-time.ts";

/** Of how old somebody has to be, against the age told. */
function aged(
  limits: readonly AgeLimit[],
  situation: Situation,
  { day, said }: { day: string; said: readonly string[] },
): Omit<Finding, "covers"> | undefined {
  const { age } = situation;
  const all = limits.filter((row) => isOn(row, day) && meets(situation, row.when) !== false);
  const named = all.filter((row) => said.includes(row.case));
  const rows = named.length > 0 ? named : all;
  if (age === undefined || rows.length === 0) return undefined;
  const isOf = ({ atLeast, below }: AgeLimit) =>
    (atLeast === null || age >= atLeast) && (below === null || age < below);
  const text = (of: readonly AgeLimit[]) => of.map((row) => plain(row.text)).join("; hoặc ");
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
export const eligible: Finder = ({ procedure, situation, day, query, knowledge }) => {
  const byAge = aged(procedure.ages ?? [], situation, { day, said: query.said ?? [] });
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
    head: "Tùy điều kiện",
    fact,
    proofs: told
      .slice(0, MOST_CONDITIONS)
      .map((text, i) => proof(`/conditions/${i}`, "conditions", plain(text))),
    covers: told.length === conditions.length ? ["conditions"] : [],
  };
};

const LACKS = /^(thiếu|thieu|mất|mat)$/;
export const need: Finder = (asked) => {
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
  if (found) return inContext(ofPaper(asked, found), asked);
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

/** "Được chưa?" is no question whether the paper is needed: that it is one of the papers is told, without a yes. */
function inContext(finding: Finding, { query }: Asked): Finding {
  const isOther = query.whether?.includes("eligible") === true && finding.head === "Có";
  return isOther ? { ...finding, head: "Hồ sơ có" } : finding;
}

/** What is declared and not what the office takes: nobody pays it for handling. */
const sparesItself = ({ fees }: Asked["procedure"]): boolean =>
  fees.length > 0 && fees.every(({ kind }) => kind === "free");

/** What has to be done, besides papers. */
export const must: Finder = ({ procedure, query, knowledge, situation, day }) => {
  const spared =
    sparesItself(procedure) && !query.isCaseKnown ? exempted({ procedure, situation, day }) : undefined;
  if (spared) return { ...spared, verdict: "no", head: "Không phải nộp" };
  const said = sentencesOf(procedure).filter(({ group }) => group === undefined);
  const told =
    tellingSentence(said, query, knowledge) ??
    (query.isCompulsory ? said.find(({ text }) => /bắt buộc/iu.test(text)) : undefined);
  return told && quoted(told);
};

const AMOUNT = /(?:^|[^\p{L}])(?:mức|bằng|hưởng|trợ cấp|hỗ trợ|được)(?![\p{L}])/iu;
const FIGURE = /\d(?:%| %| ?đồng| lần| tháng)/u;
const OF_MONEY = /(?:mức (?:hưởng|trợ cấp|hỗ trợ|lương)|số tiền)/iu;
/** What is received. */
export const amount: Finder = ({ procedure }) => {
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
export const valid: Finder = ({ procedure }) => {
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
