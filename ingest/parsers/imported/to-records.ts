/** Imported procedures and texts as records of the knowledge base, each with an id of its own. */
import { createHash } from "node:crypto";
import type { Doubt, Passage, ProcedureRecord, SourceDocument } from "../../../knowledge/records.ts";
import { DOUBTS, NO_RELATIONS } from "../../../knowledge/records.ts";
import { oneLine } from "../plan/assignment.ts";
import type { ImportedMethod, ImportedProcedure, ImportedText, LeftOut } from "./imported-procedure.ts";

export interface ImportedRecords {
  documents: SourceDocument[];
  procedures: ProcedureRecord[];
  passages: Passage[];
  /** Not indexed because a reviewed record of the same code is there. */
  leftOut: LeftOut[];
}

/** Ids don't depend on the order of the files, nor on where in its file a record stands. */
export function toRecords(
  procedures: readonly ImportedProcedure[],
  texts: readonly ImportedText[],
  reviewedCodes: ReadonlySet<string>,
): ImportedRecords {
  const leftOut: LeftOut[] = [];
  const kept = procedures.filter((row) => {
    // The version of one issuer is another record than the national one that was reviewed.
    if (row.code === null || row.issuerSuffix !== null || !reviewedCodes.has(row.code)) return true;
    leftOut.push({
      file: row.source.file,
      place: row.source.locator,
      kind: "reviewed",
      reason: `thủ tục ${row.code} đã có bản đối chiếu, bản này không dùng`,
    });
    return false;
  });
  const codes = idsOf(kept, reviewedCodes);
  const withProcedures = new Set(kept.map((row) => row.source.file));
  return {
    documents: [
      ...[...withProcedures].map((file) => documentOf(file, "imported", `Tệp ${file}`)),
      ...texts
        .filter((text) => text.passages.length > 0)
        .map((text) => documentOf(text.file, "text", text.title)),
    ],
    procedures: kept.map((row, i) => toRecord(row, codes[i]!)),
    passages: texts.flatMap(toPassages),
    leftOut,
  };
}

/** Of every added file. */
export const UNCHECKED = "Tệp do đơn vị bổ sung, chưa đối chiếu với văn bản gốc.";

export const documentId = (file: string) => `tep:${file}`;

function documentOf(file: string, kind: "imported" | "text", title: string): SourceDocument {
  return {
    id: documentId(file),
    file,
    kind,
    number: "",
    title,
    issuer: "",
    signer: null,
    issuedOn: null,
    effectiveFrom: null,
    status: "unconfirmed",
    statusNote: UNCHECKED,
  };
}

/** A code that several issuers publish carries the issuer; the version without one keeps the plain code. */
function idsOf(procedures: readonly ImportedProcedure[], reviewedCodes: ReadonlySet<string>): string[] {
  const counts = new Map<string, number>();
  for (const { code } of procedures) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  const taken = new Set(reviewedCodes);
  const numbers = new Map<string, number>();
  return procedures.map(({ code, issuerSuffix, name, source }) => {
    const several = code !== null && (counts.get(code)! > 1 || reviewedCodes.has(code));
    const own = code === null ? null : several && issuerSuffix !== null ? `${code}.${issuerSuffix}` : code;
    let id = own ?? `X-${letters(`${source.file}\n${name}`)}`;
    const stem = `${source.file}\n${own ?? name}`;
    while (taken.has(id)) id = `X-${letters(`${stem}\n${nextNumber(numbers, stem)}`)}`;
    taken.add(id);
    return id;
  });
}

/** 2, 3, 4 …: what tells a second and third of the same words apart. */
function nextNumber(numbers: Map<string, number>, words: string): number {
  const next = (numbers.get(words) ?? 1) + 1;
  numbers.set(words, next);
  return next;
}

/** Eight letters and no digit: an id must not look like a figure of an answer. */
const letters = (text: string): string =>
  [...createHash("sha256").update(text).digest().subarray(0, 8)]
    .map((byte) => String.fromCharCode(97 + (byte % 26)))
    .join("");

function toRecord(row: ImportedProcedure, code: string): ProcedureRecord {
  const { file, locator } = row.source;
  return {
    code,
    printedCode: row.codeKind === "none" ? null : (row.codeFull ?? row.code),
    documentId: documentId(file),
    reviewed: false,
    name: oneLine(row.name),
    aliases: [],
    keywords: row.keywords,
    description: row.description,
    field: row.field ?? "",
    variantOf: null,
    distinguishing: [],
    level: row.levelPrinted ?? "",
    levels: row.levels,
    issuer: row.issuer,
    agency: row.agency,
    authority: row.authority,
    audience: row.audience,
    steps: row.steps,
    methods: row.methods.map(({ channel, note }) => ({ channel, note })),
    fees: row.methods.flatMap((method) =>
      method.fees.map(({ text, amount, per, kind }) => ({
        ...UNSETTLED,
        text: withNote(text, method, row.methods),
        amount,
        per,
        kind,
        channels: [method.channel],
      })),
    ),
    exemptions: [],
    times: row.methods.map((method) => ({
      ...UNSETTLED,
      text: withNote(method.time.text, method, row.methods, isSilent(method.time)),
      value: method.time.value,
      unit: method.time.unit,
      channels: [method.channel],
      additions: [],
    })),
    deadlines: [],
    place: row.address,
    documents: row.documents.map((group) => ({ ...group, when: {} })),
    forms: row.forms.map((name) => ({ number: null, name, url: null })),
    result: row.result,
    legalBases: row.legalBases.map((name) => ({ number: null, name, from: null, until: null })),
    conditions: row.conditions,
    notes: [],
    relations: NO_RELATIONS,
    doubts: DOUBTS.filter((doubt) =>
      row.problems.some(({ kind }) => (kind satisfies string) === (doubt as Doubt)),
    ),
    verifiedOn: null,
    source: { title: `Tệp ${file}`, url: webAddress(row.url), decision: row.decision, dataAsOf: null },
    origin: { file, place: locator },
  };
}

/** What nobody has settled: it holds for all and always as far as the file says. */
const UNSETTLED = { case: "", when: {}, from: null, until: null, ground: null, certainty: null };

/** "10 USD/bản" is paid abroad: of two rows of one channel the note tells which is whose; and where a cell says nothing,
 *  the note beside it may. */
function withNote(
  text: string,
  { channel, note }: ImportedMethod,
  methods: readonly ImportedMethod[],
  isNeeded = false,
): string {
  const isRepeated = methods.filter((row) => row.channel === channel).length > 1;
  const words = oneLine(note ?? "");
  return words !== "" && (isNeeded || isRepeated) && !text.includes(words) ? `${text} · ${words}` : text;
}

const isSilent = ({ unit, value }: ImportedMethod["time"]): boolean => unit === "none" && value === null;

const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//u.test(url) && URL.canParse(url) ? url : null;

function toPassages(text: ImportedText): Passage[] {
  const ids = new Set<string>();
  const numbers = new Map<string, number>();
  return text.passages.map((passage) => {
    const stem = `${documentId(text.file)}:`;
    let id = stem + letters(`${passage.headings.join("\n")}\n${passage.text}`);
    while (ids.has(id)) id = stem + letters(`${passage.text}\n${nextNumber(numbers, passage.text)}`);
    ids.add(id);
    return {
      id,
      documentId: documentId(text.file),
      sectionLabel: "",
      path: passage.headings.length > 0 ? passage.headings : [text.title],
      text: passage.text,
      evidence: {
        documentId: documentId(text.file),
        locator: [...passage.headings.slice(-2), text.file, passage.locator].join(", "),
        quote: passage.text,
      },
    };
  });
}
