/** A map whose values are made when they are asked for, once each. Keys are read anew at each walk. */
export class OnDemandMap<Value> implements ReadonlyMap<string, Value> {
  readonly #made = new Map<string, Value>();
  readonly #keys: () => Iterable<string>;
  readonly #has: (key: string) => boolean;
  readonly #count: () => number;
  readonly #make: (key: string) => Value | undefined;

  constructor(parts: {
    readonly keys: () => Iterable<string>;
    readonly has: (key: string) => boolean;
    readonly count: () => number;
    readonly make: (key: string) => Value | undefined;
  }) {
    this.#keys = parts.keys;
    this.#has = parts.has;
    this.#count = parts.count;
    this.#make = parts.make;
  }

  get size(): number {
    return this.#count();
  }

  has(key: string): boolean {
    return this.#has(key);
  }

  get(key: string): Value | undefined {
    if (!this.#has(key)) return undefined;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const value = this.#make(key);
    if (value !== undefined) this.#made.set(key, value);
    return value;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const key of this.#keys()) {
      const value = this.get(key);
      if (value !== undefined) yield [key, value];
    }
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(visit: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }
}
