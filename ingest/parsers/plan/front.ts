/** What stands around the body of a plan: letterhead, decision, titles, legal bases, articles, recipients, signature. All
 *  of it may be missing. */
import type { LineRange } from "../../../knowledge/records.ts";
import type { Front } from "./front-parts.ts";
import {
  APPENDIX,
  ARTICLE,
  ATTACHED,
  ATTACHED_TO,
  appendixTitle,
  BAR,
  BASIS,
  DATED,
  DECIDES,
  DECISION,
  datedFrom,
  dayIn,
  dayOf,
  GROUND,
  isProse,
  NUMBER,
  NUMBERED,
  nameOf,
  PERSON,
  PLAN,
  PROPOSAL,
  RANK,
  RECIPIENTS,
  SIGNATURE,
  SIGNED,
} from "./front-words.ts";
import type { PlanSource } from "./plan-source.ts";
import type { PrintedFact } from "./printed-plan.ts";

/** `isChapter`: a heading of the body begins at the line. */
export function readFront(source: PlanSource, isChapter: (line: number) => boolean): Front {
  const { text } = source;
  const find = (test: (line: string) => boolean, from = 1, to = text.count) =>
    text.find(test, from, to) ?? null;
  const appendix = (from: number) => find((line) => APPENDIX.test(line) && !/kèm theo/iu.test(line), from);
  const decision = find((line) => DECISION.test(line));
  const decides = decision === null ? null : find((line) => DECIDES.test(line), decision);
  const frontEnd = decides ?? 1;
  const planTitle = find(
    (line) => PLAN.test(line) && !(/\p{Ll}/u.test(line) && /[.;]$/.test(line)),
    frontEnd,
  );
  const firstTable = source.tables[0]?.lines[0] ?? text.count + 1;
  const firstAppendix = appendix(planTitle ?? frontEnd) ?? text.count + 1;
  const bodyEnd = firstAppendix - 1;
  const chapter =
    planTitle === null && decision !== null ? null : findChapter(planTitle ?? 1, bodyEnd, isChapter);
  const head = (chapter ?? Math.min(firstTable, firstAppendix)) - 1;
  const facts: PrintedFact[] = [];
  const isDecision = decision !== null && decision < (planTitle ?? Number.POSITIVE_INFINITY);
  const act = isDecision ? nameOf(text.line(decision)) : planTitle ? nameOf(text.line(planTitle)) : "Văn bản";
  const name = planTitle ? nameOf(text.line(planTitle)) : act;
  const add = (
    id: string,
    key: PrintedFact["key"],
    label: string,
    where: string,
    lines: LineRange,
    value?: string,
  ) => {
    const quote = text.join(lines);
    if (quote === "") return "";
    const place = source.places[lines[0]];
    const locator = `${act === name || id === "identity" ? name : act}, ${where}`;
    facts.push({
      id,
      key,
      label,
      value: value ?? quote,
      locator: place ? `${locator}, ${place}` : locator,
      lines,
      quote,
    });
    return value ?? quote;
  };

  const front = decision ?? planTitle ?? Math.min(head + 1, text.count);
  const number = find((line) => NUMBER.test(line), 1, front);
  const printedNumber =
    number === null
      ? ""
      : text
          .line(number)
          .replace(/^Số\s*:\s*/u, "")
          .replace(/\s+/g, "");
  const isNumbered = /^\d/.test(printedNumber);
  if (isNumbered) add("number", "number", "Số hiệu", "phần đầu", [number!, number!], printedNumber);
  const dated = find((line) => DATED.test(line), number ?? 1, front);
  if (dated !== null) add("issued", "issued", "Ngày ban hành", "phần đầu", [datedFrom(source, dated), dated]);

  let title = "";
  let issuer = "";
  let bodyFrom = head + 1;
  const bases: number[] = [];
  if (isDecision) {
    const firstBasis =
      find((line) => GROUND.test(line), decision, decides ?? head) ?? decides ?? decision + 1;
    const hasIssuer = firstBasis - 1 > decision + 1;
    if (hasIssuer || firstBasis > decision + 1)
      title = add("title", "title", "Tên văn bản", "tiêu đề", [
        decision + 1,
        firstBasis - (hasIssuer ? 2 : 1),
      ]);
    if (hasIssuer)
      issuer = add("issuer", "issuer", "Cơ quan ban hành", "tiêu đề", [firstBasis - 1, firstBasis - 1]);
    const proposal = find((line) => PROPOSAL.test(line), firstBasis, decides ?? head);
    const basesEnd = (proposal ?? decides ?? head + 1) - 1;
    for (let line = firstBasis; line <= basesEnd; line++) if (GROUND.test(text.line(line))) bases.push(line);
    addBases(bases, basesEnd);
    if (proposal !== null)
      add("proposal", "proposal", "Cơ quan đề nghị", "phần căn cứ", [
        proposal,
        (decides ?? proposal + 1) - 1,
      ]);
  } else if (planTitle !== null) {
    const last = titleEnd(planTitle, head);
    title = add("title", "title", "Tên văn bản", "tiêu đề", [planTitle, last]);
    for (let line = last + 1; line <= head; line++) if (BASIS.test(text.line(line))) bases.push(line);
    addBases(bases, head, source.isWrapped);
    bodyFrom = last + 1;
  }
  function addBases(starts: readonly number[], end: number, isWrapped = true): void {
    starts.forEach((line, i) => {
      const last = isWrapped ? (starts[i + 1] ?? end + 1) - 1 : line;
      const value = text
        .join([line, last])
        .replace(/^[-–] /, "")
        .replace(/[;.]$/, "");
      add(
        `legal_basis:${i + 1}`,
        "legal_basis",
        "Căn cứ ban hành",
        `căn cứ thứ ${i + 1}`,
        [line, last],
        value,
      );
    });
  }
  function titleEnd(start: number, end: number): number {
    let last = start;
    while (last < end && last < start + 6) {
      const next = text.line(last + 1);
      if (
        next === "" ||
        next === BAR ||
        /^[(\-–_=*]/.test(next) ||
        BASIS.test(next) ||
        NUMBERED.test(next) ||
        isChapter(last + 1) ||
        isProse(next)
      )
        break;
      last++;
    }
    return last;
  }
  if (issuer === "" && !isDecision) issuer = letterhead();
  function letterhead(): string {
    const lines: number[] = [];
    for (let line = 1; line < front && line <= 12; line++) {
      const words = text.line(line);
      if (words === BAR || /^CỘNG H/u.test(words) || /^Số\s*:/u.test(words)) break;
      if (/\p{Lu}{2}/u.test(words) && !/\p{Ll}/u.test(words) && !APPENDIX.test(words) && !PLAN.test(words))
        lines.push(line);
      else if (lines.length > 0 || /\p{Ll}/u.test(words)) break;
    }
    if (lines.length === 0 || (number === null && dated === null)) return "";
    return add("issuer", "issuer", "Cơ quan ban hành", "phần đầu", [lines[0]!, lines.at(-1)!]);
  }

  // Recipients and signature stand before the plan that a decision approves, or behind the body of a plan of its own.
  const closes = decides ?? planTitle ?? 1;
  const closesTo = isDecision && planTitle !== null ? planTitle - 1 : text.count;
  const recipients = find((line) => RECIPIENTS.test(line), closes, closesTo);
  const signature = find(
    (line) => SIGNATURE.test(line) || RANK.test(line),
    recipients && isDecision ? recipients : closes,
    closesTo,
  );
  const outside: LineRange[] = [];
  if (decides !== null)
    addArticles(
      decides,
      Math.min(recipients ?? text.count + 1, signature ?? text.count + 1, planTitle ?? text.count + 1),
    );
  if (recipients !== null) {
    const end = blockEnd(recipients, closesTo, (line) => SIGNATURE.test(line) || RANK.test(line));
    add("recipients", "recipients", "Nơi nhận", "nơi nhận", [recipients, end]);
    outside.push([recipients, end]);
  }
  let signer: string | null = null;
  if (signature !== null) {
    const end = blockEnd(signature, closesTo, (line) => RECIPIENTS.test(line));
    signer = addSigner(signature, end);
    outside.push([signature, end]);
  }
  function blockEnd(start: number, to: number, isOther: (line: string) => boolean): number {
    let last = start;
    for (let line = start + 1; line <= to; line++) {
      const words = text.line(line);
      if (words === BAR || isOther(words) || APPENDIX.test(words) || PLAN.test(words) || isChapter(line))
        break;
      if (words !== "") last = line;
      if (PERSON.test(words) && !/[\p{Lu}]{2}/u.test(words)) break;
    }
    return last;
  }
  function addSigner(start: number, end: number): string | null {
    const lines: number[] = [];
    for (let line = start; line <= end; line++)
      if (text.line(line) !== "" && !SIGNED.test(text.line(line))) lines.push(line);
    const last = lines.at(-1)!;
    const person = text.line(last);
    if (lines.length < 2 || !PERSON.test(person) || !/\p{Ll}/u.test(person)) return null;
    const rank = text.line(lines.at(-2)!);
    const office = lines.length > 2 ? text.join([start, lines.at(-3)!]).replace(/ (?=KT\.)/, ", ") : "";
    add(
      "signer",
      "signer",
      "Người ký",
      "chữ ký",
      [start, last],
      `${person}, ${rank}${office === "" ? "" : ` (${office})`}`,
    );
    return person;
  }
  function addArticles(from: number, to: number): void {
    const starts: number[] = [];
    for (let line = from; line < to; line++) if (ARTICLE.test(text.line(line))) starts.push(line);
    starts.forEach((line, i) => {
      const lines: LineRange = [line, (starts[i + 1] ?? to) - 1];
      const label = /^Điều \d+/u.exec(text.line(line))![0];
      add(`article:${i + 1}`, "article", label, label, lines);
      const words = text.join(lines);
      if (/hiệu lực (?:thi hành|kể từ)/u.test(words)) add("effect", "effect", "Hiệu lực", label, lines);
      if (/chịu trách nhiệm thi hành/u.test(words))
        add("executors", "executors", "Trách nhiệm thi hành", label, lines);
    });
  }

  const attached = find((line) => ATTACHED.test(line), planTitle ?? 1);
  const attachedEnd = attached === null ? 0 : closingOf(attached, text.count);
  let attachedTo =
    attached === null ? null : ATTACHED_TO.exec(text.join([attached, Math.min(attached + 2, text.count)]));
  if (attached !== null && planTitle !== null && attached <= head) {
    const end = closingOf(attached, head);
    add("identity", "title", "Ban hành kèm theo", "tiêu đề", [attached, end]);
    bodyFrom = Math.max(bodyFrom, end + 1);
  }
  function closingOf(start: number, to: number): number {
    for (let line = start; line <= to; line++) if (/\)\.?$/.test(text.line(line))) return line;
    return start;
  }
  if (planTitle !== null && isDecision && attached === null) bodyFrom = titleEnd(planTitle, head) + 1;
  if (isNumbered && attachedTo && planTitle !== null && !isDecision) attachedTo = null;
  if (planTitle === null && !isDecision && title === "") {
    const named = appendixTitle(source, firstAppendix <= text.count ? firstAppendix : 1);
    if (named) title = add("title", "title", "Tên văn bản", "tiêu đề", named);
    bodyFrom = (named?.[1] ?? 0) + 1;
  }
  const basesEnd = bases.length > 0 && !isDecision && source.isWrapped ? head : null;
  return {
    facts,
    identity: {
      number: isNumbered ? printedNumber : (attachedTo?.[1] ?? ""),
      title,
      issuer: issuer || (attachedTo?.[5]?.trim() ?? ""),
      signer,
      issuedOn:
        dayIn(dated === null ? "" : text.join([datedFrom(source, dated), dated])) ??
        dayOf(attachedTo?.[2], attachedTo?.[3], attachedTo?.[4]),
    },
    places: {
      planTitle,
      name,
      body: [basesEnd === null ? bodyFrom : basesEnd + 1, bodyEnd],
      isOutside: (line) =>
        outside.some(([from, to]) => from <= line && line <= to) ||
        (bases.includes(line) && !source.isWrapped) ||
        (attached !== null && line >= attached && line <= attachedEnd),
    },
  };
}

function findChapter(from: number, to: number, isChapter: (line: number) => boolean): number | null {
  for (let line = from + 1; line <= to; line++) if (isChapter(line)) return line;
  return null;
}
