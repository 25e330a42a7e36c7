/** What takes minutes and says the same of a part: `npm test` takes the part, `npm run soak -- full` all of it. */
const isFull = process.env.FULL_COUNTS === "1";

export const partOrFull = <Value>(part: Value, full: Value): Value => (isFull ? full : part);
