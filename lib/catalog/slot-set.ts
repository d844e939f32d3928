/** A set of small whole numbers, one bit each. */
export class SlotSet {
  readonly #bits: Uint32Array;
  size = 0;

  /** Holds numbers below `capacity`. */
  constructor(capacity: number) {
    this.#bits = new Uint32Array((capacity + 31) >>> 5);
  }

  has(slot: number): boolean {
    return (((this.#bits[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 1;
  }

  add(slot: number): void {
    if (this.has(slot)) return;
    this.#bits[slot >>> 5] = (this.#bits[slot >>> 5] ?? 0) | (1 << (slot & 31));
    this.size += 1;
  }
}
