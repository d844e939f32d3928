import { z } from "zod";
import { costPerUse, costPerUseSchema } from "#lib/catalog/cost.ts";
import { operationAddresses, toolAddresses } from "#lib/catalog/interop/tool-addresses.ts";
import {
  audiences,
  namedSchema,
  operationViewSchema,
  readinessSchema,
  type ToolPage,
  toolCardSchema,
  toolPageSchema,
  toolWordsSchema,
} from "#lib/catalog/schema.ts";
import { personRefSchema } from "#lib/identity/schema.ts";
import { decisionSchema } from "#lib/policy/schema.ts";
import { toolUsageSchema } from "#lib/telemetry/schema.ts";
import { type ErrorBudget, errorBudget, errorBudgetSchema } from "#lib/telemetry/service-level.ts";
import { type TrustSummary, trustSummarySchema } from "#lib/trust/summary.ts";

/** Changes when a member is renamed or removed; new members may come without a change. */
export const toolDocumentVersion = "weft.tool-card/v1";

const share = z.number().min(0).max(1).nullable();

/**
 * A tool as one JSON document: what its page shows to the person who asks. Unlike the page's own data it is a contract,
 * so its members keep their names.
 */
export const toolDocumentSchema = z.object({
  schema: z.literal(toolDocumentVersion),
  id: z.uuid(),
  slug: z.string(),
  kind: toolCardSchema.shape.kind,
  version: z.string().nullable(),
  links: z.object({ html: z.string(), json: z.string(), agentCard: z.string(), aiCatalog: z.string() }),
  words: toolWordsSchema,
  domain: namedSchema,
  owner: z.object({
    team: namedSchema.nullable(),
    productOwner: personRefSchema.nullable(),
    deputy: personRefSchema.nullable(),
    supportChannel: z.string(),
    lastConfirmedAt: z.iso.datetime().nullable(),
    /** Whether that confirmation still holds. */
    isConfirmed: z.boolean(),
    /** Nobody active answers for the tool. */
    isUnowned: z.boolean(),
  }),
  lifecycle: z.object({
    state: toolCardSchema.shape.lifecycle,
    deprecatedAt: z.iso.datetime().nullable(),
    retiresAt: z.iso.datetime().nullable(),
    successor: toolCardSchema.shape.successor,
    blockedReason: z.string().nullable(),
  }),
  handling: z.object({
    /** The highest class of data that the tool may be given. */
    dataClass: toolCardSchema.shape.dataClass,
    riskTier: z.string(),
    audience: z.enum(audiences),
  }),
  /** For the person who asks. */
  access: decisionSchema.extend({ readiness: readinessSchema }),
  operations: z.array(
    operationViewSchema.extend({
      links: z.object({ call: z.string(), inputSchema: z.string(), outputSchema: z.string().nullable() }),
    }),
  ),
  serviceLevel: z.object({
    /** Null where the owner promises nothing. Times are in milliseconds. */
    promised: z.object({ successShare: share, p95Ms: z.number().nullable() }),
    /** From the portal's own calls: `calls` is the sample, `windowDays` the window. */
    measured: toolUsageSchema,
    /** What the promise lets fail of the measured calls; null without a promise or a call. */
    errorBudget: errorBudgetSchema.nullable(),
  }),
  costPerUse: costPerUseSchema,
  /** Null until the tool has been rated. */
  trust: trustSummarySchema.nullable(),
  consumes: z.object({
    tools: z.array(z.object({ slug: z.string(), name: z.string() })),
    sources: z.array(z.object({ slug: z.string(), name: z.string() })),
    modelAlias: z.string().nullable(),
  }),
  incidents: toolPageSchema.shape.incidents,
  reviews: toolPageSchema.shape.reviews,
  versions: toolPageSchema.shape.versions,
});
export type ToolDocument = z.infer<typeof toolDocumentSchema>;

function budgetOf({ sloSuccess, usage }: ToolPage): ErrorBudget | null {
  if (sloSuccess === null || usage.judgedCalls === 0) return null;
  return errorBudget({ judged: usage.judgedCalls, good: usage.goodCalls }, sloSuccess);
}

/** The JSON document of a tool from what its page shows and its newest rating; links are absolute. */
export function toolDocument(tool: ToolPage, trust: TrustSummary | null, origin: string): ToolDocument {
  const steps = new Set(tool.steps.map((step) => step.tool));
  return toolDocumentSchema.parse({
    schema: toolDocumentVersion,
    id: tool.id,
    slug: tool.slug,
    kind: tool.kind,
    version: tool.version,
    links: toolAddresses(tool.slug, origin),
    words: tool.words,
    domain: tool.domain,
    owner: {
      team: tool.team,
      productOwner: tool.owner,
      deputy: tool.deputy,
      supportChannel: tool.supportChannel,
      lastConfirmedAt: tool.lastConfirmedAt,
      isConfirmed: tool.ownerConfirmedAt !== null,
      isUnowned: tool.isUnowned,
    },
    lifecycle: {
      state: tool.lifecycle,
      deprecatedAt: tool.deprecatedAt,
      retiresAt: tool.retiresAt,
      successor: tool.successor,
      blockedReason: tool.blockedReason,
    },
    handling: { dataClass: tool.dataClass, riskTier: tool.riskTier, audience: tool.audience },
    access: { ...tool.access, readiness: tool.readiness },
    operations: tool.operations.map((operation) => {
      const links = operationAddresses(tool.slug, operation.name, origin);
      return {
        ...operation,
        links: {
          call: links.call,
          inputSchema: links.input,
          outputSchema: operation.outputSchema === null ? null : links.output,
        },
      };
    }),
    serviceLevel: {
      promised: { successShare: tool.sloSuccess, p95Ms: tool.sloP95Ms },
      measured: tool.usage,
      errorBudget: budgetOf(tool),
    },
    costPerUse: costPerUse(tool),
    trust,
    consumes: {
      tools: tool.related.filter(({ slug }) => steps.has(slug)),
      sources: tool.sources,
      modelAlias: tool.modelAlias,
    },
    incidents: tool.incidents,
    reviews: tool.reviews,
    versions: tool.versions,
  });
}
