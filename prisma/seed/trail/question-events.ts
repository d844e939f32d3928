import type { SeededOrganisation } from "../organisation.ts";
import { plannedQuestions, questionIdOf } from "../questions.ts";
import type { SeededTool } from "../tools.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

/** That people asked owners something, and were answered. The trail keeps no words of it. */
export function addQuestionEvents(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  const { time } = organisation;
  for (const question of plannedQuestions) {
    const tool = tools.find(({ slug }) => slug === question.tool);
    if (!tool) throw new Error(`A question names the tool "${question.tool}", which does not exist.`);
    const questionId = questionIdOf(question, time);
    const about = {
      target: { kind: "tool", id: tool.toolId, name: tool.words.name },
      domainId: organisation.domainId(tool.domain),
    };
    const asker = organisation.person(question.askedBy);
    history.events.push({
      at: time.at(question.askedDaysAgo, question.clock),
      from: asker,
      request: `question ${questionId}`,
      input: {
        type: "question.asked",
        actor: actorOf(asker),
        ...about,
        details: { questionId, characters: question.text.length },
      },
    });
    if (!question.answer) continue;
    const answerer = organisation.person(question.answer.by);
    history.events.push({
      at: time.at(question.answer.daysAgo, "14:05"),
      from: answerer,
      request: `answer ${questionId}`,
      input: {
        type: "question.answered",
        actor: actorOf(answerer),
        ...about,
        details: { questionId, characters: question.answer.text.length },
      },
    });
  }
}
