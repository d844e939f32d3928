import { beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeOwnedTool, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { newRuleSchema, type RuleDraft, ruleChangeSchema } from "#lib/policy/rule-input.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { changeRule, createRule, removeRule, switchRule } from "#lib/policy/server/change-rules.ts";
import { getRule, listRules } from "#lib/policy/server/list-rules.ts";
import { decide } from "#lib/policy/server/require-allowed.ts";

testDatabase();
const why = "asked for in a test";
let admin: Viewer;
let person: Viewer;
let team: { domainId: string; teamId: string };
let other: { domainId: string; teamId: string };
let tool: ToolFacts;

beforeAll(async () => {
  [team, other] = [await makeTeam("Reward"), await makeTeam("Sales")];
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
  person = await makeViewer({ name: "Otto Other", teamId: other.teamId });
  const id = await makeOwnedTool(team);
  await db().tool.update({ where: { id }, data: { name: "Salary bands" } });
  tool = {
    kind: "tool",
    id,
    name: "Salary bands",
    domainId: team.domainId,
    teamId: team.teamId,
    ownerId: null,
    deputyId: null,
    createdById: null,
    audience: "everyone",
    lifecycle: "published",
    isBlocked: false,
    blockedReason: null,
    dataClass: "confidential",
  };
});

function onlyReward(): RuleDraft {
  return {
    title: "Pay for Reward only",
    reason: "Pay data is open to the Reward team only.",
    effect: "only",
    actions: ["use"],
    subjectKind: "team",
    subjectIds: [team.teamId],
    resourceKind: "tool",
    resourceId: tool.id,
    contact: "Helena",
  };
}

const may = async () => (await decide(person, "use", tool)).allowed;
const eventsOf = (targetId: string) =>
  db().auditEvent.findMany({
    where: { targetId },
    orderBy: { id: "asc" },
    select: { type: true, reason: true, actorId: true, changes: true },
  });

describe("a rule", () => {
  it("holds from the next decision on, and so does each change of it", async () => {
    expect(await may()).toBe(true);
    const made = await createRule(admin, { ...onlyReward(), why });
    expect(made.sentence).toBe("Only people of the team Reward may use Salary bands.");
    expect(await may()).toBe(false);

    const change = { ...onlyReward(), subjectIds: [team.teamId, other.teamId], why, revision: made.revision };
    const changed = await changeRule(admin, made.id, change);
    expect(changed.sentence).toBe("Only people of the teams Reward and Sales may use Salary bands.");
    expect(await may()).toBe(true);

    const back = await changeRule(admin, made.id, { ...onlyReward(), why, revision: changed.revision });
    expect(await may()).toBe(false);
    const off = await switchRule(admin, made.id, { isActive: false, revision: back.revision, why });
    expect(await may()).toBe(true);
    const on = await switchRule(admin, made.id, { isActive: true, revision: off.revision, why });
    expect(await may()).toBe(false);
    await removeRule(admin, made.id, { revision: on.revision, why });
    expect(await may()).toBe(true);
    await expect(getRule(admin, made.id)).rejects.toMatchObject({ code: "not-found" });

    const events = await eventsOf(made.id);
    expect(events.map(({ type }) => type)).toEqual([
      "rule.created",
      "rule.changed",
      "rule.changed",
      "rule.switched-off",
      "rule.switched-on",
      "rule.deleted",
    ]);
    expect(events.every((event) => event.reason === why && event.actorId === admin.id)).toBe(true);
    expect(events[1]?.changes).toMatchObject({
      before: { sentence: made.sentence, subjects: ["Reward"] },
      after: { sentence: changed.sentence, subjects: ["Reward", "Sales"] },
    });
    expect(events[5]?.changes).toMatchObject({ before: { sentence: made.sentence }, after: null });
  });

  it("that somebody changed meanwhile is not overwritten, and nothing is written to the trail", async () => {
    const made = await createRule(admin, { ...onlyReward(), why });
    await changeRule(admin, made.id, { ...onlyReward(), title: "Pay, changed", why, revision: 1 });
    const stale = { ...onlyReward(), title: "Pay, changed too", why, revision: 1 };
    await expect(changeRule(admin, made.id, stale)).rejects.toMatchObject({ code: "conflict" });
    await expect(switchRule(admin, made.id, { isActive: false, revision: 1, why })).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(removeRule(admin, made.id, { revision: 1, why })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await getRule(admin, made.id)).toMatchObject({
      title: "Pay, changed",
      isActive: true,
      revision: 2,
    });
    expect(await eventsOf(made.id)).toHaveLength(2);
  });

  it("of two changes at the same moment takes one", async () => {
    const made = await createRule(admin, { ...onlyReward(), why });
    const attempts = await Promise.allSettled(
      ["A", "B", "C"].map((title) =>
        changeRule(admin, made.id, { ...onlyReward(), title: `Pay ${title}`, why, revision: 1 }),
      ),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await getRule(admin, made.id)).revision).toBe(2);
    expect(await eventsOf(made.id)).toHaveLength(2);
  });

  it("names only what exists", async () => {
    const draft = onlyReward();
    await expect(createRule(admin, { ...draft, subjectIds: [newId()], why })).rejects.toMatchObject({
      fields: [{ path: "subjectIds" }],
    });
    await expect(createRule(admin, { ...draft, resourceId: newId(), why })).rejects.toMatchObject({
      fields: [{ path: "resourceId" }],
    });
  });

  it("is made and changed by administrators only; leads and auditors may read it", async () => {
    const lead = await makeViewer({ roles: ["auditor"] });
    await expect(createRule(lead, { ...onlyReward(), why })).rejects.toMatchObject({ code: "forbidden" });
    expect((await listRules(lead)).length).toBeGreaterThan(0);
    await expect(listRules(person)).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("what the form accepts", () => {
  const problems = (change: Partial<Record<keyof RuleDraft | "why", unknown>>) => {
    const result = newRuleSchema.safeParse({ ...onlyReward(), why, ...change });
    return result.success ? [] : result.error.issues.map(({ path }) => path.join("."));
  };

  it("is a rule that can stop somebody", () => {
    expect(problems({})).toEqual([]);
    expect(problems({ subjectKind: "everyone", subjectIds: [] })).toEqual(["subjectKind"]);
    expect(problems({ effect: "forbid", subjectKind: "everyone", subjectIds: [] })).toEqual([]);
    expect(problems({ subjectIds: [] })).toEqual(["subjectIds"]);
    expect(problems({ subjectKind: "role", subjectIds: ["owner", "emperor"] })).toEqual(["subjectIds"]);
    expect(problems({ actions: ["callModel"] })).toEqual(["actions"]);
    expect(problems({ resourceKind: "every-tool" })).toEqual(["resourceId"]);
    expect(problems({ why: " " })).toEqual(["why"]);
    expect(problems({ reason: "No." })).toEqual(["reason"]);
  });

  it("knows the revision that a change was made on", () => {
    expect(ruleChangeSchema.safeParse({ ...onlyReward(), why, revision: 1 }).success).toBe(true);
    expect(ruleChangeSchema.safeParse({ ...onlyReward(), why }).success).toBe(false);
  });
});
