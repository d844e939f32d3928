import "server-only";
import { listen, notify } from "#lib/db/notify.ts";
import { env } from "#lib/env.ts";
import type { RunEvent } from "#lib/runs/schema.ts";

type Listener = (events: readonly RunEvent[] | "read-again") => void;
type Hub = {
  readonly listeners: Map<string, Set<Listener>>;
  /** Runs that this process carries out. */
  readonly active: Map<string, AbortController>;
  hearing: Promise<unknown> | undefined;
};

const holder = globalThis as typeof globalThis & { weftRunHub?: Hub };
holder.weftRunHub ??= { listeners: new Map(), active: new Map(), hearing: undefined };
const hub = holder.weftRunHub;

const channel = "weft_run";

/** Why a run is aborted when its process is being stopped; the person's own stop is "stopped". */
export const interruption = "interrupted";
type AbortReason = "stopped" | typeof interruption;

function hear(payload: string | undefined): void {
  if (payload === undefined) {
    for (const set of hub.listeners.values()) for (const listener of set) listener("read-again");
    return;
  }
  const [what, runId = ""] = payload.split(" ");
  if (what === "stop") abortHere(runId, "stopped");
  else if (!hub.active.has(runId))
    for (const listener of hub.listeners.get(runId) ?? []) listener("read-again");
}

/** Listens once per process to what other replicas say: new events of a run, or that it should stop. */
async function hearOthers(): Promise<void> {
  if (env().isEmbedded) return;
  hub.hearing ??= listen(channel, hear);
  try {
    await hub.hearing;
  } catch (error) {
    hub.hearing = undefined;
    throw error;
  }
}

export async function subscribe(runId: string, listener: Listener): Promise<() => void> {
  await hearOthers();
  const set = hub.listeners.get(runId) ?? new Set();
  set.add(listener);
  hub.listeners.set(runId, set);
  return () => {
    set.delete(listener);
    if (set.size === 0) hub.listeners.delete(runId);
  };
}

/** Hands stored events to everybody who follows the run, here and on other replicas. */
export async function publish(runId: string, events: readonly RunEvent[]): Promise<void> {
  for (const listener of hub.listeners.get(runId) ?? []) listener(events);
  if (!env().isEmbedded) await notify(channel, `events ${runId}`);
}

/** Marks a run as carried out by this process until `leave` is called. */
export async function enter(runId: string, abort: AbortController): Promise<() => void> {
  await hearOthers();
  hub.active.set(runId, abort);
  return () => {
    // An answered card may have begun the next stretch of the same run before this one has left.
    if (hub.active.get(runId) === abort) hub.active.delete(runId);
  };
}

/** Stops a run wherever it is carried out. */
export async function signalStop(runId: string): Promise<void> {
  abortHere(runId, "stopped");
  if (!env().isEmbedded) await notify(channel, `stop ${runId}`);
}

/** Ends the work on a run if it is carried out by this process. */
export function abortHere(runId: string, reason: AbortReason): void {
  hub.active.get(runId)?.abort(reason);
}

export function activeRunIds(): string[] {
  return [...hub.active.keys()];
}
