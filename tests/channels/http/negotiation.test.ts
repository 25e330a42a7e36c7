import { describe, expect, test } from "vitest";
import { expectType, hasAlready, preferredType, takesGzip } from "../../../channels/http/negotiation.ts";

test.each([
  [undefined, false],
  ["", false],
  ["gzip", true],
  ["GZIP", true],
  ["br, gzip", true],
  ["gzip;q=0.5", true],
  ["gzip;q=0", false],
  ["gzip;q=0.000", false],
  ["gzip;q=0, *", false],
  ["*", true],
  ["*;q=0", false],
  ["identity;q=0", false],
  ["identity;q=0, gzip", true],
  ["gzip;q=0.2, identity;q=0.8", false],
  ["x-gzip, gzipped", false],
  ["gzip;q=abc", false],
  [";;;,,,=", false],
])("Accept-Encoding: %s takes gzip: %s", (header, takes) => {
  expect(takesGzip(header === undefined ? {} : { "accept-encoding": header })).toBe(takes);
});

test.each([
  [undefined, "application/json"],
  ["*/*", "application/json"],
  ["text/event-stream", "text/event-stream"],
  ["TEXT/Event-Stream", "text/event-stream"],
  ["text/*", "text/event-stream"],
  ["text/event-stream, application/json", "text/event-stream"],
  ["text/event-stream;q=0.5, application/json", "application/json"],
  ["text/event-stream;q=0", "application/json"],
  ["text/event-stream;q=0, */*", "application/json"],
  ["text/event-streams", "application/json"],
  ["image/png", "application/json"],
  ["/;;,q=", "application/json"],
])("Accept: %s gets %s", (header, type) => {
  const headers = header === undefined ? {} : { accept: header };
  expect(preferredType(headers, ["application/json", "text/event-stream"])).toBe(type);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", "a"', true],
  ['W/"b",W/"a"', true],
  ["*", true],
  ['"b"', false],
  ['"ab"', false],
  ["a", false],
  ["", false],
])('If-None-Match: %s, of a file whose tag is "a": %s', (header, has) => {
  expect(hasAlready({ "if-none-match": header }, '"a"')).toBe(has);
  expect(hasAlready({}, '"a"')).toBe(false);
});

describe("the type of what is sent", () => {
  const isTaken = (header?: string) => {
    try {
      expectType(header === undefined ? {} : { "content-type": header }, "application/json", "…");
      return true;
    } catch (error) {
      expect(error).toMatchObject({ status: 415, code: "content_type", field: "Content-Type" });
      return false;
    }
  };
  test.each([
    ["application/json", true],
    ["Application/JSON; Charset=UTF-8", true],
    ['application/json; charset="utf-8"', true],
    ["application/json;odata=verbose", true],
    ["application/json; charset=utf-16", false],
    ["application/json+x", false],
    ["application/jsonp", false],
    ["text/plain; application/json", false],
    ["application/json; =", false],
    ["", false],
    [undefined, false],
  ])("%s: %s", (header, taken) => {
    expect(isTaken(header)).toBe(taken);
  });
});
