import { type Change, openJournal } from "./journal.ts";

export type Row = { readonly id: string };

/** Rows of one kind, in memory and in the journal. */
export type Collection<R extends Row> = {
  get(id: string): R | undefined;
  list(): readonly R[];
  put(row: R): void;
  remove(id: string): void;
};

export type Store = {
  /** Rows as seeded, overlaid with every change that was made since. */
  collection<R extends Row>(name: string, seed: readonly R[]): Collection<R>;
  /** Gives whole numbers above `last`, each once, across restarts. */
  counter(name: string, last: number): () => number;
  /**
   * Runs `work`; its changes are on disk, all of them, before this returns. When `work` or the disk fails,
   * none of them happened. Changes outside of it are refused.
   */
  together<T>(work: () => T): T;
  close(): void;
};

type Pending = { readonly changes: Change[]; readonly undo: (() => void)[] };

/** Opens the store in a folder that exists. */
export function openStore(folder: string): Store {
  const journal = openJournal(folder);
  let pending: Pending | undefined;

  function together<T>(work: () => T): T {
    const batch: Pending = { changes: [], undo: [] };
    pending = batch;
    try {
      const result = work();
      if (batch.changes.length > 0) journal.append(batch.changes);
      return result;
    } catch (error) {
      for (const step of batch.undo.reverse()) step();
      throw error;
    } finally {
      pending = undefined;
    }
  }

  function collection<R extends Row>(name: string, seed: readonly R[]): Collection<R> {
    const rows = new Map(seed.map((row) => [row.id, row]));
    for (const [id, row] of journal.changesOf(name)) {
      if (row === null) rows.delete(id);
      // Only this collection writes under its name, so the rows have its shape.
      else rows.set(id, row as R);
    }

    function record(id: string, row: R | null): void {
      if (pending === undefined) throw new Error("Rows change only inside store.together");
      const before = rows.get(id);
      pending.changes.push({ collection: name, id, row });
      pending.undo.push(() => {
        if (before === undefined) rows.delete(id);
        else rows.set(id, before);
      });
      if (row === null) rows.delete(id);
      else rows.set(id, row);
    }

    return {
      get: (id) => rows.get(id),
      list: () => [...rows.values()],
      put: (row) => record(row.id, row),
      remove: (id) => record(id, null),
    };
  }

  const counters = collection<{ readonly id: string; readonly last: number }>("counters", []);

  function counter(name: string, last: number): () => number {
    return () => {
      const next = (counters.get(name)?.last ?? last) + 1;
      counters.put({ id: name, last: next });
      return next;
    };
  }

  return { collection, counter, together, close: () => journal.close() };
}
