/** Settings of the web chat. */
import { z } from "zod";
import { onOff, text } from "../setting-types.ts";

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(?::\d{1,5})?$/i;

export const webChatSettings = {
  /** Origins whose pages may embed the chat or call the data addresses: "https://portal.example.vn", separated by
   *  commas. */
  EMBED_ORIGINS: z
    .string()
    .transform((value) =>
      value
        .split(",")
        .map((origin) => origin.trim().replace(/\/$/, ""))
        .filter((origin) => origin !== ""),
    )
    .refine(
      (origins) => origins.every((origin) => ORIGIN.test(origin)),
      "phải là các địa chỉ dạng https://cong.example.vn, cách nhau bằng dấu phẩy",
    )
    .default([]),
  /** Standard Direct Line clients (Bot Framework Web Chat and others) may talk with the assistant. */
  DIRECTLINE: onOff(false),
  /** Clients get tokens for this secret alone; without it anybody does, and tokens last until the next start. */
  DIRECTLINE_SECRET: text(200),
};
