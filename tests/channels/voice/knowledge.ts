/** So much of a knowledge base as a gateway is told of it. */
import { emptyRecords, type KnowledgeBase } from "../../../knowledge/knowledge-base.ts";

export const KNOWLEDGE = {
  ...emptyRecords(),
  version: "0001-test",
  agencies: [{ id: "a", name: "Sở A, tỉnh" }],
  tasks: [],
  procedures: [{ code: "1", name: "Đăng ký khai sinh", reviewed: true }],
} as unknown as KnowledgeBase;
