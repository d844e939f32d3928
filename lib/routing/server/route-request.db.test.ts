import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { mentionsIn } from "#lib/routing/mentions.ts";
import { routingDecisionSchema } from "#lib/routing/schema.ts";
import { mostOperations } from "#lib/routing/server/rank-operations.ts";
import { type RouteRequest, routeRequest } from "#lib/routing/server/route-request.ts";
import { type Company, makeCompany, makeRule } from "#lib/runs/testing/company.ts";
import { askAndWait, trailOf } from "#lib/runs/testing/turns.ts";

testDatabase();
let company: Company;

beforeAll(async () => {
  company = await makeCompany();
});
afterAll(() => company.close());

async function route(text: string, more: Partial<RouteRequest> = {}, viewer: Viewer = company.amelia) {
  const { decision } = await routeRequest(viewer, {
    text,
    dataClass: "internal",
    mentions: mentionsIn(text),
    toolId: null,
    ...more,
  });
  expect(routingDecisionSchema.parse(decision)).toEqual(decision);
  return decision;
}

const toolsOf = (decision: Awaited<ReturnType<typeof route>>) => [
  ...new Set(decision.candidates.map((candidate) => candidate.toolSlug)),
];

describe("routeRequest", () => {
  it("lets a mention win over what the words say", async () => {
    const decision = await route("@site-inventory how long is parental leave?");
    expect(decision).toMatchObject({
      basis: "mention",
      verdict: "use",
      sentence: "You named Site inventory.",
    });
    expect(toolsOf(decision)).toEqual(["site-inventory"]);
    expect(decision.candidates[0]).toMatchObject({
      isChosen: true,
      reason: expect.stringContaining("You named this tool"),
    });
  });

  it("then the conversation's own tool, with its operations ordered by the words", async () => {
    const decision = await route("create a ticket", { toolId: company.tools.desk.id });
    expect(decision).toMatchObject({ basis: "conversation", verdict: "use" });
    expect(toolsOf(decision)).toEqual(["ticket-desk"]);
    expect(decision.candidates[0]?.operationName).toBe("create_ticket");
    const both = await route("@leave-rules create a ticket", { toolId: company.tools.desk.id });
    expect(toolsOf(both)).toEqual(["leave-rules"]);
  });

  it("then finds by the words of operations and by passages of documents, with reasons and times", async () => {
    const tickets = await route("list the tickets by status");
    expect(tickets.candidates[0]).toMatchObject({
      toolSlug: "ticket-desk",
      operationName: "find_tickets",
      matchedWords: expect.arrayContaining(["tickets"]),
    });
    expect(tickets.basis).toBe("search");
    const leave = await route("how many weeks of parental leave do parents take?");
    expect(leave.candidates[0]).toMatchObject({
      toolSlug: "leave-rules",
      reason: expect.stringMatching(/passage of its documents covers \d+ %/),
    });
    expect(tickets.steps.map((step) => step.name)).toEqual([
      "explicit",
      "allowed",
      "relevant",
      "documents",
      "verdict",
    ]);
    expect(tickets.candidates.filter((candidate) => candidate.isChosen).length).toBeLessThanOrEqual(1);
  });

  it("says so when nothing fits", async () => {
    expect(await route("zyx wvu")).toMatchObject({
      basis: "none",
      verdict: "none",
      candidates: [],
      sentence: "No tool fits this request.",
    });
    expect(await route("")).toMatchObject({ verdict: "none", candidates: [] });
  });

  it("names refused tools that would have come up, with the rule, and never offers them", async () => {
    for (const text of ["find a salary band of an engineer", "@salary-bands engineer"]) {
      const decision = await route(text);
      expect(toolsOf(decision)).not.toContain("salary-bands");
      expect(decision.excluded).toMatchObject([
        {
          toolSlug: "salary-bands",
          reason: "Only the people team may look up salaries.",
          ruleIds: [company.salaryRuleId],
          isMentioned: text.startsWith("@"),
        },
      ]);
    }
    expect(toolsOf(await route("find a salary band of an engineer", {}, company.ben))[0]).toBe(
      "salary-bands",
    );
  });

  it("leaves out what the class of content forbids, and what is blocked, at once", async () => {
    const secret = await route("list the tickets by status", { dataClass: "confidential" });
    expect(toolsOf(secret)).toEqual([]);
    expect(secret.excluded.map((one) => one.reason)).toContain(
      "Ticket desk may receive internal content at most; this is confidential.",
    );
    const ruleId = await makeRule(company.tools.desk.id);
    expect(toolsOf(await route("list the tickets by status"))).not.toContain("ticket-desk");
    await db().policyRule.delete({ where: { id: ruleId } });
    expect(toolsOf(await route("list the tickets by status"))).toContain("ticket-desk");
  });

  it("tells nothing of a tool that this person may not even see", async () => {
    await db().policyRule.update({
      where: { id: company.salaryRuleId },
      data: { actions: ["discover", "use"] },
    });
    for (const text of ["find a salary band of an engineer", "@salary-bands engineer"])
      expect(JSON.stringify(await route(text))).not.toContain("alary");
    await db().policyRule.update({ where: { id: company.salaryRuleId }, data: { actions: ["use"] } });
  });

  it("gives a run at most eight operations", async () => {
    const words =
      "tickets status customer lines sites region leave rules parental rewrite plain text outage handle break wait desk";
    const decision = await route(words);
    expect(decision.candidates.length).toBeLessThanOrEqual(mostOperations);
    expect(decision.candidates.length).toBeGreaterThan(4);
  });
});

describe("the decision of a run", () => {
  it("is stored and in the log; a refused mention is in the trail", async () => {
    const { run, runId } = await askAndWait(company.amelia, "@salary-bands what does an engineer earn?");
    expect(run.decision).toMatchObject({
      excluded: [{ toolSlug: "salary-bands", isMentioned: true }],
      model: { name: "Model writer", alias: "default" },
    });
    expect(await trailOf(runId)).toContain("policy.refused refused");
    expect(company.models.requests.at(-1)?.body.tools ?? []).toEqual([]);
  });
});
