import "server-only";
import { transaction } from "#lib/db/transaction.ts";
import { emptyRun, foldEvent, type RunState } from "#lib/runs/fold-events.ts";
import type { AssistantPart, RunEvent, RunEventPayload } from "#lib/runs/schema.ts";
import { insertEvents } from "#lib/runs/server/repository.ts";
import { publish } from "#lib/runs/server/run-hub.ts";
import { storableJson } from "#lib/storable.ts";

const groupMs = 50;

function asksThePerson(part: AssistantPart): boolean {
  return part.type === "form"
    ? part.state === "open"
    : part.type === "call" && part.status === "waiting-approval";
}

function endsInHalf(text: string): boolean {
  return /[\ud800-\udbff]$/.test(text);
}

/**
 * Writes a run's events: stored first, then handed on, so that what a person saw is never lost. The first text is
 * flushed at once, later text in groups of 50 ms.
 */
export class RunLog {
  readonly #runId: string;
  #state: RunState;
  #sequence: number;
  /** Events up to this one may be stored; later ones are held. */
  #ready = 0;
  #waiting: RunEvent[] = [];
  #text: { at: number; delta: string } | null = null;
  /** The first half of a character whose second half has not come yet. */
  #half = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastFlush = 0;
  #chain: Promise<void> = Promise.resolve();
  #failure: { readonly error: unknown } | undefined;

  /** `events` is the run's log so far; empty for a new run. */
  constructor(runId: string, events: readonly RunEvent[] = []) {
    this.#runId = runId;
    this.#state = events.reduce((state, event) => foldEvent(state, event.sequence, event.payload), emptyRun);
    this.#sequence = this.#state.sequence;
  }

  get parts(): readonly AssistantPart[] {
    return this.#state.parts;
  }

  /** The routing decision as it stands, or null as long as there is none. */
  get decision(): RunState["decision"] {
    return this.#state.decision;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /**
   * Adds a part at the end and returns its place. A card or form is held back: it is stored and handed on together
   * with the state that waits for its answer, so that nobody can answer too early.
   */
  addPart(part: AssistantPart): number {
    this.#settleText();
    const at = this.#state.parts.length;
    this.#push({ kind: "part", at, part });
    if (!asksThePerson(part)) this.#flush();
    return at;
  }

  replacePart(at: number, part: AssistantPart): void {
    this.append({ kind: "part", at, part });
  }

  /** Adds text to the markdown part at the end, or begins one. */
  addText(delta: string): void {
    const text = this.#half + delta;
    this.#half = endsInHalf(text) ? text.slice(-1) : "";
    const whole = this.#half ? text.slice(0, -1) : text;
    if (whole === "") return;
    const isFirst = this.#state.parts.at(-1)?.type !== "markdown" && !this.#text;
    this.#beginText().delta += whole;
    const wait = isFirst ? 0 : this.#lastFlush + groupMs - performance.now();
    if (wait <= 0) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), wait);
  }

  append(payload: RunEventPayload): void {
    this.#settleText();
    this.#push(payload);
    this.#flush();
  }

  /** Stores the last events together with `change`, in one transaction, then hands them on. */
  async finish(
    last: readonly RunEventPayload[],
    change: (parts: readonly AssistantPart[], sequence: number) => Promise<void>,
  ): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#chain;
    if (this.#failure) throw this.#failure.error;
    this.#settleText();
    for (const payload of last) this.#push(payload);
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
    const stored = storableJson(payload);
    this.#waiting.push({ sequence: this.#sequence, payload: stored });
    this.#state = foldEvent(this.#state, this.#sequence, stored);
  }

  #beginText(): { at: number; delta: string } {
    const last = this.#state.parts.length - 1;
    const at = this.#state.parts[last]?.type === "markdown" ? last : this.#state.parts.length;
    this.#text ??= { at, delta: "" };
    return this.#text;
  }

  #settleText(isOver = true): void {
    if (isOver && this.#half) {
      this.#beginText().delta += this.#half;
      this.#half = "";
    }
    const text = this.#text;
    if (!text) return;
    this.#text = null;
    this.#push({ kind: "text", at: text.at, delta: text.delta });
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#settleText(false);
    this.#lastFlush = performance.now();
    this.#ready = this.#sequence;
    this.#chain = this.#chain.then(async () => {
      const events = this.#waiting.filter((event) => event.sequence <= this.#ready);
      if (events.length === 0 || this.#failure) return;
      this.#waiting = this.#waiting.slice(events.length);
      try {
        await insertEvents(this.#runId, events);
        await publish(this.#runId, events);
      } catch (error) {
        this.#failure = { error };
      }
    });
  }
}
