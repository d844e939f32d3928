import { seededRandom } from "#demo/company/seeded-random.ts";
import { signInPeople } from "#demo/company/sign-in-people.ts";
import { db } from "#lib/db/client.ts";
import { majorOf } from "#lib/reviews/counted-ratings.ts";
import { ratingFacts, textHash } from "#lib/reviews/server/rating-facts.ts";
import type { SeededOrganisation, SeededPerson } from "./organisation.ts";
import { type PlannedRating, plannedRatings } from "./rating-plan.ts";
import { seedId } from "./seed-id.ts";
import { minutesLater } from "./seed-time.ts";
import { type SeededTool, versionAt } from "./tools.ts";
import { addCall } from "./trail/sample-call.ts";
import { actorOf, type SampleEvent, type SampleHistory } from "./trail/sample-history.ts";
import { writeTrail } from "./trail/write-trail.ts";

type Use = { readonly person: SeededPerson; readonly at: Date };

async function usesByTool(organisation: SeededOrganisation): Promise<ReadonlyMap<string, readonly Use[]>> {
  const people = new Map(organisation.everyone.map((person) => [person.personId, person]));
  const rows = await db().usageRecord.findMany({
    where: { kind: "tool", outcome: { not: "refused" }, personId: { not: null }, toolId: { not: null } },
    orderBy: { id: "asc" },
    select: { personId: true, toolId: true, occurredAt: true },
  });
  const uses = new Map<string, Use[]>();
  for (const { personId, toolId, occurredAt } of rows) {
    const person = people.get(personId ?? "");
    if (!person || !toolId) continue;
    const list = uses.get(toolId) ?? [];
    if (list.length === 0) uses.set(toolId, list);
    list.push({ person, at: occurredAt });
  }
  return uses;
}

/** Whether this person may be the one whom a planned rating is by. */
function fits(planned: PlannedRating, tool: SeededTool, person: SeededPerson): boolean {
  if (planned.by !== undefined) return person.id === planned.by;
  // Those who are offered for signing in have their say themselves.
  if (signInPeople.some((offered) => offered.person.id === person.id)) return false;
  if ([tool.owner, tool.deputy].includes(person.id)) return false;
  if (planned.hasLeft !== (person.leftDaysAgo === null ? undefined : true)) return false;
  if (planned.isPortuguese && person.office !== "porto") return false;
  return planned.team === undefined ? person.team !== tool.team : person.team === planned.team;
}

/** The use after which somebody rated: of all that fit the one closest to the planned day. */
function closestUse(
  planned: PlannedRating,
  tool: SeededTool,
  uses: readonly Use[],
  wanted: Date,
): Use | undefined {
  let best: Use | undefined;
  const distance = (use: Use) => Math.abs(use.at.getTime() - wanted.getTime());
  for (const use of uses) {
    if (fits(planned, tool, use.person) && (!best || distance(use) < distance(best))) best = use;
  }
  return best;
}

function ratingOf(planned: PlannedRating, tool: SeededTool, use: Use, organisation: SeededOrganisation) {
  const { time } = organisation;
  const { person } = use;
  const random = seededRandom(`rating ${tool.slug} ${person.id}`);
  const notLate = (moment: Date) => (moment < time.until ? moment : new Date(time.until.getTime() - 60_000));
  const ratedAt = notLate(minutesLater(use.at, random.between(2, 25)));
  const changedAt = planned.before ? notLate(time.at(planned.daysAgo, "11:16")) : null;
  const repliedAt = planned.reply
    ? notLate(minutesLater(changedAt ?? ratedAt, planned.reply.daysLater * 1440 + random.between(10, 90)))
    : null;
  const version = versionAt(tool, changedAt ?? ratedAt).version;
  return {
    person,
    planned,
    firstVersion: versionAt(tool, ratedAt).version,
    row: {
      id: seedId(`rating ${tool.slug} ${person.id}`, ratedAt),
      toolId: tool.toolId,
      personId: person.personId,
      teamId: organisation.teamId(person.team),
      major: majorOf(version),
      version,
      stars: planned.stars,
      text: planned.text ?? "",
      ratedAt,
      changedAt,
      reply: planned.reply?.text ?? null,
      repliedAt,
      repliedById: planned.reply ? organisation.person(planned.reply.by).personId : null,
      source: "sample",
    },
  };
}

type MadeRating = ReturnType<typeof ratingOf>;

