/** The people of Northmere: 412 of them, the same at every seeding. */
import { type DomainSlug, domains, type Team, teams } from "./domains-and-teams.ts";
import { type KeyPerson, keyPeople } from "./key-people.ts";
import {
  englishFamilyNames,
  englishGivenNames,
  portugueseFamilyNames,
  portugueseGivenNames,
} from "./names.ts";
import { seededRandom } from "./seeded-random.ts";

export type { Domain, DomainSlug, Team } from "./domains-and-teams.ts";
export { domains, teams };

export const company = {
  name: "Northmere",
  legalName: "Northmere Telecom plc",
  mailDomain: "northmere.example",
  peopleCount: 412,
} as const;

export type OfficeSlug = "bristol" | "porto";

export type Office = {
  readonly slug: OfficeSlug;
  readonly name: string;
  readonly country: "GB" | "PT";
  readonly timeZone: string;
  readonly currency: "GBP" | "EUR";
  readonly language: "en" | "pt";
  readonly address: string;
};

export const offices: readonly Office[] = [
  {
    slug: "bristol",
    name: "Bristol",
    country: "GB",
    timeZone: "Europe/London",
    currency: "GBP",
    language: "en",
    address: "Harbour House, 14 Welsh Back, Bristol",
  },
  {
    slug: "porto",
    name: "Porto",
    country: "PT",
    timeZone: "Europe/Lisbon",
    currency: "EUR",
    language: "pt",
    address: "Edifício Ribeira, Rua do Freixo 1071, Porto",
  },
];

export type Person = {
  /** Name in lower case with hyphens, unique. */
  readonly id: string;
  /** Staff number, `N` and four digits. */
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string;
  readonly team: string;
  readonly domain: DomainSlug;
  readonly jobTitle: string;
  readonly office: OfficeSlug;
  /** Four-digit internal extension. */
  readonly extension: string;
  /** Null for the managing director only. */
  readonly managerId: string | null;
  readonly joinedDaysAgo: number;
  /** Days since the last working day; null for those who work here. */
  readonly leftDaysAgo: number | null;
};

function plainLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/** The id that belongs to a name: `Inês Carvalho` is `ines-carvalho`. */
export function personIdOf(name: string): string {
  return plainLetters(name).replace(/[^a-z]+/g, "-");
}

const managingDirectorId = "margaret-lockyer";

function managerOf(id: string, team: Team): string | null {
  if (id === managingDirectorId) return null;
  const domain = domains.find((candidate) => candidate.slug === team.domain);
  if (domain === undefined) throw new Error(`Team ${team.slug} has no domain`);
  if (id === domain.leadId) return managingDirectorId;
  return id === team.leadId ? domain.leadId : team.leadId;
}

function makePeople(): readonly Person[] {
  const random = seededRandom("northmere-people");
  const taken = new Set(keyPeople.map((person) => personIdOf(person.name)));

  function inventPerson(team: Team): KeyPerson {
    const office: OfficeSlug = random.chance(team.portoShare) ? "porto" : "bristol";
    const given = office === "porto" ? portugueseGivenNames : englishGivenNames;
    const family = office === "porto" ? portugueseFamilyNames : englishFamilyNames;
    const usual = team.jobTitles.map((title, index) => [title, index === 0 ? 5 : 2] as const);
    let name = "";
    do {
      name = `${random.pick(given)} ${random.pick(family)}`;
    } while (taken.has(personIdOf(name)));
    taken.add(personIdOf(name));
    return {
      name,
      team: team.slug,
      jobTitle: random.weighted(usual),
      office,
      joinedDaysAgo: random.between(40, 3600),
    };
  }

  const everyone = teams.flatMap((team) => {
    const named = keyPeople.filter((person) => person.team === team.slug);
    const invented = Array.from({ length: team.size - named.length }, () => inventPerson(team));
    return [...named, ...invented].map((person) => ({ person, team }));
  });

  // Staff numbers are given in the order in which people joined.
  const bySeniority = [...everyone].sort((a, b) => b.person.joinedDaysAgo - a.person.joinedDaysAgo);
  const rank = new Map(bySeniority.map(({ person }, index) => [person, index]));

  return everyone.map(({ person, team }) => {
    const id = personIdOf(person.name);
    const position = rank.get(person) ?? 0;
    return {
      id,
      staffNumber: `N${String(position + 1).padStart(4, "0")}`,
      name: person.name,
      email: `${id.replace("-", ".")}@${company.mailDomain}`,
      team: team.slug,
      domain: team.domain,
      jobTitle: person.jobTitle,
      office: person.office,
      extension: String(2000 + position * 7),
      managerId: managerOf(id, team),
      joinedDaysAgo: person.joinedDaysAgo,
      leftDaysAgo: person.leftDaysAgo ?? null,
    };
  });
}

export const people: readonly Person[] = makePeople();

const peopleById = new Map(people.map((person) => [person.id, person]));

/** The person with this id; throws when there is none, so that a wrong name is found at once. */
export function personById(id: string): Person {
  const person = peopleById.get(id);
  if (person === undefined) throw new Error(`No person has the id ${id}`);
  return person;
}

/** The team with this slug; throws when there is none. */
export function teamBySlug(slug: string): Team {
  const team = teams.find((candidate) => candidate.slug === slug);
  if (team === undefined) throw new Error(`No team has the slug ${slug}`);
  return team;
}
