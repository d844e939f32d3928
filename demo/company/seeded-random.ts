/** A small deterministic random source: the same seed always gives the same sequence. */
export type SeededRandom = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** One item of a list that is not empty. */
  pick<T>(items: readonly T[]): T;
  /** One item, with chances in proportion to the weights. */
  weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
};

// FNV-1a spreads a readable seed over 32 bits.
function hashSeed(seed: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < seed.length; index += 1) {
    hash ^= seed.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Makes a random source from a readable seed (mulberry32). */
export function seededRandom(seed: string): SeededRandom {
  let state = hashSeed(seed);

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  function between(low: number, high: number): number {
    return low + Math.floor(next() * (high - low + 1));
  }

  function pick<T>(items: readonly T[]): T {
    const item = items[between(0, items.length - 1)];
    if (item === undefined) throw new RangeError("Cannot pick from an empty list");
    return item;
  }

  function weighted<T>(items: readonly (readonly [item: T, weight: number])[]): T {
    const total = items.reduce((sum, [, weight]) => sum + weight, 0);
    let left = next() * total;
    for (const [item, weight] of items) {
      left -= weight;
      if (left < 0) return item;
    }
    throw new RangeError("Cannot pick from an empty list");
  }

  return { next, between, pick, weighted, chance: (probability) => next() < probability };
}
