/** The day of an answer is Vietnam's, on the days when the world's calendars disagree. */
import { describe, expect, test } from "vitest";
import { openConversations } from "../support/conversations.ts";

/** The last moment of 2024 in Vietnam, the first of 2025, and hours in which other places have another year. */
const MOMENTS = [
  ["2024-12-31T23:59:59+07:00", 2024],
  ["2025-01-01T00:00:00+07:00", 2025],
  ["2025-01-01T13:59:00+07:00", 2025],
  ["2025-12-31T16:30:00+07:00", 2025],
] as const;

describe.each(MOMENTS)("at %s", (at, year) => {
  const { talk } = openConversations(at);
  const ask = async (text: string) => (await talk(text))[0]!;

  test("“năm nay” is the year in Vietnam", async () => {
    const now = await ask("Năm nay có bao nhiêu nhiệm vụ?");
    const named = await ask(`Năm ${year} có bao nhiêu nhiệm vụ?`);
    expect(now.tasks.length).toBeGreaterThan(0);
    expect(now.tasks.map(({ id }) => id)).toEqual(named.tasks.map(({ id }) => id));
  });

  test("a period has ended when its year is over in Vietnam, and the day that is said is the day there", async () => {
    const { tasks, status, text } = await ask("Những nhiệm vụ nào đã quá hạn?");
    expect(status).toBe("answered");
    const ended = tasks.map(({ dueEnd }) => Number(dueEnd!.slice(0, 4)));
    expect(ended).toContain(year - 1);
    expect(ended.every((end) => end < year)).toBe(true);
    const [y, m, d] = at.slice(0, 10).split("-");
    expect(text).toContain(`${d}/${m}/${y}`);
  });
});
