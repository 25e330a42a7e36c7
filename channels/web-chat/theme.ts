/** The office's colour: one style sheet for the pages; the chat takes it from about.js. Links and buttons have to be read
 *  on the ground and their words on them, so a colour that is too light or too dark for that is mixed until they can be. */
import type { OfficeProfile } from "../../knowledge/office-profile.ts";
import type { Route } from "../route.ts";
import type { Look } from "./html.ts";

const THEME = "/assets/theme.css";
const WHITE: Rgb = [255, 255, 255];
const DARK_GROUND: Rgb = [16, 24, 32];
/** Least contrast of words with what is behind them. Source: WCAG 2.2, 1.4.3. */
const READABLE = 4.5;
const STEPS = 20;

type Rgb = readonly [number, number, number];

export const lookOf = (office: OfficeProfile | undefined): Look => ({
  name: office?.assistantName ?? "Trợ lý số",
  theme: office?.theme ? THEME : undefined,
});

/** Accent on light and on dark ground, "#rrggbb". */
export function accentsOf(colour: string): { light: string; dark: string } {
  const own = parse(colour);
  return { light: hex(readable(own, WHITE, [0, 0, 0])), dark: hex(readable(own, DARK_GROUND, WHITE)) };
}

export function themeRoutes(office: OfficeProfile | undefined): Route[] {
  if (!office?.theme) return [];
  const { light, dark } = accentsOf(office.theme.colour);
  const body = `:root{--accent:${light};--on-accent:#ffffff}\n@media (prefers-color-scheme:dark){:root{--accent:${dark};--on-accent:#101820}}\n`;
  return [
    {
      method: "GET",
      path: THEME,
      handle: () => ({
        status: 200,
        headers: { "Cache-Control": "no-cache", "Content-Type": "text/css; charset=utf-8" },
        body,
      }),
    },
  ];
}

/** Mixed with `towards` until it stands out from the ground. */
function readable(colour: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let step = 0; step < STEPS; step++) {
    const mixed = colour.map((part, i) => part + ((towards[i]! - part) * step) / STEPS) as unknown as Rgb;
    if (contrast(mixed, ground) >= READABLE) return mixed;
  }
  return towards;
}

const parse = (colour: string): Rgb =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as unknown as Rgb;
const hex = (colour: Rgb): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;

const contrast = (a: Rgb, b: Rgb): number => {
  const [one, other] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (one! + 0.05) / (other! + 0.05);
};

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
