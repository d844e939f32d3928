import { z } from "zod";
import { lifecycleSchema, namedSchema } from "#lib/catalog/schema.ts";
import { personRefSchema } from "#lib/identity/schema.ts";
import { confirmationStages } from "#lib/ownership/confirmation.ts";

export const healthStates = ["orphan", "unconfirmed", "due", "no-deputy", "offered"] as const;
export type HealthState = (typeof healthStates)[number];

/** `any`: whatever is not in order; `all`: the others too. */
export const healthFilters = ["any", ...healthStates, "all"] as const;
export type HealthFilter = (typeof healthFilters)[number];

export const healthRowSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  lifecycle: lifecycleSchema,
  domain: namedSchema,
  team: namedSchema.nullable(),
  owner: personRefSchema.extend({ isActive: z.boolean() }).nullable(),
  deputy: personRefSchema.extend({ isActive: z.boolean() }).nullable(),
  dueAt: z.iso.datetime(),
  stage: z.enum(confirmationStages),
  /** Everything that is not as it should be, the most urgent first. */
  states: z.array(z.enum(healthStates)),
});
export type HealthRow = z.infer<typeof healthRowSchema>;

export const healthPageSize = 50;

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the address of the list holds; what is not understood is left out rather than refused. */
export const healthQuerySchema = z.object({
  state: z.preprocess(first, z.enum(healthFilters).default("any").catch("any")),
  q: z.preprocess(first, z.string().trim().max(100).default("").catch("")),
  domain: z.preprocess(first, z.string().max(80).default("").catch("")),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(10_000).default(1).catch(1)),
});
export type HealthQuery = z.infer<typeof healthQuerySchema>;

export type HealthPage = {
  readonly rows: readonly HealthRow[];
  /** How many match the filter, on all pages. */
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Per state, among those that match words and domain. */
  readonly counts: Readonly<Record<HealthFilter, number>>;
  readonly domains: readonly { readonly slug: string; readonly name: string }[];
};

type Facts = Pick<HealthRow, "owner" | "deputy" | "stage">;

/** What is not as it should be with who answers for a tool. */
export function healthStatesOf({ owner, deputy, stage }: Facts, isOffered: boolean): HealthState[] {
  const isOrphan = !owner?.isActive && !deputy?.isActive;
  const states: HealthState[] = [];
  if (isOrphan) states.push("orphan");
  if (stage === "unconfirmed") states.push("unconfirmed");
  else if (stage !== "held") states.push("due");
  if (!isOrphan && !deputy?.isActive) states.push("no-deputy");
  if (isOffered) states.push("offered");
  return states;
}

function holds(row: HealthRow, words: readonly string[]): boolean {
  const text = [row.name, row.slug, row.domain.name, row.team?.name, row.owner?.name, row.deputy?.name]
    .join(" ")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

const urgency = (row: HealthRow) => {
  const at = row.states.length > 0 ? healthStates.indexOf(row.states[0] ?? "offered") : healthStates.length;
  return at;
};

/** One page of the list, the most urgent first, with the figures of its filters. */
export function healthPage(all: readonly HealthRow[], query: HealthQuery): HealthPage {
  const words = query.q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(
    (row) => (query.domain === "" || row.domain.slug === query.domain) && holds(row, words),
  );
  const within = (filter: HealthFilter) => {
    if (filter === "all") return found;
    return found.filter(({ states }) => (filter === "any" ? states.length > 0 : states.includes(filter)));
  };
  const rows = within(query.state).toSorted(
    (a, b) => urgency(a) - urgency(b) || a.dueAt.localeCompare(b.dueAt) || a.name.localeCompare(b.name),
  );
  const pages = Math.max(1, Math.ceil(rows.length / healthPageSize));
  const page = Math.min(query.page, pages);
  return {
    rows: rows.slice((page - 1) * healthPageSize, page * healthPageSize),
    total: rows.length,
    page,
    pages,
    counts: Object.fromEntries(
      healthFilters.map((filter) => [filter, within(filter).length]),
    ) as HealthPage["counts"],
    domains: [...new Map(all.map(({ domain: { slug, name } }) => [slug, { slug, name }])).values()].toSorted(
      (a, b) => a.name.localeCompare(b.name),
    ),
  };
}
