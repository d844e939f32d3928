import { domains, type Person, people, teams } from "#demo/company/organisation.ts";
import { signInPeople } from "#demo/company/sign-in-people.ts";
import { db } from "#lib/db/client.ts";
import { demoSignInSetting } from "#lib/identity/sign-in.ts";
import { seedId } from "./seed-id.ts";
import type { SeedTime } from "./seed-time.ts";

/** Days since the portal was opened to the company; nobody has an account older than that. */
export const portalOpenedDaysAgo = 320;

export type SeededPerson = Person & { readonly personId: string };

/** The company's ids in the database, by the names that the plans use. */
export type SeededOrganisation = {
  readonly time: SeedTime;
  domainId(slug: string): string;
  teamId(slug: string): string;
  person(id: string): SeededPerson;
  readonly everyone: readonly SeededPerson[];
};

const roleHolders = [
  { person: "daniel-okafor", role: "admin", grantedDaysAgo: 318 },
  { person: "simon-thackeray", role: "admin", grantedDaysAgo: 320 },
  { person: "ines-carvalho", role: "auditor", grantedDaysAgo: 301 },
  { person: "philip-garland", role: "auditor", grantedDaysAgo: 301 },
] as const;

function known<Value>(map: ReadonlyMap<string, Value>, key: string, what: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`The plan names ${what} "${key}", which does not exist.`);
  return value;
}

/** Names of the organisation with their ids; nothing is written. */
export function planOrganisation(time: SeedTime): SeededOrganisation {
  const opened = time.at(portalOpenedDaysAgo, "07:00");
  const domainIds = new Map(domains.map(({ slug }) => [slug as string, seedId(`domain ${slug}`, opened)]));
  const teamIds = new Map(teams.map(({ slug }) => [slug, seedId(`team ${slug}`, opened)]));
  const everyone = people.map((person) => ({
    ...person,
    personId: seedId(`person ${person.id}`, accountMadeAt(person, time)),
  }));
  const byId = new Map(everyone.map((person) => [person.id, person]));
  return {
    time,
    everyone,
    domainId: (slug) => known(domainIds, slug, "the domain"),
    teamId: (slug) => known(teamIds, slug, "the team"),
    person: (id) => known(byId, id, "the person"),
  };
}

function accountMadeAt(person: Person, time: SeedTime): Date {
  return time.at(Math.min(person.joinedDaysAgo, portalOpenedDaysAgo - 1), "08:00");
}

/** Domains, teams, people, roles, and who is offered on the sign-in page. */
export async function seedOrganisation(organisation: SeededOrganisation): Promise<void> {
  const { time, everyone } = organisation;
  await db().domain.createMany({
    data: domains.map(({ slug, name, purpose }) => ({
      id: organisation.domainId(slug),
      slug,
      name,
      description: purpose,
    })),
  });
  await db().team.createMany({
    data: teams.map(({ slug, name, domain }) => ({
      id: organisation.teamId(slug),
      slug,
      name,
      domainId: organisation.domainId(domain),
    })),
  });
  await db().person.createMany({
    data: everyone.map((person) => ({
      id: person.personId,
      email: person.email,
      name: person.name,
      jobTitle: person.jobTitle,
      office: person.office === "porto" ? "Porto" : "Bristol",
      language: person.office === "porto" ? "pt" : "en",
      teamId: organisation.teamId(person.team),
      isActive: person.leftDaysAgo === null,
      deactivatedAt: person.leftDaysAgo === null ? null : time.at(person.leftDaysAgo, "17:30"),
      createdAt: accountMadeAt(person, time),
      source: "sample",
    })),
  });
  for (const { slug, leadId } of domains) {
    await db().domain.update({
      where: { slug },
      data: { leadId: organisation.person(leadId).personId },
      select: { id: true },
    });
  }
  const granted = [
    ...roleHolders.map((holder) => ({ ...holder, domain: null })),
    ...domains.map(({ slug, leadId }) => ({
      person: leadId,
      role: "domain-lead",
      grantedDaysAgo: portalOpenedDaysAgo - 2,
      domain: slug,
    })),
  ];
  await db().roleAssignment.createMany({
    data: granted.map(({ person, role, grantedDaysAgo, domain }) => ({
      id: seedId(`role ${role} ${person}`, time.at(grantedDaysAgo, "09:30")),
      personId: organisation.person(person).personId,
      role,
      domainId: domain === null ? null : organisation.domainId(domain),
      grantedAt: time.at(grantedDaysAgo, "09:30"),
    })),
  });
  await db().setting.create({
    data: {
      key: demoSignInSetting,
      value: signInPeople.map(({ person, job, tryThis }) => ({
        email: person.email,
        job,
        tryThis: [...tryThis],
      })),
      updatedAt: time.until,
    },
    select: { key: true },
  });
}
