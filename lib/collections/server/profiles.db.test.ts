import { beforeAll, expect, test } from "vitest";
import { cardsOf, cardsOfPerson, cardsOfTeam } from "#lib/catalog/server/cards-of.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { describeColleague } from "#lib/identity/server/describe-colleague.ts";
import { describeTeam, searchTeams } from "#lib/identity/server/describe-team.ts";
import { makePerson, makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

let reader: Viewer;
let member: Viewer;
let owner: { id: string; email: string };
let team: { domainId: string; teamId: string };
let desk: { id: string };
let inside: { id: string };

testDatabase();
beforeAll(async () => {
  team = await makeTeam("Support");
  reader = await makeViewer({ name: "Rita" });
  member = await makeViewer({ name: "Mia", teamId: team.teamId });
  owner = await makePerson({ name: "Olga", teamId: team.teamId });
  desk = await makeTool({ name: "Desk", ...team, ownerId: owner.id });
  inside = await makeTool({ name: "Inside", ...team, ownerId: owner.id, audience: "team" });
});

test("a team shows its active people, its domain and whoever leads that", async () => {
  await db().domain.update({ where: { id: team.domainId }, data: { leadId: owner.id } });
  const gone = await makePerson({ name: "Gone", teamId: team.teamId });
  await db().person.update({ where: { id: gone.id }, data: { isActive: false } });
  const profile = await describeTeam(reader, team.teamId);
  expect(profile.people.map(({ name }) => name)).toEqual(["Mia", "Olga"]);
  expect(profile).toMatchObject({ domain: { id: team.domainId }, domainLead: { name: "Olga" } });
  expect((await searchTeams(reader, "supp", 5)).map(({ name }) => name)).toEqual(["Support"]);
  expect(await searchTeams(reader, "  ", 5)).toEqual([]);
  await expect(describeTeam(reader, "no-such-team")).rejects.toMatchObject({ code: "not-found" });
});

test("what a team owns and a person answers for is shown as far as the reader may find it", async () => {
  const names = async (viewer: Viewer) => (await cardsOfTeam(viewer, team.teamId)).map(({ name }) => name);
  expect(await names(reader)).toEqual(["Desk"]);
  expect(await names(member)).toEqual(["Desk", "Inside"]);
  const answered = async (viewer: Viewer) =>
    (await cardsOfPerson(viewer, owner.id)).map(({ card, as }) => `${card.name} ${as}`);
  expect(await answered(reader)).toEqual(["Desk owner"]);
  expect(await answered(member)).toEqual(["Desk owner", "Inside owner"]);
  const both = await cardsOf(reader, [inside.id, desk.id]);
  expect(both.map(({ id }) => id)).toEqual([desk.id]);
});

test("a colleague's page has their address and nothing that only administrators read", async () => {
  const colleague = await describeColleague(reader, owner.id);
  expect(colleague).toMatchObject({ name: "Olga", email: owner.email, team: { name: "Support" } });
  expect(Object.keys(colleague).sort()).toEqual(
    ["email", "id", "isActive", "jobTitle", "leads", "name", "office", "source", "team"].sort(),
  );
});

test("somebody who left keeps a page without an address and leads nothing", async () => {
  const left = await makePerson({ name: "Lara" });
  const { domainId } = await makeTeam("Left behind");
  await db().domain.update({ where: { id: domainId }, data: { leadId: left.id } });
  await db().person.update({ where: { id: left.id }, data: { isActive: false } });
  expect(await describeColleague(reader, left.id)).toMatchObject({ email: "", leads: [], isActive: false });
  for (const nobody of ["nobody", "01990000-0000-7000-8000-00000000dead"]) {
    await expect(describeColleague(reader, nobody)).rejects.toMatchObject({ code: "not-found" });
  }
});
