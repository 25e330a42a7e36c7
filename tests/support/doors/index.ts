/** Every door, one row each: the suite of `tests/channels/doors.test.ts` and the scorecard walk them. */
import type { DoorKind } from "./door.ts";
import { webDoor } from "./web.ts";
import { zaloDoor } from "./zalo.ts";

export const DOORS: readonly DoorKind[] = [webDoor, zaloDoor];
