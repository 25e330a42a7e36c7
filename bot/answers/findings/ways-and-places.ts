/** How and where it may be handed in, and by whom. */
import type { Channel, ProcedureRecord } from "../../../knowledge/records.ts";
import { fold } from "../../../knowledge/vietnamese/normalize.ts";
import { capitalize, shown } from "../context.ts";
import { type Sentence, sentencesOf } from "../procedure-sentences.ts";
import { linesOn, ofChannel, VIETNAMESE_VALUES } from "../procedure-values.ts";
import { type Finder, partOf, plain, proof, quoted } from "./finding.ts";

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

/** It can't be filed by post, and what is issued comes by it. */
const resultByPost = (procedure: ProcedureRecord): Sentence | undefined =>
  sentencesOf(procedure).find(
    ({ pointer, text }) => /^\/(?:steps|notes|result)/.test(pointer) && /bưu (?:chính|điện)/iu.test(text),
  );

const WAYS = { online: "nộp trực tuyến", post: "nộp qua bưu chính" } as const;

export const sentThrough =
  (channel: "online" | "post"): Finder =>
  ({ procedure, query, day }) => {
    const { methods, reviewed, fees } = procedure;
    if (methods.length === 0) return undefined;
    const ways = methods.filter((row) => row.channel === channel);
    const others = methods.flatMap((row) => row.channel ?? []);
    const sent = channel === "post" && ways.length === 0 ? resultByPost(procedure) : undefined;
    if (sent) return quoted(sent);
    if (ways.length === 0) {
      const named = [...new Set(others)].map((row) => CHANNEL_WORDS[row]).join(", ");
      return {
        verdict: "no",
        head: reviewed ? `Chưa ${WAYS[channel]} được` : "Không thấy ghi",
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
    // What is paid is told by itself where it is asked.
    const isFeeAsked = query.whether?.some((row) => row === "fee" || row === "free") ?? false;
    const paid =
      !isFeeAsked && fees.some((row) => row.channels !== null)
        ? linesOn(procedure, ofChannel(fees, channel), day, VIETNAMESE_VALUES).map(({ value }) =>
            plain(value),
          )
        : [];
    const on = /^(?:Cổng|ứng dụng|Hệ thống|trang|phần mềm|VNeID|eTax)/u.test(where)
      ? `nộp trên ${where}`
      : where;
    const parts = [
      channel === "post" ? "gửi được qua bưu chính" : ONLINE.test(where) ? on : "nộp được trực tuyến",
      note,
      paid.length > 0 ? `lệ phí nộp ${CHANNEL_WORDS[channel]}: ${paid.join("; ")}` : "",
    ].filter(Boolean);
    const isPart = PARTLY.test(note);
    return {
      verdict: isPart ? "partly" : "yes",
      // It may stand beside another question: a bare yes would answer that.
      head: `${capitalize(WAYS[channel])} được${isPart ? " một phần" : ""}`,
      fact: parts.join("; "),
      proofs: [
        ...(where ? [proof("/place", "place", where)] : []),
        ...(note ? [proof("/methods", "methods", note)] : []),
        ...paid.map((value, i) => proof(`/fees/${i}`, "fee", value)),
      ],
      covers: ["methods"],
    };
  };

/** Filed that way, and something else has still to be done on the spot. */
const PARTLY = /một phần|vẫn phải|phải ký trước mặt/u;
const PRESENCE = /có mặt|đến trực tiếp|chỉ làm trực tiếp|ký trước mặt/iu;

/** "Có phải lên tận nơi không?" */
export const inPerson: Finder = (asked) => {
  const { procedure } = asked;
  const channels = procedure.methods.map(({ channel }) => channel);
  if (channels.length === 0) return undefined;
  const needed = sentencesOf(procedure).find(({ text }) => PRESENCE.test(text));
  const extra = needed ? plain(needed.text) : "";
  const proofs = needed ? [proof(needed.pointer, partOf(needed), extra)] : [];
  const [way] = (["online", "post"] as const).filter((channel) => channels.includes(channel));
  if (way) {
    const found = sentThrough(way)(asked)!;
    if (found.verdict === "partly") return { ...found, head: "Chỉ bớt được một phần" };
    return {
      ...found,
      verdict: needed ? "depends" : "not_needed",
      head: needed ? "Nộp thì không cần đến tận nơi" : "Không cần đến tận nơi",
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
export const other: Finder = ({ procedure, query }) => {
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

/** It has to be signed there, or by oneself; whoever asks whether a paper that is signed already may be brought asks of that. */
const SIGNED_THERE = /chua ky|khong ky truoc|ky truoc mat|truoc mat nguoi/;
const SIGNS = /^ky$/;
const BEFOREHAND = /^(san|truoc|gui|goi|nho|thay|gium|dum|ho|xa)$/;

/** "Ký sẵn ở nhà rồi nhờ người mang ra xã được không": where it is filed decides nothing. */
export const signing: Finder = ({ procedure, query }) => {
  const words = [...(query.about ?? []), ...(query.said ?? [])].map(fold);
  if (![SIGNS, BEFOREHAND].every((asked) => words.some((word) => asked.test(word)))) return undefined;
  const told = sentencesOf(procedure).find(
    ({ pointer, text }) => !pointer.startsWith("/documents") && SIGNED_THERE.test(fold(text)),
  );
  if (!told) return undefined;
  const fact = plain(told.text);
  return {
    verdict: "only_if",
    head: "Phải ký tại chỗ",
    fact,
    proofs: [proof(told.pointer, partOf(told), fact)],
    covers: [],
  };
};

export const place: Finder = ({ procedure, query }) => {
  // "Làm cho trường hợp này" names no school.
  const isOfCase = query.pairs?.includes("truong hop") ?? false;
  const where = fold(query.where ?? "").replace(/ truong$/, isOfCase ? "" : " truong");
  const row = PLACES.find(([asked]) => asked.test(where));
  if (!procedure.place || !row) return undefined;
  const told = plain(procedure.place);
  // Typed without diacritics "bên quân sự" is no district.
  if (/quan$/.test(where) && /quan su/.test(fold(told))) return undefined;
  const holds = row[1].test(fold(told));
  // Whoever says "ở xã" means its committee; where the police of it is meant the answer says so.
  const isPolice = holds && !/cong an/.test(where) && /^Công an/u.test(told);
  return {
    verdict: isPolice ? "partly" : holds ? "yes" : "no",
    head: isPolice ? "Ở công an" : holds ? "Nộp ở đó được" : "Không phải ở đó",
    fact: `nộp tại ${told}`,
    proofs: [proof("/place", "place", told)],
    covers: ["place"],
  };
};

const ANYWHERE = /bất kỳ|không phụ thuộc|nơi thuận tiện|nơi gần nhất|bất cứ/u;
export const elsewhere: Finder = ({ procedure }) => {
  const said = [
    ...(procedure.place ? [{ text: procedure.place, pointer: "/place", locator: "Nơi nộp" }] : []),
    ...sentencesOf(procedure).filter(({ pointer }) => !pointer.startsWith("/documents")),
  ];
  const any = said.find(({ text }) => ANYWHERE.test(text));
  if (any) {
    const fact = plain(any.text);
    return {
      verdict: "yes",
      head: "Được nộp ở nơi khác",
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
