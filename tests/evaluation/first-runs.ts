/** First runs of blind authors, recorded before anything was mended by them: the only figures of questions that nobody had
 *  met. A round's authors wrote 60 conversations each; its files then joined blind/, those of the newest round when the next is
 *  asked: until then held-out/ has them, from which nothing learns. */
import type { Share } from "./left-out.ts";

export interface FirstRun {
  name: string;
  turns: Share;
  followUps: Share;
}

const run = (name: string, turns: [number, number], followUps: [number, number]): FirstRun => ({
  name,
  turns: { right: turns[0], of: turns[1] },
  followUps: { right: followUps[0], of: followUps[1] },
});

/** The oldest first. */
export const FIRST_RUNS: readonly FirstRun[] = [
  run("the routes before", [217, 402], [97, 222]),
  run("round 1", [434, 631], [203, 331]),
  run("round 2", [465, 624], [231, 324]),
  run("round 3", [451, 590], [213, 290]),
  run("round 4", [476, 582], [214, 282]),
  run("round 5", [452, 560], [202, 260]),
  run("round 6", [542, 680], [288, 380]),
  run("round 7", [517, 686], [271, 386]),
  run("round 8", [442, 808], [251, 508]),
  run("round 9", [345, 612], [187, 372]),
  run("round 10", [328, 463], [195, 283]),
  run("round 11", [308, 447], [174, 267]),
  run("round 12", [392, 491], [237, 311]),
  run("round 13", [381, 468], [225, 288]),
  run("round 14", [687, 826], [317, 406]),
  run("round 15", [682, 826], [321, 406]),
  run("round 16", [503, 590], [243, 290]),
  run("round 17", [802, 944], [375, 464]),
  run("round 18", [648, 826], [308, 406]),
];
