import "server-only";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import type { AnsweredQuestion } from "#lib/ownership/answer.ts";
import { answerQuestion } from "#lib/ownership/server/answer-question.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

/** Answers a question in the name of the people who may edit the tool. */
export async function answerAboutTool(
  viewer: Viewer,
  slug: string,
  questionId: string,
  answer: string,
): Promise<AnsweredQuestion> {
  const tool = await requireEditableTool(viewer, slug);
  const answered = await answerQuestion(viewer, tool, questionId, answer);
  await rateSoon(tool.id, "question-answered");
  return answered;
}
