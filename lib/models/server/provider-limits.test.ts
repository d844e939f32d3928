import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { withModelLimits } from "#lib/models/server/model-limits.ts";
import { type LimitedProvider, withProviderLimits } from "#lib/models/server/provider-limits.ts";

let count = 0;
const provider = (limits: Partial<LimitedProvider>): LimitedProvider => {
  count += 1;
  const none = { maxConcurrent: null, requestsPerMinute: null, tokensPerMinute: null };
  return { id: `p${count}`, name: "Scripted", ...none, ...limits };
};

it("never has more under way than it may, and serves in the order of asking", async () => {
  const limited = provider({ maxConcurrent: 2 });
  let underWay = 0;
  let most = 0;
  const order: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      withProviderLimits(limited, async () => {
        order.push(at);
        underWay += 1;
        most = Math.max(most, underWay);
        await pause(5);
        underWay -= 1;
      }),
    ),
  );
  expect(most).toBe(2);
  expect(order).toEqual(Array.from({ length: 12 }, (_, at) => at));
});

it("refuses with the limit in words when no place comes free in time", async () => {
  const limited = provider({ maxConcurrent: 1 });
  const held = Promise.withResolvers<void>();
  const first = withProviderLimits(limited, () => held.promise);
  const second = withModelLimits({ longestQueueMs: 40 }, () => withProviderLimits(limited, async () => 2));
  await expect(second).rejects.toMatchObject({
    code: "too-many-requests",
    message: "The portal sends at most 1 call at a time to Scripted, and that is reached.",
    details: { limit: "maxConcurrent" },
  });
  held.resolve();
  await first;
  expect(await withProviderLimits(limited, async () => 3)).toBe(3);
});

it("refuses at once where waiting a short while cannot help", async () => {
  const limited = provider({ requestsPerMinute: 1 });
  await withProviderLimits(limited, async () => undefined);
  const startedAt = performance.now();
  await expect(withProviderLimits(limited, async () => undefined)).rejects.toMatchObject({
    details: { limit: "requestsPerMinute" },
  });
  expect(performance.now() - startedAt).toBeLessThan(500);
});

it("gives the place back when the work fails, and waits no longer than its caller", async () => {
  const limited = provider({ maxConcurrent: 1 });
  const broken = withProviderLimits(limited, async () => {
    throw new Error("broken");
  });
  await expect(broken).rejects.toThrow("broken");
  const held = Promise.withResolvers<void>();
  const first = withProviderLimits(limited, () => held.promise);
  const stop = new AbortController();
  const waiting = withProviderLimits(limited, async () => 1, { signal: stop.signal });
  stop.abort(new Error("stopped"));
  await expect(waiting).rejects.toThrow("stopped");
  held.resolve();
  await first;
  expect(await withProviderLimits(limited, async () => 4)).toBe(4);
});

it("counts tokens that were used, not those that were guessed", async () => {
  const limited = provider({ tokensPerMinute: 1000 });
  for (let call = 0; call < 5; call += 1)
    await withProviderLimits(limited, async (settle) => settle(10), { tokens: 900 });
  await withProviderLimits(limited, async (settle) => settle(2000), { tokens: 900 });
  await expect(withProviderLimits(limited, async () => 1, { tokens: 1 })).rejects.toMatchObject({
    details: { limit: "tokensPerMinute" },
  });
});
