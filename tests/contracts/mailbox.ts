/** What every mailbox owes the mailroom; run for each implementation. */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { InboxEvent, Mailbox, NewOutgoing } from "../../bot/state/mailbox.ts";

export const eventWith = (changes: Partial<InboxEvent> = {}): Omit<InboxEvent, "attempts"> => ({
  channel: "zalo",
  key: "key-1",
  person: "person-1",
  payload: '{"text":"V.9 là gì?"}',
  receivedAt: 1000,
  ...changes,
});

export const outgoingWith = (changes: Partial<NewOutgoing> = {}): NewOutgoing => ({
  recipient: "person-1",
  payload: '{"text":"Sở A chủ trì"}',
  ...changes,
});

export function describeMailbox(
  name: string,
  create: () => Promise<{ mailbox: Mailbox; close: () => Promise<void> }>,
): void {
  describe(`${name} as a mailbox`, () => {
    let mailbox: Mailbox;
    let close: () => Promise<void>;
    beforeEach(async () => {
      ({ mailbox, close } = await create());
    });
    afterEach(() => close());
    const keys = (events: readonly InboxEvent[]) => events.map((event) => event.key);
    const claim = (now = 5000, limit = 10, worker = "me") => mailbox.claimEvents("zalo", worker, now, limit);
    const claimMessages = (now = 5000, limit = 10, worker = "me") =>
      mailbox.claimMessages("zalo", worker, now, limit);

    test("an event is accepted once, also after it is done", async () => {
      expect(await mailbox.accept(eventWith())).toBe(true);
      expect(await mailbox.accept(eventWith({ payload: "{}" }))).toBe(false);
      const [event] = await claim();
      expect(event).toEqual({ ...eventWith(), attempts: 0 });
      await mailbox.finishEvent(event!, [], 5000);
      expect(await mailbox.accept(eventWith())).toBe(false);
      expect(await claim()).toEqual([]);
      expect(await mailbox.accept(eventWith({ channel: "teams" }))).toBe(true);
    });

    test("tells a repetition without taking anything in", async () => {
      expect(await mailbox.wasAccepted("zalo", "key-1")).toBe(false);
      await mailbox.accept(eventWith());
      expect(await mailbox.wasAccepted("zalo", "key-1")).toBe(true);
      expect(await mailbox.wasAccepted("teams", "key-1")).toBe(false);
      await mailbox.finishEvent((await claim())[0]!, [], 5000);
      expect(await mailbox.wasAccepted("zalo", "key-1")).toBe(true);
    });

    test("a claimed event is nobody else's, and other channels' events are theirs", async () => {
      await mailbox.accept(eventWith());
      await mailbox.accept(eventWith({ channel: "teams", key: "key-2" }));
      expect(keys(await claim())).toEqual(["key-1"]);
      expect(await claim(5000, 10, "another")).toEqual([]);
      expect(keys(await mailbox.claimEvents("teams", "another", 5000, 10))).toEqual(["key-2"]);
    });

    test("of one person the next event comes when the one before is done; people don't wait for each other", async () => {
      await mailbox.accept(eventWith({ key: "a1", person: "a" }));
      await mailbox.accept(eventWith({ key: "a2", person: "a" }));
      await mailbox.accept(eventWith({ key: "b1", person: "b" }));
      const first = await claim();
      expect(keys(first)).toEqual(["a1", "b1"]);
      expect(await claim()).toEqual([]);
      await mailbox.finishEvent(first[0]!, [], 5000);
      expect(keys(await claim())).toEqual(["a2"]);
    });

    test("the limit takes the oldest", async () => {
      for (const person of ["a", "b", "c"]) await mailbox.accept(eventWith({ key: person, person }));
      expect(keys(await claim(5000, 2))).toEqual(["a", "b"]);
      expect(keys(await claim(5000, 2))).toEqual(["c"]);
    });

    test("an event that failed comes again when it is due, keeps its place, and counts its attempts", async () => {
      await mailbox.accept(eventWith({ key: "a1", person: "a" }));
      await mailbox.accept(eventWith({ key: "a2", person: "a" }));
      await mailbox.returnEvent((await claim())[0]!, { nextAt: 9000, reason: "Error" });
      expect(await mailbox.nextDue("zalo")).toBeDefined();
      expect(await claim(8999)).toEqual([]);
      const [again] = await claim(9000);
      expect(again).toMatchObject({ key: "a1", attempts: 1 });
      await mailbox.returnEvent(again!, { nextAt: null, reason: "Error" });
      expect(await mailbox.counts()).toEqual([
        { channel: "zalo", box: "inbox", state: "failed", count: 1 },
        { channel: "zalo", box: "inbox", state: "waiting", count: 1 },
      ]);
      expect(keys(await claim(9000))).toEqual(["a2"]);
    });

    test("an event and what goes out for it end together; a forgotten person gets nothing", async () => {
      await mailbox.accept(eventWith());
      await mailbox.accept(eventWith({ key: "key-2", person: "person-2" }));
      const [one, two] = await claim();
      await mailbox.finishEvent(one!, [outgoingWith({ payload: "1" }), outgoingWith({ payload: "2" })], 5000);
      await mailbox.finishEvent(one!, [outgoingWith({ payload: "again" })], 5000);
      expect(await mailbox.forgetContact("zalo", "person-2")).toBe(true);
      await mailbox.finishEvent(two!, [outgoingWith({ recipient: "person-2" })], 5000);
      const [first] = await claimMessages();
      expect(first).toEqual({
        id: first!.id,
        channel: "zalo",
        recipient: "person-1",
        payload: "1",
        attempts: 0,
        uncertain: false,
        createdAt: 5000,
      });
      expect(await claimMessages()).toEqual([]);
      await mailbox.delivered(first!.id);
      expect((await claimMessages()).map((row) => row.payload)).toEqual(["2"]);
      expect(await claimMessages()).toEqual([]);
    });

    test("a message not delivered waits, and those to the same recipient wait behind it; once given up it is kept", async () => {
      await mailbox.post("zalo", [outgoingWith({ payload: "1" }), outgoingWith({ payload: "2" })], 1000);
      const [first] = await claimMessages();
      await mailbox.notDelivered(first!.id, { nextAt: 9000, reason: "-32", uncertain: true });
      expect(await claimMessages(8999)).toEqual([]);
      expect(await mailbox.nextDue("zalo")).toBeDefined();
      const [again] = await claimMessages(9000);
      expect(again).toMatchObject({ payload: "1", attempts: 1, uncertain: true });
      await mailbox.notDelivered(first!.id, { nextAt: null, reason: "-230", uncertain: false });
      expect(await mailbox.givenUp()).toEqual([
        { box: "outbox", id: first!.id, channel: "zalo", attempts: 2, reason: "-230", at: 1000 },
      ]);
      expect((await claimMessages(9000)).map((row) => row.payload)).toEqual(["2"]);
      expect(await mailbox.counts()).toEqual([
        { channel: "zalo", box: "outbox", state: "failed", count: 1 },
        { channel: "zalo", box: "outbox", state: "waiting", count: 1 },
      ]);
    });

    test("what was given up in either box is listed, and tried again when a person asks for it", async () => {
      await mailbox.accept(eventWith({ key: "given-up" }));
      const [event] = await claim();
      await mailbox.returnEvent(event!, { nextAt: null, reason: "store_busy" });
      await mailbox.post("zalo", [outgoingWith({ payload: "1" })], 1000);
      const [message] = await claimMessages();
      await mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: true });
      expect([await claim(), await claimMessages()]).toEqual([[], []]);
      expect(await mailbox.givenUp()).toMatchObject([
        { box: "inbox", channel: "zalo", attempts: 1, reason: "store_busy", at: 1000 },
        { box: "outbox", channel: "zalo", attempts: 1, reason: "-230", at: 1000 },
      ]);
      expect(await mailbox.tryAgain(2000)).toBe(2);
      expect(await mailbox.givenUp()).toEqual([]);
      expect(keys(await claim())).toEqual(["given-up"]);
      expect(await claimMessages()).toMatchObject([{ payload: "1", attempts: 0, uncertain: true }]);
      expect(await mailbox.tryAgain(2000)).toBe(0);
    });

    test("one of what was given up is tried again alone, and only what was given up", async () => {
      await mailbox.post("zalo", [outgoingWith({ payload: "1" }), outgoingWith({ payload: "2" })], 1000);
      for (let i = 0; i < 2; i++) {
        const [message] = await claimMessages();
        await mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: false });
      }
      const [, second] = await mailbox.givenUp();
      expect(await mailbox.tryAgain(2000, { box: "inbox", id: second!.id })).toBe(0);
      expect(await mailbox.tryAgain(2000, second)).toBe(1);
      expect((await claimMessages(2000)).map((row) => row.payload)).toEqual(["2"]);
      expect(await mailbox.tryAgain(2000, second)).toBe(0);
      expect(await mailbox.givenUp()).toHaveLength(1);
    });

    test("what a worker that is gone had in hand is given back; what it was sending may have arrived", async () => {
      await mailbox.accept(eventWith());
      await mailbox.accept(eventWith({ key: "key-2", person: "person-2" }));
      await mailbox.post("zalo", [outgoingWith(), outgoingWith({ recipient: "person-2" })], 1000);
      await claim(5000, 1, "gone");
      await claim(5000, 1, "alive");
      await claimMessages(5000, 1, "gone");
      await claimMessages(5000, 1, "alive");
      expect((await mailbox.workers()).sort()).toEqual(["alive", "gone"]);
      await mailbox.release(["gone"]);
      expect(keys(await claim())).toEqual(["key-1"]);
      expect(await claimMessages()).toMatchObject([{ recipient: "person-1", uncertain: true }]);
      expect(await claimMessages()).toEqual([]);
    });

    test("says when something is due next, of what nobody has in hand", async () => {
      expect(await mailbox.nextDue("zalo")).toBeUndefined();
      await mailbox.post("zalo", [outgoingWith()], 7000);
      await mailbox.accept(eventWith({ receivedAt: 3000 }));
      expect(await mailbox.nextDue("zalo")).toBe(3000);
      expect(await mailbox.nextDue("teams")).toBeUndefined();
      const [event] = await claim();
      expect(await mailbox.nextDue("zalo")).toBe(7000);
      await mailbox.accept(eventWith({ key: "behind", receivedAt: 3500 }));
      expect(await mailbox.nextDue("zalo")).toBe(7000);
      await mailbox.returnEvent(event!, { nextAt: 8000, reason: "Error" });
      expect(await mailbox.nextDue("zalo")).toBe(7000);
    });

    test("a contact is found by its id as text, replaced whole, and forgotten with its mail", async () => {
      const contact = {
        channel: "zalo",
        id: "9007199254740993",
        conversationId: "c-1",
        state: "{}",
        updatedAt: 1,
      };
      expect(await mailbox.contact("zalo", contact.id)).toBeUndefined();
      await mailbox.saveContact(contact);
      await mailbox.saveContact({ ...contact, state: '{"mutedUntil":5}', updatedAt: 2 });
      expect(await mailbox.contact("zalo", contact.id)).toEqual({
        ...contact,
        state: '{"mutedUntil":5}',
        updatedAt: 2,
      });
      expect(await mailbox.contact("zalo", "9007199254740992")).toBeUndefined();
      expect(await mailbox.contact("teams", contact.id)).toBeUndefined();
      await mailbox.accept(eventWith({ person: contact.id }));
      await mailbox.post("zalo", [outgoingWith({ recipient: contact.id })], 1000);
      expect(await mailbox.forgetContact("zalo", contact.id)).toBe(true);
      expect(await mailbox.contact("zalo", contact.id)).toBeUndefined();
      expect(await claim()).toEqual([]);
      expect(await claimMessages()).toEqual([]);
      expect(await mailbox.forgetContact("zalo", contact.id)).toBe(false);
    });

    test("a purge leaves what still waits", async () => {
      await mailbox.saveContact({
        channel: "zalo",
        id: "old",
        conversationId: "c",
        state: "",
        updatedAt: 1000,
      });
      await mailbox.saveContact({
        channel: "zalo",
        id: "new",
        conversationId: "c",
        state: "",
        updatedAt: 3000,
      });
      await mailbox.accept(eventWith({ key: "done", receivedAt: 1000 }));
      await mailbox.finishEvent((await claim())[0]!, [outgoingWith()], 1000);
      await mailbox.accept(eventWith({ key: "waits", receivedAt: 1000 }));
      const [message] = await claimMessages();
      await mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: false });
      await mailbox.post("zalo", [outgoingWith({ payload: "waits" })], 1000);
      await mailbox.purgeMailBefore(2000);
      expect(await mailbox.contact("zalo", "old")).toBeUndefined();
      expect(await mailbox.contact("zalo", "new")).toBeDefined();
      expect(await mailbox.givenUp()).toEqual([]);
      expect(keys(await claim())).toEqual(["waits"]);
      expect((await claimMessages()).map((row) => row.payload)).toEqual(["waits"]);
      expect(await mailbox.accept(eventWith({ key: "done" }))).toBe(true);
    });
  });
}
