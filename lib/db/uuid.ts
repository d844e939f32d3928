import "server-only";
import { randomInt } from "node:crypto";
import { v7 } from "uuid";

// One module may be loaded several times in a process; the ids of one moment must sort all the same.
type Holder = typeof globalThis & { weftLastId?: { msecs: number; seq: number } };
const holder = globalThis as Holder;
holder.weftLastId ??= { msecs: Number.NaN, seq: 0 };
const last = holder.weftLastId;

/**
 * A new uuid v7: 48 bits of Unix milliseconds, then chance. Ids of one process sort by the time of their making, and
 * those given one moment, one after another, in the order in which they were made.
 */
export function newId(at?: Date): string {
  if (!at) return v7();
  const msecs = at.getTime();
  last.seq = msecs === last.msecs ? last.seq + 1 : randomInt(2 ** 30);
  last.msecs = msecs;
  return v7({ msecs, seq: last.seq });
}

function edge(time: Date, rest: string): string {
  const milliseconds = time.getTime();
  if (!Number.isInteger(milliseconds) || milliseconds < 0 || milliseconds >= 2 ** 48) {
    throw new RangeError("A uuid v7 holds a time from 1970 to 10889.");
  }
  const hex = milliseconds.toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-${rest}`;
}

/** The smallest uuid v7 of a moment: ids made then or later are not less. */
export function lowerBound(time: Date): string {
  return edge(time, "7000-8000-000000000000");
}

/** The largest uuid v7 of a moment (of its millisecond). */
export function upperBound(time: Date): string {
  return edge(time, "7fff-bfff-ffffffffffff");
}

/** The moment at which a uuid v7 was made, to the millisecond. */
export function timeOf(id: string): Date {
  return new Date(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
}
