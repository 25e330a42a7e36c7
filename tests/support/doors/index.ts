/** Every door, one row each: the suite of `tests/channels/doors.test.ts` and the scorecard walk them. */
import type { DoorKind } from "./door.ts";
import { voiceDoor } from "./voice.ts";
import { webDoor } from "./web.ts";

export const DOORS: readonly DoorKind[] = [webDoor, voiceDoor];
