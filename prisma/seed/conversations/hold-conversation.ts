import { setTimeout as pause } from "node:timers/promises";
import { seededRandom } from "#demo/company/seeded-random.ts";
import { createConversation } from "#lib/chat/server/manage-conversation.ts";
import { sendMessage } from "#lib/chat/server/send-message.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { signOut } from "#lib/identity/server/end-session.ts";
import { assistantPartSchema } from "#lib/runs/schema.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { answerForm } from "#lib/runs/server/answer-form.ts";
import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { requestOf, signInAs } from "../play-as.ts";
import type { SeedTime } from "../seed-time.ts";
import { outage } from "../trail/outage.ts";
import { isDayOff } from "../trail/working-time.ts";
import type { PlannedConversation, PlannedTurn } from "./planned-conversation.ts";

const longestTurnMs = 20_000;

/** A clock that stands at a moment and then goes on as time does. */
function clockFrom(start: Date): { readonly read: () => Date; moveOn(milliseconds: number): void } {
  let base = start.getTime();
  let since = performance.now();
  return {
    read: () => new Date(Math.round(base + performance.now() - since)),
    moveOn(milliseconds) {
      base += performance.now() - since + milliseconds;
      since = performance.now();
    },
  };
}

async function rested(runId: string) {
  const end = performance.now() + longestTurnMs;
  for (;;) {
    const run = await db().run.findUniqueOrThrow({
      where: { id: runId },
      select: { status: true, parts: true },
    });
    if (run.status !== "running")
      return { status: run.status, parts: assistantPartSchema.array().parse(run.parts) };
    if (performance.now() > end) throw new Error("An answer of a seeded conversation does not end.");
    await pause(12);
  }
}

async function answerCard(
  viewer: Viewer,
  runId: string,
  wanted: Exclude<PlannedTurn, string>["answer"],
): Promise<void> {
  const { status, parts } = await rested(runId);
  const card = parts.findLast((part) => part.type === "call" && part.status === "waiting-approval");
  const form = parts.findLast((part) => part.type === "form" && part.state === "open");
  if (card?.type === "call" && wanted !== "dismiss") {
    await answerApproval(viewer, card.callId, { answer: wanted });
  } else if (form?.type === "form" && wanted === "dismiss") {
    await answerForm(viewer, runId, form.formId, { kind: "dismiss" });
  } else {
    throw new Error(`Nothing waits for "${wanted}"; the run is ${status}.`);
  }
  await rested(runId);
}

function startOf({ at }: PlannedConversation, person: SeededPerson, time: SeedTime): Date {
  if ("minutesAgo" in at) return new Date(time.until.getTime() - at.minutesAgo * 60_000);
  let { daysAgo } = at;
  // On a weekend the office is closed; the last working day before it is meant then. An outage keeps no hours.
  while (daysAgo !== outage.daysAgo && isDayOff(person, time, daysAgo)) daysAgo += 1;
  return time.at(daysAgo, at.clock);
}

/** Plays one conversation through the product's own use cases, with the clock set back; returns its id. */
export async function holdConversation(
  planned: PlannedConversation,
  organisation: SeededOrganisation,
): Promise<string> {
  const person = organisation.person(planned.person);
  const start = startOf(planned, person, organisation.time);
  const name = `conversation ${planned.person} ${start.toISOString()}`;
  const random = seededRandom(name);
  const clock = clockFrom(start);
  const request = <Value>(step: string, work: () => Promise<Value>): Promise<Value> =>
    requestOf(person, clock.read, `${name} ${step}`, work);

  const viewer = await request("sign-in", () => signInAs(person));
  clock.moveOn(random.between(15, 50) * 1000);
  const { id } = await request("new", () => createConversation(viewer, {}));
  let parentId: string | null = null;
  for (const [index, turn] of planned.turns.entries()) {
    const text = typeof turn === "string" ? turn : turn.text;
    const sent = await request(`turn ${index}`, () =>
      sendMessage(viewer, id, { id: newId(now()), text, parentId }),
    );
    parentId = sent.answerId;
    await rested(sent.runId);
    if (typeof turn !== "string") {
      clock.moveOn(random.between(9, 30) * 1000);
      await request(`answer ${index}`, () => answerCard(viewer, sent.runId, turn.answer));
    }
    clock.moveOn(random.between(35, 140) * 1000);
  }
  await request("sign-out", () => signOut(viewer.sessionId));
  return id;
}
