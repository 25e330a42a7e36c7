import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type AdvisoryException, describeVerdict, judge } from "./advisories.ts";

/** As "npm audit --json" of npm 11 prints it. */
const report = (...rows: [name: string, severity: string, id: string][]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      rows.flatMap(([name, severity, id], index) => [
        [
          name,
          {
            name,
            severity,
            isDirect: false,
            via: [
              {
                source: 1_000_000 + index,
                name,
                dependency: name,
                title: `fault of ${name}`,
                url: `https://github.com/advisories/${id}`,
                severity,
                range: "<1.0.0",
              },
            ],
            effects: [`user-of-${name}`],
            range: "<1.0.0",
            nodes: [`node_modules/${name}`],
            fixAvailable: true,
          },
        ],
        [`user-of-${name}`, { name: `user-of-${name}`, severity, via: [name], effects: [], nodes: [] }],
      ]),
    ),
    metadata: { vulnerabilities: { total: rows.length * 2 } },
  });

const LOW = ["a", "moderate", "GHSA-aaaa-aaaa-aaaa"] as [string, string, string];
const HIGH = ["b", "high", "GHSA-bbbb-bbbb-bbbb"] as [string, string, string];
const CRITICAL = ["c", "critical", "GHSA-cccc-cccc-cccc"] as [string, string, string];
const TODAY = "2026-11-29";

function outcome(all: string, production: string, exceptions: readonly AdvisoryException[] = []) {
  return describeVerdict(judge(all, production, exceptions, TODAY));
}
const except = (id: string, until: string): AdvisoryException => ({
  advisory: id,
  reason: "not reached",
  until,
});

test("nothing known is checked and passes", () => {
  expect(outcome(report(), report())).toEqual({
    lines: ["Advisories checked: 0 that fail, 0 excepted, 0 others"],
    status: 0,
  });
});

test("high and critical ones of what a server installs fail, each once by its name; others are noted", () => {
  const all = report(LOW, HIGH, CRITICAL, ["d", "critical", "GHSA-dddd-dddd-dddd"]);
  const { lines, status } = outcome(all, report(LOW, HIGH, CRITICAL));
  expect(status).toBe(1);
  expect(lines).toEqual([
    expect.stringMatching(/^FAILS high b GHSA-bbbb-bbbb-bbbb: fault of b \(https/),
    expect.stringMatching(/^FAILS critical c GHSA-cccc/),
    expect.stringMatching(/^noted moderate a /),
    expect.stringMatching(/^noted critical d /),
    "Advisories checked: 2 that fail, 0 excepted, 2 others",
  ]);
});

describe("an exception", () => {
  test("lets one advisory pass until its day", () => {
    const { lines, status } = outcome(report(HIGH), report(HIGH), [except(HIGH[2], TODAY)]);
    expect(status).toBe(0);
    expect(lines.at(-1)).toBe("Advisories checked: 0 that fail, 1 excepted, 0 others");
  });

  test("counts no longer after its day, and says so", () => {
    const { lines, status } = outcome(report(HIGH), report(HIGH), [except(HIGH[2], "2026-11-28")]);
    expect(status).toBe(1);
    expect(lines).toContain(`exception of no use: ${HIGH[2]}, until 2026-11-28`);
  });

  test("of something that is reported no more is named", () => {
    const { lines, status } = outcome(report(), report(), [except(HIGH[2], "2030-01-01")]);
    expect(status).toBe(0);
    expect(lines[0]).toContain(HIGH[2]);
  });

  test("covers no other advisory", () => {
    expect(outcome(report(HIGH, CRITICAL), report(HIGH, CRITICAL), [except(HIGH[2], TODAY)]).status).toBe(1);
  });
});

describe("what is no report is not checked, with the reason, and passes", () => {
  test.each<[string, string, string]>([
    [
      "a registry that refuses",
      '{"message":"405 Method Not Allowed","statusCode":405}',
      "405 Method Not Allowed",
    ],
    [
      "one that can't be reached",
      '{"message":"connect ECONNREFUSED","error":{"summary":""}}',
      "ECONNREFUSED",
    ],
    ["an error by its code", '{"error":{"code":"ENOLOCK","summary":""}}', "ENOLOCK"],
    ["nothing", "", "printed no report"],
    ["a page", "<html>Sign in</html>", "printed no report"],
    ["an empty object", "{}", "sent no report"],
    ["a report of another kind", '{"auditReportVersion":1,"vulnerabilities":{}}', "sent no report"],
  ])("%s", (_name, text, reason) => {
    for (const [all, production] of [
      [text, report(HIGH)],
      [report(HIGH), text],
    ] as const) {
      const { lines, status } = outcome(all, production);
      expect(status).toBe(0);
      expect(lines).toEqual([expect.stringMatching(/^Advisories not checked: /)]);
      expect(lines[0]).toContain(reason);
    }
  });
});

test("the exceptions that stand have an id, a reason and a day", () => {
  const exceptions: AdvisoryException[] = JSON.parse(
    readFileSync(new URL("advisory-exceptions.json", import.meta.url), "utf8"),
  );
  const wrong = exceptions.filter(
    ({ advisory, reason, until }) =>
      !/^GHSA(-\w{4}){3}$/.test(advisory) || reason.length < 20 || !/^\d{4}-\d\d-\d\d$/.test(until),
  );
  expect(wrong).toEqual([]);
});
