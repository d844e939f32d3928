import type { SeededOrganisation, SeededPerson } from "../organisation.ts";
import { plannedRules, ruleIdOf, subjectsOf } from "../rules.ts";
import type { SeededTool } from "../tools.ts";
import { fridayOfChange, mondayOfChange } from "./friday-of-change.ts";
import { addCall } from "./sample-call.ts";
import { actorOf, type SampleHistory } from "./sample-history.ts";

/** The rule that was opened on a Friday and closed again on the Monday. */
export const changedRule = "clause-library";

/** A rule changed on a Friday and changed back on the Monday, with the reasons, and what was done under it meanwhile. */
export function addRuleChange(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
  administrator: SeededPerson,
): void {
  const { time } = organisation;
  const rule = plannedRules.find(({ name }) => name === changedRule);
  const library = tools.find(({ slug }) => slug === "clause-library");
  if (!rule || !library) throw new Error("The rule of the clause library is missing.");
  const friday = fridayOfChange(time);
  const narrow = subjectsOf(rule, organisation);
  const wide = { ...narrow, subjectIds: [...narrow.subjectIds, organisation.teamId("consumer-sales")] };
  const change = (
    at: Date,
    before: typeof narrow,
    after: typeof narrow,
    revision: number,
    reason: string,
  ) => {
    history.events.push({
      at,
      from: administrator,
      request: `rule change ${revision}`,
      input: {
        type: "rule.changed",
        actor: actorOf(administrator),
        target: { kind: "rule", id: ruleIdOf(changedRule, organisation), name: rule.title },
        domainId: organisation.domainId(library.domain),
        reason,
        ruleIds: [ruleIdOf(changedRule, organisation)],
        changes: { before: { ...before, revision: revision - 1 }, after: { ...after, revision } },
      },
    });
  };
  change(
    time.at(friday, "16:42"),
    narrow,
    wide,
    2,
    "The tender of the Bristol shopping arcades is due on Sunday, and Consumer Sales writes a part of it. Agreed with Catherine Aldous; to be closed on Monday.",
  );
  const writers = [
    { person: "telma-ornelas", daysAgo: friday, clock: "17:20" },
    { person: "telma-ornelas", daysAgo: friday - 1, clock: "10:14" },
    { person: "chloe-harcourt", daysAgo: friday - 1, clock: "10:52" },
    { person: "telma-ornelas", daysAgo: friday - 2, clock: "15:37" },
  ];
  for (const { person, daysAgo, clock } of writers) {
    addCall(
      history,
      {
        tool: library,
        operation: "findClauses",
        readOnly: true,
        person: organisation.person(person),
        startedAt: time.at(daysAgo, clock),
        durationMs: 27,
        channel: "form",
        error: null,
        resultBytes: 2140,
        place: null,
        request: `tender ${person} ${daysAgo} ${clock}`,
      },
      organisation,
    );
  }
  change(
    mondayOfChange(time),
    wide,
    narrow,
    3,
    "The tender was handed in on Sunday. Back to those who negotiate, as agreed.",
  );
}
