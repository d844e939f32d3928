import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { AskedQuestion } from "#lib/ownership/question.ts";
import { countQuestionsSince, insertQuestion } from "#lib/ownership/server/question-repository.ts";
import { tellOfQuestion } from "#lib/ownership/server/tell-of-questions.ts";

const hourMs = 3_600_000;
const mostPerHour = 10;

export type AskedTool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domainId: string;
};

/**
 * Puts a question to the people who answer for a tool. Whether the viewer may see the tool is decided above.
 * The trail keeps who asked about what, not the words.
 */
export async function askQuestion(viewer: Viewer, tool: AskedTool, text: string): Promise<AskedQuestion> {
  const askedAt = now();
  if ((await countQuestionsSince(viewer.id, new Date(askedAt.getTime() - hourMs))) >= mostPerHour) {
    throw new AppError("too-many-requests", `You have asked ${mostPerHour} questions within an hour.`, {
      mend: "Wait a while, or use the support channel on the tool's page.",
    });
  }
  const id = newId(askedAt);
  await transaction(async () => {
    await insertQuestion({
      id,
      toolId: tool.id,
      askedById: viewer.id,
      text,
      askedAt,
      source: currentSource(),
    });
    await recordEvent({
      type: "question.asked",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      details: { questionId: id, characters: text.length },
    });
    await tellOfQuestion(viewer, tool, { id, askedAt });
  });
  return { id, askedAt: askedAt.toISOString() };
}
