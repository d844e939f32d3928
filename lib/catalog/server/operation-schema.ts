import "server-only";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import { entryBySlug, operationsOfVersion } from "#lib/catalog/server/repository.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

/** What an operation takes or gives, as the JSON Schema of the tool's current version. */
export async function operationSchema(
  viewer: Viewer,
  slug: string,
  name: string,
  part: "input" | "output",
): Promise<JsonSchema> {
  const row = await entryBySlug(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!row?.currentVersion) throw notFound("The tool");
  const operation = (await operationsOfVersion(row.currentVersion.id)).find((one) => one.name === name);
  const schema = part === "input" ? operation?.inputSchema : operation?.outputSchema;
  if (schema === undefined || schema === null) throw notFound("The schema");
  return schema as JsonSchema;
}
