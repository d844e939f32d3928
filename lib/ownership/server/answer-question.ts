import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { AnsweredQuestion } from "#lib/ownership/answer.ts";
import { askerOf, setAnswer } from "#lib/ownership/server/answer-question-repository.ts";
import type { AskedTool } from "#lib/ownership/server/ask-question.ts";
import { tellOfAnswer } from "#lib/ownership/server/tell-of-questions.ts";
import { storableText } from "#lib/storable.ts";

/**
 * Answers a question about a tool, once. Whether the viewer answers for the tool is decided above.
 * The trail keeps who answered, not the words.
 */
export async function answerQuestion(
  viewer: Viewer,
  tool: AskedTool,
  questionId: string,
  answer: string,
): Promise<AnsweredQuestion> {
  const askedById = await askerOf(tool.id, questionId);
  if (askedById === null) throw notFound("The question");
  const answeredAt = now();
  await transaction(async () => {
    if (
      !(await setAnswer(questionId, { answer: storableText(answer), answeredAt, answeredById: viewer.id }))
    ) {
      throw new AppError("conflict", "Somebody else has answered this question already.", {
        mend: "Load the page again to read the answer.",
      });
    }
    await recordEvent({
      type: "question.answered",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: tool.id, name: tool.name },
      domainId: tool.domainId,
      details: { questionId, characters: answer.length },
    });
    if (askedById !== viewer.id) await tellOfAnswer(viewer, tool, { id: questionId, askedById });
  });
  return { id: questionId, answeredAt: answeredAt.toISOString() };
}
