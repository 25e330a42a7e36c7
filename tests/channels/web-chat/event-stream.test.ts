import { expect, test } from "vitest";

interface Event {
  name: string;
  data: unknown;
}
const SCRIPT = new URL("../../../channels/web-chat/public/requests.js", import.meta.url).href;
const { readEvents } = (await import(SCRIPT)) as {
  readEvents: (body: ReadableStream<Uint8Array>) => AsyncGenerator<Event>;
};

const STREAM = [
  'event: start\ndata: {"conversationId":"c"}\n\n',
  'event: delta\ndata: {"text":"Sở Y tế chủ trì\\n\\nđược"}\n\n',
  ": a comment\n\n",
  'data: {"text":"không tên"}\n\n',
  'event: done\ndata: {"code":\ndata: "ABC234"}\n\n',
].join("");
const EVENTS: Event[] = [
  { name: "start", data: { conversationId: "c" } },
  { name: "delta", data: { text: "Sở Y tế chủ trì\n\nđược" } },
  { name: "message", data: { text: "không tên" } },
  { name: "done", data: { code: "ABC234" } },
];

async function readInPieces(bytes: Uint8Array, size: number): Promise<Event[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let i = 0; i < bytes.length; i += size) controller.enqueue(bytes.slice(i, i + size));
      controller.close();
    },
  });
  const events: Event[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

test.each([1, 2, 3, 7, 64, 100_000])("events arrive whole when the bytes come by %i", async (size) => {
  expect(await readInPieces(new TextEncoder().encode(STREAM), size)).toEqual(EVENTS);
});

test("an event that was cut off is not given out", async () => {
  const cut = STREAM.slice(0, STREAM.lastIndexOf("\n\n"));
  expect(await readInPieces(new TextEncoder().encode(cut), 10)).toEqual(EVENTS.slice(0, -1));
});
