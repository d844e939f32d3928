import "server-only";
import { emptyIndex, type IndexParts, putTool, removeTool } from "#lib/catalog/server/fill-index.ts";
import { entriesByIds, entryMarks, inputWordsOf } from "#lib/catalog/server/index-repository.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { listen } from "#lib/db/notify.ts";
import { isInTransaction, outsideTransaction } from "#lib/db/transaction.ts";
import { log } from "#lib/log.ts";

/**
 * All tools of the moment with their indexes. Who may see what is decided at each query. A new object stands for each
 * state, so that what is derived from one knows when it is out of date; the parts themselves are changed in place.
 */
export type ToolIndex = IndexParts & { readonly entries: ReadonlyMap<string, EntryRow> };

export const catalogChannel = "weft_catalog";
const rowsAtOnce = 500;

type Held = {
  index: ToolIndex | undefined;
  building: Promise<ToolIndex> | undefined;
  /** The mark of each tool as it was read. */
  marks: Map<string, string>;
  /** What changed and is not taken in yet. */
  readonly changed: Set<string>;
  isAnyChanged: boolean;
  pass: Promise<void> | undefined;
  listening: Promise<unknown> | undefined;
};
const holder = globalThis as typeof globalThis & { weftToolIndex?: Held };
holder.weftToolIndex ??= {
  index: undefined,
  building: undefined,
  marks: new Map(),
  changed: new Set(),
  isAnyChanged: false,
  pass: undefined,
  listening: undefined,
};
const held = holder.weftToolIndex;

async function putRows(
  parts: IndexParts,
  ids: readonly string[],
  marks: ReadonlyMap<string, string>,
  kept: Map<string, string>,
): Promise<void> {
  for (let from = 0; from < ids.length; from += rowsAtOnce) {
    const some = ids.slice(from, from + rowsAtOnce);
    const [entries, inputs] = await Promise.all([entriesByIds(some), inputWordsOf(some)]);
    const rows = new Map(entries.map((row) => [row.id, row]));
    for (const id of some) {
      const row = rows.get(id);
      const mark = marks.get(id);
      if (!row || mark === undefined) continue;
      putTool(parts, row, inputs.get(id) ?? "");
      kept.set(id, mark);
    }
  }
}

async function build(kept = new Map<string, string>()): Promise<ToolIndex> {
  const parts = emptyIndex();
  // Marks first: a row that changes before it is read has an old mark, and is read again.
  const marks = new Map((await entryMarks(null)).map(({ id, mark }) => [id, mark]));
  await putRows(parts, [...marks.keys()], marks, kept);
  return { ...parts, entries: parts.table.entries };
}

/** Takes in the tools that changed: those told of, or with `null` whatever differs from what was read. */
async function takeIn(index: ToolIndex, told: ReadonlySet<string> | null): Promise<void> {
  const marks = new Map((await entryMarks(told ? [...told] : null)).map(({ id, mark }) => [id, mark]));
  const gone = [...(told ?? held.marks.keys())].filter((id) => held.marks.has(id) && !marks.has(id));
  const fresh = [...marks].flatMap(([id, mark]) => (held.marks.get(id) === mark ? [] : id));
  if (gone.length === 0 && fresh.length === 0) return;
  for (const id of gone) {
    removeTool(index, id);
    held.marks.delete(id);
  }
  await putRows(index, fresh, marks, held.marks);
  held.index = { ...index };
}

async function runPass(index: ToolIndex): Promise<void> {
  const told = held.isAnyChanged ? null : new Set(held.changed);
  held.changed.clear();
  held.isAnyChanged = false;
  try {
    await takeIn(index, told);
  } catch (error) {
    held.isAnyChanged = true;
    throw error;
  } finally {
    held.pass = undefined;
  }
}

/** Waits until what had changed before the call is taken in: the pass under way, and one more. */
async function catchUp(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const isBehind = held.isAnyChanged || held.changed.size > 0;
    if (!held.index || !(held.pass || isBehind)) return;
    const { index } = held;
    held.pass ??= outsideTransaction(() => runPass(index));
    await held.pass;
  }
}

/**
 * Says that tools changed, those with these ids or any. They are read at once, in the background; whoever asks for the
 * index meanwhile waits for that.
 */
export function markChanged(ids: readonly string[] | null): void {
  if (!held.index && !held.building) return;
  if (ids) for (const id of ids) held.changed.add(id);
  else held.isAnyChanged = true;
  catchUp().catch((error: unknown) => log.warn({ err: error }, "the catalog's index could not be refreshed"));
}

/** Looks for changes that nobody told of, such as a person's new name; the index serves meanwhile. */
export async function sweepIndex(): Promise<void> {
  const marks = await entryMarks(null);
  const known = new Set(marks.map(({ id }) => id));
  const differing = marks.filter(({ id, mark }) => held.marks.get(id) !== mark).map(({ id }) => id);
  const gone = [...held.marks.keys()].filter((id) => !known.has(id));
  if (differing.length + gone.length > 0) markChanged([...differing, ...gone]);
}

/** Payload of a notification: ids of tools, or nothing for any. */
function onNotification(payload: string | undefined): void {
  markChanged(payload ? payload.split(" ") : null);
}

/** The index of this process: built at first use, then kept in step with the database, on any replica. */
export async function toolIndex(): Promise<ToolIndex> {
  // The work of a transaction neither waits for another connection nor shows its unfinished rows to others.
  if (isInTransaction()) return held.index ?? build();
  held.listening ??= listen(catalogChannel, onNotification).catch((error: unknown) => {
    held.listening = undefined;
    throw error;
  });
  await held.listening;
  if (!held.index) {
    const kept = new Map<string, string>();
    held.building ??= build(kept).then((index) => {
      held.marks = kept;
      held.index = index;
      return index;
    });
    try {
      await held.building;
    } finally {
      held.building = undefined;
    }
  }
  await catchUp();
  if (!held.index) throw new Error("The catalog's index was forgotten while it was asked for.");
  return held.index;
}
