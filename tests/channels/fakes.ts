/** Small stand-ins for what a channel talks to. */
import type { Assistant } from "../../bot/assistant.ts";
import type { Reply, ReplyTask, TurnRequest, TurnResponse } from "../../bot/reply.ts";

export const TASK: ReplyTask = {
  id: "V.9",
  label: "V.9",
  document: "qd-2704",
  group: "Ứng dụng",
  title: "Tổng đài tự động",
  lead: ["Sở A"],
  coordinating: ["Sở B", "các sở"],
  period: "2023-2024",
  dueEnd: "2024-12-31",
  recurrence: "none",
  role: "lead",
  directness: "named",
};

export function replyWith(changes: Partial<Reply> = {}): Reply {
  return {
    status: "answered",
    kind: "task",
    text: "**Sở A** chủ trì.\n\n- Thời gian: 2023-2024",
    spoken: "Sở A chủ trì.",
    tasks: [TASK],
    procedures: [],
    citations: [
      {
        id: "c1",
        document: "Kế hoạch",
        number: "1/KH",
        issuedOn: "2023-10-25",
        locator: "mục 1",
        quote: "Sở A",
      },
    ],
    computed: [],
    links: [],
    options: [],
    suggestions: ["Hạn khi nào?", "Ai phối hợp?"],
    ...changes,
  };
}

export function responseWith(changes: Partial<Reply> = {}): TurnResponse {
  return {
    conversationId: "conversation-1",
    messageId: "message-1",
    code: "ABC234",
    reply: replyWith(changes),
  };
}

/** Answers everything by `answer` and keeps what it was asked. */
export function fakeAssistant(
  answer: (request: TurnRequest) => TurnResponse | Promise<TurnResponse> = () => responseWith(),
): Assistant & { asked: TurnRequest[] } {
  const asked: TurnRequest[] = [];
  return {
    asked,
    async answer(request) {
      asked.push(request);
      return answer(request);
    },
  };
}
