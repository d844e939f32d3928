import "server-only";
import { now } from "#lib/clock.ts";
import { afterCommit, transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { assistantPartSchema } from "#lib/runs/schema.ts";
import { carryOut } from "#lib/runs/server/carry-out.ts";
import { moveRun, ownRun } from "#lib/runs/server/repository.ts";
import { runPlace } from "#lib/runs/server/run-place.ts";
import { inBackground } from "#lib/runs/server/start-run.ts";
import { turnStateSchema } from "#lib/runs/turn.ts";
import type { Arguments } from "#lib/tools/call.ts";
import { findCallableOperation } from "#lib/tools/server/find-operation.ts";
import { requireArguments } from "#lib/tools/server/propose-call.ts";

const alreadyAnswered = () =>
  new AppError("conflict", "This form has already been answered.", { mend: "Reload to see what happened." });

/** Sends or dismisses the form that a run waits for; only the first answer counts. */
export async function answerForm(
  viewer: Viewer,
  runId: string,
  formId: string,
  answer: { readonly kind: "send"; readonly arguments: Arguments } | { readonly kind: "dismiss" },
): Promise<void> {
  const run = await ownRun(viewer.id, runId);
  const parts = run ? assistantPartSchema.array().parse(run.parts) : [];
  const part = parts.find((one) => one.type === "form" && one.formId === formId);
  if (!run || part?.type !== "form") throw notFound("The form");
  if (run.status !== "waiting-input") throw alreadyAnswered();
  const { input } = turnStateSchema.parse(run.state);
  if (answer.kind === "send") {
    const operation = await findCallableOperation(
      viewer,
      { id: part.toolId },
      part.operationName,
      runPlace(run, input),
      input.dataClass,
    );
    requireArguments(operation, answer.arguments);
  }
  await transaction(async () => {
    if (!(await moveRun(runId, "waiting-input", { status: "running", heartbeatAt: now() }))) {
      throw alreadyAnswered();
    }
    await afterCommit(() =>
      inBackground(() =>
        carryOut(
          viewer,
          runId,
          answer.kind === "send" ? { kind: "form", arguments: answer.arguments } : { kind: "dismissed" },
        ),
      ),
    );
  });
}
