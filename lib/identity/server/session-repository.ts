import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { roleSchema } from "#lib/identity/schema.ts";
import { Prisma } from "#prisma/generated/client.ts";

const personRowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  jobTitle: z.string(),
  language: z.string(),
  teamId: z.uuid().nullable(),
  teamName: z.string().nullable(),
  domainId: z.uuid().nullable(),
  domainName: z.string().nullable(),
  domainSlug: z.string().nullable(),
  assigned: z.array(roleSchema),
  leadOf: z.array(z.uuid()),
  isOwner: z.boolean(),
});
/** A person with all that their rights follow from. */
export type PersonRow = z.infer<typeof personRowSchema>;

const viewerRowSchema = personRowSchema.extend({ createdAt: z.date(), lastSeenAt: z.date() });
export type ViewerRow = z.infer<typeof viewerRowSchema>;

const personColumns = Prisma.sql`p.id, p.name, p.email, p.job_title AS "jobTitle", p.language,
  t.id AS "teamId", t.name AS "teamName",
  d.id AS "domainId", d.name AS "domainName", d.slug AS "domainSlug",
  coalesce((SELECT json_agg(DISTINCT r.role) FROM role_assignment r WHERE r.person_id = p.id), '[]'::json)
    AS assigned,
  coalesce((SELECT json_agg(led.id) FROM (
    SELECT l.id FROM domain l WHERE l.lead_id = p.id
    UNION
    SELECT r.domain_id FROM role_assignment r
    WHERE r.person_id = p.id AND r.role = 'domain-lead' AND r.domain_id IS NOT NULL
  ) led), '[]'::json) AS "leadOf",
  EXISTS (SELECT 1 FROM ownership o
    WHERE o.owner_id = p.id OR o.deputy_id = p.id OR o.team_id = p.team_id) AS "isOwner"`;

const placeOfPerson = Prisma.sql`LEFT JOIN team t ON t.id = p.team_id LEFT JOIN domain d ON d.id = t.domain_id`;

/**
 * One query, because it runs with every request: the living session with its person, team, domain, roles, and
 * whether the person or the team answers for a tool.
 */
export async function findViewerRow(sessionId: string, at: Date): Promise<ViewerRow | null> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", ${personColumns}
    FROM session s JOIN person p ON p.id = s.person_id ${placeOfPerson}
    WHERE s.id = ${sessionId}::uuid AND s.ended_at IS NULL AND s.expires_at > ${at} AND p.is_active`;
  return rows[0] === undefined ? null : viewerRowSchema.parse(rows[0]);
}

/** The same of an active person without a session. */
export async function findPersonRow(personId: string): Promise<PersonRow | null> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT ${personColumns} FROM person p ${placeOfPerson} WHERE p.id = ${personId}::uuid AND p.is_active`;
  return rows[0] === undefined ? null : personRowSchema.parse(rows[0]);
}

export async function touchSession(id: string, lastSeenAt: Date, expiresAt: Date): Promise<void> {
  await db().session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt, expiresAt } });
}

export async function insertSession(data: Prisma.SessionUncheckedCreateInput): Promise<void> {
  await db().session.create({ data, select: { id: true } });
}

export const sessionColumns = {
  id: true,
  personId: true,
  provider: true,
  createdAt: true,
  lastSeenAt: true,
  expiresAt: true,
  ip: true,
  userAgent: true,
  person: { select: { id: true, name: true } },
} as const satisfies Prisma.SessionSelect;
export type SessionRow = Prisma.SessionGetPayload<{ select: typeof sessionColumns }>;

const living = (at: Date) => ({ endedAt: null, expiresAt: { gt: at } });

/** A person's living sessions, most recently used first. */
export async function findLivingSessions(at: Date, personId: string): Promise<SessionRow[]> {
  return db().session.findMany({
    where: { ...living(at), personId },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    select: sessionColumns,
  });
}

export async function findLivingSession(id: string, at: Date): Promise<SessionRow | null> {
  return db().session.findFirst({ where: { id, ...living(at) }, select: sessionColumns });
}

/** Ends a session once; false when it had ended before. */
export async function markSessionEnded(id: string, endedAt: Date, endedReason: string): Promise<boolean> {
  const { count } = await db().session.updateMany({
    where: { id, endedAt: null },
    data: { endedAt, endedReason },
  });
  return count === 1;
}
