import { seededRandom } from "#demo/company/seeded-random.ts";
import { db } from "#lib/db/client.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { isDayOff, workingMoment } from "./trail/working-time.ts";

/** Searches that found no tool, with how often. A test searches for each of them and finds nothing. */
export const searchesWithoutResult: readonly { readonly query: string; readonly times: number }[] = [
  { query: "vpn mac", times: 17 },
  { query: "parking", times: 6 },
  { query: "gym membership", times: 4 },
  { query: "badge photo", times: 3 },
  { query: "cantina", times: 2 },
];

/** Searches that find something, with the number of tools that the index holds for them. */
const fruitful = [
  ["ticket", 9],
  ["alarm", 7],
  ["leave", 6],
  ["férias", 3],
  ["roaming price", 6],
  ["who is on call", 8],
  ["expense claim", 5],
  ["salary", 7],
  ["remote work", 4],
  ["contract", 6],
  ["staff directory", 5],
  ["runbook", 5],
  ["travel policy", 6],
  ["complaint", 5],
  ["planned works", 4],
] as const;

const windowDays = 28;

/** What people searched the catalog for in the last four weeks. */
export async function seedSearches(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  const random = seededRandom("searches");
  const people = organisation.everyone.filter(
    (person) => person.leftDaysAgo === null && person.joinedDaysAgo > 90,
  );
  const all = [
    ...searchesWithoutResult.flatMap(({ query, times }) =>
      Array.from({ length: times }, () => ({ query, results: 0 })),
    ),
    ...Array.from({ length: 160 }, () => {
      const [query, results] = random.pick(fruitful);
      return { query, results };
    }),
  ];
  await db().searchRecord.createMany({
    data: all.map(({ query, results }, index) => {
      const person = random.pick(people);
      let daysAgo = random.between(1, windowDays - 1);
      while (isDayOff(person, time, daysAgo)) daysAgo = random.between(1, windowDays - 1);
      const occurredAt = workingMoment(person, time, daysAgo, random);
      return {
        id: seedId(`search ${index}`, occurredAt),
        query,
        normalized: query,
        personId: person.personId,
        results,
        occurredAt,
        source: "sample",
      };
    }),
  });
}
