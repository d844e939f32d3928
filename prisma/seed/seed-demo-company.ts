import { defaultToken } from "#demo/services/credentials.ts";
import { db } from "#lib/db/client.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError } from "#lib/errors.ts";
import { seedCollections } from "./collections.ts";
import { seedContracts } from "./contracts.ts";
import { seedConversations } from "./conversations/seed-conversations.ts";
import { seedDocs } from "./docs.ts";
import { seedIncidents, seedReviews } from "./evidence.ts";
import { seedNotifications } from "./notifications.ts";
import { planOrganisation } from "./organisation.ts";
import { playOwnership } from "./ownership.ts";
import { playAdministration } from "./played-administration.ts";
import { playStories } from "./played-stories.ts";
import { seedQuestions } from "./questions.ts";
import { seedRatings } from "./ratings.ts";
import { playRelease } from "./releases.ts";
import { seedSearches } from "./searches.ts";
import { seedBase, seedTransaction } from "./seed-base.ts";
import { companyToday, seedTime } from "./seed-time.ts";
import { planTools } from "./tools.ts";
import { seedTrail } from "./trail/seed-trail.ts";
import { seedRatingHistory, seedTrustEvidence } from "./trust.ts";

export type SeedOptions = {
  /** Where the demo services run. */
  readonly servicesUrl: string;
  /** What the credentials of the services are made from. */
  readonly token?: string;
  /** Day from which all times count back, `YYYY-MM-DD`; today unless given. */
  readonly today?: string;
  /** The present moment, after which nothing seeded lies; the clock's unless given. */
  readonly now?: Date;
  /** Told of each step, in a few words. */
  readonly report?: (step: string) => void;
};

/** What was written, by name, and how long each step took. */
export type SeedReport = {
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly milliseconds: Readonly<Record<string, number>>;
};

async function refuseNonEmpty(): Promise<void> {
  const [person, tool, event] = await Promise.all([
    db().person.findFirst({ select: { id: true } }),
    db().tool.findFirst({ select: { id: true } }),
    db().auditEvent.findFirst({ select: { id: true } }),
  ]);
  if (!person && !tool && !event) return;
  throw new AppError("conflict", "The database is not empty, so the demo company is not written into it.", {
    mend: "Seed an empty database, or start over with: npm run up -- --fresh-demo",
  });
}

async function countRows(): Promise<Record<string, number>> {
  const client = db();
  return {
    domains: await client.domain.count(),
    teams: await client.team.count(),
    people: await client.person.count(),
    documents: await client.document.count(),
    tools: await client.tool.count(),
    versions: await client.toolVersion.count(),
    operations: await client.toolOperation.count(),
    rules: await client.policyRule.count(),
    events: await client.auditEvent.count(),
    usage: await client.usageRecord.count(),
    ratings: await client.toolRating.count(),
    searches: await client.searchRecord.count(),
    conversations: await client.conversation.count(),
    messages: await client.message.count(),
    notifications: await client.notification.count(),
    followers: await client.toolFollow.count(),
  };
}

/**
 * Writes the demo company into the open, migrated, empty database. Equal days give equal data. A database that holds
 * anything is refused with `conflict` and stays as it is.
 */
export async function seedDemoCompany(options: SeedOptions): Promise<SeedReport> {
  await refuseNonEmpty();
  const now = options.now ?? new Date();
  const time = seedTime(options.today ?? companyToday(now), now);
  const milliseconds: Record<string, number> = {};
  const timed = async (name: string, work: () => Promise<void>): Promise<void> => {
    options.report?.(name);
    const startedAt = performance.now();
    await work();
    milliseconds[name] = Math.round(performance.now() - startedAt);
  };
  const step = (name: string, work: () => Promise<void>): Promise<void> =>
    timed(name, () => transaction(work, seedTransaction));
  const { servicesUrl, token = defaultToken } = options;
  const organisation = planOrganisation(time);
  const tools = planTools(time);
  const context = { organisation, servicesUrl, token };
  const services = await seedBase({ ...context, tools, step: timed });
  await step("questions, reviews and incidents", async () => {
    await seedQuestions(organisation);
    await seedReviews(organisation, tools);
    await seedIncidents(organisation);
    await seedSearches(organisation);
    await seedCollections(organisation);
  });
  await timed("stories", async () => {
    await playStories(organisation);
    await playAdministration(organisation, tools);
  });
  await timed("conversations", () => seedConversations(context));
  await step("90 days of use and trail", () => seedTrail({ organisation, tools, services }));
  await step("docs", () => seedDocs(organisation, tools));
  await step("notifications", () => seedNotifications(organisation, tools));
  await step("ratings", () => seedRatings(organisation, tools));
  await step("contracts", () => seedContracts(organisation, tools, services.sources));
  await step("trust", async () => {
    await seedTrustEvidence(organisation, tools);
    await seedRatingHistory(organisation);
  });
  await timed("ownership and releases", async () => {
    await playOwnership(organisation);
    await playRelease(organisation);
  });
  return { day: time.day, counts: await countRows(), milliseconds };
}

/** The same with one sentence as its answer, for the start of Weft. */
export async function seedDemo(options: {
  readonly day: string;
  readonly servicesUrl: string;
  readonly report: (progress: string) => void;
}): Promise<string> {
  const { counts } = await seedDemoCompany({ ...options, today: options.day });
  return `${counts.people} people, ${counts.tools} tools, ${counts.documents} documents, ${counts.events} events`;
}
