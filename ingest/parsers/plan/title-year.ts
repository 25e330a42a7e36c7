/** The one year that a title names, "… năm 2026"; null for none, several, or a span of them. */
export function titleYear(title: string): number | null {
  const years = [...new Set(title.match(/(?<!\d)20\d\d(?!\d)/g) ?? [])];
  return years.length === 1 && /năm 20\d\d/iu.test(title) ? Number(years[0]) : null;
}
