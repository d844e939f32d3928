import { documentSets } from "#demo/company/documents-plan.ts";
import { plannedReviews } from "../evidence.ts";
import { sourceId } from "../knowledge.ts";
import type { SeededOrganisation } from "../organisation.ts";
import { seedId } from "../seed-id.ts";
import type { SeedTime } from "../seed-time.ts";
import type { SeededTool } from "../tools.ts";
import { trailDays } from "./ordinary-calls.ts";
import { outage } from "./outage.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

/** What keeps a catalog good: documents verified, reviews made, ownership confirmed, notes on incidents. */
export function addUpkeep(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  const { time } = organisation;
  const targetOf = (tool: SeededTool) => ({ kind: "tool", id: tool.toolId, name: tool.words.name });
  const add = (
    personId: string,
    at: Date,
    request: string,
    input: Omit<SampleHistory["events"][number]["input"], "actor">,
  ) => {
    const person = organisation.person(personId);
    history.events.push({ at, from: person, request, input: { ...input, actor: actorOf(person) } });
  };

  for (const set of documentSets) {
    for (const document of set.documents) {
      if (document.verifiedDaysAgo > trailDays) continue;
      add(document.verifiedBy, time.at(document.verifiedDaysAgo, "11:15"), `verified ${document.path}`, {
        type: "document.verified",
        target: {
          kind: "document",
          id: seedId(`document ${document.path}`, time.at(317, "10:00")),
          name: document.title,
        },
        details: { sourceId: sourceId(set.id, time), source: set.title },
      });
    }
  }
  for (const review of tools.flatMap(plannedReviews)) {
    const tool = tools.find(({ slug }) => slug === review.tool);
    if (!tool || review.daysAgo > trailDays) continue;
    add(review.reviewer, time.at(review.daysAgo, "15:30"), `review ${review.tool} ${review.kind}`, {
      type: "review.recorded",
      target: targetOf(tool),
      domainId: organisation.domainId(tool.domain),
      details: { kind: review.kind, outcome: "passed" },
    });
  }
  for (const tool of tools) {
    const domainId = organisation.domainId(tool.domain);
    if (tool.confirmedDaysAgo <= trailDays) {
      add(tool.owner, time.at(tool.confirmedDaysAgo, "10:05"), `confirmed ${tool.slug}`, {
        type: "tool.ownership-confirmed",
        target: targetOf(tool),
        domainId,
        changes: {
          before: { confirmedAt: confirmedBefore(tool, time) },
          after: { confirmedAt: time.at(tool.confirmedDaysAgo, "10:05").toISOString() },
        },
      });
    }
    if (tool.deprecatedDaysAgo !== undefined) {
      add(tool.owner, time.at(tool.deprecatedDaysAgo, "14:21"), `deprecated ${tool.slug}`, {
        type: "tool.deprecated",
        target: targetOf(tool),
        domainId,
        reason: "Ticket Desk does the same and more.",
        changes: {
          before: { lifecycle: "published" },
          after: { lifecycle: "deprecated", successor: tool.successor },
        },
      });
    }
    const [first] = tool.versions;
    if (first.daysAgo <= trailDays) {
      add(first.by, time.at(first.daysAgo + 8, "09:50"), `created ${tool.slug}`, {
        type: "tool.created",
        target: targetOf(tool),
        domainId,
        changes: { before: null, after: { name: tool.words.name, kind: tool.kind } },
      });
    }
  }
  addIncidentNotes(history, organisation, tools);
}

// Owners confirm every half year; a younger tool is confirmed for the first time.
function confirmedBefore(tool: SeededTool, time: SeedTime): string | null {
  const daysAgo = tool.confirmedDaysAgo + 171;
  return tool.versions[0].daysAgo > daysAgo ? time.at(daysAgo, "10:40").toISOString() : null;
}

function addIncidentNotes(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  const { time } = organisation;
  const hugo = organisation.person("hugo-lancaster");
  const desk = tools.find(({ slug }) => slug === "ticket-desk");
  if (!desk) return;
  const about = {
    actor: actorOf(hugo),
    target: { kind: "tool", id: desk.toolId, name: desk.words.name },
    domainId: organisation.domainId(desk.domain),
  };
  const incidentId = seedId("incident ticket-desk", time.at(outage.daysAgo, outage.startedAt));
  history.events.push(
    {
      at: time.at(outage.daysAgo, outage.noteAt),
      from: hugo,
      request: "incident opened",
      input: { type: "incident.opened", ...about, details: { incidentId, review: "INC-2061" } },
    },
    {
      at: time.at(outage.daysAgo, outage.noteClosedAt),
      from: hugo,
      request: "incident closed",
      input: { type: "incident.closed", ...about, details: { incidentId, failedCalls: outage.failedCalls } },
    },
  );
}
