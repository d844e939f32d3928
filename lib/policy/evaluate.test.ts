import { describe, expect, it } from "vitest";
import { evaluate } from "#lib/policy/evaluate.ts";
import { ruleSentence } from "#lib/policy/rule-sentence.ts";
import type { PolicyRule, PolicySubject, ToolFacts } from "#lib/policy/schema.ts";

const person: PolicySubject = { id: "p1", roles: ["employee"], teamId: "t1", domainId: "d1", leadOf: [] };
const tool: ToolFacts = {
  kind: "tool",
  id: "tool1",
  name: "Salary bands",
  domainId: "d2",
  teamId: "t2",
  ownerId: "p2",
  deputyId: null,
  createdById: "p2",
  audience: "everyone",
  lifecycle: "published",
  isBlocked: false,
  blockedReason: null,
  dataClass: "confidential",
};
const rule: PolicyRule = {
  id: "00000000-0000-4000-8000-000000000001",
  title: "Pay only for Reward",
  reason: "Pay data is open to the Reward team only.",
  effect: "only",
  actions: ["use"],
  subjectKind: "team",
  subjectIds: ["t2"],
  resourceKind: "tool",
  resourceId: "tool1",
  contact: "Helena Fonseca",
  isActive: true,
  revision: 1,
};

describe("evaluate", () => {
  it("allows what no rule refuses", () => {
    expect(evaluate("use", person, tool, []).allowed).toBe(true);
  });

  it("answers with the deciding rule's own words, its id and whom to ask", () => {
    const decision = evaluate("use", person, tool, [rule]);
    expect(decision).toMatchObject({
      allowed: false,
      basis: "rule",
      reason: rule.reason,
      ruleIds: [rule.id],
      contact: "Helena Fonseca",
    });
  });

  it("lets a refused tool be found still", () => {
    expect(evaluate("discover", person, tool, [rule]).allowed).toBe(true);
  });

  it("lets the named team in", () => {
    expect(evaluate("use", { ...person, teamId: "t2" }, tool, [rule]).allowed).toBe(true);
  });

  it("knows the maker of a tool only as long as the tool has no owner", () => {
    const made = { ...tool, createdById: person.id, audience: "only-me", lifecycle: "draft" };
    for (const action of ["discover", "edit"] as const) {
      expect(evaluate(action, person, { ...made, ownerId: null, teamId: null }, []).allowed).toBe(true);
      expect(evaluate(action, person, made, []).allowed).toBe(false);
    }
  });

  it("passes over a rule that is switched off", () => {
    expect(evaluate("use", person, tool, [{ ...rule, isActive: false }]).allowed).toBe(true);
  });

  it("sorts the ids of several deciding rules", () => {
    const other = { ...rule, id: "00000000-0000-4000-8000-000000000000" };
    expect(evaluate("use", person, tool, [rule, other]).ruleIds).toEqual([other.id, rule.id]);
  });

  it("refuses content above a tool's data class, but not at it", () => {
    expect(evaluate("call", person, tool, [], { dataClass: "restricted" })).toMatchObject({
      allowed: false,
      basis: "data-class",
    });
    expect(evaluate("call", person, tool, [], { dataClass: "confidential" }).allowed).toBe(true);
  });

  it("stops a blocked tool for its owner and for administrators too", () => {
    const blocked = { ...tool, isBlocked: true, blockedReason: "leaks names" };
    for (const subject of [
      { ...person, id: "p2" },
      { ...person, roles: ["admin"] },
    ]) {
      expect(evaluate("use", subject, blocked, [])).toMatchObject({ allowed: false, basis: "blocked" });
    }
  });

  it("shows a draft to those who answer for it only", () => {
    const draft = { ...tool, lifecycle: "draft" };
    expect(evaluate("discover", person, draft, []).allowed).toBe(false);
    expect(evaluate("discover", { ...person, id: "p2" }, draft, []).allowed).toBe(true);
  });

  it("never lets anybody approve their own change", () => {
    const lead = { ...person, leadOf: ["d2"] };
    expect(evaluate("approve", lead, tool, [], { changedById: "p1" })).toMatchObject({
      allowed: false,
      basis: "own-change",
    });
    expect(evaluate("approve", lead, tool, [], { changedById: "p9" }).allowed).toBe(true);
  });

  it("gives administration to administrators and the trail to auditors too", () => {
    const portal = { kind: "portal" } as const;
    expect(evaluate("administer", person, portal, []).allowed).toBe(false);
    expect(evaluate("administer", { ...person, roles: ["admin"] }, portal, []).allowed).toBe(true);
    expect(evaluate("readAudit", { ...person, roles: ["auditor"] }, portal, []).allowed).toBe(true);
    expect(evaluate("readAudit", { ...person, roles: ["owner"] }, portal, []).allowed).toBe(false);
  });

  it("keeps a model to its data class", () => {
    const model = {
      kind: "model",
      id: "m1",
      name: "fast",
      dataClassCeiling: "internal",
      isActive: true,
    } as const;
    expect(evaluate("callModel", person, model, [], { dataClass: "confidential" }).basis).toBe("data-class");
    expect(evaluate("callModel", person, model, [], { dataClass: "public" }).allowed).toBe(true);
    expect(evaluate("callModel", person, { ...model, isActive: false }, []).basis).toBe("inactive");
  });
});

describe("curate", () => {
  const collection = { kind: "collection", id: "c1", name: "On shift", domainId: "d1" } as const;
  const lead: PolicySubject = { ...person, roles: ["employee", "domain-lead"], leadOf: ["d1"] };
  const admin: PolicySubject = { ...person, roles: ["admin"] };
  const may = (subject: PolicySubject, domainId: string | null) =>
    evaluate("curate", subject, { ...collection, domainId }, []).allowed;

  it("is for the lead of the collection's domain, and for administrators", () => {
    expect(may(lead, "d1")).toBe(true);
    expect(may(admin, "d1")).toBe(true);
    expect(may(lead, "d2")).toBe(false);
    expect(may(person, "d1")).toBe(false);
  });

  it("of the whole company is for administrators alone", () => {
    expect(may(admin, null)).toBe(true);
    expect(may(lead, null)).toBe(false);
  });

  it("says nothing about tools, and about collections nothing else does", () => {
    expect(evaluate("curate", admin, tool, []).allowed).toBe(false);
    expect(evaluate("use", admin, collection, []).allowed).toBe(false);
  });
});

describe("ruleSentence", () => {
  const names = new Map([
    ["t2", "Reward"],
    ["tool1", "Salary bands"],
    ["d1", "Sales"],
  ]);
  it("says who, what and to which tool", () => {
    expect(ruleSentence(rule, names)).toBe("Only people of the team Reward may use Salary bands.");
    expect(
      ruleSentence(
        {
          ...rule,
          effect: "forbid",
          subjectKind: "domain",
          subjectIds: ["d1"],
          actions: ["discover", "use"],
        },
        names,
      ),
    ).toBe("People of Sales may not find or use Salary bands.");
    expect(ruleSentence({ ...rule, effect: "forbid", subjectKind: "everyone", subjectIds: [] }, names)).toBe(
      "Nobody may use Salary bands.",
    );
  });
});
