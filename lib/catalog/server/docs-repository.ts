import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import type { ToolClause } from "#lib/policy/visible-tools.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** The tool without its words, which are read only where they are not held already. */
export async function docsTool(slug: string, clause: ToolClause) {
  return db().tool.findFirst({
    where: { AND: [{ slug }, clause] },
    select: {
      id: true,
      slug: true,
      name: true,
      domainId: true,
      currentVersion: { select: { id: true, version: true } },
    },
  });
}

export async function versionOf(toolId: string, version: string) {
  return db().toolVersion.findUnique({
    where: { toolId_version: { toolId, version } },
    select: { id: true, version: true },
  });
}

/** The docs of a version, and the name that the tool had. */
export async function docsOfVersion(versionId: string): Promise<{ name: string; docs: string } | null> {
  const [row] = await db().$queryRaw<{ name: string | null; docs: string | null }[]>`
    SELECT words ->> 'name' AS name, words ->> 'docs' AS docs FROM tool_version WHERE id = ${versionId}::uuid`;
  return row ? { name: row.name ?? "", docs: row.docs ?? "" } : null;
}

export async function slugsAmong(slugs: readonly string[], clause: ToolClause): Promise<Set<string>> {
  const rows = await db().tool.findMany({
    where: { AND: [{ slug: { in: [...slugs] } }, clause] },
    select: { slug: true },
  });
  return new Set(rows.map(({ slug }) => slug));
}

type Place = { toolId: string; version: string; section: string; personId: string };
const feedbackColumns = { id: true, isHelpful: true, text: true, givenAt: true } as const;

export async function ownFeedback(place: Place) {
  return db().docsFeedback.findUnique({
    where: { toolId_version_section_personId: place },
    select: feedbackColumns,
  });
}

/** The same, held until the transaction ends. */
export async function lockOwnFeedback(place: Place) {
  await db().$queryRaw`
    SELECT id FROM docs_feedback WHERE tool_id = ${place.toolId}::uuid AND version = ${place.version}
      AND section = ${place.section} AND person_id = ${place.personId}::uuid FOR UPDATE`;
  return ownFeedback(place);
}

/** False when the person has said something about this page already. */
export async function insertFeedback(data: Prisma.DocsFeedbackCreateManyInput): Promise<boolean> {
  return (await db().docsFeedback.createMany({ data: [data], skipDuplicates: true })).count === 1;
}

export async function updateFeedback(
  id: string,
  data: { isHelpful: boolean; text: string; givenAt: Date },
): Promise<void> {
  await db().docsFeedback.update({ where: { id }, data, select: { id: true } });
}

const sampleRule = () => (env().isDemo ? {} : { source: "live" });

export async function feedbackCounts(toolId: string) {
  return db().docsFeedback.groupBy({
    by: ["section", "isHelpful", "source"],
    where: { toolId, ...sampleRule() },
    _count: { _all: true },
  });
}

export async function feedbackComments(toolId: string, take: number) {
  return db().docsFeedback.findMany({
    where: { toolId, isHelpful: false, text: { not: "" }, ...sampleRule() },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    take,
    select: {
      id: true,
      section: true,
      version: true,
      text: true,
      givenAt: true,
      person: { select: { name: true, isActive: true } },
    },
  });
}
