import { expect, test } from "vitest";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { trailOverview } from "#lib/audit/server/trail-overview.ts";
import { asSampleAt } from "#lib/clock.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";

testDatabase();
const auditor = { id: newId(), name: "Inês", roles: ["auditor"] };
const person = { kind: "person", id: newId(), name: "Marcus" } as const;
const target = { kind: "tool", id: newId(), name: "Salary Bands" };

/** So many refusals, beginning at an hour of the evening two days ago and half an hour apart. */
async function refuse(
  times: number,
  hour: number,
  actor: { readonly kind: "person"; readonly id: string; readonly name: string } = person,
) {
  const start = new Date();
  start.setUTCDate(start.getUTCDate() - 2);
  start.setUTCHours(hour, 0, 0, 0);
  for (let count = 0; count < times; count += 1) {
    const at = new Date(start.getTime() + count * 1_800_000);
    await asSampleAt(
      () => at,
      () => recordEvent({ type: "policy.refused", actor, target, outcome: "refused" }),
    );
  }
}

test("a night of refusals is one burst across midnight; a few are none", async () => {
  await refuse(14, 21);
  await refuse(4, 9, { ...person, id: newId(), name: "Somebody" });
  const trail = await trailOverview(auditor);
  expect(trail.bursts).toMatchObject([
    {
      actor: { name: "Marcus" },
      target: { id: target.id, name: "Salary Bands" },
      times: 14,
      source: "sample",
    },
  ]);
  expect(trail.refusalsByDay).toHaveLength(30);
  expect(trail.refusalsByDay.reduce((sum, { count }) => sum + count, 0)).toBe(18);
  expect(trail).toMatchObject({ events: 18, sampleEvents: 18, withoutOutcome: 0 });
});

test("a call whose outcome is missing for more than an hour is counted", async () => {
  const hoursAgo = (hours: number) => () => new Date(Date.now() - hours * 3_600_000);
  const [ended, lost, fresh] = [newId(), newId(), newId()];
  const start = (callId: string) =>
    recordEvent({ type: "tool.call-started", actor: person, target, outcome: "intended", callId });
  await asSampleAt(hoursAgo(3), () => start(ended));
  await asSampleAt(hoursAgo(3), () =>
    recordEvent({ type: "tool.called", actor: person, target, callId: ended }),
  );
  await asSampleAt(hoursAgo(3), () => start(lost));
  await asSampleAt(hoursAgo(0.5), () => start(fresh));
  expect((await trailOverview(auditor)).withoutOutcome).toBe(1);
});

test("only auditors and administrators see it", async () => {
  await expect(trailOverview({ ...auditor, roles: ["employee", "owner"] })).rejects.toMatchObject({
    code: "forbidden",
  });
});
