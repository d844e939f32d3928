import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const changeSchema = z.strictObject({
  collection: z.string(),
  id: z.string(),
  /** Null when the row was removed. */
  row: z.looseObject({ id: z.string() }).nullable(),
});
export type Change = z.infer<typeof changeSchema>;

export type Journal = {
  /** Writes changes as one piece and waits until they are on disk. */
  append(changes: readonly Change[]): void;
  /** The last state of every changed row of a collection. */
  changesOf(collection: string): ReadonlyMap<string, Change["row"]>;
  close(): void;
};

// A process that was killed while writing leaves a last line without its end: it was never acknowledged.
function readWholeLines(file: string): string[] {
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(file, end);
  return bytes
    .subarray(0, end)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
}

/** Opens the append-only list of changes in a folder, one JSON object a line. */
export function openJournal(folder: string): Journal {
  const file = join(folder, "changes.jsonl");
  const changed = new Map<string, Map<string, Change["row"]>>();
  for (const line of readWholeLines(file)) {
    const change = changeSchema.parse(JSON.parse(line));
    const rows = changed.get(change.collection) ?? new Map<string, Change["row"]>();
    rows.set(change.id, change.row);
    changed.set(change.collection, rows);
  }
  const descriptor = openSync(file, "a", 0o600);
  return {
    append(changes) {
      const bytes = Buffer.from(changes.map((change) => `${JSON.stringify(change)}\n`).join(""));
      const { size } = fstatSync(descriptor);
      try {
        let written = 0;
        while (written < bytes.length) written += writeSync(descriptor, bytes, written);
        fsyncSync(descriptor);
      } catch (error) {
        // A full disk may have taken a part of it; the next change must not stand behind half a line.
        ftruncateSync(descriptor, size);
        throw error;
      }
    },
    changesOf: (collection) => changed.get(collection) ?? new Map(),
    close: () => closeSync(descriptor),
  };
}
