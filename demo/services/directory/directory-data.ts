import type { z } from "zod";
import { addDays, dayOf } from "#demo/company/days.ts";
import { domains, offices, type Person, people, personById, teamBySlug } from "#demo/company/organisation.ts";
import { notFound } from "../http/problem.ts";
import type { ServiceContext } from "../service-context.ts";
import type { Collection } from "../store/store.ts";
import type { LeaveRequest, personSchema } from "./schema.ts";

export type DirectoryData = {
  readonly leave: Collection<LeaveRequest>;
  /** Day of seeding, from which joining and leaving are counted. */
  readonly day: string;
};

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
}

/** The person with an e-mail address, staff number or full name; throws a 404. */
export function personOrNotFound(key: string): Person {
  const wanted = plain(key);
  const person = people.find(
    (candidate) =>
      candidate.email === wanted ||
      plain(candidate.staffNumber) === wanted ||
      plain(candidate.name) === wanted,
  );
  if (person === undefined) throw notFound(`person called ${key}`);
  return person;
}

/** A person as the directory shows them. */
export function toPerson(person: Person, day: string): z.infer<typeof personSchema> {
  const team = teamBySlug(person.team);
  const domain = domains.find((candidate) => candidate.slug === person.domain);
  const office = offices.find((candidate) => candidate.slug === person.office);
  if (domain === undefined || office === undefined) throw new Error(`${person.id} has no domain or office`);
  const manager = person.managerId === null ? null : personById(person.managerId);
  return {
    staffNumber: person.staffNumber,
    name: person.name,
    email: person.email,
    jobTitle: person.jobTitle,
    team: { slug: team.slug, name: team.name, channel: team.channel },
    domain: { slug: domain.slug, name: domain.name },
    office: { slug: office.slug, name: office.name, timeZone: office.timeZone },
    extension: person.extension,
    manager:
      manager === null ? null : { name: manager.name, email: manager.email, jobTitle: manager.jobTitle },
    joinedOn: addDays(day, -person.joinedDaysAgo),
    leftOn: person.leftDaysAgo === null ? null : addDays(day, -person.leftDaysAgo),
  };
}

/** Today's date in the head office. */
export function today(context: ServiceContext): string {
  return dayOf(context.now());
}
