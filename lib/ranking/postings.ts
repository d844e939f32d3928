/** Where one form occurs: document numbers, and for each of them the count in every field. */
interface Posting {
  documents: number[];
  /** `fieldCount` numbers per document. */
  counts: number[];
  /** Documents still alive. */
  live: number;
}

/** The inverted lists of an index. Removed documents stay as tombstones until the owner rebuilds. */
export class Postings {
  readonly #byForm = new Map<string, Posting>();
  readonly fieldCount: number;

  constructor(fieldCount: number) {
    this.fieldCount = fieldCount;
  }

  get size(): number {
    return this.#byForm.size;
  }

  /** Adds a document; `counts` holds for each form its count per field. */
  add(document: number, counts: ReadonlyMap<string, readonly number[]>): void {
    for (const [form, perField] of counts) {
      let posting = this.#byForm.get(form);
      if (!posting) {
        posting = { documents: [], counts: [], live: 0 };
        this.#byForm.set(form, posting);
      }
      posting.documents.push(document);
      posting.counts.push(...perField);
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
}
