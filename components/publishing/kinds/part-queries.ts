import { queryOptions } from "@tanstack/react-query";
import { foundOperationsSchema } from "#lib/catalog/found-operations.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { api } from "#lib/http/api-client.ts";

/** The operations of a tool of the catalog; those of a large one come as they are looked for. */
export function partOperationsQuery(slug: string, q = "") {
  return queryOptions({
    queryKey: ["publishing", "parts", slug, q] as const,
    queryFn: ({ signal }) =>
      api(`/api/tools/${encodeURIComponent(slug)}/operations`, {
        query: { q },
        response: foundOperationsSchema,
        signal,
      }),
    enabled: slug !== "",
  });
}

/** The operation of a tool by its name, out of what was found. */
export function operationIn(
  found: readonly OperationView[] | undefined,
  name: string,
): OperationView | undefined {
  return found?.find((one) => one.name === name);
}
