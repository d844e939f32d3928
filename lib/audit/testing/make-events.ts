import "server-only";
import { type Actor, type AuditEventInput, outcomes } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { asSampleAt } from "#lib/clock.ts";
import { newId } from "#lib/db/uuid.ts";

export const testPeople: readonly (Actor & { kind: "person" })[] = [
  "Ana Prates",
  "Ben Okoro",
  "Cara Lund",
].map((name) => ({ kind: "person", id: newId(), name }));
export const testTools = ["Salary bands", "Ticket desk", "100%_price\\list"].map((name) => ({
  kind: "tool",
  id: newId(),
  name,
}));

const types = ["tool.called", "policy.refused", "tool.published", "session.started", "audit.read"] as const;

/** One event a minute from `start`, in which types, people, tools and outcomes come round at different paces. */
export async function makeEvents(count: number, start: Date): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const actor = testPeople[at % testPeople.length];
    const target = testTools[Math.floor(at / 2) % testTools.length];
    const outcome = outcomes[Math.floor(at / 3) % outcomes.length];
    if (!actor || !target || !outcome) throw new Error("There is always one.");
    const input: AuditEventInput = {
      type: types[at % types.length] ?? "tool.called",
      actor,
      ...(at % 7 === 0 ? {} : { target }),
      outcome,
      ...(at % 4 === 0 ? { reason: `Because of reason ${at}` } : {}),
    };
    const moment = new Date(start.getTime() + at * 60_000);
    await asSampleAt(
      () => moment,
      () => recordEvent(input),
    );
  }
}