function eventsOf(made: MadeRating, tool: SeededTool, organisation: SeededOrganisation): SampleEvent[] {
  const { person, planned, row, firstVersion } = made;
  const about = {
    target: { kind: "tool", id: tool.toolId, name: tool.words.name },
    domainId: organisation.domainId(tool.domain),
    details: { ratingId: row.id },
  };
  const event = (
    at: Date,
    from: SeededPerson,
    type: string,
    changes: { before: unknown; after: unknown },
  ): SampleEvent => ({
    at,
    from,
    request: `${type} ${row.id}`,
    input: { type, actor: actorOf(from), ...about, changes },
  });
  const last = ratingFacts({ stars: row.stars, text: row.text, version: row.version });
  const { before, reply } = planned;
  const first = before ? ratingFacts({ ...before, version: firstVersion }) : last;
  return [
    event(row.ratedAt, person, "rating.given", { before: null, after: first }),
    ...(row.changedAt
      ? [
          event(row.changedAt, person, "rating.changed", {
            before: { ...first, isWithdrawn: false },
            after: { ...last, isWithdrawn: false },
          }),
        ]
      : []),
    ...(row.repliedAt && reply
      ? [
          event(row.repliedAt, organisation.person(reply.by), "rating.replied", {
            before: null,
            after: { textHash: textHash(reply.text) },
          }),
        ]
      : []),
  ];
}

/** The use that a planned first opinion rests on. */
function addFirstUse(
  history: SampleHistory,
  { by, before }: PlannedRating,
  tool: SeededTool,
  organisation: SeededOrganisation,
): Use | undefined {
  if (by === undefined || !before) return undefined;
  return addUse(history, tool, organisation.person(by), before.daysAgo, before.operation, organisation);
}

function addUse(
  history: SampleHistory,
  tool: SeededTool,
  person: SeededPerson,
  daysAgo: number,
  operation: string,
  organisation: SeededOrganisation,
): Use {
  const startedAt = organisation.time.at(daysAgo, "13:00");
  const call = { tool, person, startedAt, operation, request: `first use ${tool.slug} ${person.id}` };
  const outcome = { readOnly: true, durationMs: 127, error: null, resultBytes: 1460, place: null };
  addCall(history, { ...call, ...outcome, channel: "form" }, organisation);
  return { person, at: startedAt };
}

/** Which days were busy hangs on the day of seeding: where nobody who fits came by, somebody does now. */
function addMissingUse(
  history: SampleHistory,
  planned: PlannedRating,
  tool: SeededTool,
  taken: ReadonlySet<SeededPerson>,
  organisation: SeededOrganisation,
): Use {
  const able = organisation.everyone.filter((person) => fits(planned, tool, person) && !taken.has(person));
  const random = seededRandom(`missing use ${tool.slug} ${planned.text ?? planned.daysAgo}`);
  const person = able[random.between(0, able.length - 1)];
  const [operation] = tool.operationNames;
  if (!person || !operation)
    throw new Error(
      `Nobody can have used ${tool.slug} for a planned rating: ${planned.text ?? planned.stars}`,
    );
  const { daysAgo } = planned.before ?? planned;
  const lastDay = person.leftDaysAgo === null ? 0 : person.leftDaysAgo + 2;
  return addUse(history, tool, person, Math.max(daysAgo, lastDay), operation, organisation);
}

/** Ratings and replies with their events, by people who had used the tool. Needs the use to be there. */
export async function seedRatings(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  const uses = await usesByTool(organisation);
  const rows: MadeRating["row"][] = [];
  const history: SampleHistory = { events: [], usage: [], sessions: [] };
  for (const [slug, planned] of Object.entries(plannedRatings)) {
    const tool = tools.find((candidate) => candidate.slug === slug);
    if (!tool) throw new Error(`A rating names the tool "${slug}", which does not exist.`);
    const first = planned.flatMap((one) => addFirstUse(history, one, tool, organisation) ?? []);
    const taken = new Set<SeededPerson>();
    let left = [...(uses.get(tool.toolId) ?? []), ...first];
    // Those who are named come first, so that nobody else takes their place.
    for (const one of planned.toSorted((a, b) => Number(b.by !== undefined) - Number(a.by !== undefined))) {
      const wanted = organisation.time.at((one.before ?? one).daysAgo, "13:00");
      const use =
        closestUse(one, tool, left, wanted) ?? addMissingUse(history, one, tool, taken, organisation);
      const made = ratingOf(one, tool, use, organisation);
      taken.add(made.person);
      left = left.filter(({ person }) => person !== made.person);
      rows.push(made.row);
      history.events.push(...eventsOf(made, tool, organisation));
    }
  }
  await db().toolRating.createMany({ data: rows });
  await writeTrail(history);
}
