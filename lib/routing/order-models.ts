import { formatNumber } from "#lib/messages/format.ts";
import type { Standing } from "#lib/models/breaker.ts";

/** What is known of a model at the moment of the choice. */
export type ModelCandidate = {
  readonly id: string;
  readonly name: string;
  /** It writes sentences of its own. */
  readonly generates: boolean;
  /** The embedded assistant: it answers in chat without writing. */
  readonly isEmbedded: boolean;
  readonly callsTools: boolean;
  /** In tokens; null when nobody has said. */
  readonly contextLength: number | null;
  /** Why policy refuses it to this person and this class of content. */
  readonly refusal: string | null;
  readonly standing: Standing;
};

export type ModelNeeds = {
  /** Only a model that writes will do. */
  readonly generative: boolean;
  /** `wanted`: those that call tools go first. */
  readonly tools: "required" | "wanted" | "none";
  /** A careful estimate of what is sent, in tokens. */
  readonly tokens: number;
};

export const obstacles = ["no-capable", "no-permitted", "no-healthy"] as const;
export type Obstacle = (typeof obstacles)[number];

type LeftOut<T> = { readonly model: T; readonly obstacle: Obstacle; readonly reason: string };

const lettersPerToken = 4;

/** About how many tokens a text has; rather too few than too many, because a server counts for itself. */
export function estimateTokens(letters: number): number {
  return Math.ceil(letters / lettersPerToken);
}

function lack(model: ModelCandidate, needs: ModelNeeds): string | null {
  if (needs.generative ? !model.generates : !(model.generates || model.isEmbedded))
    return `${model.name} does not write answers.`;
  if (needs.tools === "required" && !model.callsTools) return `${model.name} cannot call tools.`;
  if (model.contextLength !== null && needs.tokens > model.contextLength)
    return `${model.name} reads at most ${formatNumber(model.contextLength)} tokens, and this has about ${formatNumber(needs.tokens)}.`;
  return null;
}

/** How long until a model is asked again, in words. */
export function waitInWords(until: number, now: number): string {
  const seconds = Math.max(1, Math.ceil((until - now) / 1000));
  if (seconds < 90) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}

function illness({ name, standing }: ModelCandidate, now: number): string | null {
  if (standing.is === "open")
    return `${name} is not asked for another ${waitInWords(standing.until, now)}: ${standing.why.message}`;
  return standing.is === "resting"
    ? `The model server of ${name} asked to be left alone for another ${waitInWords(standing.until, now)}.`
    : null;
}

/** Why a model cannot be used for this, or null: what it can do first, then what is allowed, then its health. */
function leftOut<T extends ModelCandidate>(model: T, needs: ModelNeeds, now: number): LeftOut<T> | null {
  const lacking = lack(model, needs);
  if (lacking) return { model, obstacle: "no-capable", reason: lacking };
  if (model.refusal) return { model, obstacle: "no-permitted", reason: model.refusal };
  const ill = illness(model, now);
  return ill ? { model, obstacle: "no-healthy", reason: ill } : null;
}

/** The models that can be asked, in the order in which they are tried, and why the others cannot. */
export function orderModels<T extends ModelCandidate>(
  models: readonly T[],
  needs: ModelNeeds,
  now: number,
): { readonly usable: readonly T[]; readonly leftOut: readonly LeftOut<T>[] } {
  const out = models.flatMap((model) => leftOut(model, needs, now) ?? []);
  const usable = models.filter((model) => !out.some((one) => one.model === model));
  const first = (model: T) => needs.tools !== "wanted" || model.callsTools;
  return { usable: [...usable.filter(first), ...usable.filter((model) => !first(model))], leftOut: out };
}

/** The obstacle that stands nearest to an answer: a model that is only ill is closer than one that is not allowed. */
export function nearestObstacle(out: readonly { readonly obstacle: Obstacle }[]): Obstacle {
  return obstacles.findLast((obstacle) => out.some((one) => one.obstacle === obstacle)) ?? "no-capable";
}

const words: Readonly<Record<Obstacle, readonly [sentence: string, mend: string]>> = {
  "no-capable": [
    "No model {of} can do what this needs.",
    "Choose another model, or ask an administrator to connect one that can.",
  ],
  "no-permitted": [
    "No model {of} may be used for this.",
    "Choose another model, or a lower data class where the content allows it.",
  ],
  "no-healthy": [
    "No model {of} answers at the moment.",
    "Try again in {wait}, or choose another model. If it stays so, tell the administrators.",
  ],
};

/** Says which of the three it is that no model can be asked, with the reasons and what helps. */
export function noModelWords(
  alias: string | null,
  out: readonly LeftOut<ModelCandidate>[],
  now: number,
): { readonly obstacle: Obstacle; readonly reason: string; readonly mend: string } {
  const obstacle = nearestObstacle(out);
  if (obstacle === "no-capable" && alias === null && !out.some(({ model }) => model.generates)) {
    const reason = "No model is connected that can write answers.";
    return { obstacle, reason, mend: "Ask an administrator to connect a model." };
  }
  const own = out.filter((one) => one.obstacle === obstacle);
  const [sentence, mend] = words[obstacle];
  const untils = own.flatMap(({ model: { standing } }) => ("until" in standing ? [standing.until] : []));
  const reasons = [...new Set(own.map(({ reason }) => reason))].slice(0, 3);
  return {
    obstacle,
    reason: [
      sentence.replace("{of}", () => (alias ? `behind “${alias}”` : "that is connected")),
      ...reasons,
    ].join(" "),
    mend: mend.replace("{wait}", waitInWords(Math.min(...untils, now + 3_600_000), now)),
  };
}
