import { beforeAll, describe, expect, it } from "vitest";
import { blockedTools, blockTool, unblockTool } from "#lib/catalog/server/block-tool.ts";
import { explainAccess } from "#lib/catalog/server/explain-access.ts";
import { previewRule } from "#lib/catalog/server/preview-rule.ts";
import { unsafeEntry } from "#lib/catalog/server/repository.ts";
import { requireUsableTool } from "#lib/catalog/server/require-usable-tool.ts";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeOwnedTool, makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import type { RuleDraft } from "#lib/policy/rule-input.ts";
import { createRule, removeRule } from "#lib/policy/server/change-rules.ts";

testDatabase();
const reason = "It answers with other people's names.";
const why = "asked for in a test";
let admin: Viewer;
let seller: Viewer;
let support: { domainId: string; teamId: string };
let sales: { domainId: string; teamId: string };
let tool: { id: string; slug: string };

beforeAll(async () => {
  [support, sales] = [await makeTeam("Support"), await makeTeam("Sales")];
  admin = await makeViewer({ name: "Adele Admin", roles: ["admin"] });
  seller = await makeViewer({ name: "Sam Seller", teamId: sales.teamId });
  const id = await makeOwnedTool(support);
  tool = { id, slug: id };
});

function noSales(): RuleDraft {
  return {
    title: "Tickets are not for Sales",
    reason: "Tickets hold what customers told us in confidence.",
    effect: "forbid",
    actions: ["use"],
    subjectKind: "domain",
    subjectIds: [sales.domainId],
    resourceKind: "tool",
    resourceId: tool.id,
    contact: "Naomi",
  };
}

describe("a block", () => {
  it("stops the next use for everybody, with its reason, and is undone", async () => {
    await toolIndex();
    await requireUsableTool(seller, tool.slug);
    await blockTool(admin, { slug: tool.slug, reason });
    for (const viewer of [seller, admin]) {
      await expect(requireUsableTool(viewer, tool.slug)).rejects.toMatchObject({
        code: "refused-by-policy",
        message: expect.stringContaining(reason),
      });
    }
    expect(await blockedTools(admin)).toMatchObject([{ id: tool.id, reason }]);
    expect((await toolIndex()).entries.get(tool.id)?.blockedAt).not.toBeNull();
    await unblockTool(admin, { slug: tool.slug, reason: why });
    await requireUsableTool(seller, tool.slug);
    expect(await blockedTools(admin)).toEqual([]);
    const events = await db().auditEvent.findMany({
      where: { targetId: tool.id, type: { startsWith: "tool." } },
      orderBy: { id: "asc" },
    });
    expect(events.map((event) => [event.type, event.reason])).toEqual([
      ["tool.blocked", reason],
      ["tool.unblocked", why],
    ]);
    expect(events[0]?.changes).toMatchObject({ before: { blocked: false }, after: { blocked: true } });
  });

  it("happens once, for administrators only, and to a tool that exists", async () => {
    await expect(unblockTool(admin, { slug: tool.slug, reason })).rejects.toMatchObject({ code: "conflict" });
    await expect(blockTool(seller, { slug: tool.slug, reason })).rejects.toMatchObject({ code: "forbidden" });
    await expect(blockTool(admin, { slug: "nothing", reason })).rejects.toMatchObject({ code: "not-found" });
    expect((await unsafeEntry(tool))?.blockedAt).toBeNull();
  });
});

describe("may this person use this tool", () => {
  it("is answered as it would be decided, with the rule that decides", async () => {
    const before = await explainAccess(admin, { personId: seller.id, toolId: tool.id });
    expect(before).toMatchObject({ use: { allowed: true }, discover: { allowed: true }, rules: [] });
    const rule = await createRule(admin, { ...noSales(), why });
    const after = await explainAccess(admin, { personId: seller.id, toolId: tool.id });
    expect(after.use).toMatchObject({ allowed: false, basis: "rule", ruleIds: [rule.id], contact: "Naomi" });
    expect(after.rules).toEqual([{ id: rule.id, title: rule.title, sentence: rule.sentence, stops: true }]);
    await expect(requireUsableTool(seller, tool.slug)).rejects.toMatchObject({ message: after.use.reason });
    const ofAdmin = await explainAccess(admin, { personId: admin.id, toolId: tool.id });
    expect(ofAdmin).toMatchObject({ use: { allowed: true }, rules: [{ stops: false }] });
    await removeRule(admin, rule.id, { revision: rule.revision, why });
  });

  it("tells a deactivated person, and is for those who may read rules", async () => {
    const gone = await makePerson({ name: "Gone" });
    await db().person.update({ where: { id: gone.id }, data: { isActive: false } });
    const answer = await explainAccess(admin, { personId: gone.id, toolId: tool.id });
    expect(answer.person.isActive).toBe(false);
    await expect(explainAccess(seller, { personId: seller.id, toolId: tool.id })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});

describe("the effect of a rule", () => {
  it("is counted before it is made: whom it would stop, and whom a change would let in", async () => {
    await makePerson({ name: "Another Seller", teamId: sales.teamId });
    const effect = await previewRule(admin, noSales(), null);
    expect(effect).toMatchObject({
      tools: 1,
      stopped: 2,
      stoppedNames: ["Another Seller", "Sam Seller"],
      admitted: 0,
    });
    const rule = await createRule(admin, { ...noSales(), why });
    expect(await previewRule(admin, noSales(), rule.id)).toMatchObject({ stopped: 0, admitted: 0 });
    const narrower = { ...noSales(), subjectKind: "person" as const, subjectIds: [seller.id] };
    expect(await previewRule(admin, narrower, rule.id)).toMatchObject({
      stopped: 0,
      admittedNames: ["Another Seller"],
    });
    await removeRule(admin, rule.id, { revision: rule.revision, why });
  });
});
