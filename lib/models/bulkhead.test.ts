import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bulkhead } from "#lib/models/bulkhead.ts";

const none = { maxConcurrent: null, requestsPerMinute: null, tokensPerMinute: null };

describe("a bulkhead", () => {
  it("lets everything in where nothing is limited", () => {
    const bulkhead = new Bulkhead();
    for (let call = 0; call < 500; call += 1)
      expect(bulkhead.enter(none, 1_000_000, 0)).toEqual({ ok: true });
  });

  it("lets so many in at a time, and the next when one leaves", () => {
    const bulkhead = new Bulkhead();
    const limits = { ...none, maxConcurrent: 2 };
    expect(bulkhead.enter(limits, 0, 0).ok).toBe(true);
    expect(bulkhead.enter(limits, 0, 0).ok).toBe(true);
    expect(bulkhead.enter(limits, 0, 0)).toEqual({ ok: false, limit: "maxConcurrent", waitMs: 0 });
    bulkhead.leave(0, null, 10);
    expect(bulkhead.enter(limits, 0, 10).ok).toBe(true);
  });

  it("keeps to requests per minute in every minute, and tells how long to wait", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 5, maxLength: 80 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 6 }), (pauses, most) => {
        const bulkhead = new Bulkhead();
        const entered: number[] = [];
        let now = 0;
        for (const pause of pauses) {
          now += pause;
          const entry = bulkhead.enter({ ...none, requestsPerMinute: most }, 0, now);
          if (entry.ok) entered.push(now);
          else {
            expect(entry.waitMs).toBeGreaterThan(0);
            now += entry.waitMs;
            expect(bulkhead.enter({ ...none, requestsPerMinute: most }, 0, now).ok).toBe(true);
            entered.push(now);
          }
        }
        for (const end of entered)
          expect(entered.filter((at) => at > end - 60_000 && at <= end).length).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("counts tokens as reserved, then as used", () => {
    const bulkhead = new Bulkhead();
    const limits = { ...none, tokensPerMinute: 100 };
    expect(bulkhead.enter(limits, 60, 0).ok).toBe(true);
    expect(bulkhead.enter(limits, 60, 0)).toMatchObject({ ok: false, limit: "tokensPerMinute" });
    bulkhead.leave(60, 10, 0);
    expect(bulkhead.enter(limits, 60, 0).ok).toBe(true);
    bulkhead.leave(60, 200, 0);
    expect(bulkhead.enter(limits, 1, 30_000).ok).toBe(false);
    expect(bulkhead.enter(limits, 1, 62_000).ok).toBe(true);
  });

  it("does not keep a large call out for ever", () => {
    const bulkhead = new Bulkhead();
    expect(bulkhead.enter({ ...none, tokensPerMinute: 10 }, 5000, 0).ok).toBe(true);
    expect(bulkhead.enter({ ...none, tokensPerMinute: 10 }, 1, 0).ok).toBe(false);
  });
});
