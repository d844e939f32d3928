import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { emptyRun, foldEvent, type RunState } from "#lib/runs/fold-events.ts";
import type { AssistantPart, RunEvent, RunEventPayload } from "#lib/runs/schema.ts";
import { insertEvents } from "#lib/runs/server/repository.ts";
import { publish } from "#lib/runs/server/run-hub.ts";

const groupMs = 50;

/**
 * Writes a run's events: stored first, then handed on, so that what a person saw is never lost. The first text is
 * flushed at once, later text in groups of 50 ms.
 */
export class RunLog {
  readonly #runId: string;
  #state: RunState;
  #sequence: number;
  #waiting: RunEvent[] = [];
  #text: { at: number; delta: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastFlush = 0;
  #chain: Promise<void> = Promise.resolve();
  #failure: unknown;

  /** `events` is the run's log so far; empty for a new run. */
  constructor(runId: string, events: readonly RunEvent[] = []) {
    this.#runId = runId;
    this.#state = events.reduce((state, event) => foldEvent(state, event.sequence, event.payload), emptyRun);
    this.#sequence = this.#state.sequence;
  }

  get parts(): readonly AssistantPart[] {
    return this.#state.parts;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Adds a part at the end and returns its place. */
  addPart(part: AssistantPart): number {
    this.#settleText();
    const at = this.#state.parts.length;
    this.append({ kind: "part", at, part });
    return at;
  }

  replacePart(at: number, part: AssistantPart): void {
    this.append({ kind: "part", at, part });
  }

  /** Adds text to the markdown part at the end, or begins one. */
  addText(delta: string): void {
    if (delta === "") return;
    if (!this.#text) {
      const last = this.#state.parts.length - 1;
      const at = this.#state.parts[last]?.type === "markdown" ? last : this.#state.parts.length;
      this.#text = { at, delta: "" };
    }
    this.#text.delta += delta;
    const wait = this.#lastFlush + groupMs - performance.now();
    if (wait <= 0) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), wait);
  }

  append(payload: RunEventPayload): void {
    this.#settleText();
    this.#push(payload);
    this.#flush();
  }

  /** Waits until everything is stored; throws when storing failed. */
  async settle(): Promise<void> {
    this.#settleText();
    this.#flush();
    await this.#chain;
    if (this.#failure) throw this.#failure;
  }

  /** Stores the last event together with `change`, in one transaction, then hands it on. */
  async finish(
    payload: RunEventPayload,
    change: (parts: readonly AssistantPart[], sequence: number) => Promise<void>,
  ): Promise<void> {
    await this.settle();
    this.#push(payload);
    const events = this.#waiting;
    this.#waiting = [];
    await transaction(async () => {
      await insertEvents(this.#runId, events);
      await change(this.#state.parts, this.#sequence);
    });
    await publish(this.#runId, events);
  }

  #push(payload: RunEventPayload): void {
    this.#sequence += 1;
    this.#waiting.push({ sequence: this.#sequence, payload });
    this.#state = foldEvent(this.#state, this.#sequence, payload);
  }

  #settleText(): void {
    const text = this.#text;
    if (!text || text.delta === "") return;
    this.#text = null;
    this.#push({ kind: "text", at: text.at, delta: text.delta });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#settleText();
    this.#lastFlush = performance.now();
    this.#chain = this.#chain.then(async () => {
      const events = this.#waiting;
      if (events.length === 0 || this.#failure) return;
      this.#waiting = [];
      try {
        await insertEvents(this.#runId, events);
        await publish(this.#runId, events);
      } catch (error) {
        this.#failure = error;
      }
    });
  }
}
