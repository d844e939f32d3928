import { expect, test } from "vitest";
import { withinTime } from "#lib/within-time.ts";

/** Ends when the signal does, with its reason. */
const silent = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test("silent work ends when the time is over", async () => {
  await expect(withinTime(20, new AbortController().signal, silent)).rejects.toMatchObject({
    name: "TimeoutError",
  });
});

test("silent work ends when the outer signal does, with its reason, also when it did before", async () => {
  const outer = new AbortController();
  const running = withinTime(60_000, outer.signal, silent).catch((error: unknown) => error);
  outer.abort(new Error("Stopped by a person."));
  expect(await running).toMatchObject({ message: "Stopped by a person." });
  await expect(withinTime(60_000, outer.signal, silent)).rejects.toThrow("Stopped by a person.");
});

test("work that ends in time keeps its value, and its signal is not aborted afterwards", async () => {
  let kept: AbortSignal | undefined;
  const outer = new AbortController();
  const value = await withinTime(10, outer.signal, async (signal) => {
    kept = signal;
    return 7;
  });
  outer.abort();
  await new Promise((done) => setTimeout(done, 30));
  expect([value, kept?.aborted]).toEqual([7, false]);
});
