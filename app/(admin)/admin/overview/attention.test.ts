import { describe, expect, it } from "vitest";
import type { Concern, ConcernKind } from "#lib/catalog/concerns.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import type { RuleView } from "#lib/policy/schema.ts";
import { type AttentionFacts, attentionOf } from "./attention.ts";

const nothing: AttentionFacts = {
  missingSteps: 0,
  concerns: [],
  providers: [],
  bursts: [],
  withoutOutcome: 0,
  rules: [],
  searches: [],
  today: "2026-05-09T12:00:00.000Z",
};
const concern = (kind: ConcernKind): Concern => ({
  kind,
  tool: { slug: "tickets", name: "Tickets" },
  facts: { at: null, count: null, share: null, name: null },
});
const provider = (isActive: boolean, lastProbeError: string | null) =>
  ({ isActive, lastProbeError }) as ProviderView;
const rule = (isActive: boolean, reviewAt: string | null) => ({ isActive, reviewAt }) as RuleView;
const kinds = (facts: Partial<AttentionFacts>) =>
  attentionOf({ ...nothing, ...facts }).map((item) =>
    item.kind === "concern" ? item.concern.kind : item.kind,
  );

describe("what an administrator should look at", () => {
  it("is nothing when all is well", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ providers: [provider(true, null), provider(false, "down")] })).toEqual([]);
    expect(
      kinds({
        rules: [
          rule(true, null),
          rule(true, "2026-06-01T00:00:00.000Z"),
          rule(false, "2026-01-01T00:00:00.000Z"),
        ],
      }),
    ).toEqual([]);
  });

  it("comes with what stops work first, and leaves the owner's business to the owner", () => {
    expect(
      kinds({
        missingSteps: 1,
        concerns: [
          concern("review-expired"),
          concern("question-waiting"),
          concern("failing"),
          concern("blocked"),
        ],
        providers: [provider(true, "down")],
        withoutOutcome: 2,
        rules: [rule(true, "2026-05-01T00:00:00.000Z")],
        searches: [{ query: "vpn mac", times: 17, last: nothing.today }],
      }),
    ).toEqual([
      "setup",
      "provider",
      "failing",
      "blocked",
      "without-outcome",
      "review-expired",
      "rule",
      "search",
    ]);
  });
});
