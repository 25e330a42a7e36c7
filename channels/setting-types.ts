/** Shapes of settings that several schemas use; messages are for the person who edits .env. */

import { z } from "zod";
import { withoutTail } from "../knowledge/text-scan.ts";

export const wholeNumber = (from: number, to: number, byDefault: number) =>
  z
    .string()
    .regex(/^\d+$/, `phải là số nguyên từ ${from} đến ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `phải là số nguyên từ ${from} đến ${to}`)
    .default(byDefault);

export const onOff = (byDefault: boolean) =>
  z
    .enum(["true", "false"], "phải là true hoặc false")
    .transform((value) => value === "true")
    .default(byDefault);

/** An amount such as 0.25. */
export const amount = z
  .string()
  .regex(/^\d{1,9}(?:\.\d{1,6})?$/, "phải là số không âm, phần lẻ sau dấu chấm")
  .transform(Number)
  .default(0);

/** Empty when not set. */
export const text = (longest = 300) => z.string().max(longest, `dài nhất ${longest} ký tự`).default("");

/** Of a service that is called: without a path at the end. Empty when there is none by default and none is set. */
export const serviceUrl = (byDefault: string) =>
  z
    .string()
    .regex(/^https?:\/\/[^\s/]+(?:\/[^\s]*)?$/, "phải là địa chỉ bắt đầu bằng http:// hoặc https://")
    .transform((value) => withoutTail(value, /\//))
    .default(byDefault);

/** What is missing or set for nothing, "VARIABLE: why", where a setting names a provider and others are its details. */
export function providerProblems<Provider extends string, Detail extends string>(
  config: Readonly<Record<Detail, string>>,
  setting: string,
  provider: Provider | "",
  details: readonly Detail[],
  needs: Readonly<Record<Provider, readonly Detail[]>>,
): string[] {
  if (provider === "")
    return details
      .filter((name) => config[name] !== "")
      .map((name) => `${name}: đã đặt, trong khi ${setting} còn trống`);
  return needs[provider]
    .filter((name) => config[name] === "")
    .map((name) => `${name}: còn thiếu, trong khi ${setting} là ${provider}`);
}
