import { describe, expect, test } from "vitest";
import { gatesOf } from "#lib/catalog/gates.ts";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import { noUsage } from "#lib/telemetry/schema.ts";

const review = (kind: string, reviewedAt: string, isExpired: boolean) => ({
  id: "00000000-0000-7000-8000-000000000001",
  kind,
  reviewer: "R",
  outcome: "passed",
  reviewedAt,
  expiresAt: "2026-05-01T00:00:00.000Z",
  isExpired,
});
const well = {
  readiness: { state: "works-now", label: "Works now" },
  lifecycle: "published",
  blockedReason: null,
  retiresAt: null,
  deprecatedAt: null,
  isUnowned: false,
  reviews: [],
  incidents: [],
  usage: noUsage,
  sloSuccess: 0.99,
} as const;
type Gates = Parameters<typeof gatesOf>[0];
const gates = (change: Partial<Gates>) =>
  gatesOf({ ...well, reviews: [], incidents: [], ...change }).map(({ kind }) => kind);

describe("gates", () => {
  test("there are none on a tool in good order", () => {
    expect(gates({})).toEqual([]);
  });

  test("only the newest review of a kind counts", () => {
    const old = review("security", "2025-05-01T00:00:00.000Z", true);
    expect(gates({ reviews: [old] })).toEqual(["review-expired"]);
    expect(gates({ reviews: [review("security", "2026-05-01T00:00:00.000Z", false), old] })).toEqual([]);
    expect(gates({ reviews: [review("privacy", "2026-05-01T00:00:00.000Z", false), old] })).toEqual([
      "review-expired",
    ]);
  });

  test("a promise counts from 20 calls on", () => {
    expect(gates({ usage: { ...noUsage, judgedCalls: 19, successShare: 0.5 } })).toEqual([]);
    expect(gates({ usage: { ...noUsage, judgedCalls: 20, successShare: 0.98 } })).toEqual(["below-promise"]);
    expect(gates({ sloSuccess: null, usage: { ...noUsage, judgedCalls: 99, successShare: 0.1 } })).toEqual(
      [],
    );
  });

  test("the most serious comes first", () => {
    expect(
      gates({ lifecycle: "deprecated", isUnowned: true, readiness: { state: "blocked", label: "" } }),
    ).toEqual(["blocked", "unowned", "deprecated"]);
  });
});

type Facts = Parameters<typeof mainActionOf>[0];
const allowed = { allowed: true, reason: "", basis: "allowed", ruleIds: [], contact: null } as const;
const operation = {} as Facts["operations"][number];
const tool: Facts = {
  kind: "http",
  name: "Tickets",
  readiness: { state: "works-now", label: "Works now" },
  access: { ...allowed, ruleIds: [] },
  linkUrl: null,
  prompt: null,
  operations: [operation],
  owner: { id: "1", name: "Ana Pires" },
  ownerIsActive: true,
  team: { id: "2", slug: "t", name: "Service Quality" },
};

describe("the main action", () => {
  test("is to try what works, to open what runs elsewhere, to copy a prompt without a model", () => {
    expect(mainActionOf(tool)).toEqual({ kind: "try", inChat: true });
    expect(mainActionOf({ ...tool, kind: "link", linkUrl: "https://docs.example.com/a" })).toMatchObject({
      kind: "open",
      host: "docs.example.com",
    });
    const needsModel = { state: "needs-model", label: "Needs a model" } as const;
    expect(mainActionOf({ ...tool, kind: "prompt", readiness: needsModel, prompt: "Be brief." })).toEqual({
      kind: "copy-prompt",
      prompt: "Be brief.",
    });
  });

  test("names the reason and whom to ask: the rule's contact, the active owner, the team", () => {
    const refused = {
      ...tool,
      access: { ...tool.access, allowed: false, reason: "Reward only.", contact: "Reward desk" },
    };
    expect(mainActionOf(refused)).toEqual({ kind: "none", reason: "Reward only.", ask: "Reward desk" });
    const noContact = { ...refused, access: { ...refused.access, contact: null } };
    expect(mainActionOf(noContact)).toMatchObject({ ask: "Ana Pires" });
    expect(mainActionOf({ ...noContact, ownerIsActive: false })).toMatchObject({ ask: "Service Quality" });
  });
});
