/** Where one form occurs: document numbers, ascending, and for each of them its packed counts. */
interface Posting {
  readonly documents: number[];
  readonly counts: number[];
  /** Documents still alive. */
  live: number;
}

/** Bits of one small integer that all fields of a document share. */
const packedBits = 30;

/** The inverted lists of an index. Removed documents stay as tombstones until `renumber`. */
export class Postings {
  readonly #byForm = new Map<string, Posting>();
  /** Bits of one field's count; a word that is said more often counts as if it were said this often. */
  readonly bits: number;
  readonly mask: number;

  constructor(fieldCount: number) {
    this.bits = Math.min(10, Math.floor(packedBits / fieldCount));
    this.mask = 2 ** this.bits - 1;
  }

  get size(): number {
    return this.#byForm.size;
  }

  /** Adds a document, whose number is higher than all before; `counts` holds for each form its count per field. */
  add(document: number, counts: ReadonlyMap<string, readonly number[]>): void {
    for (const [form, perField] of counts) {
      let posting = this.#byForm.get(form);
      if (!posting) {
        posting = { documents: [], counts: [], live: 0 };
        this.#byForm.set(form, posting);
      }
      let packed = 0;
      for (let field = perField.length - 1; field >= 0; field -= 1) {
        packed = (packed << this.bits) | Math.min(this.mask, perField[field] ?? 0);
      }
      posting.documents.push(document);
      posting.counts.push(packed);
      posting.live += 1;
    }
  }

  /** Forgets that a document holds these forms. */
  release(forms: Iterable<string>): void {
    for (const form of forms) {
      const posting = this.#byForm.get(form);
      if (!posting) continue;
      posting.live -= 1;
      if (posting.live === 0) this.#byForm.delete(form);
    }
  }

  get(form: string): Readonly<Posting> | undefined {
    return this.#byForm.get(form);
  }

  frequency(form: string): number {
    return this.#byForm.get(form)?.live ?? 0;
  }

  /** The packed counts of a form in a living document; 0 when it is not in it. */
  countsIn(form: string, document: number): number {
    const posting = this.#byForm.get(form);
    if (!posting) return 0;
    let low = 0;
    let high = posting.documents.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const number = posting.documents[middle] ?? 0;
      if (number === document) return posting.counts[middle] ?? 0;
      if (number < document) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  /** Gives every document a new number, in the same order; those without one are gone. */
  renumber(numbers: ReadonlyMap<number, number>): void {
    for (const [form, posting] of this.#byForm) {
      const kept: Posting = { documents: [], counts: [], live: 0 };
      posting.documents.forEach((document, at) => {
        const number = numbers.get(document);
        if (number === undefined) return;
        kept.documents.push(number);
        kept.counts.push(posting.counts[at] ?? 0);
        kept.live += 1;
      });
      if (kept.live > 0) this.#byForm.set(form, kept);
      else this.#byForm.delete(form);
    }
  }
}
