/** Why a rating is kept and shown, but has no part in the number; the first that applies is the reason. */
export const exclusionReasons = [
  "withdrawn",
  "former-colleague",
  "own-team",
  "older-major",
  "team-share",
] as const;
export type ExclusionReason = (typeof exclusionReasons)[number];

export type RatingRow = {
  readonly id: string;
  readonly personId: string;
  /** The person's team when they rated, and now. */
  readonly teamId: string | null;
  readonly teamNowId?: string | null;
  readonly major: number;
  readonly stars: number;
  readonly ratedAt: Date;
  readonly changedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** Whether the person is still with the company. */
  readonly isActivePerson: boolean;
};

export type CountingContext = {
  /** Major version that is rated now; null before the first release. */
  readonly major: number | null;
  /** The owning team. */
  readonly teamId: string | null;
  /** Owner, deputy, maker and the lead of the domain. */
  readonly answering: readonly string[];
  readonly now: Date;
};

export type CountedRating<Row extends RatingRow = RatingRow> = {
  readonly row: Row;
  /** 0 to 1: half after each 180 days. */
  readonly weight: number;
};

export type CountedRatings<Row extends RatingRow = RatingRow> = {
  readonly counted: readonly CountedRating<Row>[];
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  /** The reason of each rating that does not count, by its id. */
  readonly reasons: ReadonlyMap<string, ExclusionReason>;
};

const halfLifeDays = 180;
const dayMs = 86_400_000;
const teamMost = 5;
const teamShare = 0.2;
/** Raters and teams below which an average says more about them than about the tool. */
export const ratersToShow = 5;
export const teamsToShow = 2;

/** The major number of a version: 2 for "2.3.0". */
export function majorOf(version: string): number {
  return Number.parseInt(version, 10) || 0;
}

/** What a rating weighs by its age: 1 when new, half after 180 days. A re-rating makes it new. */
export function weightOf(row: Pick<RatingRow, "ratedAt" | "changedAt">, now: Date): number {
  const ageMs = now.getTime() - (row.changedAt ?? row.ratedAt).getTime();
  return 2 ** -(Math.max(0, ageMs) / (halfLifeDays * dayMs));
}

function reasonOf(row: RatingRow, context: CountingContext): ExclusionReason | null {
  const isOwn = context.teamId !== null && [row.teamId, row.teamNowId].includes(context.teamId);
  if (row.withdrawnAt) return "withdrawn";
  if (!row.isActivePerson) return "former-colleague";
  if (isOwn || context.answering.includes(row.personId)) return "own-team";
  if (row.major !== context.major) return "older-major";
  return null;
}

/**
 * How many ratings one team may have a part with: 5, or more as long as they are at most 20 % of all that count then.
 * People without a team are taken as one.
 */
function mostPerTeam(sizes: readonly number[]): number {
  const together = (most: number) => sizes.reduce((sum, size) => sum + Math.min(size, most), 0);
  let most = Math.max(teamMost, ...sizes);
  while (most > teamMost && most > teamShare * together(most)) most -= 1;
  return most;
}

/**
 * Which ratings of one tool count, with what weight, and why the others do not. Pure, and the only place that decides
 * it. Within a team those that rated first count, so that a burst later on moves nothing.
 */
export function countedRatings<Row extends RatingRow>(
  rows: readonly Row[],
  context: CountingContext,
): CountedRatings<Row> {
  const reasons = new Map<string, ExclusionReason>();
  const teams = new Map<string | null, Row[]>();
  for (const row of rows) {
    const reason = reasonOf(row, context);
    if (reason) reasons.set(row.id, reason);
    else {
      const members = teams.get(row.teamId);
      if (members) members.push(row);
      else teams.set(row.teamId, [row]);
    }
  }
  const most = mostPerTeam([...teams.values()].map((members) => members.length));
  for (const members of teams.values()) {
    members.sort((a, b) => a.ratedAt.getTime() - b.ratedAt.getTime() || (a.id < b.id ? -1 : 1));
    for (const row of members.slice(most)) reasons.set(row.id, "team-share");
  }
  const all = [...reasons.values()];
  return {
    counted: rows
      .filter((row) => !reasons.has(row.id))
      .map((row) => ({ row, weight: weightOf(row, context.now) })),
    excluded: exclusionReasons
      .map((reason) => ({ reason, count: all.filter((one) => one === reason).length }))
      .filter(({ count }) => count > 0),
    reasons,
  };
}

/** Whether so few people rated that an average would be theirs alone. */
export function isTooFew({ counted }: CountedRatings): boolean {
  return counted.length < ratersToShow || teamsOf({ counted }) < teamsToShow;
}

/** How many teams the counted ratings come from. */
export function teamsOf({ counted }: Pick<CountedRatings, "counted">): number {
  return new Set(counted.map(({ row }) => row.teamId)).size;
}
