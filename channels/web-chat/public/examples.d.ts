/** Types of examples.js, which the server uses as well. */
export const EXAMPLES: readonly { title: string; english: string; questions: readonly string[] }[];
