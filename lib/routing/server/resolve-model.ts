import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { type DataClass, dataClassSchema } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { modelCapabilitiesSchema } from "#lib/models/schema.ts";
import { type ActiveModel, listActiveModels, modelsOfAlias } from "#lib/models/server/active-models.ts";
import { languageModel } from "#lib/models/server/language-model.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { ModelFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";

export const defaultAlias = "default";

export type ResolvedModel = {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly provider: string;
  readonly alias: string | null;
  readonly reason: string;
  readonly callsTools: boolean;
  /** Null for the embedded offline assistant, which needs no server. */
  readonly languageModel: LanguageModelV4 | null;
};

export type ModelChoice =
  | { readonly ok: true; readonly model: ResolvedModel; readonly skipped: readonly string[] }
  | { readonly ok: false; readonly reason: string; readonly skipped: readonly string[] };

export function modelFacts(row: ActiveModel): ModelFacts {
  return {
    kind: "model",
    id: row.id,
    name: row.displayName,
    dataClassCeiling: dataClassSchema.parse(row.provider.dataClassCeiling),
    isActive: row.isActive,
  };
}

async function toResolved(row: ActiveModel, alias: string | null, reason: string): Promise<ResolvedModel> {
  const apiKey = row.provider.baseUrl ? await readSecret("provider", row.provider.id, "apiKey") : undefined;
  return {
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    provider: row.provider.slug,
    alias,
    reason,
    callsTools: modelCapabilitiesSchema.parse(row.capabilities).tools,
    languageModel: row.provider.baseUrl
      ? languageModel({ provider: row.provider.slug, baseUrl: row.provider.baseUrl, apiKey, name: row.name })
      : null,
  };
}

/**
 * The first model of the alias that policy allows for this person and this class of content. Without such an alias,
 * the first allowed model; `generative` leaves the embedded assistant out.
 */
export async function resolveModel(
  viewer: Viewer,
  request: { readonly alias: string | null; readonly dataClass: DataClass; readonly generative?: boolean },
): Promise<ModelChoice> {
  const [models, rules, alias] = await Promise.all([
    listActiveModels(),
    loadRules(),
    modelsOfAlias(request.alias ?? defaultAlias),
  ]);
  const byId = new Map(models.map((row) => [row.id, row]));
  const listed = (alias?.modelIds ?? []).flatMap((id) => byId.get(id) ?? []);
  const rest = models
    .filter((row) => !listed.includes(row))
    .sort((a, b) => Number(Boolean(b.provider.baseUrl)) - Number(Boolean(a.provider.baseUrl)));
  const skipped: string[] = [];
  for (const row of [...listed, ...rest]) {
    const generates = modelCapabilitiesSchema.parse(row.capabilities).generates;
    if (request.generative && !generates) continue;
    const decision = evaluate("callModel", subjectOf(viewer), modelFacts(row), rules, {
      dataClass: request.dataClass,
    });
    if (!decision.allowed) {
      skipped.push(decision.reason);
      continue;
    }
    const isListed = listed.includes(row);
    const reason = isListed
      ? `It stands ${listed.indexOf(row) === 0 ? "first" : `at place ${listed.indexOf(row) + 1}`} under the alias ${alias?.name}.`
      : `No alias names a model that may be used here; ${row.displayName} is allowed.`;
    return {
      ok: true,
      model: await toResolved(row, isListed ? (alias?.name ?? null) : null, reason),
      skipped,
    };
  }
  return {
    ok: false,
    reason: skipped[0] ?? "No model is connected that can write answers.",
    skipped,
  };
}
