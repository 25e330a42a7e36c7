/** The weights that training wrote. */
import { readFileSync } from "node:fs";
import type { Weights } from "./rank.ts";

export const WEIGHTS = JSON.parse(
  readFileSync(new URL("./weights.json", import.meta.url), "utf8"),
) as Weights;
