// Written by `npm run routes`. Every route handler of the internal API.
import type { AnyRouteDefinition, RouteHandler } from "#app/api/define-route.ts";

const modules = () => [
  import("#app/api/ai-catalog.json/route.ts"),
  import("#app/api/audit/choices/route.ts"),
  import("#app/api/audit/events/[id]/route.ts"),
  import("#app/api/audit/events/route.ts"),
  import("#app/api/audit/export/route.ts"),
  import("#app/api/audit/histogram/route.ts"),
  import("#app/api/calls/[id]/answer/route.ts"),
  import("#app/api/calls/[id]/result/file/route.ts"),
  import("#app/api/calls/[id]/result/route.ts"),
  import("#app/api/catalog/facets/[facet]/route.ts"),
  import("#app/api/catalog/route.ts"),
  import("#app/api/catalog/searches/route.ts"),
  import("#app/api/collections/[slug]/route.ts"),
  import("#app/api/collections/route.ts"),
  import("#app/api/conversations/[id]/messages/route.ts"),
  import("#app/api/conversations/[id]/restore/route.ts"),
  import("#app/api/conversations/[id]/route.ts"),
  import("#app/api/conversations/route.ts"),
  import("#app/api/favourites/[slug]/route.ts"),
  import("#app/api/favourites/route.ts"),
  import("#app/api/health/live/route.ts"),
  import("#app/api/health/ready/route.ts"),
  import("#app/api/metrics/route.ts"),
  import("#app/api/models/aliases/[id]/route.ts"),
  import("#app/api/models/aliases/route.ts"),
  import("#app/api/models/probes/route.ts"),
  import("#app/api/models/providers/[id]/models/route.ts"),
  import("#app/api/models/providers/[id]/route.ts"),
  import("#app/api/models/providers/route.ts"),
  import("#app/api/owner/[slug]/confirmation/route.ts"),
  import("#app/api/owner/[slug]/questions/[id]/answer/route.ts"),
  import("#app/api/palette/route.ts"),
  import("#app/api/people/[id]/deactivate/route.ts"),
  import("#app/api/people/[id]/reactivate/route.ts"),
  import("#app/api/people/[id]/roles/revoke/route.ts"),
  import("#app/api/people/[id]/roles/route.ts"),
  import("#app/api/people/[id]/route.ts"),
  import("#app/api/people/[id]/sessions/route.ts"),
  import("#app/api/people/names/route.ts"),
  import("#app/api/people/route.ts"),
  import("#app/api/policies/explanations/route.ts"),
  import("#app/api/policies/previews/route.ts"),
  import("#app/api/policies/rules/[id]/route.ts"),
  import("#app/api/policies/rules/[id]/switch/route.ts"),
  import("#app/api/policies/rules/route.ts"),
  import("#app/api/runs/[id]/events/route.ts"),
  import("#app/api/runs/[id]/forms/[formId]/route.ts"),
  import("#app/api/runs/[id]/stop/route.ts"),
  import("#app/api/saved-searches/[id]/route.ts"),
  import("#app/api/saved-searches/route.ts"),
  import("#app/api/sessions/[id]/route.ts"),
  import("#app/api/sessions/route.ts"),
  import("#app/api/suggestions/route.ts"),
  import("#app/api/tools/[slug]/agent-card.json/route.ts"),
  import("#app/api/tools/[slug]/ai-catalog.json/route.ts"),
  import("#app/api/tools/[slug]/block/route.ts"),
  import("#app/api/tools/[slug]/draft/publish/route.ts"),
  import("#app/api/tools/[slug]/draft/route.ts"),
  import("#app/api/tools/[slug]/lineage/route.ts"),
  import("#app/api/tools/[slug]/operations/[name]/calls/route.ts"),
  import("#app/api/tools/[slug]/operations/[name]/inputs/[id]/route.ts"),
  import("#app/api/tools/[slug]/operations/[name]/inputs/route.ts"),
  import("#app/api/tools/[slug]/operations/[name]/schema/route.ts"),
  import("#app/api/tools/[slug]/questions/route.ts"),
  import("#app/api/tools/[slug]/ratings/[id]/reply/route.ts"),
  import("#app/api/tools/[slug]/ratings/mine/route.ts"),
  import("#app/api/tools/[slug]/ratings/route.ts"),
  import("#app/api/tools/[slug]/route.ts"),
  import("#app/api/tools/mentions/route.ts"),
];

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** The definitions of all routes, for the API document and for tests that walk every route. */
export async function routeDefinitions(): Promise<AnyRouteDefinition[]> {
  const loaded = await Promise.all(modules());
  return loaded.flatMap((module) =>
    methods.flatMap((method) => {
      const handler = (module as Partial<Record<string, RouteHandler>>)[method];
      return handler ? [handler.definition] : [];
    }),
  );
}
