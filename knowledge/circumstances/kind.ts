/** What a circumstance is. */
export interface Kind {
  /** What is asked when the case is not known; Vietnamese. */
  question: string;
  /** Words of each value, as a person would say them. */
  values: Readonly<Record<string, string>>;
}
