import { seededRandom } from "#demo/company/seeded-random.ts";
import type { SeededOrganisation } from "../organisation.ts";
import { seedId } from "../seed-id.ts";
import { fridayOfChange } from "./friday-of-change.ts";
import { salaryLookups } from "./refusals.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";
import { addOrdinaryReads } from "./trail-reads.ts";

/** What was done about the night of refused lookups: the trail was read, a conversation was read, the trail was exported. */
export function addOversight(history: SampleHistory, organisation: SeededOrganisation): void {
  const { time } = organisation;
  const auditor = organisation.person("ines-carvalho");
  const administrator = organisation.person("daniel-okafor");
  const night = salaryLookups[0];
  const suspect = organisation.person(night.person);
  const morning = night.daysAgo - 1;
  const conversationId = seedId("conversation of the night", time.at(night.daysAgo, "22:31"));
  history.events.push(
    {
      at: time.at(morning, "08:41"),
      from: auditor,
      request: "the night is found",
      input: {
        type: "audit.read",
        actor: actorOf(auditor),
        details: { filter: { type: "policy.refused", actorId: suspect.personId }, matches: night.times },
      },
    },
    {
      at: time.at(morning, "10:26"),
      from: administrator,
      request: "a conversation is read",
      input: {
        type: "conversation.read",
        actor: actorOf(administrator),
        target: { kind: "conversation", id: conversationId, name: "Conversation" },
        conversationId,
        reason: `14 refused lookups of salary bands in one night. Teresa Bicudo asked for it, and ${suspect.name} was told.`,
        details: { personId: suspect.personId, person: suspect.name },
      },
    },
    {
      at: time.at(morning, "15:12"),
      from: auditor,
      request: "the night is exported",
      input: {
        type: "audit.exported",
        actor: actorOf(auditor),
        details: {
          filter: { actorId: suspect.personId, from: time.at(night.daysAgo, "22:00").toISOString() },
          events: 19,
          format: "ndjson",
        },
      },
    },
    {
      at: time.at(fridayOfChange(time) - 4, "09:33"),
      from: auditor,
      request: "the change is read",
      input: {
        type: "audit.read",
        actor: actorOf(auditor),
        details: { filter: { type: "rule." }, matches: 2 },
      },
    },
  );
  addOrdinaryReads(history, organisation, auditor, seededRandom("reads of the trail"));
}
