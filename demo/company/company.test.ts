import { describe, expect, test } from "vitest";
import { alarmCodes } from "./alarm-codes.ts";
import { addDays, dayOf, daysBetween, momentAt, mondayOf, weekdayOf } from "./days.ts";
import { documentSets } from "./documents-plan.ts";
import { approvalLimits, ticketCategories } from "./facts.ts";
import { incidents } from "./incidents.ts";
import { dutyAreas, dutyManagers, siteAreas } from "./network-sites.ts";
import { domains, people, personById, teams } from "./organisation.ts";
import { easterSunday, publicHolidays, workingDays } from "./public-holidays.ts";
import { roamingZones } from "./roaming.ts";
import { seededRandom } from "./seeded-random.ts";
import { signInPeople } from "./sign-in-people.ts";

const documents = documentSets.flatMap((set) => set.documents);

describe("the organisation", () => {
  test("412 people in 22 teams of 7 domains, each with names of their own", () => {
    expect([people.length, teams.length, domains.length]).toEqual([412, 22, 7]);
    for (const key of ["id", "email", "staffNumber", "extension"] as const) {
      expect(new Set(people.map((person) => person[key])).size, key).toBe(412);
    }
    for (const person of people) expect(person.email).toMatch(/^[a-z]+\.[a-z]+@northmere\.example$/);
  });

  test("leads belong to what they lead and still work here", () => {
    for (const team of teams)
      expect(personById(team.leadId)).toMatchObject({ team: team.slug, leftDaysAgo: null });
    for (const domain of domains)
      expect(personById(domain.leadId)).toMatchObject({ domain: domain.slug, leftDaysAgo: null });
  });

  test("everybody's managers lead up to the managing director", () => {
    for (const person of people) {
      let at = person;
      for (let steps = 0; at.managerId !== null; steps += 1) {
        expect(steps, person.name).toBeLessThan(4);
        at = personById(at.managerId);
      }
      expect(at.id).toBe("margaret-lockyer");
    }
  });

  test("six people can sign in, one of each kind, with two things to try", () => {
    expect(new Set(signInPeople.map((entry) => entry.role)).size).toBe(6);
    const byRole = Object.fromEntries(signInPeople.map((entry) => [entry.role, entry.person]));
    expect(byRole.employee?.domain).toBe("customer-service");
    expect(byRole.sales?.domain).toBe("sales");
    expect(domains.find((domain) => domain.slug === "customer-service")?.leadId).toBe(
      byRole["domain-lead"]?.id,
    );
  });
});

describe("the facts", () => {
  test("14 alarm codes, each with its runbook", () => {
    expect(new Set(alarmCodes.map((alarm) => alarm.code)).size).toBe(14);
    const runbooks = documentSets.find((set) => set.id === "network-runbooks");
    expect(runbooks?.documents.map((document) => document.path)).toEqual(
      alarmCodes.map((alarm) => `network-runbooks/${alarm.runbook}.md`),
    );
  });

  test("incidents name codes, sites and people that exist", () => {
    expect(incidents).toHaveLength(6);
    const outage = incidents.find((incident) => incident.failedCalls !== null);
    expect(outage).toMatchObject({ daysAgo: 9, minutes: 45, failedCalls: 212 });
    for (const incident of incidents) {
      for (const code of incident.alarmCodes) expect(alarmCodes.map((alarm) => alarm.code)).toContain(code);
      for (const site of incident.sites) {
        const area = siteAreas.find((candidate) => site.startsWith(`${candidate.code}-`));
        expect(area?.sites, site).toBeGreaterThanOrEqual(Number(site.slice(4)));
      }
      for (const id of [
        incident.ledBy,
        incident.verifiedBy,
        ...incident.actions.map((action) => action.owner),
      ]) {
        expect(personById(id).leftDaysAgo, id).toBeNull();
      }
    }
  });

  test("people on call work here; limits rise; teams of categories exist; a country is in one zone", () => {
    for (const id of [...dutyManagers, ...dutyAreas.flatMap((area) => area.engineers)]) {
      expect(personById(id).leftDaysAgo, id).toBeNull();
    }
    const limits = approvalLimits.map((limit) => limit.limitGbp);
    expect(limits).toEqual([...limits].sort((a, b) => a - b));
    for (const category of ticketCategories) expect(teams.map((team) => team.slug)).toContain(category.team);
    const countries = roamingZones.flatMap((zone) => zone.countries);
    expect(new Set(countries).size).toBe(countries.length);
  });

  test("12 sets of documents with at least 27,000 words, verified by people who exist", () => {
    expect(documentSets).toHaveLength(12);
    expect(documents.reduce((sum, document) => sum + document.targetWords, 0)).toBeGreaterThanOrEqual(27_000);
    expect(new Set(documents.map((document) => document.path)).size).toBe(documents.length);
    for (const document of documents) personById(document.verifiedBy);
    expect(documents.filter((document) => document.outdated !== undefined)).toHaveLength(2);
    expect(documents.filter((document) => document.language === "pt")).toHaveLength(4);
    for (const set of documentSets) {
      expect(
        teams.map((team) => team.slug),
        set.id,
      ).toContain(set.ownerTeam);
      expect(new Set(set.documents.map((document) => document.language))).toEqual(new Set(set.languages));
    }
  });
});

describe("days", () => {
  test("clocks of a time zone, in winter and in summer", () => {
    expect(momentAt("2026-01-15", "10:12")).toBe("2026-01-15T10:12:00.000Z");
    expect(momentAt("2026-07-15", "10:12")).toBe("2026-07-15T09:12:00.000Z");
    expect(momentAt("2026-07-15", "10:12", "Europe/Lisbon")).toBe("2026-07-15T09:12:00.000Z");
    expect(dayOf("2026-07-15T23:30:00.000Z")).toBe("2026-07-16");
    expect(dayOf("2026-01-15T23:30:00.000Z")).toBe("2026-01-15");
  });

  test("counting days", () => {
    expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
    expect(daysBetween("2026-03-01", "2026-02-27")).toBe(-2);
    expect(weekdayOf("2026-11-22")).toBe(7);
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  });

  test("Easter and holidays as in the calendars of those years", () => {
    expect([2024, 2026, 2027, 2038].map(easterSunday)).toEqual([
      "2024-03-31",
      "2026-04-05",
      "2027-03-28",
      "2038-04-25",
    ]);
    const english = publicHolidays("bristol", 2027).map((holiday) => holiday.day);
    expect(english).toEqual([
      "2027-01-01",
      "2027-03-26",
      "2027-03-29",
      "2027-05-03",
      "2027-05-31",
      "2027-08-30",
      "2027-12-27",
      "2027-12-28",
    ]);
    expect(publicHolidays("porto", 2026)).toHaveLength(13);
    expect(publicHolidays("porto", 2026)).toContainEqual({ day: "2026-06-04", name: "Corpo de Deus" });
    expect(workingDays("bristol", "2026-12-21", "2027-01-03")).toBe(7);
  });
});

test("the same seed gives the same sequence, another seed another", () => {
  const sequence = (seed: string) => {
    const random = seededRandom(seed);
    return Array.from({ length: 20 }, () => random.between(0, 1000));
  };
  expect(sequence("a")).toEqual(sequence("a"));
  expect(sequence("a")).not.toEqual(sequence("b"));
});
