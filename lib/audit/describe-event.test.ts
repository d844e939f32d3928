import { describe, expect, it } from "vitest";
import { describeEvent, typeWords } from "#lib/audit/describe-event.ts";
import { outcomes } from "#lib/audit/schema.ts";
import { events } from "#lib/messages/en/events.ts";

const actor = { kind: "person" as const, id: "p", name: "Amelia Hart" };
const target = { kind: "tool", id: "t", name: "Salary bands" };
const event = {
  type: "policy.refused",
  outcome: "refused" as const,
  actor,
  target,
  changes: null,
  details: null,
};

describe("an event in words", () => {
  it("says who, what and to what", () => {
    expect(describeEvent(event)).toEqual({
      did: "Was refused",
      sentence: "Amelia Hart was refused Salary bands.",
    });
  });

  it("tells a failed call from one that worked, by its operation", () => {
    const called = { ...event, type: "tool.called", details: { operation: "create_ticket" } };
    expect(describeEvent({ ...called, outcome: "succeeded" }).did).toBe("Called create_ticket");
    expect(describeEvent({ ...called, outcome: "failed" }).sentence).toBe(
      "Amelia Hart called create_ticket of Salary bands, and it failed.",
    );
  });

  it("names the role that was given or taken", () => {
    const changes = { before: { role: "domain-lead" }, after: null };
    expect(describeEvent({ ...event, type: "role.revoked", changes }).did).toBe(
      "Took away the role domain lead",
    );
  });

  it("has words for a type that it does not know", () => {
    expect(describeEvent({ ...event, type: "tool.teleported-away" })).toEqual({
      did: "Tool teleported away",
      sentence: "Amelia Hart: tool teleported away, Salary bands.",
    });
    expect(typeWords("tool.")).toBe("Tool");
    expect(typeWords("tool.called")).toBe("Called");
  });

  it("has both forms of every message, and no value that nothing fills", () => {
    const keys = Object.keys(events);
    expect(
      keys.filter((key) => key.startsWith("did-") && !keys.includes(key.replace("did-", "sentence-"))),
    ).toEqual([]);
    for (const key of keys.filter((name) => name.startsWith("sentence-"))) {
      const [type = "", outcome] = key.slice("sentence-".length).split(":");
      expect(keys).toContain(`did-${type}`);
      const { did, sentence } = describeEvent({
        ...event,
        type,
        outcome: outcomes.find((known) => known === outcome) ?? "succeeded",
      });
      expect(`${did} ${sentence}`).not.toMatch(/[{}]|undefined| {2}/);
    }
  });
});
