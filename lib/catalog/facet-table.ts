import { type FacetKey, facetKeys } from "#lib/catalog/query-names.ts";

export type FacetChoice = { readonly value: string; readonly label: string };
export type ChosenValues = Partial<Readonly<Record<FacetKey, readonly string[] | undefined>>>;

/** How many tools each code stands for, and which of the tools pass all that is chosen. */
export type FacetCounts = {
  readonly counts: Int32Array;
  readonly passing: readonly number[];
};

/**
 * The facet values of all tools as small whole numbers (codes), so that thousands of matches are counted in a pass.
 * A tool is known by its slot.
 */
export class FacetTable {
  readonly #codes = new Map<string, number>();
  readonly #choices: FacetChoice[] = [];
  readonly #facetOf: number[] = [];
  readonly #ofSlot: (readonly number[])[] = [];
  /** The same in one row, which is counted quickly: codes, and where those of a slot begin. Made anew after a change. */
  #row: { readonly codes: Int32Array; readonly begins: Int32Array } | null = null;

  /** The code of a value; a new label replaces the one before. */
  code(key: FacetKey, { value, label }: FacetChoice): number {
    const facet = facetKeys.indexOf(key);
    const name = `${facet}:${value}`;
    const known = this.#codes.get(name);
    const code = known ?? this.#choices.length;
    this.#choices[code] = { value, label };
    if (known === undefined) {
      this.#facetOf.push(facet);
      this.#codes.set(name, code);
    }
    return code;
  }

  put(slot: number, values: Partial<Record<FacetKey, readonly FacetChoice[]>>): void {
    this.#row = null;
    this.#ofSlot[slot] = facetKeys.flatMap((key) =>
      (values[key] ?? []).map((value) => this.code(key, value)),
    );
  }

  /**
   * Counts the values of some tools. The counts of a facet ignore its own choices, so that a reader sees what choosing
   * another value would give. `moreOf` tells codes of a tool that are not in the table, such as those of one person.
   */
  count(
    slots: Iterable<number>,
    chosen: ChosenValues,
    moreOf: (slot: number) => readonly number[],
  ): FacetCounts {
    let active = 0;
    const isChosen = new Uint8Array(this.#choices.length);
    facetKeys.forEach((key, facet) => {
      const values = chosen[key] ?? [];
      if (values.length > 0) active |= 1 << facet;
      for (const value of values) {
        const code = this.#codes.get(`${facet}:${value}`);
        if (code !== undefined) isChosen[code] = 1;
      }
    });
    const counts = new Int32Array(this.#choices.length);
    const passing: number[] = [];
    this.#row ??= makeRow(this.#ofSlot);
    const { codes, begins } = this.#row;
    for (const slot of slots) {
      const begin = begins[slot] ?? 0;
      const end = begins[slot + 1] ?? 0;
      const more = moreOf(slot);
      let failed = active;
      if (active !== 0) {
        for (let at = begin; at < end; at += 1) failed &= ~this.#passed(codes[at] ?? 0, isChosen);
        for (const code of more) failed &= ~this.#passed(code, isChosen);
        // A tool that fails one facet alone still counts in that one.
        if ((failed & (failed - 1)) !== 0) continue;
      }
      if (failed === 0) passing.push(slot);
      for (let at = begin; at < end; at += 1) this.#add(counts, codes[at] ?? 0, failed);
      for (const code of more) this.#add(counts, code, failed);
    }
    return { counts, passing };
  }

  #passed(code: number, isChosen: Uint8Array): number {
    return isChosen[code] === 1 ? 1 << (this.#facetOf[code] ?? 0) : 0;
  }

  #add(counts: Int32Array, code: number, onlyFacet: number): void {
    if (onlyFacet === 0 || onlyFacet === 1 << (this.#facetOf[code] ?? 0))
      counts[code] = (counts[code] ?? 0) + 1;
  }

  /** The values of a facet that occur, in no order. */
  values(key: FacetKey, counts: Int32Array): (FacetChoice & { readonly count: number })[] {
    const facet = facetKeys.indexOf(key);
    const found: (FacetChoice & { count: number })[] = [];
    counts.forEach((count, code) => {
      const choice = this.#choices[code];
      if (count > 0 && choice && this.#facetOf[code] === facet) found.push({ ...choice, count });
    });
    return found;
  }

  /** What people read for a value, if any tool ever had it. */
  label(key: FacetKey, value: string): string | undefined {
    const code = this.#codes.get(`${facetKeys.indexOf(key)}:${value}`);
    return code === undefined ? undefined : this.#choices[code]?.label;
  }
}

function makeRow(ofSlot: readonly (readonly number[] | undefined)[]) {
  const begins = new Int32Array(ofSlot.length + 1);
  for (let slot = 0; slot < ofSlot.length; slot += 1)
    begins[slot + 1] = (begins[slot] ?? 0) + (ofSlot[slot]?.length ?? 0);
  const codes = new Int32Array(begins[ofSlot.length] ?? 0);
  ofSlot.forEach((list, slot) => {
    if (list) codes.set(list, begins[slot]);
  });
  return { codes, begins };
}
