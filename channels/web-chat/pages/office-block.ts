/** How to reach the office, on pages: what it states of itself, as it states it. */
import { formatDay } from "../../../knowledge/calendar.ts";
import {
  OFFICE_ASKS,
  OFFICE_LABELS,
  type OfficeProfile,
  officeLines,
} from "../../../knowledge/office-profile.ts";
import { type Html, html } from "../html.ts";

/** Where its citations lead. */
export const OFFICE_PLACE = "/privacy#office";

const shown = (line: string): Html | string =>
  /^https?:/.test(line) ? html`<a href="${line}" rel="noopener">${line}</a>` : line;

/** Nothing where the office states nothing. */
export function officeBlock(office: OfficeProfile | undefined): Html | undefined {
  if (!office) return undefined;
  const rows = OFFICE_ASKS.flatMap((ask) => {
    const lines = officeLines(office, ask);
    if (lines.length === 0) return [];
    const joined = lines.map((line, i) => html`${i > 0 && html`<br>`}${shown(line)}`);
    return [html`<li>${OFFICE_LABELS[ask]}: ${joined}</li>\n`];
  });
  return html`<section id="office" aria-labelledby="office-name"><h2 id="office-name">${office.name}</h2>
<ul>
${rows}</ul>
${office.statedOn && html`<p class="faint">Thông tin do cơ quan công bố ngày ${formatDay(office.statedOn)}.</p>\n`}</section>`;
}
