import { englishFamilyNames, portugueseGivenNames } from "#demo/company/names.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";

export type Team = { readonly id: string; readonly domainId: string };

const rowsAtOnce = 1000;
const offices = ["Leeds", "York", "Porto", "Lisbon", "Hull", "Braga", "Durham", "Faro"];
const crafts = [
  "Invoices",
  "Devices",
  "Field Work",
  "Pricing",
  "Contracts",
  "Outages",
  "Campaigns",
  "Rosters",
  "Suppliers",
  "Tests",
];

async function inParts<Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await insert(rows.slice(from, from + rowsAtOnce));
}

/** Adds teams to the company's domains, every second one to the first domain, so that one is far larger. */
export async function insertTeams(count: number): Promise<Team[]> {
  const domains = await db().domain.findMany({ orderBy: { name: "asc" }, select: { id: true } });
  const teams = Array.from({ length: count }, (_, at) => {
    const domain = domains[at % 2 === 0 ? 0 : at % domains.length];
    const name = `${offices[at % offices.length]} ${crafts[Math.floor(at / offices.length) % crafts.length]} ${at}`;
    return { id: newId(), slug: `team-${at}`, name, domainId: domain?.id ?? "" };
  });
  await inParts(teams, (data) => db().team.createMany({ data }));
  return teams.map(({ id, domainId }) => ({ id, domainId }));
}

/** Adds people, in turn to each team. Returns their ids, so that the person at `n` is of the team at `n % teams`. */
export async function insertPeople(count: number, teams: readonly Team[]): Promise<string[]> {
  const people = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    email: `colleague-${at}@northmere.example`,
    name: `${portugueseGivenNames[at % portugueseGivenNames.length]} ${englishFamilyNames[Math.floor(at / 7) % englishFamilyNames.length]}`,
    jobTitle: "Specialist",
    office: offices[at % offices.length] ?? "",
    teamId: teams[at % teams.length]?.id ?? null,
    source: "sample",
  }));
  await inParts(people, (data) => db().person.createMany({ data }));
  return people.map(({ id }) => id);
}

/** Gives each generated tool an owner and a deputy of its team, a promise, and a confirmation, one in six too old. */
export async function insertOwners(): Promise<void> {
  await db().$executeRaw`
    UPDATE ownership o SET owner_id = p.ids[1], deputy_id = p.ids[2],
      confirmed_at = now() - (abs(hashtext(o.tool_id::text)) % 216) * interval '1 day', confirmed_by_id = p.ids[1]
    FROM (SELECT team_id, array_agg(id ORDER BY id) AS ids FROM person GROUP BY team_id) p, tool t
    WHERE p.team_id = o.team_id AND t.id = o.tool_id AND t.slug ~ '^(tool|monster)-'`;
  // So modest that the calls and probes of a generated tool are enough to judge it by.
  await db().$executeRaw`UPDATE tool SET slo_success = 0.9 WHERE slug ~ '^tool-[0-9]+$'`;
  await db().$executeRaw`
    UPDATE tool SET link_url = 'https://example.com/' || slug
    WHERE kind = 'link' AND link_url IS NULL AND slug ~ '^tool-[0-9]+$'`;
}
