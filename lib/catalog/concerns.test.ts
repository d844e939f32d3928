import { describe, expect, test } from "vitest";
import { concernsOf, type HealthFacts } from "#lib/catalog/concerns.ts";

const today = new Date("2026-05-09T12:00:00Z");
const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000);
const well: HealthFacts = {
  tool: { slug: "tickets", name: "Tickets" },
  lifecycle: "published",
  blockedAt: null,
  blockedReason: null,
  hasActiveOwner: true,
  confirmedAt: daysAgo(20),
  successor: null,
  calls: 400,
  successShare: 0.99,
  promisedShare: 0.98,
  reviews: [{ kind: "security", expiresAt: daysAgo(-90) }],
  openQuestions: [],
  suspensions: [],
  openIncident: null,
};
const kinds = (change: Partial<HealthFacts>) =>
  concernsOf({ ...well, ...change }, today).map(({ kind }) => kind);

describe("what needs attention", () => {
  test("is nothing for a tool in good order, a draft or a retired one", () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ lifecycle: "retired", hasActiveOwner: false })).toEqual([]);
    expect(kinds({ lifecycle: "draft", confirmedAt: null })).toEqual([]);
  });

  test("comes most urgent first", () => {
    const all = kinds({
      blockedAt: today,
      hasActiveOwner: false,
      successShare: 0.5,
      reviews: [{ kind: "security", expiresAt: daysAgo(12) }],
      openQuestions: [{ askedAt: daysAgo(6) }],
      suspensions: [{ foundAt: today }],
      openIncident: { title: "Down", startedAt: today },
    });
    expect(all).toEqual([
      "blocked",
      "outage",
      "suspended",
      "unowned",
      "review-expired",
      "failing",
      "question-waiting",
    ]);
  });

  test("suspended operations are counted, since the first of them", () => {
    const suspensions = [{ foundAt: daysAgo(1) }, { foundAt: daysAgo(3) }];
    expect(concernsOf({ ...well, suspensions }, today)).toMatchObject([
      { kind: "suspended", facts: { at: daysAgo(3).toISOString(), count: 2 } },
    ]);
    expect(kinds({ suspensions, lifecycle: "retired" })).toEqual([]);
  });

  test("a share of few calls is no failure, and the tool's own promise counts", () => {
    expect(kinds({ calls: 19, successShare: 0.1 })).toEqual([]);
    expect(kinds({ successShare: 0.97 })).toEqual(["failing"]);
    expect(kinds({ successShare: 0.97, promisedShare: null })).toEqual([]);
  });

  test("a confirmation holds for 180 days and needs an owner to be asked for", () => {
    expect(kinds({ confirmedAt: daysAgo(180) })).toEqual([]);
    expect(kinds({ confirmedAt: daysAgo(181) })).toEqual(["unconfirmed"]);
    expect(kinds({ confirmedAt: null, hasActiveOwner: false })).toEqual(["unowned"]);
  });

  test("a question waits after two days; a review is announced 30 days ahead", () => {
    expect(kinds({ openQuestions: [{ askedAt: daysAgo(1) }] })).toEqual([]);
    const [waiting] = concernsOf(
      { ...well, openQuestions: [{ askedAt: daysAgo(1) }, { askedAt: daysAgo(6) }] },
      today,
    );
    expect(waiting).toMatchObject({
      kind: "question-waiting",
      facts: { at: daysAgo(6).toISOString(), count: 2 },
    });
    expect(kinds({ reviews: [{ kind: "privacy", expiresAt: daysAgo(-29) }] })).toEqual([
      "review-expires-soon",
    ]);
  });
});
