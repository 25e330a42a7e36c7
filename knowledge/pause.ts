/** Lets the event loop turn between two pieces of long work. */
export const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
