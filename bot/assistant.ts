import type { TurnRequest, TurnResponse } from "./reply.ts";

export interface Assistant {
  /** Answers one turn and saves it before returning. Throws RequestError for input that can't be served
   *  (unknown conversation: code "conversation_unknown", status 404; empty or over-long text: 400). */
  answer(request: TurnRequest): Promise<TurnResponse>;
}
