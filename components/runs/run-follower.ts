import { emptyRun, foldEvent, type RunState } from "#lib/runs/fold-events.ts";
import { isFinished, runEventPayloadSchema } from "#lib/runs/schema.ts";

/** What a view of a run shows: the log so far, and whether the browser hears more of it. */
export type FollowedRun = {
  readonly state: RunState;
  readonly connection: "connecting" | "live" | "lost" | "ended" | "session-ended";
};

/**
 * Follows one run's event log from any place. The browser reconnects by itself with the last sequence number;
 * several events between two frames make one change.
 */
export class RunFollower {
  readonly #runId: string;
  #followed: FollowedRun;
  #source: EventSource | undefined;
  #frame = 0;
  readonly #listeners = new Set<() => void>();

  constructor(runId: string, known: RunState = emptyRun) {
    this.#runId = runId;
    this.#followed = { state: known, connection: "connecting" };
  }

  readonly snapshot = (): FollowedRun => this.#followed;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#open();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#close();
    };
  };

  #open(): void {
    if (this.#followed.connection === "ended") return;
    const source = new EventSource(`/api/runs/${this.#runId}/events?after=${this.#followed.state.sequence}`);
    this.#source = source;
    source.onopen = () => this.#set({ connection: "live" });
    source.onerror = () =>
      this.#set({ connection: source.readyState === EventSource.CLOSED ? "session-ended" : "lost" });
    source.onmessage = (message: MessageEvent<string>) => {
      const payload = runEventPayloadSchema.safeParse(JSON.parse(message.data));
      if (!payload.success) return;
      this.#set({ state: foldEvent(this.#followed.state, Number(message.lastEventId), payload.data) });
    };
    source.addEventListener("end", () => this.#end("ended"));
    source.addEventListener("session-ended", () => this.#end("session-ended"));
  }

  #end(connection: "ended" | "session-ended"): void {
    this.#close();
    this.#set({ connection });
  }

  #close(): void {
    this.#source?.close();
    this.#source = undefined;
  }

  #set(change: Partial<FollowedRun>): void {
    this.#followed = { ...this.#followed, ...change };
    const isOver = isFinished(this.#followed.state.status) || change.connection !== undefined;
    if (isOver) {
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#tell();
    } else if (this.#frame === 0) {
      this.#frame = requestAnimationFrame(() => {
        this.#frame = 0;
        this.#tell();
      });
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
