import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { rateAllTools } from "#lib/trust/server/rate-tools.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { type SeededTool, toolIdOf } from "./tools.ts";
import { outageSpan } from "./trail/outage.ts";

/** Since when the portal asks the tools each hour whether they answer. */
const probedDays = 62;
/** When the docs of the tools were last verified, in turn; some never were. */
const verifiedDaysAgo = [12, 41, null, 76, 131, 24, 224, 58] as const;
/** Nights of which results are kept: one a week, and the last three, so that bands may move. */
const nights = [84, 77, 70, 63, 56, 49, 42, 35, 28, 21, 14, 7, 2, 1, 0] as const;

const probedKinds = ["http", "mcp", "knowledge", "agent"];
const hitByOutage = ["ticket-desk", "ticket-lookup", "alarm-assistant"];

function versionAt(tool: SeededTool, daysAgo: number): string {
  const [first] = tool.versions;
  return (tool.versions.findLast((version) => version.daysAgo >= daysAgo) ?? first).version;
}

async function seedVerifications(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  const { time } = organisation;
  await db().docsVerification.createMany({
    data: tools.flatMap((tool, at) => {
      const planned = verifiedDaysAgo[at % verifiedDaysAgo.length] ?? null;
      if (planned === null) return [];
      const daysAgo = Math.min(planned, tool.versions[0].daysAgo);
      const person = organisation.person(tool.deputy ?? tool.owner);
      const verifiedAt = time.at(daysAgo, "16:05");
      return [
        {
          id: seedId(`docs of ${tool.slug}`, verifiedAt),
          toolId: toolIdOf(tool.slug, time),
          version: versionAt(tool, daysAgo),
          verifiedById: person.personId,
          verifiedBy: person.name,
          verifiedAt,
          source: "sample",
        },
      ];
    }),
  });
}

/** Made in the database: 30,000 rows of one pattern are not worth their way there. */
async function seedProbes(organisation: SeededOrganisation, tools: readonly SeededTool[]): Promise<void> {
  const { time } = organisation;
  const outage = outageSpan({ organisation });
  const ids = (slugs: readonly SeededTool[]) => slugs.map(({ slug }) => toolIdOf(slug, time));
  const probed = ids(tools.filter(({ kind }) => probedKinds.includes(kind)));
  const hit = ids(tools.filter(({ slug }) => hitByOutage.includes(slug)));
  await db().$executeRaw`
    INSERT INTO tool_probe (id, tool_id, occurred_at, outcome, duration_ms, error, source)
    SELECT md5(tool_id || moment)::uuid, tool_id::uuid, moment,
      CASE WHEN is_out THEN 'failed' WHEN chance = 0 THEN 'timed-out' ELSE 'succeeded' END,
      CASE WHEN chance = 0 THEN 5000 ELSE 20 + chance % 180 END,
      CASE WHEN is_out THEN 'It answered with status 503.'
        WHEN chance = 0 THEN 'It did not answer within 5 seconds.' END,
      'sample'
    FROM (
      SELECT tool_id, moment, mod(abs(hashtext(tool_id || moment)), 700) AS chance,
        tool_id = ANY(${hit}) AND moment >= ${outage.from} AND moment <= ${outage.to} AS is_out
      FROM unnest(${probed}::text[]) AS tool_id,
        generate_series(${time.exactly(probedDays, "00:40")}::timestamptz, ${time.until}, '1 hour') AS moment
    ) probes`;
}

/** Evidence that people do not leave by using a tool: probes and verified docs. */
export async function seedTrustEvidence(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  await seedVerifications(organisation, tools);
  await seedProbes(organisation, tools);
}

/** Has the tools rated by the product itself on nights of the last 90 days. */
export async function seedRatingHistory({ time }: SeededOrganisation): Promise<void> {
  for (const daysAgo of nights)
    await asSampleAt(
      () => time.at(daysAgo, "02:00"),
      () => rateAllTools(),
    );
}
