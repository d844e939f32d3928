import { searchOfAddress } from "#lib/collections/search-address.ts";
import { db } from "#lib/db/client.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { toolIdOf } from "./tools.ts";

type PlannedCollection = {
  readonly slug: string;
  readonly title: string;
  readonly text: string;
  readonly domain: string;
  readonly madeBy: string;
  readonly madeDaysAgo: number;
  readonly changedDaysAgo: number;
  readonly tools: readonly (readonly [tool: string, note: string])[];
};

/** What two leads put together for their people. */
export const plannedCollections: readonly PlannedCollection[] = [
  {
    slug: "a-customers-line-is-dead",
    title: "A customer's line is dead",
    text: "From the call to a ticket that the Operations Centre can work with.",
    domain: "customer-service",
    madeBy: "ruth-calloway",
    madeDaysAgo: 61,
    changedDaysAgo: 12,
    tools: [
      ["alarm-assistant", "Start here when you know the alarm or the site: it ends with a drafted ticket."],
      ["planned-works", "Look whether we caused it ourselves before you promise anything."],
      ["ticket-desk", "See what the customer was told before."],
      ["network-inventory", "Only to see what is up now. Leave acknowledging to the shift."],
    ],
  },
  {
    slug: "answering-a-complaint",
    title: "Answering a complaint",
    text: "The facts, the rules and a first draft. Read every draft before it leaves the house.",
    domain: "customer-service",
    madeBy: "ruth-calloway",
    madeDaysAgo: 44,
    changedDaysAgo: 44,
    tools: [
      ["ticket-desk", "The facts of the case."],
      ["adviser-guide", "What we may offer, and in which words."],
      ["price-list", "For any sum that you name."],
      ["complaint-reply", "Drafts the letter once you have the three above."],
    ],
  },
  {
    slug: "on-shift",
    title: "On shift",
    text: "What an engineer opens at the start of a shift, in this order.",
    domain: "network-operations",
    madeBy: "henrique-valadares",
    madeDaysAgo: 88,
    changedDaysAgo: 20,
    tools: [
      ["network-inventory", "Alarms that are up, and who looks at them."],
      ["planned-works", "What is announced for tonight."],
      ["runbook-finder", "What to do, quoted from the runbook."],
      ["shift-handover", "Writes the handover from your notes at the end."],
    ],
  },
];

const keptBy: Readonly<Record<string, readonly string[]>> = {
  "amelia-hart": ["ticket-desk", "alarm-assistant", "adviser-guide", "leave-check"],
  "tiago-moreira": ["network-inventory", "runbook-finder", "planned-works"],
  "ruth-calloway": ["ticket-desk", "complaint-reply"],
  "oliver-finch": ["price-list", "offer-letter"],
};

const savedBy: Readonly<Record<string, readonly (readonly [name: string, address: string])[]>> = {
  "amelia-hart": [
    ["Customer Service, works now", "domain=customer-service&ready=works-now"],
    ["Roaming prices", "q=roaming price"],
  ],
  "ruth-calloway": [["Our tools by use", "domain=customer-service&sort=most-used"]],
  "tiago-moreira": [["Alarms", "q=alarm&domain=network-operations"]],
};

/** Collections, favourites and saved searches, as people made them. */
export async function seedCollections(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  for (const { tools, domain, madeBy, madeDaysAgo, changedDaysAgo, ...words } of plannedCollections) {
    const madeAt = time.at(madeDaysAgo, "11:20");
    const maker = organisation.person(madeBy);
    const id = seedId(`collection ${words.slug}`, madeAt);
    await db().collection.create({
      data: {
        ...words,
        id,
        domainId: organisation.domainId(domain),
        madeById: maker.personId,
        madeBy: maker.name,
        madeAt,
        changedAt: time.at(changedDaysAgo, "11:20"),
        source: "sample",
      },
      select: { id: true },
    });
    await db().collectionTool.createMany({
      data: tools.map(([tool, note], position) => ({
        collectionId: id,
        toolId: toolIdOf(tool, time),
        position,
        note,
      })),
    });
  }
  await db().favourite.createMany({
    data: Object.entries(keptBy).flatMap(([person, tools]) =>
      tools.map((tool, at) => ({
        personId: organisation.person(person).personId,
        toolId: toolIdOf(tool, time),
        addedAt: time.at(30 - at * 3, "10:05"),
      })),
    ),
  });
  await db().savedSearch.createMany({
    data: Object.entries(savedBy).flatMap(([person, searches]) =>
      searches.map(([name, address], at) => {
        const savedAt = time.at(25 - at * 4, "15:40");
        const { personId } = organisation.person(person);
        const id = seedId(`saved search ${person} ${name}`, savedAt);
        return { id, personId, name, query: searchOfAddress(address), savedAt };
      }),
    ),
  });
}
