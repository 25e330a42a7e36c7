/** Works through inbox and outbox of the channels that acknowledge first and answer after. What is in the boxes
 *  survives the process; a message is sent again only when its delivery failed or its outcome isn't known. */
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import type { InboxEvent, Mailbox, OutboxMessage } from "../bot/state/mailbox.ts";
import { AppError } from "../knowledge/errors.ts";
import { isAlive } from "../knowledge/is-alive.ts";
import type { Channel, ChannelMail, Delivery } from "./channel.ts";
import { createPause } from "./pause.ts";

export interface Mailroom {
  /** Gives back what a process that is gone had in hand, and begins. Waits for a store that can't be used yet. */
  start(): Promise<void>;
  /** Something was put into the boxes. */
  wake(): void;
  /** Takes nothing more and waits for what is in hand. */
  stop(): Promise<void>;
}

export interface MailroomOptions {
  mailbox: Mailbox;
  channels: readonly Channel[];
  /** Events wait while there is nothing to answer with. */
  isReady: () => boolean;
  logger: Logger;
  now?: () => number;
  /** From 0 to 1, for the jitter. */
  random?: () => number;
  onDelivery?: (channel: string, outcome: "delivered" | "retried" | "failed") => void;
  sendTimeoutMs?: number;
}

/** About an hour of attempts with the delays below. */
const MAX_ATTEMPTS = 16;
const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 5 * 60_000;
/** A store that fails is asked again after 16 seconds at the latest. */
const MOST_FAILURES = 5;
/** Another process may have put something in. */
const POLL_MS = 1000;
const UNREADY_MS = 100;
const SEND_TIMEOUT_MS = 15_000;

/** Full jitter over an exponential delay keeps the retries of many messages apart (M. Brooker, "Exponential Backoff And
 *  Jitter", AWS Architecture Blog, 2015); half of it is fixed, so that no retry comes at once. */
export function retryDelayMs(attempts: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempts);
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}

