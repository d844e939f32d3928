import type { Misbehaviour } from "#e2e/model-script.ts";
import { continueAnswer } from "#lib/chat/server/continue-answer.ts";
import { db } from "#lib/db/client.ts";
import { type ModelLimits, withModelLimits } from "#lib/models/server/model-limits.ts";
import type { Company } from "#lib/runs/testing/company.ts";
import { askAndWait, rested, textIn } from "#lib/runs/testing/turns.ts";

export type MeasuredRun = {
  readonly fault: Misbehaviour;
  /** `first`: answered by the first model. `next`: by another. `continued`: broke off, was kept and continued. */
  readonly end: "first" | "next" | "continued" | "lost";
  /** The first model was passed over: its breaker was open, or it had asked to rest. */
  readonly isPassedOver: boolean;
  /** From the stored message to the first stored text of the answer, in milliseconds. */
  readonly firstTextMs: number;
};

const rest = "and this is the rest of it.";

async function firstTextMs(runId: string, startedAt: Date): Promise<number> {
  const first = await db().runEvent.findFirst({
    where: { runId, kind: "text" },
    orderBy: { sequence: "asc" },
    select: { createdAt: true },
  });
  return first ? first.createdAt.getTime() - startedAt.getTime() : Number.NaN;
}

/** One question in chat to an alias whose first model has this fault; an answer that breaks off is continued. */
export async function measureRun(
  company: Company,
  fault: Misbehaviour,
  alias: string,
  limits: Partial<ModelLimits>,
): Promise<MeasuredRun> {
  return withModelLimits(limits, async () => {
    const { run, runId } = await askAndWait(company.amelia, "How do I write to a customer?", {
      modelAlias: alias,
    });
    const [maker] = run.parts;
    const passed = maker?.type === "made-by" ? (maker.notAnswered[0]?.reason ?? "") : "";
    const measured = {
      fault,
      isPassedOver: / is not asked for another |asked to be left alone/.test(passed),
      firstTextMs: await firstTextMs(runId, run.startedAt),
    };
    const kept = textIn(run.parts);
    if (run.status === "interrupted") {
      await continueAnswer(company.amelia, runId);
      const whole = await rested(runId);
      const text = textIn(whole.parts);
      const isWhole = whole.status === "completed" && text.startsWith(kept.trimEnd()) && text.endsWith(rest);
      return { ...measured, end: isWhole ? "continued" : "lost" };
    }
    if (run.status !== "completed" || kept.trim() === "") return { ...measured, end: "lost" };
    return { ...measured, end: run.modelName === `Model ${fault}` ? "first" : "next" };
  });
}

/** What the models that answer say, so that an answer can be told from a kept half. */
export function scriptAnswers(company: Company): void {
  for (const name of ["second", "third"]) company.models.script(name, [{ say: rest }]);
}
