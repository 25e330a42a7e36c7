/** What stands around the body of a plan, and where the body is. */
import type { LineRange } from "../../../knowledge/records.ts";
import type { Identity, PrintedFact } from "./printed-plan.ts";

export interface Places {
  /** The line of the word "KẾ HOẠCH". */
  planTitle: number | null;
  body: LineRange;
  /** Lines inside the body that are no part of it: recipients, signature. */
  isOutside: (line: number) => boolean;
  /** "Kế hoạch": what the body is called. */
  name: string;
}

export interface Front {
  facts: PrintedFact[];
  identity: Identity;
  places: Places;
}
