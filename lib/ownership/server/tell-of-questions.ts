import "server-only";
import { env } from "#lib/env.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { answerDueAt } from "#lib/ownership/answer-clock.ts";
import { isOrphan } from "#lib/ownership/hands.ts";
import { heldTool } from "#lib/ownership/server/held-tool-repository.ts";
import { dayOf, t, tell } from "#lib/ownership/server/tell.ts";
import { seersOf } from "#lib/ownership/server/who-sees-to.ts";

type Asked = { readonly id: string; readonly slug: string; readonly name: string };

const activeOf = (...people: readonly ({ readonly id: string; readonly isActive: boolean } | null)[]) =>
  people.flatMap((one) => (one?.isActive ? one.id : []));

/** Tells owner and deputy of a question; of a tool that nobody answers for, those who see to its domain. */
export async function tellOfQuestion(
  asker: Viewer,
  { id, slug, name }: Asked,
  question: { readonly id: string; readonly askedAt: Date },
): Promise<void> {
  const tool = await heldTool({ id });
  if (!tool) return;
  const people = isOrphan(tool) ? await seersOf(tool.domainId) : activeOf(tool.owner, tool.deputy);
  await tell(
    people.filter((one) => one !== asker.id),
    "question-asked",
    tool,
    `question/${question.id}/asked`,
    {
      title: t("asked", { name: asker.name, tool: name }),
      body: t("askedBody", { day: dayOf(answerDueAt(question.askedAt, env().timeZone)) }),
      href: `/owner/${slug}#questions`,
    },
  );
}

/** Tells whoever asked that there is an answer. */
export async function tellOfAnswer(
  viewer: Viewer,
  tool: Asked,
  question: { readonly id: string; readonly askedById: string },
): Promise<void> {
  await tell([question.askedById], "question-answered", tool, `question/${question.id}/answered`, {
    title: t("answered", { tool: tool.name }),
    body: t("answeredBody", { name: viewer.name }),
    href: `/catalog/${tool.slug}#questions`,
  });
}

/** Tells deputy and lead, once, that a question was not answered in time. */
export async function tellOfWaiting(question: {
  readonly id: string;
  readonly toolId: string;
  readonly askedAt: Date;
}): Promise<void> {
  const tool = await heldTool({ id: question.toolId });
  if (!tool) return;
  const words = {
    title: t("waiting", { tool: tool.name }),
    body: t("waitingBody", { day: dayOf(answerDueAt(question.askedAt, env().timeZone)) }),
  };
  const key = `question/${question.id}/waiting`;
  await tell(activeOf(tool.deputy), "question-waiting", tool, key, {
    ...words,
    href: `/owner/${tool.slug}#questions`,
  });
  await tell(await seersOf(tool.domainId), "question-waiting", tool, key, {
    ...words,
    href: `/catalog/${tool.slug}#questions`,
  });
}
