import "server-only";
import { FacetTable } from "#lib/catalog/facet-table.ts";
import { dataClassChoice, kindChoice, lifecycleChoice } from "#lib/catalog/facets.ts";
import type { Readiness } from "#lib/catalog/schema.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { factsOf, readinessOf, wordsOf } from "#lib/catalog/server/to-dto.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { fold } from "#lib/ranking/fold.ts";

/** A tool as the index holds it. */
export type HeldTool = {
  readonly row: EntryRow;
  readonly facts: ToolFacts;
  /** Its name as it is sorted by. */
  readonly sortName: string;
  /** What it is to those who may use it, with a model connected and without, and to those who may not. */
  readonly states: Readonly<Record<"open" | "openWithoutModel" | "barred", Readiness["state"]>>;
};

function statesOf(row: EntryRow): HeldTool["states"] {
  return {
    open: readinessOf(row, { allowed: true }, true).state,
    openWithoutModel: readinessOf(row, { allowed: true }, false).state,
    barred: readinessOf(row, { allowed: false }, true).state,
  };
}

/** All tools by their slot, a small whole number that a tool keeps as long as it is held. */
export class ToolTable {
  readonly entries = new Map<string, EntryRow>();
  readonly facets = new FacetTable();
  readonly #held: (HeldTool | undefined)[] = [];
  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  /** Rises with each change. What was made from the table before does not fit any more: slots are used again. */
  version = 0;

  /** One more than the highest slot. */
  get capacity(): number {
    return this.#held.length;
  }

  /** Returns its slot. */
  put(row: EntryRow): number {
    const slot = this.#slots.get(row.id) ?? this.#free.pop() ?? this.#held.length;
    const { domain, ownership } = row;
    this.version += 1;
    this.#held[slot] = { row, facts: factsOf(row), sortName: fold(row.name), states: statesOf(row) };
    this.#slots.set(row.id, slot);
    this.entries.set(row.id, row);
    this.facets.put(slot, {
      domain: [{ value: domain.slug, label: domain.name }],
      kind: [kindChoice(row.kind)],
      lifecycle: [lifecycleChoice(row.lifecycle)],
      dataClass: [dataClassChoice(row.dataClass)],
      team: ownership ? [{ value: ownership.team.slug, label: ownership.team.name }] : [],
      tag: [...new Set(wordsOf(row).tags)].map((tag) => ({ value: tag, label: tag })),
    });
    return slot;
  }

  remove(id: string): void {
    const slot = this.#slots.get(id);
    if (slot === undefined) return;
    this.version += 1;
    this.#slots.delete(id);
    this.entries.delete(id);
    this.#held[slot] = undefined;
    this.facets.put(slot, {});
    this.#free.push(slot);
  }

  slotOf(id: string): number | undefined {
    return this.#slots.get(id);
  }

  at(slot: number): HeldTool | undefined {
    return this.#held[slot];
  }

  /** The slots in use, ascending. */
  slots(): number[] {
    return this.#held.flatMap((tool, slot) => (tool ? slot : []));
  }
}
