import "server-only";
import { bandChoice, bands, readyChoice } from "#lib/catalog/facets.ts";
import { OnDemandMap } from "#lib/catalog/on-demand-map.ts";
import type { Readiness, ToolCard } from "#lib/catalog/schema.ts";
import type { PriorFacts } from "#lib/catalog/server/prior-facts.ts";
import { toCard } from "#lib/catalog/server/to-dto.ts";
import type { ToolIndex } from "#lib/catalog/server/tool-index.ts";
import { toolOrder } from "#lib/catalog/server/tool-orders.ts";
import type { HeldTool } from "#lib/catalog/server/tool-table.ts";
import { subjectKey, type VisibleSlots, visibleSlots } from "#lib/catalog/server/visible-slots.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { PolicyRule, PolicySubject, ToolFacts } from "#lib/policy/schema.ts";

const notMine: readonly Readiness["state"][] = ["no-access", "blocked", "retired"];

/** The catalog as one person may see it at this moment. Nothing is made of a tool before it is asked for. */
export class CatalogView {
  readonly index: ToolIndex;
  readonly prior: PriorFacts;
  /** Cards of all tools that the viewer may discover, by id, in the order of their names. */
  readonly cards: ReadonlyMap<string, ToolCard>;
  /** What policy knows of each of these tools. */
  readonly facts: ReadonlyMap<string, ToolFacts>;
  readonly #subject: PolicySubject;
  readonly #rules: readonly PolicyRule[];
  readonly #key: string;
  readonly #hasModel: boolean;

  constructor(parts: {
    readonly index: ToolIndex;
    readonly prior: PriorFacts;
    readonly subject: PolicySubject;
    readonly rules: readonly PolicyRule[];
    readonly hasModel: boolean;
  }) {
    this.index = parts.index;
    this.prior = parts.prior;
    this.#subject = parts.subject;
    this.#rules = parts.rules;
    this.#key = subjectKey(parts.subject, parts.rules);
    this.#hasModel = parts.hasModel;
    const walk = {
      keys: () => this.#ids(),
      has: (id: string) => this.has(id),
      count: () => this.slots.seen.size,
    };
    this.cards = new OnDemandMap({ ...walk, make: (id) => this.#makeCard(id) });
    this.facts = new OnDemandMap({ ...walk, make: (id) => this.#toolOf(id)?.facts });
  }

  /** Asked anew each time, because the table may have changed since: slots of before say nothing now. */
  get slots(): VisibleSlots {
    return visibleSlots(this.index.table, this.#key, this.#subject, this.#rules);
  }

  /** Whether the viewer may discover a tool. */
  has(id: string): boolean {
    const slot = this.index.table.slotOf(id);
    return slot !== undefined && this.slots.seen.has(slot);
  }

  readiness(slot: number, usable: VisibleSlots["usable"]): Readiness["state"] {
    const states = this.index.table.at(slot)?.states;
    if (!states) return "retired";
    if (!usable.has(slot)) return states.barred;
    return this.#hasModel ? states.open : states.openWithoutModel;
  }

  /** Codes of the facets that depend on the person or change by themselves. */
  facetCodes(): (slot: number) => readonly number[] {
    const { table } = this.index;
    const mine = table.facets.code("ready", readyChoice("mine"));
    const works = table.facets.code("ready", readyChoice("works-now"));
    const ready = this.#readyNotes();
    const trust = this.#bandCodes();
    const lists: (readonly number[])[] = [[], [works], [mine], [mine, works]];
    if (!trust) return (slot) => lists[ready[slot] ?? 0] ?? [];
    // One list for each combination, not for each tool.
    const withBand = new Map<number, readonly number[]>();
    return (slot) => {
      const band = trust(table.at(slot)?.row.id ?? "");
      const note = ready[slot] ?? 0;
      const known = withBand.get(4 * band + note);
      if (known) return known;
      const codes = [...(lists[note] ?? []), band];
      withBand.set(4 * band + note, codes);
      return codes;
    };
  }

  /** By slot: 1 for what works now, 2 for what the viewer may use, or both. */
  #readyNotes(): Uint8Array {
    const { table } = this.index;
    const { usable, notes } = this.slots;
    const name = `ready-${this.#hasModel}`;
    const known = notes.get(name);
    if (known) return known;
    const made = Uint8Array.from({ length: table.capacity }, (_, slot) => {
      const state = this.readiness(slot, usable);
      const worksNow = state === "works-now" && table.at(slot)?.row.lifecycle === "published";
      return (worksNow ? 1 : 0) + (notMine.includes(state) ? 0 : 2);
    });
    notes.set(name, made);
    return made;
  }

  /** As long as nothing is rated there is no such facet. */
  #bandCodes(): ((id: string) => number) | null {
    if (this.prior.trust.size === 0) return null;
    const { facets } = this.index.table;
    const codes = new Map(bands.map((band) => [band, facets.code("trust", bandChoice(band))] as const));
    const unrated = facets.code("trust", bandChoice(null));
    return (id) => codes.get(this.prior.trust.get(id)?.band ?? "") ?? unrated;
  }

  #toolOf(id: string): HeldTool | undefined {
    const slot = this.index.table.slotOf(id);
    return slot === undefined ? undefined : this.index.table.at(slot);
  }

  #ids(): string[] {
    const { table } = this.index;
    const { seen } = this.slots;
    return toolOrder(table, this.prior, "name").flatMap((slot) =>
      seen.has(slot) ? (table.at(slot)?.row.id ?? []) : [],
    );
  }

  #makeCard(id: string): ToolCard | undefined {
    const tool = this.#toolOf(id);
    if (!tool) return undefined;
    const access = evaluate("use", this.#subject, tool.facts, this.#rules);
    const trust = this.prior.trust.get(id);
    const mark = trust && { ...trust, sentences: undefined };
    return toCard(tool.row, access, this.#hasModel, this.prior.usage.get(id), mark);
  }
}
