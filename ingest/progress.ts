export interface Progress {
  /** What is being done, in Vietnamese. */
  step: string;
  done: number;
  total: number;
}
