/** Bodies that every office knows: ministries and central agencies, the 34 provinces of 2025, departments of provinces and
 *  communes by their usual names. They lend short names to what a plan prints, and a question that names one is not taken
 *  for another. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { type Agency, COMMON_DOCUMENT, COMMON_PREFIX, type SourceDocument } from "../../knowledge/records.ts";
import { parseJson } from "../parsers/json-document.ts";
import { proposedAliases, spellingsOf } from "../parsers/plan/agency-names.ts";

const FILE = "common-agencies.json";
const PATH = fileURLToPath(new URL(`../documents/${FILE}`, import.meta.url));

export const COMMON_AGENCIES: SourceDocument = {
  id: COMMON_DOCUMENT,
  file: FILE,
  kind: "agencies",
  number: "",
  title: "Danh mục cơ quan trung ương, tỉnh, thành phố và tên sở, phòng thường gặp",
  issuer: "Nhóm biên tập dữ liệu",
  signer: null,
  issuedOn: null,
  effectiveFrom: null,
  status: "in_force",
  statusNote: null,
};

const row = z.strictObject({ name: z.string().min(1), aliases: z.array(z.string().min(1)).optional() });
const file = z.strictObject({
  central: z.array(row),
  provinces: z.array(z.string()),
  provincial: z.array(row),
  communal: z.array(row),
});

let read: Promise<readonly Agency[]> | undefined;

/** None of them is part of "các sở, ban, ngành": which are depends on the office. Throws DocumentError. */
export function commonAgencies(): Promise<readonly Agency[]> {
  read ??= load();
  return read;
}

async function load(): Promise<readonly Agency[]> {
  const { central, provinces, provincial, communal } = parseJson(FILE, await readFile(PATH, "utf8"), file);
  return [
    ...central.map((one, i) => agencyOf(one, "body", `/central/${i}/name`)),
    ...provinces.map((name, i) => agencyOf(committee(name), "province", `/provinces/${i}`)),
    ...provincial.map((one, i) => agencyOf(one, "department", `/provincial/${i}/name`)),
    ...communal.map((one, i) => agencyOf(one, "office", `/communal/${i}/name`)),
  ];
}

/** "tỉnh Lào Cai" */
const committee = (place: string): z.infer<typeof row> => ({
  name: `UBND ${place}`,
  aliases: [`Ủy ban nhân dân ${place}`],
});

function agencyOf(
  { name, aliases = [] }: z.infer<typeof row>,
  kind: Agency["kind"],
  pointer: string,
): Agency {
  const given = aliases.map((text) => ({ text, type: "short" as const }));
  const proposed = proposedAliases(name).filter(({ text }) => !aliases.includes(text));
  return {
    id: `${COMMON_PREFIX}${spellingsOf({ name, aliases: [] })[0]!.replace(/[^a-z0-9]+/g, "-")}`,
    name,
    kind,
    aliases: [...given, ...proposed],
    collective: null,
    namedInPlan: false,
    review: null,
    successors: [],
    evidence: { documentId: COMMON_AGENCIES.id, locator: `Danh mục cơ quan, ${name}`, pointer, quote: name },
  };
}
