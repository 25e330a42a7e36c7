/** What the office says of itself: where it is, how to reach it, when it is open, where dossiers are looked up and filed.
 *  A file of its own (JSON), read once at start; what stands in it is said in its own words. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { OfficeProfileError } from "./errors.ts";
import { MAX_LINE, several, text, webAddress } from "./office-fields.ts";
import { officeIdentity } from "./office-identity.ts";
import { type Evidence, isoDate, type SourceDocument } from "./records.ts";

const MAX_BYTES = 256 * 1024;
const telephone = z.preprocess(
  (value) => (typeof value === "string" ? { number: value } : value),
  z.strictObject(
    {
      number: text(30).refine(
        (value) => /^[+(]?\d[\d .()-]*$/.test(value) && value.replace(/\D/g, "").length >= 3,
        "phải là số điện thoại: chữ số, dấu cách, dấu chấm, gạch ngang, ngoặc",
      ),
      /** What it is for: "đường dây nóng". */
      label: text(100).optional(),
    },
    "phải là số điện thoại trong dấu nháy, hoặc một nhóm gồm number và label",
  ),
);

const profile = z.strictObject(
  {
    /** As the office is called: "UBND phường Hoa Mai". */
    name: text(200),
    /** What people call it beside: "phường Hoa Mai". */
    otherNames: several(text(200)).optional(),
    /** When the office stated this. */
    statedOn: isoDate
      .refine((day) => !Number.isNaN(Date.parse(day)), "không có ngày này; dạng đúng là YYYY-MM-DD")
      .optional(),
    address: text().optional(),
    telephones: several(telephone).optional(),
    email: z.email("phải là địa chỉ thư điện tử").max(MAX_LINE).optional(),
    /** As printed on its door, a line each. */
    openingHours: several(text()).optional(),
    /** Where a dossier is looked up. */
    lookupUrl: webAddress.optional(),
    /** Where one is filed online. */
    filingUrl: webAddress.optional(),
    /** An address, a number or the account's name. */
    zalo: text().optional(),
    website: webAddress.optional(),
    ...officeIdentity,
  },
  "phải là một nhóm các mục trong dấu { }",
);
export type OfficeProfile = Readonly<z.infer<typeof profile>>;

/** What may be asked of it, in the order in which all of it is told. */
export const OFFICE_ASKS = [
  "address",
  "telephone",
  "hours",
  "email",
  "zalo",
  "website",
  "lookup",
  "filing",
] as const;
export type OfficeAsk = (typeof OFFICE_ASKS)[number];

/** Undefined for no file (an empty path). Throws OfficeProfileError, which names the field that is wrong. */
export async function loadOfficeProfile(file: string): Promise<OfficeProfile | undefined> {
  if (file === "") return undefined;
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const reason = cause.code === "ENOENT" ? "không có tệp này" : "không đọc được tệp này";
    throw new OfficeProfileError(file, null, reason, cause);
  });
  if (bytes.length > MAX_BYTES) throw new OfficeProfileError(file, null, "tệp lớn quá 256 KB");
  return parseOfficeProfile(bytes.toString("utf8").replace(/^\uFEFF/, ""), file);
}

/** Throws OfficeProfileError for the first thing that is wrong. */
export function parseOfficeProfile(json: string, file: string): OfficeProfile {
  const read = readProfile(json);
  if ("profile" in read) return Object.freeze(read.profile);
  const [{ field, reason }] = read.problems as [OfficeProblem];
  throw new OfficeProfileError(file, field, reason, read.cause);
}

export interface OfficeProblem {
  /** "agencies.2.name"; null for the whole. */
  field: string | null;
  /** In Vietnamese. */
  reason: string;
}

/** All that is wrong with a profile. */
export function officeProblems(json: string): OfficeProblem[] {
  const read = readProfile(json);
  return "profile" in read ? [] : read.problems;
}

type Read = { profile: OfficeProfile } | { problems: OfficeProblem[]; cause?: unknown };

function readProfile(json: string): Read {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    const reason = "không phải JSON đúng cú pháp (dấu nháy, dấu phẩy, ngoặc)";
    return { problems: [{ field: null, reason }], cause };
  }
  const result = profile.safeParse(withoutComments(value));
  if (result.success) return { profile: result.data };
  return {
    problems: result.error.issues.flatMap((issue): OfficeProblem[] => {
      const path = issue.path.join(".");
      if (issue.code === "unrecognized_keys")
        return issue.keys.map((key) => ({
          field: [path, key].filter(Boolean).join("."),
          reason: "không có mục nào tên như vậy",
        }));
      const isMissing = issue.code === "invalid_type" && path === "name" && !hasName(value);
      return [{ field: path || null, reason: isMissing ? "còn thiếu" : issue.message }];
    }),
  };
}

/** JSON knows no comments: what is named "//…" is one. */
function withoutComments(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutComments);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key.startsWith("//") ? [] : [[key, withoutComments(inner)]],
    ),
  );
}

const hasName = (value: unknown) => typeof value === "object" && value !== null && "name" in value;

/** The profile as a source that can be cited. */
export const officeDocument = ({ name, statedOn }: OfficeProfile): SourceDocument => ({
  id: "ho-so-co-quan",
  file: "",
  kind: "text",
  number: "",
  title: `Thông tin do ${name} công bố`,
  issuer: name,
  signer: null,
  issuedOn: statedOn ?? null,
  effectiveFrom: null,
  status: "in_force",
  statusNote: null,
});

/** What each thing is called. */
export const OFFICE_LABELS: Readonly<Record<OfficeAsk, string>> = {
  address: "Địa chỉ",
  telephone: "Điện thoại",
  hours: "Giờ làm việc",
  email: "Thư điện tử",
  zalo: "Zalo",
  website: "Trang thông tin",
  lookup: "Tra cứu hồ sơ",
  filing: "Nộp hồ sơ trực tuyến",
};

/** As stated, a line each; empty where the office states nothing. */
export function officeLines(profile: OfficeProfile, ask: OfficeAsk): readonly string[] {
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  switch (ask) {
    case "address":
      return one(profile.address);
    case "telephone":
      return (profile.telephones ?? []).map(({ number, label }) => (label ? `${number} (${label})` : number));
    case "hours":
      return profile.openingHours ?? [];
    case "email":
      return one(profile.email);
    case "zalo":
      return one(profile.zalo);
    case "website":
      return one(profile.website);
    case "lookup":
      return one(profile.lookupUrl);
    case "filing":
      return one(profile.filingUrl);
  }
}

/** The quote that proves them, one a line. */
export const officeEvidence = (profile: OfficeProfile, ask: OfficeAsk): Evidence[] =>
  officeLines(profile, ask).map((line) => ({
    documentId: officeDocument(profile).id,
    locator: `mục ${OFFICE_LABELS[ask].toLowerCase()}`,
    quote: `${OFFICE_LABELS[ask]}: ${line}`,
  }));
