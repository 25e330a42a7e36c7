/** A conversation that takes no further turn. */
import { AppError, RequestError } from "../knowledge/errors.ts";

/** Also of one that was deleted while its question was in hand. */
export const unknownConversation = () =>
  new RequestError(
    "conversation_unknown",
    "Không tìm thấy cuộc trò chuyện này; có thể đã bị xóa hoặc hết thời gian lưu.",
    { status: 404, field: "conversationId" },
  );

/** The conversation was deleted, and takes no turn again. */
export const isDeleted = (error: unknown): boolean =>
  error instanceof AppError && error.code === "conversation_deleted";
