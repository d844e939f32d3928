import { buildEvent } from "#lib/audit/server/build-event.ts";
import { db } from "#lib/db/client.ts";
import { seedId, seedRequestId } from "../seed-id.ts";
import { placeOf } from "./places.ts";
import type { SampleEvent, SampleHistory, SampleUsage } from "./sample-history.ts";

const batchSize = 2500;

function rowOf(event: SampleEvent, index: number) {
  const place = event.from ? placeOf(event.from) : null;
  const { actor, target, canonical, leafHash, ...plain } = buildEvent(event.input, {
    id: seedId(`event ${index}`, event.at),
    occurredAt: event.at,
    source: "sample",
    requestId: event.request === null ? null : seedRequestId(event.request),
    ip: place?.ip ?? null,
    client: place?.client ?? null,
  });
  return {
    ...plain,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    targetKind: target?.kind ?? null,
    targetId: target?.id ?? null,
    targetName: target?.name ?? null,
    canonicalHex: Buffer.from(canonical).toString("hex"),
    leafHex: Buffer.from(leafHash).toString("hex"),
  };
}

function usageRowOf({ at, request, ...line }: SampleUsage, index: number) {
  return {
    ...line,
    id: seedId(`usage ${index}`, at),
    occurredAt: at,
    requestId: request === null ? null : seedRequestId(request),
  };
}

// One value for a whole batch: thousands of rows as parameters of their own take ten times as long.
async function inBatches<Row>(
  rows: readonly Row[],
  write: (json: string) => PromiseLike<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += batchSize)
    await write(JSON.stringify(rows.slice(at, at + batchSize)));
}

async function insertEvents(json: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO audit_event (id, type, schema_version, occurred_at, actor_kind, actor_id, actor_name, target_kind,
      target_id, target_name, domain_id, outcome, reason, rule_ids, request_id, conversation_id, run_id, call_id,
      source_ip, source_client, source, changes, details, canonical, leaf_hash)
    SELECT id, type, "schemaVersion", "occurredAt", "actorKind", "actorId", "actorName", "targetKind", "targetId",
      "targetName", "domainId", outcome, reason, "ruleIds", "requestId", "conversationId", "runId", "callId",
      "sourceIp", "sourceClient", source, nullif(changes, 'null'), nullif(details, 'null'),
      decode("canonicalHex", 'hex'), decode("leafHex", 'hex')
    FROM jsonb_to_recordset(${json}::jsonb) AS row (id uuid, type text, "schemaVersion" int,
      "occurredAt" timestamptz, "actorKind" text, "actorId" uuid, "actorName" text, "targetKind" text,
      "targetId" text, "targetName" text, "domainId" uuid, outcome text, reason text, "ruleIds" text[],
      "requestId" text, "conversationId" uuid, "runId" uuid, "callId" uuid, "sourceIp" text, "sourceClient" text,
      source text, changes jsonb, details jsonb, "canonicalHex" text, "leafHex" text)`;
}

async function insertUsage(json: string): Promise<void> {
  await db().$executeRaw`
    INSERT INTO usage_record (id, occurred_at, kind, channel, person_id, team_id, domain_id, tool_id, version_id,
      operation_name, outcome, error_code, error_message, duration_ms, request_id, conversation_id, run_id, call_id,
      source)
    SELECT id, "occurredAt", kind, channel, "personId", "teamId", "domainId", "toolId", "versionId",
      "operationName", outcome, "errorCode", "errorMessage", "durationMs", "requestId", "conversationId", "runId",
      "callId", 'sample'
    FROM jsonb_to_recordset(${json}::jsonb) AS row (id uuid, "occurredAt" timestamptz, kind text, channel text,
      "personId" uuid, "teamId" uuid, "domainId" uuid, "toolId" uuid, "versionId" uuid, "operationName" text,
      outcome text, "errorCode" text, "errorMessage" text, "durationMs" int, "requestId" text,
      "conversationId" uuid, "runId" uuid, "callId" uuid)`;
}

async function insertSessions(json: string): Promise<void> {
  // A seeded session is over, so that nobody seems to be signed in.
  await db().$executeRaw`
    INSERT INTO session (id, person_id, provider, created_at, last_seen_at, expires_at, ended_at, ended_reason, ip,
      user_agent)
    SELECT id, "personId", ${"oidc"}, "startedAt", "lastSeenAt", "lastSeenAt", "endedAt", "endedReason", ip, client
    FROM jsonb_to_recordset(${json}::jsonb) AS row (id uuid, "personId" uuid, "startedAt" timestamptz,
      "lastSeenAt" timestamptz, "endedAt" timestamptz, "endedReason" text, ip text, client text)`;
}

/** Writes events, ledger and sessions, oldest first. */
export async function writeTrail(history: SampleHistory): Promise<void> {
  const byTime = (a: { at: Date }, b: { at: Date }) => a.at.getTime() - b.at.getTime();
  await inBatches(history.events.toSorted(byTime).map(rowOf), insertEvents);
  await inBatches(history.usage.toSorted(byTime).map(usageRowOf), insertUsage);
  const sessions = history.sessions.map(({ person, ...session }) => ({
    ...session,
    ...placeOf(person),
    personId: person.personId,
  }));
  await inBatches(sessions, insertSessions);
}
