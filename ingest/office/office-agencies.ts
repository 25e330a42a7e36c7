/** The office's own agencies: a list in its profile, or a workbook (XLSX, CSV) beside it, as records with their short names. */
import { readFile } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { DocumentError, OfficeProfileError } from "../../knowledge/errors.ts";
import { type OfficeAgency, officeAgency } from "../../knowledge/office-identity.ts";
import { type OfficeProfile, officeDocument } from "../../knowledge/office-profile.ts";
import type { Agency } from "../../knowledge/records.ts";
import { fold } from "../../knowledge/vietnamese/normalize.ts";
import {
  kindOf,
  membershipOf,
  proposedAliases,
  spellingOf,
  spellingsOf,
} from "../parsers/plan/agency-names.ts";
import { readDocument } from "../readers/read-document.ts";

/** What a column is, by the words of its heading, folded. */
const COLUMNS: readonly (readonly [keyof OfficeAgency, RegExp])[] = [
  ["aliases", /ten (?:khac|tat|goi khac|viet tat|thuong goi)|viet tat|alias|goi la/],
  ["membership", /thuoc|khoi|nhom|membership|thanh phan/],
  ["successor", /ke thua|sap nhap|nay la|successor/],
  ["name", /^(?:ten|name)|co quan|don vi|phong ban/],
];
const HEADING_WITHIN = 10;
const MEMBERSHIPS: readonly (readonly [RegExp, NonNullable<OfficeAgency["membership"]>])[] = [
  [/^(?:dia_phuong|dia phuong|huyen|xa|cap xa|cap huyen)$/, "dia_phuong"],
  [/^(?:so|phong|so, phong|bo)$/, "so"],
  [/^ban$/, "ban"],
  [/^(?:nganh|nganh doc)$/, "nganh"],
];

/** Empty for a profile without agencies. Throws OfficeProfileError. */
export async function officeAgencies(profile: OfficeProfile, file: string): Promise<readonly Agency[]> {
  const { agencies } = profile;
  if (agencies === undefined) return [];
  const rows = typeof agencies === "string" ? await fromWorkbook(agencies, file) : agencies;
  return rows.map((row) => agencyOf(row, profile));
}

async function fromWorkbook(named: string, profileFile: string): Promise<OfficeAgency[]> {
  const path = resolve(dirname(profileFile), named);
  const wrong = (reason: string, cause?: unknown) =>
    new OfficeProfileError(profileFile, "agencies", reason, cause);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw wrong(`không có tệp ${named} cạnh hồ sơ`, cause);
  });
  const { content } = await readDocument(basename(path), bytes).catch((cause: unknown) => {
    throw wrong(cause instanceof DocumentError ? cause.message : `không đọc được tệp ${named}`, cause);
  });
  if (content.kind !== "tables") throw wrong(`tệp ${named} không phải bảng tính`);
  for (const { rows } of content.sheets) {
    const found = agenciesIn(
      rows.map(({ cells }) => cells),
      wrong,
    );
    if (found.length > 0) return found;
  }
  throw wrong(`tệp ${named} không có cột tên cơ quan (đầu cột: Tên cơ quan, Tên khác, Thuộc)`);
}

function agenciesIn(
  rows: readonly (readonly string[])[],
  wrong: (reason: string) => OfficeProfileError,
): OfficeAgency[] {
  const at = rows.slice(0, HEADING_WITHIN).findIndex((cells) => meaningsOf(cells).includes("name"));
  if (at < 0) return [];
  const meanings = meaningsOf(rows[at]!);
  return rows.slice(at + 1).flatMap((cells, i) => {
    const cell = (meaning: keyof OfficeAgency) =>
      (cells[meanings.indexOf(meaning)] ?? "").replace(/\s+/g, " ").trim();
    const name = cell("name");
    if (name === "") return [];
    const aliases = cell("aliases")
      .split(/[;,|]/)
      .map((text) => text.trim())
      .filter(Boolean);
    const said = fold(cell("membership"));
    const membership = MEMBERSHIPS.find(([words]) => words.test(said))?.[1];
    if (said !== "" && !membership)
      throw wrong(
        `dòng ${at + 2 + i}: cột Thuộc ghi “${cell("membership")}”, phải là so, ban, nganh hoặc dia_phuong`,
      );
    const successor = cell("successor");
    const row = officeAgency.safeParse({
      name,
      ...(aliases.length > 0 ? { aliases } : {}),
      ...(membership ? { membership } : {}),
      ...(successor ? { successor } : {}),
    });
    if (!row.success) throw wrong(`dòng ${at + 2 + i}: ${row.error.issues[0]!.message}`);
    return [row.data];
  });
}

/** Each column is one thing, and the first that is it. */
function meaningsOf(cells: readonly string[]): (keyof OfficeAgency | null)[] {
  const taken = new Set<keyof OfficeAgency>();
  return cells.map((cell) => {
    const meaning =
      COLUMNS.find(([key, words]) => !taken.has(key) && words.test(fold(cell).trim()))?.[0] ?? null;
    if (meaning) taken.add(meaning);
    return meaning;
  });
}

function agencyOf(
  { name, aliases = [], membership, successor }: OfficeAgency,
  profile: OfficeProfile,
): Agency {
  const { id: documentId } = officeDocument(profile);
  const evidence = { documentId, locator: `Hồ sơ cơ quan, ${name}`, quote: name };
  const given = aliases.map((text) => ({ text, type: "full" as const }));
  const proposed = proposedAliases(name).filter(({ text }) => !aliases.includes(text));
  return {
    id: `co-quan:${spellingOf(name).replace(/[^a-z0-9]+/g, "-")}`,
    name,
    kind: kindOf(name),
    aliases: [...given, ...proposed],
    collective: membership ?? membershipOf(name),
    namedInPlan: false,
    review: null,
    successors:
      successor === undefined
        ? []
        : [
            {
              text: successor,
              from: null,
              confidence: "high",
              source: profile.name,
              evidence: { ...evidence, quote: successor },
            },
          ],
    evidence,
  };
}

/** Both registries: a body of the office's that the shipped one has too lends it its names, the others come first. */
export function withOffice(registry: readonly Agency[], own: readonly Agency[]): Agency[] {
  const merged = new Map(registry.map((agency) => [agency.id, agency]));
  const bySpelling = new Map(
    registry.flatMap((agency) => spellingsOf(agency).map((spelling) => [spelling, agency.id])),
  );
  const added: Agency[] = [];
  for (const agency of own) {
    const id = bySpelling.get(spellingOf(agency.name));
    const known = id === undefined ? undefined : merged.get(id);
    if (!known) {
      added.push(agency);
      continue;
    }
    const has = new Set(known.aliases.map(({ text }) => text));
    merged.set(known.id, {
      ...known,
      aliases: [
        ...known.aliases,
        ...agency.aliases.filter(({ text }) => !has.has(text) && text !== known.name),
      ],
      successors: [...known.successors, ...agency.successors],
    });
  }
  return [...added, ...merged.values()];
}
