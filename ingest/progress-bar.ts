/** A one-line progress bar for terminals; silent elsewhere. */
import type { Progress } from "./progress.ts";

const WIDTH = 24;

export function progressBar(stream: NodeJS.WriteStream): {
  show: (progress: Progress) => void;
  end: () => void;
} {
  let shown = false;
  return {
    show({ step, done, total }) {
      if (!stream.isTTY) return;
      const full = Math.round((WIDTH * done) / Math.max(total, 1));
      stream.write(`\r\u001b[K[${"#".repeat(full)}${".".repeat(WIDTH - full)}] ${step} ${done}/${total}`);
      shown = true;
    },
    end() {
      if (shown) stream.write("\r\u001b[K");
      shown = false;
    },
  };
}
