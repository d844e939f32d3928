import { expect, test } from "vitest";
import { alarmCodes } from "#demo/company/alarm-codes.ts";
import { securityRules, travelAdvanceForm } from "#demo/company/facts.ts";
import { incidents } from "#demo/company/incidents.ts";
import { elementKindCodes, siteAreas, siteIdOf } from "#demo/company/network-sites.ts";
import { people, teams } from "#demo/company/organisation.ts";
import { roamingZones } from "#demo/company/roaming.ts";
import { fees, tariffs } from "#demo/company/tariffs.ts";
import { bodyOf, readDocuments, type WrittenDocument } from "./read-documents.ts";

const documents = readDocuments();

/** What `find` returns for any document, with the path in front. */
function everywhere(find: (document: WrittenDocument) => readonly string[]): readonly string[] {
  return documents.flatMap((document) => find(document).map((item) => `${document.planned.path}: ${item}`));
}

test("codes of alarms, incidents, tariffs, fees, forms, sites and elements exist", () => {
  const sites = siteAreas.flatMap(({ code, sites: count }) =>
    Array.from({ length: count }, (_, index) => siteIdOf(code, index + 1)),
  );
  const known = new Set([
    ...[alarmCodes, tariffs, fees].flat().map(({ code }) => code),
    ...incidents.map(({ id }) => id),
    ...sites,
    travelAdvanceForm.currentId,
    travelAdvanceForm.supersededId,
  ]);
  const kinds = new Set(Object.values(elementKindCodes));
  const isElement = (code: string) => {
    const [, site = "", kind = ""] = /^([A-Z]{3}-\d{2})-([A-Z]{3})-\d+$/.exec(code) ?? [];
    return known.has(site) && kinds.has(kind);
  };
  const unknown = everywhere(({ body }) =>
    [...body.matchAll(/\b[A-Z]{3}(?:-[A-Z0-9]+)+\b/g)]
      .map(([code]) => code)
      .filter((code) => !known.has(code) && !isElement(code)),
  );
  expect(unknown).toEqual([]);
});

test("only the quick card gives the old price of a day pass", () => {
  const claims = everywhere(
    ({ body }) => body.match(/day pass for zone B costs £[\d.]+ \(€[\d.]+\)/gi) ?? [],
  );
  expect(claims).toEqual([
    "product-and-tariff-guide/roaming.md: day pass for zone B costs £6.00 (€7.00)",
    "product-and-tariff-guide/roaming-quick-card.md: day pass for zone B costs £4.50 (€5.25)",
  ]);
  for (const zone of roamingZones) {
    for (const country of zone.countries) {
      const list = new RegExp(`\\*\\*Zone ${zone.code}, ${zone.name}:\\*\\*[^\\n]*\\b${country}\\b`);
      expect(bodyOf("product-and-tariff-guide/roaming.md")).toMatch(list);
    }
  }
});

test("only the old note asks for the superseded form; others say that it is no longer accepted", () => {
  const mentions = documents.flatMap(({ planned, body }) =>
    body
      .split("\n")
      .filter((line) => line.includes(travelAdvanceForm.supersededId))
      .map((line) => ({ path: planned.path, isRefused: /no longer accepted|já não é aceite/.test(line) })),
  );
  expect(
    mentions.filter(({ path }) => path !== travelAdvanceForm.document).every(({ isRefused }) => isRefused),
  ).toBe(true);
  expect(mentions.some(({ path, isRefused }) => path === travelAdvanceForm.document && !isRefused)).toBe(
    true,
  );
  expect(bodyOf(travelAdvanceForm.document)).not.toContain(travelAdvanceForm.currentId);
  expect(bodyOf("travel-and-expenses/travel-policy.md")).toContain(travelAdvanceForm.currentId);
});

test("people named in the text exist and still work here", () => {
  const names = new Map(people.map((person) => [person.name, person]));
  const givenNames = new Set(people.map(({ name }) => name.split(" ")[0] ?? ""));
  const wrong = everywhere(({ body }) =>
    [...body.matchAll(/(?<![\p{L}-])(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)(?!\p{L})/gu)]
      .filter(([, given = ""]) => givenNames.has(given))
      .map(([name]) => name)
      .filter((name) => names.get(name)?.leftDaysAgo !== null),
  );
  expect(wrong).toEqual([]);
});

test("channels, extensions and addresses exist", () => {
  const channels = new Set(teams.map(({ channel }) => channel));
  expect(
    everywhere(({ body }) =>
      [...body.matchAll(/(?<=[\s(])#[a-z][a-z-]+/g)]
        .map(([name]) => name)
        .filter((name) => !channels.has(name)),
    ),
  ).toEqual([]);
  expect(
    everywhere(({ body }) =>
      [...body.matchAll(/extens(?:ion|ão) (\d+)|([\w.]+@[\w.]+\w)/g)]
        .map(([, extension, address]) => extension ?? address ?? "")
        .filter((contact) => !securityRules.reportTo.includes(contact)),
    ),
  ).toEqual([]);
});
