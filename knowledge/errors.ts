/** Base of every typed error. Branch on `code`, never on the message; messages are for people. */
export class AppError extends Error {
  readonly code: string;
  /** True when the same call may succeed later without a change by the caller. */
  readonly retryable: boolean;

  constructor(code: string, message: string, options: { cause?: unknown; retryable?: boolean } = {}) {
    super(message, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.retryable = options.retryable ?? false;
  }
}

/** A setting is missing or wrong. Names the variables, never their values. */
export class ConfigError extends AppError {
  readonly variables: readonly string[];

  constructor(message: string, variables: readonly string[]) {
    super("config_invalid", message);
    this.variables = variables;
  }
}

/** The file of the office profile can't be read, or one of its fields is wrong. `field` is its path ("telephones.0.number"),
 *  null when it is the file as a whole. Code "office_profile_invalid". */
export class OfficeProfileError extends AppError {
  readonly file: string;
  readonly field: string | null;

  constructor(file: string, field: string | null, reason: string, cause?: unknown) {
    super(
      "office_profile_invalid",
      `OFFICE_PROFILE, tệp ${file}${field ? `, mục ${field}` : ""}: ${reason}.`,
      { cause },
    );
    this.file = file;
    this.field = field;
  }
}

/** The file of the office's examples can't be read, or one of its lines is wrong. `line` counts from 1; it and `field` are
 *  null when it is more than that. Code "office_examples_invalid". */
export class OfficeExamplesError extends AppError {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;

  constructor(file: string, line: number | null, field: string | null, reason: string, cause?: unknown) {
    const where = [`tệp ${file}`, line === null ? "" : `dòng ${line}`, field === null ? "" : `mục ${field}`];
    super("office_examples_invalid", `OFFICE_EXAMPLES, ${where.filter(Boolean).join(", ")}: ${reason}.`, {
      cause,
    });
    this.file = file;
    this.line = line;
    this.field = field;
  }
}

/** The caller sent something that can't be served; becomes a 4xx. `field` names the offending input. */
export class RequestError extends AppError {
  readonly status: number;
  readonly field: string | null;
  /** When it may be tried again; null when that wouldn't help. */
  readonly retryAfterSeconds: number | null;

  constructor(
    code: string,
    message: string,
    options: { status?: number; field?: string | null; retryAfterSeconds?: number } = {},
  ) {
    super(code, message);
    this.status = options.status ?? 400;
    this.field = options.field ?? null;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
  }
}

/** A source document can't be turned into records. `place` is a line, row or JSON path inside `file`. */
export class DocumentError extends AppError {
  readonly file: string;
  readonly place: string | null;

  constructor(
    file: string,
    place: string | null,
    reason: string,
    cause?: unknown,
    code: "document_invalid" | "document_unsupported" | "document_limit" = "document_invalid",
  ) {
    super(code, `${file}${place ? ` (${place})` : ""}: ${reason}`, { cause });
    this.file = file;
    this.place = place;
  }
}

/** A sound document of a kind that can't be read: a scan, an error page, another format. Code "document_unsupported". */
export class UnsupportedDocumentError extends DocumentError {
  constructor(file: string, place: string | null, reason: string, cause?: unknown) {
    super(file, place, reason, cause, "document_unsupported");
  }
}

/** A document that asks for more than is given to one: entries, cells, pages, depth, time, memory. `reason` names the
 *  limit that was met, with its number. Code "document_limit". */
export class DocumentLimitError extends DocumentError {
  constructor(file: string, place: string | null, reason: string, cause?: unknown) {
    super(file, place, reason, cause, "document_limit");
  }
}

/** The knowledge base is missing, damaged, or made by another version of the program. */
export class KnowledgeError extends AppError {}

/** The store of conversations can't do it now. The message is for whoever runs the program, and carries nothing of
 *  anybody's. Codes while it runs: store_full (no space left), store_busy (another process held its lock for too long),
 *  store_gone (the file was deleted or moved), store_readonly, store_damaged, store_unavailable, store_closed. At the
 *  opening also: store_truncated, store_foreign (a database of another program), store_newer, store_path (no file can be
 *  there). Without a SQLite that can be loaded it is an AppError "native_module_unusable". */
export class StoreError extends AppError {}

/** A model server could not be reached, refused, or sent what can't be used. Carries no text of it. Codes:
 *  provider_unreachable, provider_refused (a 4xx), provider_busy (429, 5xx), provider_timeout, provider_cut (the answer
 *  stops halfway), provider_malformed, provider_resting (not asked after several failures in a row). */
export class ProviderError extends AppError {
  readonly status: number | null;

  constructor(code: string, options: { status?: number | null; retryable?: boolean; cause?: unknown } = {}) {
    super(code, "Máy chủ mô hình không trả lời được.", options);
    this.status = options.status ?? null;
  }
}
