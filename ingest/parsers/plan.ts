/** A plan issued by decision: the decision itself, the plan's body, and the appendix table. */
import { DocumentError } from "../../knowledge/errors.ts";
import type { Records } from "../../knowledge/knowledge-base.ts";
import type { Agency, DocumentFact, LineRange, SourceDocument } from "../../knowledge/records.ts";
import type { Collective } from "./parties.ts";
import { PartyTable } from "./parties.ts";
import { parseAppendix } from "./plan-appendix.ts";
import { parseBody } from "./plan-body.ts";
import { TextLines } from "./text-lines.ts";

export type PlanRecords = Pick<
  Records,
  "facts" | "sections" | "passages" | "targets" | "duties" | "groups" | "tasks"
>;

/** Throws DocumentError naming the line. */
export function parsePlan(
  document: SourceDocument,
  content: string,
  agencies: readonly Agency[],
  collectives: readonly Collective[],
): PlanRecords {
  const text = new TextLines(document.id, document.file, content);
  const need = (what: string, test: (line: string) => boolean, from = 1): number => {
    const number = text.find(test, from);
    if (number === undefined)
      throw new DocumentError(document.file, `sau dòng ${from}`, `không tìm thấy ${what}`);
    return number;
  };
  const recipients = need("“Nơi nhận:”", (line) => line.startsWith("Nơi nhận"));
  const planTitle = need("“KẾ HOẠCH”", (line) => line === "KẾ HOẠCH", recipients);
  const bodyStart = need("mục I", (line) => /^I\. /.test(line), planTitle);
  const appendixTitle = need("“PHỤ LỤC”", (line) => line === "PHỤ LỤC", bodyStart);
  const table = need("bảng phụ lục (STT)", (line) => line === "STT", appendixTitle);
  const facts = readFacts(text, document, { recipients, planTitle, bodyStart });
  const body = parseBody(text, [bodyStart, appendixTitle - 1], agencies, document.issuedOn ?? "");
  const appendix = parseAppendix(text, table, new PartyTable(agencies, collectives));
  return { facts, ...body, ...appendix };
}

interface Places {
  recipients: number;
  planTitle: number;
  bodyStart: number;
}

function readFacts(text: TextLines, document: SourceDocument, places: Places): DocumentFact[] {
  const facts: DocumentFact[] = [];
  const fail = (what: string): never => {
    throw new DocumentError(document.file, null, `không tìm thấy ${what}`);
  };
  const add = (
    id: string,
    key: DocumentFact["key"],
    label: string,
    locator: string,
    lines: LineRange,
    value?: string,
  ) => {
    const evidence = text.evidence(lines, locator);
    facts.push({
      id: `fact:${id}`,
      documentId: document.id,
      key,
      label,
      value: value ?? evidence.quote,
      evidence,
    });
  };
  const find = (test: RegExp, from = 1, to = places.recipients) =>
    text.find((line) => test.test(line), from, to);

  const number = find(/^Số: /) ?? fail("số văn bản");
  add(
    "number",
    "number",
    "Số hiệu",
    "Quyết định, phần đầu",
    [number, number],
    text.line(number).replace(/^Số:\s*/, ""),
  );
  if (!text.line(number).includes(document.number)) {
    throw new DocumentError(
      document.file,
      `dòng ${number}`,
      `số văn bản không khớp danh mục (${document.number})`,
    );
  }
  const dated = find(/ngày \d+ tháng \d+ năm \d+$/, number) ?? fail("ngày ban hành");
  const datedFrom = text.find((line) => line === "|", number) ?? number;
  add("issued", "issued", "Ngày ban hành", "Quyết định, phần đầu", [datedFrom + 1, dated]);

  const heading = find(/^QUYẾT ĐỊNH$/) ?? fail("tiêu đề quyết định");
  const bases = find(/^(- )?Căn cứ /, heading) ?? fail("căn cứ");
  add("title", "title", "Tên văn bản", "Quyết định, tiêu đề", [heading + 1, bases - 2]);
  add("issuer", "issuer", "Cơ quan ban hành", "Quyết định, tiêu đề", [bases - 1, bases - 1]);
  const proposal = find(/^Theo đề nghị của/, bases) ?? fail("cơ quan đề nghị");
  const decides = find(/^QUYẾT ĐỊNH:/, proposal) ?? fail("“QUYẾT ĐỊNH:”");
  const starts: number[] = [];
  for (let line = bases; line < proposal; line++)
    if (/^(- )?Căn cứ /.test(text.line(line))) starts.push(line);
  starts.forEach((line, i) => {
    const last = (starts[i + 1] ?? proposal) - 1;
    const value = text.join([line, last]).replace(/^- /, "").replace(/[;.]$/, "");
    add(
      `legal_basis:${i + 1}`,
      "legal_basis",
      "Căn cứ ban hành",
      `Quyết định, căn cứ thứ ${i + 1}`,
      [line, last],
      value,
    );
  });
  add("proposal", "proposal", "Cơ quan đề nghị", "Quyết định, phần căn cứ", [proposal, decides - 1]);

  const articles: number[] = [];
  for (let line = decides; line < places.recipients; line++)
    if (/^Điều \d+\./.test(text.line(line))) articles.push(line);
  articles.forEach((line, i) => {
    const last = (articles[i + 1] ?? places.recipients) - 1;
    const label = /^Điều \d+/.exec(text.line(line))![0];
    add(`article:${i + 1}`, "article", label, `Quyết định, ${label}`, [line, last]);
    const words = text.join([line, last]);
    if (/hiệu lực thi hành/u.test(words))
      add("effect", "effect", "Hiệu lực", `Quyết định, ${label}`, [line, last]);
    if (/chịu trách nhiệm thi hành/u.test(words))
      add("executors", "executors", "Trách nhiệm thi hành", `Quyết định, ${label}`, [line, last]);
  });

  const recipientsEnd = (text.find((line) => line === "|", places.recipients) ?? places.planTitle) - 1;
  add("recipients", "recipients", "Nơi nhận", "Quyết định, nơi nhận", [places.recipients, recipientsEnd]);
  const signature = text.find((line) => /^TM\. /.test(line), recipientsEnd) ?? fail("chữ ký");
  const signatureEnd = (text.find((line) => line === "|", signature) ?? places.planTitle) - 1;
  const signer = text.line(signatureEnd);
  const office = text.join([signature, signatureEnd - 2]).replace(/ (?=KT\.)/, ", ");
  const rank = text.line(signatureEnd - 1);
  add(
    "signer",
    "signer",
    "Người ký",
    "Quyết định, chữ ký",
    [signature, signatureEnd],
    `${signer}, ${rank} (${office})`,
  );
  if (document.signer && signer !== document.signer) {
    throw new DocumentError(
      document.file,
      `dòng ${signatureEnd}`,
      `người ký không khớp danh mục (${document.signer})`,
    );
  }
  const identity =
    text.find((line) => line.startsWith("(Kèm theo Quyết định số"), places.planTitle, places.bodyStart) ??
    fail("dòng “Kèm theo Quyết định số …”");
  add("identity", "title", "Ban hành kèm theo", "Kế hoạch, tiêu đề", [identity, places.bodyStart - 1]);
  return facts;
}
