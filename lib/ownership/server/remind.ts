import "server-only";
import { now } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { NotificationKind } from "#lib/notifications/kinds.ts";
import { answerDueAt } from "#lib/ownership/answer-clock.ts";
import {
  type ConfirmationStage,
  confirmationDueAt,
  confirmationStage,
  type Reminded,
  remindersOf,
} from "#lib/ownership/confirmation.ts";
import { isOrphan } from "#lib/ownership/hands.ts";
import { type HeldTool, heldTools } from "#lib/ownership/server/held-tool-repository.ts";
import { waitingQuestions } from "#lib/ownership/server/question-repository.ts";
import { dayOf, peoplePage, t, tell } from "#lib/ownership/server/tell.ts";
import { tellOfWaiting } from "#lib/ownership/server/tell-of-questions.ts";
import { whoSeesTo } from "#lib/ownership/server/who-sees-to.ts";

const stages = ["soon", "due", "late", "overdue", "unconfirmed"] as const;
type Told = (typeof stages)[number];

function wordsOf(stage: Told, tool: HeldTool, dueAt: Date) {
  const facts = { tool: tool.name, day: dayOf(dueAt) };
  return { title: t(stage, facts), body: t(`${stage}Body`, facts) };
}

function kindOf(stage: Told): NotificationKind {
  return stage === "unconfirmed" ? "ownership-unconfirmed" : "confirmation-due";
}

const isTold = (stage: ConfirmationStage): stage is Told => stages.some((one) => one === stage);

async function remindOf(tool: HeldTool, leads: readonly string[], at: Date): Promise<void> {
  const dueAt = confirmationDueAt(tool);
  const people: Record<Reminded, readonly string[]> = {
    owner: tool.owner?.isActive ? [tool.owner.id] : [],
    deputy: tool.deputy?.isActive ? [tool.deputy.id] : [],
    lead: leads,
  };
  for (const { to, stage } of remindersOf(confirmationStage(tool, at))) {
    if (!isTold(stage)) continue;
    // The due day names the round, so that the next half year is told of anew and this one once.
    const key = `confirmation/${tool.id}/${dueAt.toISOString().slice(0, 10)}/${stage}`;
    const href = to === "lead" ? `/catalog/${tool.slug}` : peoplePage(tool);
    await tell(people[to], kindOf(stage), tool, key, { ...wordsOf(stage, tool, dueAt), href });
  }
}

/**
 * Reminds those whose entry is due, in the order owner, deputy, lead. Run as often as one likes: everybody hears each
 * stage once, and days on which it did not run are made up for with the newest message.
 */
export async function remindOfConfirmations(): Promise<void> {
  const at = now();
  const tools = await heldTools({ lifecycle: { in: ["published", "deprecated"] } });
  const waiting = tools.filter((tool) => !isOrphan(tool) && confirmationStage(tool, at) !== "held");
  const seers = await whoSeesTo(waiting.map(({ domainId }) => domainId));
  for (const tool of waiting) {
    await remindOf(
      tool,
      (seers.get(tool.domainId) ?? []).map(({ id }) => id),
      at,
    );
  }
}

const dayMs = 86_400_000;

/** Tells deputies and leads of questions that were not answered in time; each question once. */
export async function remindOfQuestions(): Promise<void> {
  const at = now();
  for (const question of await waitingQuestions(new Date(at.getTime() - dayMs))) {
    if (at > answerDueAt(question.askedAt, env().timeZone)) await tellOfWaiting(question);
  }
}
