import { expect, test } from "vitest";
import { expiryAfterUse, sessionLimits } from "#lib/identity/session.ts";

test("a session that is used expires after the idle time, but never past its longest life", () => {
  const createdAt = new Date("2026-03-02T08:00:00Z");
  const after = (seconds: number) => new Date(createdAt.getTime() + seconds * 1000);
  const { idleSeconds, longestSeconds } = sessionLimits;
  expect(expiryAfterUse(createdAt, createdAt)).toEqual(after(idleSeconds));
  expect(expiryAfterUse(createdAt, after(3600))).toEqual(after(3600 + idleSeconds));
  expect(expiryAfterUse(createdAt, after(longestSeconds - 60))).toEqual(after(longestSeconds));
});
