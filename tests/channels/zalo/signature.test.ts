import { expect, test } from "vitest";
import { macOf, matchSignature } from "../../../channels/zalo/signature.ts";

/** By `printf '%s%s%s%s' id body timestamp secret | sha256sum`. */
const GOLDEN = [
  {
    id: "3608000000000000001",
    body: '{"event_name":"user_send_text","message":{"text":"xin chào","msg_id":"96d3"},"timestamp":"1790000000000"}',
    timestamp: "1790000000000",
    secret: "s3cr3t-oa",
    mac: "6b1823af6393103a31fd7a12657e08b661fcf360b38cec33b67aa898853d70a8",
  },
  {
    id: "3608000000000000001",
    body: "{}",
    timestamp: "1",
    secret: "k",
    mac: "494923fc0f81fa06c14528cf6e7a9421de39ef7cb6179546d8b87b3580a4f351",
  },
  {
    id: "388613280878808645",
    body: '{ "event_name" : "follow",  "timestamp" : "1790000000001" }',
    timestamp: "1790000000001",
    secret: "Khoá bí mật",
    mac: "b09b6603d196ea5c05233c45df59617ca46566e57f5be575b88ebc249759343e",
  },
  {
    id: "3608000000000000001",
    body: String.raw`{"message":{"text":"\u0110\u00e0 N\u1eb5ng"},"timestamp":"1790000000002"}`,
    timestamp: "1790000000002",
    secret: "s3cr3t-oa",
    mac: "cd2a65bf219749f5a69d6061d5152ac3213ec3ead76f069ffd4d5a8bf88a8a07",
  },
  {
    id: "1",
    body: "a".repeat(5000),
    timestamp: "99999999999999999999",
    secret: "",
    mac: "1a16b52084fc5d2fe4f08eb885c8bd06e769eb14ec87c893e6baddc8d065cc73",
  },
] as const;

test.each(GOLDEN)("the hash of $body is the one of sha256sum", ({ id, body, timestamp, secret, mac }) => {
  expect(macOf(id, Buffer.from(body), timestamp, secret).toString("hex")).toBe(mac);
});

const [golden] = GOLDEN;
const request = (
  changes: { signature?: string; body?: string; bodyTime?: string; headerTime?: string } = {},
) =>
  matchSignature(
    {
      signature: changes.signature ?? `mac=${golden.mac}`,
      body: Buffer.from(changes.body ?? golden.body),
      timestamps: {
        body: "bodyTime" in changes ? changes.bodyTime : golden.timestamp,
        header: changes.headerTime,
      },
    },
    golden,
  );

test("with and without mac=, in either case, and the timestamp of body or header", () => {
  expect(request()).toEqual({ form: "mac=", timestampFrom: "body", timestamp: golden.timestamp });
  expect(request({ signature: golden.mac })?.form).toBe("hex");
  expect(request({ signature: ` mac=${golden.mac.toUpperCase()} ` })?.form).toBe("mac=");
  expect(request({ bodyTime: undefined, headerTime: golden.timestamp })?.timestampFrom).toBe("header");
  expect(request({ bodyTime: "5", headerTime: golden.timestamp })?.timestampFrom).toBe("header");
  expect(request({ headerTime: "5" })?.timestampFrom).toBe("body");
});

test.each([
  ["another body", { body: `${golden.body} ` }],
  ["the same text, escaped otherwise", { body: golden.body.replace("à", "\\u00e0") }],
  ["another timestamp", { bodyTime: "1790000000001" }],
  ["no timestamp", { bodyTime: undefined }],
  ["a timestamp that is no number", { bodyTime: "17e11" }],
  ["a cut hash", { signature: golden.mac.slice(1) }],
  ["a long hash", { signature: `${golden.mac}0` }],
  ["another prefix", { signature: `sha256=${golden.mac}` }],
  ["nothing", { signature: "" }],
  ["one wrong digit", { signature: golden.mac.replace(/^6/, "7") }],
])("%s doesn't fit", (_what, changes) => {
  expect(request(changes)).toBeUndefined();
});
