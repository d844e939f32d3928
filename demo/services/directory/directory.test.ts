import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf, mondayOf } from "#demo/company/days.ts";
import { people, personById } from "#demo/company/organisation.ts";
import { type RunningServices, startTestServices } from "../services-fixture.ts";
import type { LeaveRequest } from "./schema.ts";

let services: RunningServices;
const today = dayOf(new Date().toISOString());

beforeAll(async () => {
  services = await startTestServices(today);
});
afterAll(() => services.stop());

const get = (path: string) => services.call("directory", "GET", path);
const amelia = "amelia.hart@northmere.example";

// A free week of the year after next, so that nothing seeded is in the way.
const week = addDays(mondayOf(`${Number(today.slice(0, 4)) + 2}-06-15`), 0);

function ask(body: unknown) {
  return services.call("directory", "POST", "/leave-requests", { body });
}

describe("people and teams", () => {
  test("everybody who works here is found, page by page", async () => {
    const names = new Set<string>();
    for (let offset = 0; offset < 500; offset += 100) {
      const answer = await get(`/people?limit=100&offset=${offset}&includeLeft=true`);
      for (const person of (answer.body as { people: { email: string }[] }).people) names.add(person.email);
    }
    expect(names.size).toBe(412);
    const working = people.filter((person) => person.leftDaysAgo === null).length;
    expect((await get("/people?limit=1")).body).toMatchObject({ total: working });
  });

  test("accents and case do not count", async () => {
    expect((await get("/people?name=INES%20carv")).body).toMatchObject({
      total: 1,
      people: [{ name: "Inês Carvalho" }],
    });
  });

  test.each(["amelia.hart@northmere.example", "Amelia Hart", personById("amelia-hart").staffNumber])(
    "%s is Amelia, with her manager",
    async (key) => {
      const answer = await get(`/people/${encodeURIComponent(key)}`);
      expect(answer.body).toMatchObject({
        name: "Amelia Hart",
        manager: { name: "Owen Birch" },
        leftOn: null,
      });
    },
  );

  test("nobody is a 404, a wrong team a 422", async () => {
    expect((await get("/people/nobody")).status).toBe(404);
    const wrong = await get("/people?team=circus");
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatchObject({ errors: [{ field: "team" }] });
  });

  test("domain leads report to the managing director", async () => {
    const answer = await get("/people/Margaret%20Lockyer/reports");
    expect((answer.body as { people: unknown[] }).people).toHaveLength(7);
  });
});

describe("leave", () => {
  test("nobody has taken more than is due", async () => {
    for (const person of people.filter((_person, index) => index % 20 === 0)) {
      const answer = await get(`/people/${person.email}/leave-balance`);
      const { annual } = answer.body as { annual: Record<string, number> };
      expect(annual.left, person.name).toBeGreaterThanOrEqual(0);
      const sum = ["taken", "booked", "requested", "left"].reduce(
        (total, key) => total + (annual[key] ?? 0),
        0,
      );
      expect(sum).toBe((annual.entitled ?? 0) + (annual.carriedOver ?? 0));
    }
  });

  test("asked for, decided by the manager only, then booked; cancelled, then free again", async () => {
    const year = week.slice(0, 4);
    const balance = async () =>
      (
        (await get(`/people/${amelia}/leave-balance?year=${year}`)).body as {
          annual: { left: number; booked: number };
        }
      ).annual;
    const before = await balance();
    const asked = await ask({ person: amelia, firstDay: week, lastDay: addDays(week, 4) });
    expect(asked.status).toBe(201);
    const request = asked.body as LeaveRequest;
    expect(request).toMatchObject({
      workingDays: 5,
      status: "requested",
      approver: "owen.birch@northmere.example",
    });

    const path = `/leave-requests/${request.id}`;
    const decide = (decidedBy: string, decision: string) =>
      services.call("directory", "PATCH", path, { body: { decision, decidedBy } });
    expect((await decide(amelia, "approved")).status).toBe(403);
    expect((await decide("owen.birch@northmere.example", "declined")).status).toBe(422);
    expect((await decide("owen.birch@northmere.example", "approved")).body).toMatchObject({
      status: "approved",
    });
    expect((await decide("owen.birch@northmere.example", "approved")).status).toBe(409);
    expect(await balance()).toMatchObject({ left: before.left - 5, booked: before.booked + 5 });

    expect(
      (await ask({ person: amelia, firstDay: addDays(week, 4), lastDay: addDays(week, 5) })).status,
    ).toBe(409);
    expect((await services.call("directory", "DELETE", path)).status).toBe(204);
    expect(await balance()).toEqual(before);
  });

  test("more than is left is refused", async () => {
    const answer = await ask({ person: amelia, firstDay: week, lastDay: addDays(week, 60) });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ detail: expect.stringMatching(/days are asked for, \d+ are left/) });
  });

  test.each([
    [{ person: amelia, firstDay: "2030-06-12", lastDay: "2030-06-11" }, "lastDay"],
    [{ person: amelia, firstDay: "2020-06-01", lastDay: "2020-06-02" }, "firstDay"],
    [{ person: amelia, firstDay: "2030-06-15", lastDay: "2030-06-16" }, "firstDay"],
    [{ person: amelia, firstDay: "2030-06-10", lastDay: "2030-06-11", halfDay: "morning" }, "halfDay"],
    [{ person: "nobody@northmere.example", firstDay: "2030-06-10", lastDay: "2030-06-10" }, "person"],
    [{ person: amelia, firstDay: "2030-02-30", lastDay: "2030-03-01" }, "firstDay"],
  ])("%j is refused because of %s", async (body, field) => {
    const answer = await ask(body);
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ errors: [{ field }] });
  });

  test("public holidays do not count as leave", async () => {
    const answer = await get("/public-holidays?office=bristol&year=2027");
    expect((answer.body as { holidays: unknown[] }).holidays).toContainEqual({
      day: "2027-03-26",
      name: "Good Friday",
    });
    const good = await ask({ person: amelia, firstDay: "2035-03-22", lastDay: "2035-03-26" });
    expect(good.body).toMatchObject({ workingDays: 1 });
  });
});
