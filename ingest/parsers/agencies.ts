/** The registry of agencies: names of 2023, aliases, what became of them, and the words that mean everyone. */
import { z } from "zod";
import { type Agency, agency } from "../../knowledge/records.ts";
import { parseJson } from "./json-document.ts";
import { type Collective, collective } from "./plan/parties.ts";

const agencyRow = agency.omit({ evidence: true, review: true }).extend({
  successors: z.array(agency.shape.successors.element.omit({ evidence: true })),
});
const registry = z.strictObject({
  agencies: z.array(agencyRow).min(1),
  collectives: z.array(collective).min(1),
});

export function parseAgencies(
  documentId: string,
  file: string,
  content: string,
): { agencies: Agency[]; collectives: Collective[] } {
  const { agencies, collectives } = parseJson(file, content, registry);
  return {
    collectives,
    agencies: agencies.map((row, index) => ({
      ...row,
      review: null,
      successors: row.successors.map((successor, i) => ({
        ...successor,
        evidence: {
          documentId,
          locator: `Danh mục cơ quan, ${row.name}, cơ quan kế thừa`,
          pointer: `/agencies/${index}/successors/${i}/text`,
          quote: successor.text,
        },
      })),
      evidence: {
        documentId,
        locator: `Danh mục cơ quan, ${row.name}`,
        pointer: `/agencies/${index}/name`,
        quote: row.name,
      },
    })),
  };
}
