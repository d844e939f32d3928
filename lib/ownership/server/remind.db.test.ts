import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { answerQuestion } from "#lib/ownership/server/answer-question.ts";
import { askQuestion } from "#lib/ownership/server/ask-question.ts";
import { watchOwnership, watchQuestions } from "#lib/ownership/server/ownership-jobs.ts";

const dayMs = 86_400_000;
const confirmedAt = new Date("2026-03-02T09:30:00Z");

testDatabase();
let owner: Viewer;
let deputy: Viewer;
let lead: Viewer;
let asker: Viewer;
let admin: Viewer;
let tool: { id: string; slug: string; name: string; domainId: string };
let count = 0;

const context = { id: "1", attempt: 1, signal: new AbortController().signal };
/** The daily and the hourly work, as if it were so many days after the last confirmation. */
const watchOnDay = (day: number) =>
  asSampleAt(
    () => new Date(confirmedAt.getTime() + day * dayMs),
    () => watchOwnership.handler({}, context),
  );
const watchQuestionsAt = (moment: string) =>
  asSampleAt(
    () => new Date(moment),
    () => watchQuestions.handler({}, context),
  );
const newsOf = async (viewer: Viewer) =>
  (
    await db().notification.findMany({
      where: { personId: viewer.id, toolId: tool.id },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { title: true },
    })
  ).map(({ title }) => title);

beforeAll(async () => {
  admin = await makeViewer({ name: "Ada", roles: ["admin"] });
});

beforeEach(async () => {
  count += 1;
  const team = await makeTeam(`Support ${count}`);
  owner = await makeViewer({ name: "Olga", teamId: team.teamId });
  deputy = await makeViewer({ name: "Dan", teamId: team.teamId });
  lead = await makeViewer({ name: "Lea" });
  asker = await makeViewer({ name: "Eve" });
  await db().domain.update({ where: { id: team.domainId }, data: { leadId: lead.id } });
  const made = await makeTool({ name: `Desk ${count}`, ...team, ownerId: owner.id });
  tool = { ...made, name: `Desk ${count}`, domainId: team.domainId };
  await db().ownership.update({ where: { toolId: tool.id }, data: { deputyId: deputy.id, confirmedAt } });
});

describe("an entry that waits for its confirmation", () => {
  test("is asked for from the owner, then the deputy, then the lead, each once", async () => {
    for (const day of [1, 165, 166, 167, 179, 180, 181, 186, 187, 190, 194, 200, 210, 211, 300]) {
      await watchOnDay(day);
    }
    const [soon, due, late, overdue, marked] = [
      `Desk ${count} is due to be confirmed on Saturday 29 August`,
      `Confirm Desk ${count}`,
      `Desk ${count} waits for its confirmation`,
      `Desk ${count} is not confirmed`,
      `The ownership of Desk ${count} is unconfirmed`,
    ];
    expect(await newsOf(owner)).toEqual([soon, due, marked]);
    expect(await newsOf(deputy)).toEqual([late, marked]);
    expect(await newsOf(lead)).toEqual([overdue, marked]);
  });

  test("is told of once and with the newest message when the work did not run for days", async () => {
    await watchOnDay(100);
    await watchOnDay(195);
    await watchOnDay(195);
    expect(await newsOf(owner)).toEqual([`Confirm Desk ${count}`]);
    expect(await newsOf(deputy)).toEqual([`Desk ${count} waits for its confirmation`]);
    expect(await newsOf(lead)).toEqual([`Desk ${count} is not confirmed`]);
  });

  test("is told of anew in the next half year, after it was confirmed", async () => {
    await watchOnDay(180);
    const again = new Date(confirmedAt.getTime() + 181 * dayMs);
    await db().ownership.update({ where: { toolId: tool.id }, data: { confirmedAt: again } });
    await watchOnDay(182);
    expect(await newsOf(owner)).toHaveLength(1);
    await watchOnDay(361);
    expect(await newsOf(owner)).toHaveLength(2);
  });

  test("is nobody's to confirm when nobody answers for it, or it is retired", async () => {
    await db().tool.update({ where: { id: tool.id }, data: { lifecycle: "retired" } });
    await watchOnDay(250);
    await db().tool.update({ where: { id: tool.id }, data: { lifecycle: "published" } });
    await db().person.updateMany({
      where: { id: { in: [owner.id, deputy.id] } },
      data: { isActive: false },
    });
    await watchOnDay(250);
    for (const viewer of [owner, deputy, lead]) expect(await newsOf(viewer)).toEqual([]);
  });

  test("comes to the administrators where a domain has no lead", async () => {
    await db().domain.update({ where: { id: tool.domainId }, data: { leadId: null } });
    await watchOnDay(194);
    expect(await newsOf(admin)).toEqual([`Desk ${count} is not confirmed`]);
  });
});

describe("a question", () => {
  const ask = (moment: string, text = "Does it know about trains?") =>
    asSampleAt(
      () => new Date(moment),
      () => askQuestion(asker, tool, text),
    );

  test("is told to owner and deputy with the day on which it is due, and its answer to whoever asked", async () => {
    const { id } = await ask("2026-11-19T15:00:00Z");
    for (const viewer of [owner, deputy]) {
      expect(await newsOf(viewer)).toEqual([`Eve asks about Desk ${count}`]);
    }
    const { body } = await db().notification.findFirstOrThrow({ where: { personId: owner.id } });
    expect(body).toBe("An answer is due by Monday 23 November.");
    expect(await newsOf(lead)).toEqual([]);
    await answerQuestion(deputy, tool, id, "It does.");
    expect(await newsOf(asker)).toEqual([`Your question about Desk ${count} is answered`]);
    await expect(answerQuestion(owner, tool, id, "It does not.")).rejects.toMatchObject({ code: "conflict" });
    expect(await newsOf(asker)).toHaveLength(1);
  });

  test("comes to deputy and lead once it is late, over the weekend and once only", async () => {
    await ask("2026-11-19T15:00:00Z");
    await watchQuestionsAt("2026-11-23T15:00:00Z");
    expect(await newsOf(lead)).toEqual([]);
    await watchQuestionsAt("2026-11-23T15:00:01Z");
    await watchQuestionsAt("2026-11-23T16:00:00Z");
    const late = `A question about Desk ${count} waits too long`;
    expect(await newsOf(lead)).toEqual([late]);
    expect(await newsOf(deputy)).toEqual([`Eve asks about Desk ${count}`, late]);
    expect(await newsOf(owner)).toEqual([`Eve asks about Desk ${count}`]);
  });

  test("about a tool that nobody answers for comes to the lead", async () => {
    await db().ownership.update({ where: { toolId: tool.id }, data: { ownerId: null, deputyId: null } });
    await ask("2026-11-19T15:00:00Z");
    expect(await newsOf(lead)).toEqual([`Eve asks about Desk ${count}`]);
  });
});
