import { z } from "zod";
import { type AuditFilter, auditFilterSchema, contextKinds } from "#lib/audit/schema.ts";

/** Stretches of time that the explorer offers, in hours; `all` reaches back to the first event. */
export const spans = { "24h": 24, "7d": 7 * 24, "30d": 30 * 24, "90d": 90 * 24, all: null } as const;
export type Span = keyof typeof spans;
export const spanNames = Object.keys(spans) as Span[];
export const defaultSpan: Span = "30d";

const { shape } = auditFilterSchema;
const lenient = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

const addressSchema = z.object({
  words: lenient(shape.words),
  actorId: lenient(shape.actorId),
  targetId: lenient(shape.targetId),
  type: lenient(shape.type),
  outcome: lenient(shape.outcome),
  source: lenient(shape.source),
  domainId: lenient(shape.domainId),
  runId: lenient(shape.runId),
  conversationId: lenient(shape.conversationId),
  requestId: lenient(shape.requestId),
  ruleId: lenient(shape.ruleId),
  reads: lenient(z.literal("shown")),
  span: lenient(z.enum(spanNames)),
  from: lenient(shape.from),
  to: lenient(shape.to),
  /** The event whose panel is open, and what it is seen among. */
  event: lenient(z.uuid()),
  by: lenient(z.enum(contextKinds)),
});

/** What the explorer's address holds. */
export type AuditSearch = z.infer<typeof addressSchema>;

type Parameters = Readonly<Record<string, string | string[] | undefined>>;

/** Reads an address; what is not understood is left out rather than refused. */
export function readAuditSearch(parameters: Parameters): AuditSearch {
  const first = Object.entries(parameters).map(([name, value]) => [
    name,
    Array.isArray(value) ? value[0] : value,
  ]);
  return addressSchema.parse(Object.fromEntries(first));
}

function queryOf(values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  return query.size > 0 ? `?${query}` : "";
}

/** The address of a search. */
export function auditAddress(search: AuditSearch): string {
  const { span, ...rest } = search;
  return `/admin/audit${queryOf({ ...rest, ...(span && span !== defaultSpan ? { span } : {}) })}`;
}

const narrowing = [
  "words",
  "actorId",
  "targetId",
  "type",
  "outcome",
  "source",
  "domainId",
  "runId",
  "conversationId",
  "requestId",
  "ruleId",
] as const;
export type Narrowing = (typeof narrowing)[number];

/** The filters in force, in the order in which they are shown; times and the panel are not among them. */
export function filtersInForce(search: AuditSearch): { name: Narrowing; value: string }[] {
  return narrowing.flatMap((name) => (search[name] ? [{ name, value: search[name] }] : []));
}

const hourMs = 3_600_000;
const minuteMs = 60_000;

/**
 * What the server is asked for. `window` is drawn as the histogram; `filter` is what the table lists: the range
 * chosen inside the window, or all of it. A range that reaches out of the span becomes the window itself.
 */
export function auditQuery(search: AuditSearch, now: Date): { window: AuditFilter; filter: AuditFilter } {
  const { span = defaultSpan, from, to, event, by, reads, ...rest } = search;
  const plain: AuditFilter = { ...rest, reads: reads ?? "hidden" };
  const end = Math.ceil((now.getTime() + 1) / minuteMs) * minuteMs;
  const hours = spans[span];
  const begin = hours === null ? null : new Date(end - hours * hourMs).toISOString();
  const isOutside = from !== undefined && begin !== null && from < begin;
  const window: AuditFilter = isOutside
    ? { ...plain, from, to: to ?? new Date(end).toISOString() }
    : { ...plain, ...(begin ? { from: begin } : {}), to: new Date(end).toISOString() };
  const start = from ?? window.from;
  return { window, filter: { ...plain, ...(start ? { from: start } : {}), ...(to ? { to } : {}) } };
}

/** The address of the file with everything that a filter matches. */
export function exportAddress(filter: AuditFilter): string {
  return `/api/audit/export${queryOf(filter)}`;
}
