import { plannedTools } from "#demo/tools/all-tools.ts";
import type { SeededOrganisation } from "../organisation.ts";
import { operationsOf, type ServiceOperations } from "../tool-operations.ts";
import type { SeededTool } from "../tools.ts";
import { addPeopleChanges, addReleases } from "./changes.ts";
import { addLeavers } from "./leavers.ts";
import { addOddments } from "./oddments.ts";
import { addOrdinaryCalls, type CallFacts } from "./ordinary-calls.ts";
import { addOutage, outageSpan } from "./outage.ts";
import { addOversight } from "./oversight.ts";
import { addQuestionEvents } from "./question-events.ts";
import { addRefusals } from "./refusals.ts";
import { addTenderWeekend } from "./rule-change.ts";
import type { SampleHistory } from "./sample-history.ts";
import { addSessions } from "./sessions.ts";
import { addUpkeep } from "./upkeep.ts";
import { writeTrail } from "./write-trail.ts";

export type TrailContext = {
  readonly organisation: SeededOrganisation;
  readonly tools: readonly SeededTool[];
  readonly services: ServiceOperations;
};

/** Makes the 90 days before the first sign-in: ordinary work, and the stories in it. Nothing is written. */
export function makeHistory({ organisation, tools, services }: TrailContext): SampleHistory {
  const history: SampleHistory = { events: [], usage: [], sessions: [] };
  const readOnly = new Map(
    plannedTools.flatMap((tool) =>
      operationsOf(tool, services, organisation.time).map(
        ({ definition }) => [`${tool.slug} ${definition.name}`, definition.annotations.readOnly] as const,
      ),
    ),
  );
  const span = outageSpan({ organisation });
  const facts: CallFacts = {
    organisation,
    tools,
    isReadOnly: (slug, operation) => readOnly.get(`${slug} ${operation}`) ?? false,
    quiet: ["ticket-desk", "ticket-lookup", "alarm-assistant"].map((tool) => ({ tool, ...span })),
  };
  const administrator = organisation.person("daniel-okafor");
  addOrdinaryCalls(history, facts);
  addOutage(history, facts);
  addRefusals(history, organisation, tools);
  addTenderWeekend(history, organisation, tools);
  addReleases(history, organisation, tools);
  addQuestionEvents(history, organisation, tools);
  addOddments(history, organisation, tools);
  addOversight(history, organisation);
  addUpkeep(history, organisation, tools);
  addSessions(history, organisation);
  addPeopleChanges(history, organisation, administrator);
  addLeavers(history, facts, administrator);
  return history;
}

export async function seedTrail(context: TrailContext): Promise<void> {
  await writeTrail(makeHistory(context));
}
