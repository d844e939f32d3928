import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { type DataClass, dataClassSchema } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { defaultAlias } from "#lib/models/default-alias.ts";
import { type ActiveModel, listActiveModels, modelsOfAlias } from "#lib/models/server/active-models.ts";
import { languageModelOf } from "#lib/models/server/language-model.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { Decision, ModelFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";

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
  | { readonly ok: true; readonly model: ResolvedModel }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The first model that policy refused; null when there was none to refuse. */
      readonly refused: { readonly model: ModelFacts; readonly decision: Decision } | null;
    };

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
  return {
    id: row.id,
    name: row.name,
    displayName: row.displayName,
    provider: row.provider.slug,
    alias,
    reason,
    callsTools: modelCapabilitiesSchema.parse(row.capabilities).tools,
    languageModel: await languageModelOf(row),
  };
}

/** Why models before this one were not taken, in at most three sentences. */
function passedOver(reasons: readonly string[]): string[] {
  const shown = [...new Set(reasons)].slice(0, 3);
  return shown.length > 0 ? [`Passed over: ${shown.join(" ")}`] : [];
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
  const skipped: { readonly model: ModelFacts; readonly decision: Decision }[] = [];
  for (const row of [...listed, ...rest]) {
    const generates = modelCapabilitiesSchema.parse(row.capabilities).generates;
    if (request.generative && !generates) continue;
    const facts = modelFacts(row);
    const { dataClass } = request;
    const decision = evaluate("callModel", subjectOf(viewer), facts, rules, { dataClass });
    if (!decision.allowed) {
      skipped.push({ model: facts, decision });
      continue;
    }
    const isListed = listed.includes(row);
    const place = isListed
      ? `It stands ${listed.indexOf(row) === 0 ? "first" : `at place ${listed.indexOf(row) + 1}`} under the alias ${alias?.name}.`
      : `No alias names a model that may be used here; ${row.displayName} is allowed.`;
    return {
      ok: true,
      model: await toResolved(
        row,
        isListed ? (alias?.name ?? null) : null,
        [place, ...passedOver(skipped.map((one) => one.decision.reason))].join(" "),
      ),
    };
  }
  return {
    ok: false,
    reason: skipped[0]?.decision.reason ?? "No model is connected that can write answers.",
    refused: skipped[0] ?? null,
  };
}
