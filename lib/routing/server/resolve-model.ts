import "server-only";
import type { LanguageModelV4 } from "@ai-sdk/provider";
import { type DataClass, dataClassSchema } from "#lib/data-class.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { defaultAlias } from "#lib/models/default-alias.ts";
import { type ActiveModel, listActiveModels, modelsOfAlias } from "#lib/models/server/active-models.ts";
import { languageModelOf } from "#lib/models/server/language-model.ts";
import { modelStanding } from "#lib/models/server/model-health.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { Decision, ModelFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import {
  type ModelCandidate,
  type ModelNeeds,
  noModelWords,
  type Obstacle,
  orderModels,
} from "#lib/routing/order-models.ts";

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

/** A model that writes answers of its own. */
export type WritingModel = ResolvedModel & { readonly languageModel: LanguageModelV4 };

export type ModelChoice =
  | {
      readonly ok: true;
      /** The first choice. */
      readonly model: ResolvedModel;
      /** Every model that may be asked, the first choice first; the next one is asked when one does not answer. */
      readonly models: readonly ResolvedModel[];
      /** Models that would have come before the first choice, and do not answer at the moment. */
      readonly ill: readonly { readonly name: string; readonly reason: string }[];
    }
  | {
      readonly ok: false;
      readonly obstacle: Obstacle;
      readonly reason: string;
      /** What the reader can do about it. */
      readonly mend: string;
      /** The first model that policy refused; null when that is not why. */
      readonly refused: { readonly model: ModelFacts; readonly decision: Decision } | null;
    };

export type ModelRequirement = {
  readonly alias: string | null;
  readonly dataClass: DataClass;
} & Partial<ModelNeeds>;

type Candidate = ModelCandidate & {
  readonly row: ActiveModel;
  readonly facts: ModelFacts;
  readonly decision: Decision;
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

type About = (row: ActiveModel) => Pick<ResolvedModel, "alias" | "reason">;

function toResolved(rows: readonly ActiveModel[], about: About): Promise<ResolvedModel[]> {
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      name: row.name,
      displayName: row.displayName,
      provider: row.provider.slug,
      ...about(row),
      callsTools: modelCapabilitiesSchema.parse(row.capabilities).tools,
      languageModel: await languageModelOf(row),
    })),
  );
}

/** Why models before this one were not taken, in at most three sentences. */
function passedOver(reasons: readonly string[]): string[] {
  const shown = [...new Set(reasons)].slice(0, 3);
  return shown.length > 0 ? [`Passed over: ${shown.join(" ")}`] : [];
}

/**
 * The models of the alias that can do what is needed, that policy allows for this person and this class of content, and
 * that answer: in the alias's order, or drawn by weight where it says so. When nobody named an alias, or it has no model,
 * other models stand in as long as none of its own may be used; `generative` leaves the embedded assistant out.
 */
export async function resolveModel(viewer: Viewer, request: ModelRequirement): Promise<ModelChoice> {
  const [models, rules, alias] = await Promise.all([
    listActiveModels(),
    loadRules(),
    modelsOfAlias(request.alias ?? defaultAlias),
  ]);
  const { dataClass, generative = false, tools = "none", tokens = 0 } = request;
  const subject = subjectOf(viewer);
  const now = Date.now();
  const candidate = (row: ActiveModel): Candidate => {
    const facts = modelFacts(row);
    const decision = evaluate("callModel", subject, facts, rules, { dataClass });
    const { tools: callsTools, generates } = modelCapabilitiesSchema.parse(row.capabilities);
    return {
      row,
      facts,
      decision,
      id: row.id,
      name: row.displayName,
      generates,
      isEmbedded: row.provider.type === "embedded",
      callsTools,
      contextLength: row.contextLength,
      refusal: decision.allowed ? null : decision.reason,
      standing: modelStanding(row.id, now),
    };
  };
  const byId = new Map(models.map((row) => [row.id, row]));
  const listed = (alias?.modelIds ?? []).flatMap((id) => {
    const row = byId.get(id);
    return row ? [candidate(row)] : [];
  });
  const needs: ModelNeeds = { generative, tools, tokens };
  const own = orderModels(listed, needs, now);
  const isOwnAlias = request.alias !== null && request.alias !== defaultAlias && listed.length > 0;
  const isOnlyIll = own.leftOut.some(({ obstacle }) => obstacle === "no-healthy");
  const rest =
    own.usable.length > 0 || isOnlyIll || isOwnAlias
      ? []
      : models
          .filter((row) => !listed.some(({ id }) => id === row.id))
          .map((row) => candidate(row))
          .sort((a, b) => Number(a.isEmbedded) - Number(b.isEmbedded));
  const others = orderModels(rest, needs, now);
  const usable = own.usable.length > 0 ? own.usable : others.usable;
  const leftOut = [...own.leftOut, ...others.leftOut];
  const [first] = usable;
  if (!first) {
    const name = listed.length > 0 && alias && alias.name !== defaultAlias ? alias.name : null;
    const refused = leftOut.find(({ obstacle }) => obstacle === "no-permitted")?.model;
    const words = noModelWords(name, leftOut, now);
    return {
      ok: false,
      ...words,
      refused:
        refused && words.obstacle === "no-permitted"
          ? { model: refused.facts, decision: refused.decision }
          : null,
    };
  }
  const reasons = passedOver(
    leftOut.filter(({ obstacle }) => obstacle !== "no-capable").map(({ reason }) => reason),
  );
  const resolved = await toResolved(
    usable.map(({ row }) => row),
    (row) => {
      const at = alias?.entries.findIndex(({ modelId }) => modelId === row.id) ?? -1;
      const entry = alias?.entries[at];
      const place = !entry
        ? `No alias names a model that may be used here; ${row.displayName} is allowed.`
        : alias?.mode === "weighted"
          ? `It was drawn by its weight of ${entry.weight} under the alias ${alias?.name}.`
          : `It stands ${at === 0 ? "first" : `at place ${at + 1}`} under the alias ${alias?.name}.`;
      return { alias: entry ? (alias?.name ?? null) : null, reason: [place, ...reasons].join(" ") };
    },
  );
  const [model] = resolved;
  if (!model) throw new Error("a model was chosen and not resolved");
  const place = (id: string) => listed.findIndex((one) => one.id === id);
  const ill = own.leftOut.filter(
    (one) => one.obstacle === "no-healthy" && place(one.model.id) < place(first.id),
  );
  return {
    ok: true,
    model,
    models: resolved,
    ill: ill.map(({ model: { name }, reason }) => ({ name, reason })),
  };
}

/** The models of a choice that write, as far as the next one is one of them too. */
export function writingModels(choice: ModelChoice): WritingModel[] {
  const writing: WritingModel[] = [];
  for (const model of choice.ok ? choice.models : []) {
    if (!model.languageModel) break;
    writing.push({ ...model, languageModel: model.languageModel });
  }
  return writing;
}