export function createMailroom(options: MailroomOptions): Mailroom {
  const { mailbox, logger } = options;
  const now = options.now ?? Date.now;
  const random = options.random ?? Math.random;
  const worker = `${process.pid}:${randomUUID()}`;
  const desks = options.channels.flatMap((channel) =>
    channel.mail ? [openDesk(channel.name, channel.mail)] : [],
  );
  let running = false;
  let starting: Promise<void> | undefined;
  const stopped = new AbortController();
  const pauseUnlessStopped = (ms: number) =>
    wait(ms, undefined, { signal: stopped.signal }).catch(() => undefined);

  async function giveBack(): Promise<void> {
    for (let failed = 0; running; failed++) {
      try {
        const names = await mailbox.workers();
        await mailbox.release(names.filter((name) => name !== worker && isGone(Number(name.split(":")[0]))));
        break;
      } catch (error) {
        logger.error({ event: "mailbox_failed", code: codeOf(error) });
        await pauseUnlessStopped(retryDelayMs(Math.min(failed, MOST_FAILURES), random));
      }
    }
    for (const desk of desks) desk.turnOver();
  }

  /** One channel's work in hand, its rate and its timer. */
  function openDesk(channel: string, mail: ChannelMail) {
    const inHand = new Set<Promise<void>>();
    let timer: NodeJS.Timeout | undefined;
    const pause = createPause(now);
    let mayLeave = mail.perSecond;
    let refilledAt = now();
    let failures = 0;
    /** A turn under way; another that was asked for meanwhile follows it. */
    let turning: Promise<void> | undefined;
    let again = false;

    function refill(): void {
      const at = now();
      // A clock that was set back takes nothing away.
      const elapsedMs = Math.max(0, at - refilledAt);
      mayLeave = Math.min(mail.perSecond, mayLeave + (elapsedMs * mail.perSecond) / 1000);
      refilledAt = at;
    }

    function turnOver(): void {
      if (!running) return;
      clearTimeout(timer);
      if (turning) {
        again = true;
        return;
      }
      again = false;
      turning = lookIntoBoxes()
        .then(
          (waitMs) => {
            failures = 0;
            return waitMs;
          },
          // A store that is busy, full or gone now may be there again later.
          (error: unknown) => {
            logger.error({ event: "mailbox_failed", channel, code: codeOf(error) });
            return retryDelayMs(Math.min(failures++, MOST_FAILURES), random);
          },
        )
        .then((waitMs) => {
          turning = undefined;
          if (!running) return;
          if (again && failures === 0) turnOver();
          else timer = setTimeout(turnOver, waitMs);
        });
    }

    /** Resolves to how long to wait for the next look. */
    async function lookIntoBoxes(): Promise<number> {
      const at = now();
      const free = () => mail.concurrency - inHand.size;
      if (options.isReady() && free() > 0) {
        for (const event of await mailbox.claimEvents(channel, worker, at, free())) take(work(event));
      }
      if (!running) return POLL_MS;
      refill();
      const sendable = Math.min(free(), Math.floor(mayLeave));
      if (pause.leftMs() === 0 && sendable > 0) {
        for (const message of await mailbox.claimMessages(channel, worker, at, sendable)) {
          mayLeave--;
          take(deliver(message));
        }
      }
      return waitMs();
    }

    async function waitMs(): Promise<number> {
      const due = await mailbox.nextDue(channel);
      if (due === undefined || inHand.size >= mail.concurrency) return POLL_MS;
      const rate = mayLeave >= 1 ? 0 : Math.ceil(1000 / mail.perSecond);
      if (!options.isReady()) return UNREADY_MS;
      return Math.min(POLL_MS, Math.max(due - now(), rate, pause.leftMs(), 1));
    }

    function take(job: Promise<void>): void {
      inHand.add(job);
      job
        .catch((error: unknown) => logger.error({ event: "mailbox_failed", channel, code: codeOf(error) }))
        .finally(() => {
          inHand.delete(job);
          turnOver();
        });
    }

    async function work(event: InboxEvent): Promise<void> {
      try {
        await mailbox.finishEvent(event, await mail.handle(event), now());
      } catch (error) {
        const givesUp = event.attempts + 1 >= MAX_ATTEMPTS;
        logger.error({
          event: "inbox_failed",
          channel,
          code: codeOf(error),
          attempts: event.attempts + 1,
          givesUp,
        });
        await keep(() =>
          mailbox.returnEvent(event, {
            nextAt: givesUp ? null : now() + retryDelayMs(event.attempts, random),
            reason: codeOf(error),
          }),
        );
      }
    }

    async function deliver(message: OutboxMessage): Promise<void> {
      let delivery: Delivery;
      try {
        delivery = await mail.send(message, AbortSignal.timeout(options.sendTimeoutMs ?? SEND_TIMEOUT_MS));
      } catch (error) {
        delivery = { outcome: "retry", reason: codeOf(error), uncertain: true };
      }
      await settle(message, delivery);
    }

    async function settle(message: OutboxMessage, delivery: Delivery): Promise<void> {
      if (delivery.outcome === "delivered") {
        await keep(() => mailbox.delivered(message.id));
        options.onDelivery?.(channel, "delivered");
        return;
      }
      const { reason } = delivery;
      if (delivery.outcome === "retry" && delivery.pauseMs) pause.begin(delivery.pauseMs);
      const givesUp = delivery.outcome === "refused" || message.attempts + 1 >= MAX_ATTEMPTS;
      const outcome = {
        nextAt: givesUp ? null : now() + retryDelayMs(message.attempts, random),
        reason,
        uncertain: delivery.outcome === "retry" && delivery.uncertain === true,
      };
      await keep(() => mailbox.notDelivered(message.id, outcome));
      options.onDelivery?.(channel, givesUp ? "failed" : "retried");
      const line = { event: "outbox_failed", channel, reason, attempts: message.attempts + 1, givesUp };
      if (givesUp) logger.error(line);
      else logger.warn(line);
    }

    /** What has happened must be written, or it would happen again: tried until the store takes it, or the program
     *  ends; then the claim is given back at the next start. */
    async function keep(write: () => Promise<void>): Promise<void> {
      for (let failed = 0; ; failed++) {
        try {
          return await write();
        } catch (error) {
          const code = codeOf(error);
          logger.error({ event: "mailbox_failed", channel, code });
          if (!running || code === "store_closed") return;
          await pauseUnlessStopped(retryDelayMs(Math.min(failed, MOST_FAILURES), random));
        }
      }
    }

    return {
      turnOver,
      async close() {
        clearTimeout(timer);
        await turning;
        await Promise.allSettled(inHand);
      },
    };
  }

  return {
    async start() {
      running = true;
      starting ??= giveBack().finally(() => {
        starting = undefined;
      });
      await starting;
    },
    wake() {
      // After the acknowledgement that is being written right now.
      setImmediate(() => {
        for (const desk of desks) desk.turnOver();
      });
    },
    async stop() {
      running = false;
      stopped.abort();
      await Promise.all(desks.map((desk) => desk.close()));
    },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof AppError ? error.code : error instanceof Error ? error.name : "error_internal";

/** In a container every start has the same process id: a claim under this id is of a run before. */
const isGone = (pid: number): boolean => pid === process.pid || !isAlive(pid);
