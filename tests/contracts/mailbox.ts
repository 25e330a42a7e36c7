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

export function describeMailbox(name: string, create: () => { mailbox: Mailbox; close: () => void }): void {
  describe(`${name} as a mailbox`, () => {
    let mailbox: Mailbox;
    let close: () => void;
    beforeEach(() => {
      ({ mailbox, close } = create());
    });
    afterEach(() => close());
    const keys = (events: readonly InboxEvent[]) => events.map((event) => event.key);
    const claim = (now = 5000, limit = 10, worker = "me") => mailbox.claimEvents("zalo", worker, now, limit);
    const claimMessages = (now = 5000, limit = 10, worker = "me") =>
      mailbox.claimMessages("zalo", worker, now, limit);

    test("an event is accepted once, also after it is done", () => {
      expect(mailbox.accept(eventWith())).toBe(true);
      expect(mailbox.accept(eventWith({ payload: "{}" }))).toBe(false);
      const [event] = claim();
      expect(event).toEqual({ ...eventWith(), attempts: 0 });
      mailbox.finishEvent(event!, [], 5000);
      expect(mailbox.accept(eventWith())).toBe(false);
      expect(claim()).toEqual([]);
      expect(mailbox.accept(eventWith({ channel: "teams" }))).toBe(true);
    });

    test("tells a repetition without taking anything in", () => {
      expect(mailbox.wasAccepted("zalo", "key-1")).toBe(false);
      mailbox.accept(eventWith());
      expect(mailbox.wasAccepted("zalo", "key-1")).toBe(true);
      expect(mailbox.wasAccepted("teams", "key-1")).toBe(false);
      mailbox.finishEvent(claim()[0]!, [], 5000);
      expect(mailbox.wasAccepted("zalo", "key-1")).toBe(true);
    });

    test("a claimed event is nobody else's, and other channels' events are theirs", () => {
      mailbox.accept(eventWith());
      mailbox.accept(eventWith({ channel: "teams", key: "key-2" }));
      expect(keys(claim())).toEqual(["key-1"]);
      expect(claim(5000, 10, "another")).toEqual([]);
      expect(keys(mailbox.claimEvents("teams", "another", 5000, 10))).toEqual(["key-2"]);
    });

    test("of one person the next event comes when the one before is done; people don't wait for each other", () => {
      mailbox.accept(eventWith({ key: "a1", person: "a" }));
      mailbox.accept(eventWith({ key: "a2", person: "a" }));
      mailbox.accept(eventWith({ key: "b1", person: "b" }));
      const first = claim();
      expect(keys(first)).toEqual(["a1", "b1"]);
      expect(claim()).toEqual([]);
      mailbox.finishEvent(first[0]!, [], 5000);
      expect(keys(claim())).toEqual(["a2"]);
    });

    test("the limit takes the oldest", () => {
      for (const person of ["a", "b", "c"]) mailbox.accept(eventWith({ key: person, person }));
      expect(keys(claim(5000, 2))).toEqual(["a", "b"]);
      expect(keys(claim(5000, 2))).toEqual(["c"]);
    });

    test("an event that failed comes again when it is due, keeps its place, and counts its attempts", () => {
      mailbox.accept(eventWith({ key: "a1", person: "a" }));
      mailbox.accept(eventWith({ key: "a2", person: "a" }));
      mailbox.returnEvent(claim()[0]!, { nextAt: 9000, reason: "Error" });
      expect(mailbox.nextDue("zalo")).toBeDefined();
      expect(claim(8999)).toEqual([]);
      const [again] = claim(9000);
      expect(again).toMatchObject({ key: "a1", attempts: 1 });
      mailbox.returnEvent(again!, { nextAt: null, reason: "Error" });
      expect(mailbox.counts()).toEqual([
        { channel: "zalo", box: "inbox", state: "failed", count: 1 },
        { channel: "zalo", box: "inbox", state: "waiting", count: 1 },
      ]);
      expect(keys(claim(9000))).toEqual(["a2"]);
    });

    test("an event and what goes out for it end together; a forgotten person gets nothing", () => {
      mailbox.accept(eventWith());
      mailbox.accept(eventWith({ key: "key-2", person: "person-2" }));
      const [one, two] = claim();
      mailbox.finishEvent(one!, [outgoingWith({ payload: "1" }), outgoingWith({ payload: "2" })], 5000);
      mailbox.finishEvent(one!, [outgoingWith({ payload: "again" })], 5000);
      expect(mailbox.forgetContact("zalo", "person-2")).toBe(true);
      mailbox.finishEvent(two!, [outgoingWith({ recipient: "person-2" })], 5000);
      const [first] = claimMessages();
      expect(first).toEqual({
        id: first!.id,
        channel: "zalo",
        recipient: "person-1",
        payload: "1",
        attempts: 0,
        uncertain: false,
        createdAt: 5000,
      });
      expect(claimMessages()).toEqual([]);
      mailbox.delivered(first!.id);
      expect(claimMessages().map((row) => row.payload)).toEqual(["2"]);
      expect(claimMessages()).toEqual([]);
    });

    test("a message not delivered waits, and those to the same recipient wait behind it; once given up it is kept", () => {
      mailbox.post("zalo", [outgoingWith({ payload: "1" }), outgoingWith({ payload: "2" })], 1000);
      const [first] = claimMessages();
      mailbox.notDelivered(first!.id, { nextAt: 9000, reason: "-32", uncertain: true });
      expect(claimMessages(8999)).toEqual([]);
      expect(mailbox.nextDue("zalo")).toBeDefined();
      const [again] = claimMessages(9000);
      expect(again).toMatchObject({ payload: "1", attempts: 1, uncertain: true });
      mailbox.notDelivered(first!.id, { nextAt: null, reason: "-230", uncertain: false });
      expect(mailbox.givenUp()).toEqual([
        { box: "outbox", id: first!.id, channel: "zalo", attempts: 2, reason: "-230", at: 1000 },
      ]);
      expect(claimMessages(9000).map((row) => row.payload)).toEqual(["2"]);
      expect(mailbox.counts()).toEqual([
        { channel: "zalo", box: "outbox", state: "failed", count: 1 },
        { channel: "zalo", box: "outbox", state: "waiting", count: 1 },
      ]);
    });

    test("what was given up in either box is listed, and tried again when a person asks for it", () => {
      mailbox.accept(eventWith({ key: "given-up" }));
      const [event] = claim();
      mailbox.returnEvent(event!, { nextAt: null, reason: "store_busy" });
      mailbox.post("zalo", [outgoingWith({ payload: "1" })], 1000);
      const [message] = claimMessages();
      mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: true });
      expect([claim(), claimMessages()]).toEqual([[], []]);
      expect(mailbox.givenUp()).toMatchObject([
        { box: "inbox", channel: "zalo", attempts: 1, reason: "store_busy", at: 1000 },
        { box: "outbox", channel: "zalo", attempts: 1, reason: "-230", at: 1000 },
      ]);
      expect(mailbox.tryAgain(2000)).toBe(2);
      expect(mailbox.givenUp()).toEqual([]);
      expect(keys(claim())).toEqual(["given-up"]);
      expect(claimMessages()).toMatchObject([{ payload: "1", attempts: 0, uncertain: true }]);
      expect(mailbox.tryAgain(2000)).toBe(0);
    });

    test("one of what was given up is tried again alone, and only what was given up", () => {
      mailbox.post("zalo", [outgoingWith({ payload: "1" }), outgoingWith({ payload: "2" })], 1000);
      for (let i = 0; i < 2; i++) {
        const [message] = claimMessages();
        mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: false });
      }
      const [, second] = mailbox.givenUp();
      expect(mailbox.tryAgain(2000, { box: "inbox", id: second!.id })).toBe(0);
      expect(mailbox.tryAgain(2000, second)).toBe(1);
      expect(claimMessages(1999)).toEqual([]);
      expect(claimMessages(2000).map((row) => row.payload)).toEqual(["2"]);
      expect(mailbox.tryAgain(2000, second)).toBe(0);
      expect(mailbox.givenUp()).toHaveLength(1);
    });

    test("what a worker that is gone had in hand is given back; what it was sending may have arrived", () => {
      mailbox.accept(eventWith());
      mailbox.accept(eventWith({ key: "key-2", person: "person-2" }));
      mailbox.post("zalo", [outgoingWith(), outgoingWith({ recipient: "person-2" })], 1000);
      claim(5000, 1, "gone");
      claim(5000, 1, "alive");
      claimMessages(5000, 1, "gone");
      claimMessages(5000, 1, "alive");
      mailbox.release((worker) => worker === "gone");
      expect(keys(claim())).toEqual(["key-1"]);
      expect(claimMessages()).toMatchObject([{ recipient: "person-1", uncertain: true }]);
      expect(claimMessages()).toEqual([]);
    });

    test("says when something is due next, of what nobody has in hand", () => {
      expect(mailbox.nextDue("zalo")).toBeUndefined();
      mailbox.post("zalo", [outgoingWith()], 7000);
      mailbox.accept(eventWith({ receivedAt: 3000 }));
      expect(mailbox.nextDue("zalo")).toBe(3000);
      expect(mailbox.nextDue("teams")).toBeUndefined();
      const [event] = claim();
      expect(mailbox.nextDue("zalo")).toBe(7000);
      mailbox.accept(eventWith({ key: "behind", receivedAt: 3500 }));
      expect(mailbox.nextDue("zalo")).toBe(7000);
      mailbox.returnEvent(event!, { nextAt: 8000, reason: "Error" });
      expect(mailbox.nextDue("zalo")).toBe(7000);
    });

    test("a contact is found by its id as text, replaced whole, and forgotten with its mail", () => {
      const contact = {
        channel: "zalo",
        id: "9007199254740993",
        conversationId: "c-1",
        state: "{}",
        updatedAt: 1,
      };
      expect(mailbox.contact("zalo", contact.id)).toBeUndefined();
      mailbox.saveContact(contact);
      mailbox.saveContact({ ...contact, state: '{"mutedUntil":5}', updatedAt: 2 });
      expect(mailbox.contact("zalo", contact.id)).toEqual({
        ...contact,
        state: '{"mutedUntil":5}',
        updatedAt: 2,
      });
      expect(mailbox.contact("zalo", "9007199254740992")).toBeUndefined();
      expect(mailbox.contact("teams", contact.id)).toBeUndefined();
      mailbox.accept(eventWith({ person: contact.id }));
      mailbox.post("zalo", [outgoingWith({ recipient: contact.id })], 1000);
      expect(mailbox.forgetContact("zalo", contact.id)).toBe(true);
      expect(mailbox.contact("zalo", contact.id)).toBeUndefined();
      expect(claim()).toEqual([]);
      expect(claimMessages()).toEqual([]);
      expect(mailbox.forgetContact("zalo", contact.id)).toBe(false);
    });

    test("a purge leaves what still waits", () => {
      mailbox.saveContact({ channel: "zalo", id: "old", conversationId: "c", state: "", updatedAt: 1000 });
      mailbox.saveContact({ channel: "zalo", id: "new", conversationId: "c", state: "", updatedAt: 3000 });
      mailbox.accept(eventWith({ key: "done", receivedAt: 1000 }));
      mailbox.finishEvent(claim()[0]!, [outgoingWith()], 1000);
      mailbox.accept(eventWith({ key: "waits", receivedAt: 1000 }));
      const [message] = claimMessages();
      mailbox.notDelivered(message!.id, { nextAt: null, reason: "-230", uncertain: false });
      mailbox.post("zalo", [outgoingWith({ payload: "waits" })], 1000);
      mailbox.purgeMailBefore(2000);
      expect(mailbox.contact("zalo", "old")).toBeUndefined();
      expect(mailbox.contact("zalo", "new")).toBeDefined();
      expect(mailbox.givenUp()).toEqual([]);
      expect(keys(claim())).toEqual(["waits"]);
      expect(claimMessages().map((row) => row.payload)).toEqual(["waits"]);
      expect(mailbox.accept(eventWith({ key: "done" }))).toBe(true);
    });
  });
}
