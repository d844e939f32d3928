import { createHash } from "node:crypto";
import { v4, v7 } from "uuid";

/**
 * The uuid v7 of something seeded: its moment, then bits that follow from its name, so that two seedings of one day
 * give equal ids.
 */
export function seedId(name: string, at: Date): string {
  const hash = createHash("sha256").update(name).digest();
  return v7({ msecs: at.getTime(), seq: hash.readUInt32BE(0), random: hash.subarray(4, 20) });
}

/** The id of a seeded request; like that of a real one it says nothing about its time. */
export function seedRequestId(name: string): string {
  return v4({ random: createHash("sha256").update(`request ${name}`).digest().subarray(0, 16) });
}
