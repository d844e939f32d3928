import { expect, test } from "vitest";
import { groupByDay } from "#components/notifications/group-by-day.ts";
import { inboxHref } from "#components/notifications/inbox-address.ts";

const at = (...moments: string[]) => moments.map((createdAt) => ({ createdAt }));

test("messages stand under the day that it was where somebody is", () => {
  const items = at("2026-03-29T23:30:00.000Z", "2026-03-29T22:30:00.000Z", "2026-03-28T10:00:00.000Z");
  expect(groupByDay(items, "UTC").map(({ day, items }) => [day, items.length])).toEqual([
    ["2026-03-29", 2],
    ["2026-03-28", 1],
  ]);
  // Summer time began in that night.
  expect(groupByDay(items, "Europe/London").map(({ day }) => day)).toEqual([
    "2026-03-30",
    "2026-03-29",
    "2026-03-28",
  ]);
  expect(groupByDay([], "UTC")).toEqual([]);
});

test("the address holds what was chosen and nothing else", () => {
  expect(inboxHref({ show: "all" })).toBe("/inbox");
  expect(inboxHref({ show: "unread", kind: "question-asked" })).toBe(
    "/inbox?show=unread&kind=question-asked",
  );
});
