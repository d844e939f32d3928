import { createHash } from "node:crypto";
import { v7 } from "uuid";

/**
 * The uuid v7 of something seeded: its moment, then bits that follow from its name, so that two seedings of one day
 * give equal ids.
 */
export function seedId(name: string, at: Date): string {
  const hash = createHash("sha256").update(name).digest();
  return v7({ msecs: at.getTime(), seq: hash.readUInt32BE(0), random: hash.subarray(4, 20) });
}
