/** The line "(Kèm theo Quyết định số …)" below a plan's title: it proves number and date, and answers no question itself. */
export const isIdentityFact = (id: string): boolean =>
  id === "fact:identity" || id.endsWith(":fact:identity");
