import { describe, expect, test } from "vitest";
import {
  type ConfirmationStage,
  confirmationDueAt,
  confirmationStage,
  confirmationStages,
  remindersOf,
} from "#lib/ownership/confirmation.ts";

const dayMs = 86_400_000;
const confirmedAt = new Date("2026-03-02T09:30:00Z");
const createdAt = new Date("2025-01-01T00:00:00Z");
const facts = { confirmedAt, createdAt };
const at = (days: number, ms = 0) => new Date(confirmedAt.getTime() + days * dayMs + ms);

describe("confirmationStage", () => {
  test.each<[number, ConfirmationStage, ConfirmationStage]>([
    [166, "held", "soon"],
    [180, "soon", "due"],
    [187, "due", "late"],
    [194, "late", "overdue"],
    [210, "overdue", "unconfirmed"],
  ])("on day %i %s becomes %s, at the hour", (day, before, after) => {
    expect(confirmationStage(facts, at(day, -1))).toBe(before);
    expect(confirmationStage(facts, at(day))).toBe(after);
  });

  test("holds for ever at the last stage and begins anew with a confirmation", () => {
    expect(confirmationStage(facts, at(4000))).toBe("unconfirmed");
    expect(confirmationStage({ ...facts, confirmedAt: at(4000) }, at(4000))).toBe("held");
  });

  test("an entry that nobody confirmed is due a fortnight after it was made", () => {
    const fresh = { confirmedAt: null, createdAt };
    expect(confirmationDueAt(fresh).toISOString()).toBe("2025-01-15T00:00:00.000Z");
    expect(confirmationStage(fresh, createdAt)).toBe("soon");
    expect(confirmationStage(fresh, new Date("2025-02-14T00:00:00Z"))).toBe("unconfirmed");
  });
});

describe("remindersOf", () => {
  test("asks the owner first, then the deputy, then the lead", () => {
    const asked = confirmationStages.map((stage) => remindersOf(stage).map(({ to }) => to));
    expect(asked).toEqual([
      [],
      ["owner"],
      ["owner"],
      ["owner", "deputy"],
      ["owner", "deputy", "lead"],
      ["owner", "deputy", "lead"],
    ]);
  });

  test("names nobody twice, and nothing later than the stage itself", () => {
    for (const stage of confirmationStages) {
      const told = remindersOf(stage);
      expect(new Set(told.map(({ to }) => to)).size).toBe(told.length);
      const last = confirmationStages.indexOf(stage);
      for (const one of told) expect(confirmationStages.indexOf(one.stage)).toBeLessThanOrEqual(last);
    }
  });
});
