import { AsyncLocalStorage } from "node:async_hooks";

type Holder = typeof globalThis & {
  weftClock?: AsyncLocalStorage<{ now: () => Date; source: "live" | "sample" }>;
};
const holder = globalThis as Holder;
holder.weftClock ??= new AsyncLocalStorage();
const storage = holder.weftClock;

/** The time of the moment. The demo seed sets it back, so that it can run the product's own use cases. */
export function now(): Date {
  return storage.getStore()?.now() ?? new Date();
}

/** `sample` for everything that the demo seed writes, `live` otherwise. */
export function currentSource(): "live" | "sample" {
  return storage.getStore()?.source ?? "live";
}

/** Runs `work` with another clock; all it writes is marked as sample data. */
export function asSampleAt<T>(clock: () => Date, work: () => T): T {
  return storage.run({ now: clock, source: "sample" }, work);
}
