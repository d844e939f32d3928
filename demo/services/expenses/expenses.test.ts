import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approvalLimits, travelAdvanceForm } from "#demo/company/facts.ts";
import { type RunningServices, startTestServices } from "../services-fixture.ts";
import type { Claim } from "./schema.ts";

let services: RunningServices;

beforeAll(async () => {
  services = await startTestServices("2026-11-20");
});
afterAll(() => services.stop());

const amelia = "amelia.hart@northmere.example";
const receipt = (amount: number) => ({
  kind: "receipt",
  category: "equipment",
  spentOn: "2026-11-18",
  merchant: "Office shop",
  amount,
});

function submit(items: unknown[], claimant = amelia) {
  return services.call("expenses", "POST", "/claims", {
    body: { claimant, purpose: "For the tests", items },
  });
}

async function approver(amount: number, claimant?: string, currency = "GBP") {
  const named = claimant === undefined ? "" : `&claimant=${claimant}`;
  const answer = await services.call(
    "expenses",
    "GET",
    `/approver?amount=${amount}&currency=${currency}${named}`,
  );
  return answer.body as { approver: { level: string; name: string | null } };
}

describe("approval limits", () => {
  test("the service lists those of the facts", async () => {
    const answer = await services.call("expenses", "GET", "/approval-limits");
    expect(answer.body).toEqual({ limits: approvalLimits });
  });

  test.each(approvalLimits.map((limit, index) => [limit, approvalLimits[index + 1]] as const))(
    "$level goes up to its limit and not a penny further",
    async (limit, next) => {
      expect((await approver(limit.limitGbp)).approver.level).toBe(limit.level);
      expect((await approver(limit.limitEur, undefined, "EUR")).approver.level).toBe(limit.level);
      const above = await services.call("expenses", "GET", `/approver?amount=${limit.limitGbp + 0.01}`);
      if (next === undefined) expect(above.status).toBe(422);
      else expect(above.body).toMatchObject({ approver: { level: next.level } });
    },
  );

  test("nobody approves what they spent themselves", async () => {
    expect((await approver(100, amelia)).approver.name).toBe("Owen Birch");
    expect((await approver(100, "owen.birch@northmere.example")).approver.name).toBe("Ruth Calloway");
    expect((await approver(100, "ruth.calloway@northmere.example")).approver.name).toBe("Graham Pemberton");
    expect((await approver(100, "graham.pemberton@northmere.example")).approver.name).toBe(
      "Margaret Lockyer",
    );
    expect((await approver(100, "margaret.lockyer@northmere.example")).approver.name).toBe(
      "Graham Pemberton",
    );
  });
});

describe("claims", () => {
  test("lines are worked out, and what goes beyond the rules is said", async () => {
    const answer = await submit([
      receipt(21.4),
      { kind: "mileage", drivenOn: "2026-11-18", from: "Bristol", to: "Bath", distance: 26 },
      { kind: "per-diem", region: "united-kingdom", firstDay: "2026-11-17", days: 2 },
      { ...receipt(90), category: "client-meal", guests: 2, hasReceipt: false },
      { ...receipt(5), spentOn: "2026-01-10" },
    ]);
    expect(answer.status).toBe(201);
    const claim = answer.body as Claim;
    expect(claim.items.map((item) => item.amount)).toEqual([21.4, 11.7, 90, 90, 5]);
    expect(claim.total).toBe(218.1);
    expect(claim.warnings).toHaveLength(3);
    expect(claim.approver).toMatchObject({ level: "team-lead", name: "Owen Birch", limit: 500 });
  });

  test("only the approver of the total decides, and only once", async () => {
    const claim = (await submit([receipt(1200)])).body as Claim;
    const decide = (decidedBy: string, decision: string, reason?: string) =>
      services.call("expenses", "POST", `/claims/${claim.id}/decision`, {
        body: { decidedBy, decision, reason },
      });
    expect((await decide("owen.birch@northmere.example", "approved")).status).toBe(403);
    expect((await decide("ruth.calloway@northmere.example", "declined")).body).toMatchObject({
      errors: [{ field: "reason" }],
    });
    expect((await decide("ruth.calloway@northmere.example", "approved")).body).toMatchObject({
      status: "approved",
    });
    expect((await decide("ruth.calloway@northmere.example", "approved")).status).toBe(409);
    expect((await services.call("expenses", "DELETE", `/claims/${claim.id}`)).status).toBe(409);
  });

  test("a claim that nobody decided on can be withdrawn", async () => {
    const claim = (await submit([receipt(20)])).body as Claim;
    expect((await services.call("expenses", "DELETE", `/claims/${claim.id}`)).status).toBe(204);
    expect((await services.call("expenses", "GET", `/claims/${claim.id}`)).body).toMatchObject({
      status: "withdrawn",
    });
  });

  test("seeded claims follow the limits too", async () => {
    const answer = await services.call("expenses", "GET", "/claims?minTotal=500.01&limit=100");
    const { claims, total } = answer.body as { claims: Claim[]; total: number };
    expect(total).toBeGreaterThan(100);
    for (const claim of claims) {
      expect(claim.total).toBeLessThanOrEqual(claim.approver.limit);
      expect(claim.approver.email).not.toBe(claim.claimant);
    }
  });

  test.each([
    [[], "items"],
    [[{ ...receipt(10), amount: -1 }], "items.0.amount"],
    [[receipt(10.005)], "items.0.amount"],
    [[{ kind: "mileage", from: "A1", to: "B2", drivenOn: "2026-11-18" }], "items.0.distance"],
    [[{ kind: "gift" }], "items.0.kind"],
    [[{ ...receipt(10), spentOn: "2090-01-01" }], "items.0"],
    [[receipt(90_000), receipt(90_000)], "items"],
  ])("%j is refused because of %s", async (items, field) => {
    const answer = await submit(items);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ field }] });
  });
});

describe("forms and advances", () => {
  test("the old form names the new one", async () => {
    const old = await services.call("expenses", "GET", `/forms/${travelAdvanceForm.supersededId}`);
    expect(old.body).toMatchObject({ status: "superseded", replacedBy: travelAdvanceForm.currentId });
    const now = await services.call("expenses", "GET", `/forms/${travelAdvanceForm.currentId}`);
    expect(now.body).toMatchObject({ status: "current", replacedBy: null });
    expect((await services.call("expenses", "GET", "/forms/EXP-99")).status).toBe(404);
  });

  test("an advance is the daily allowance of all days, on the form of today", async () => {
    const body = {
      person: "tiago.moreira@northmere.example",
      purpose: "Supplier visit",
      region: "portugal",
      firstDay: "2090-03-06",
      lastDay: "2090-03-08",
    };
    const answer = await services.call("expenses", "POST", "/travel-advances", { body });
    expect(answer.body).toMatchObject({ amount: 150, currency: "EUR", form: travelAdvanceForm.currentId });
    const backwards = await services.call("expenses", "POST", "/travel-advances", {
      body: { ...body, lastDay: "2090-03-05" },
    });
    expect(backwards.body).toMatchObject({ errors: [{ field: "lastDay" }] });
  });
});
