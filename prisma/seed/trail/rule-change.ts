import type { SeededOrganisation } from "../organisation.ts";
import type { SeededTool } from "../tools.ts";
import { fridayOfChange } from "./friday-of-change.ts";
import { addCall } from "./sample-call.ts";
import type { SampleHistory } from "./sample-history.ts";

/** The rule that was opened on a Friday and closed again on the Monday. */
export const changedRule = "clause-library";

/** What was done under the rule while it was open. */
export function addTenderWeekend(
  history: SampleHistory,
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): void {
  const { time } = organisation;
  const library = tools.find(({ slug }) => slug === changedRule);
  if (!library) throw new Error("The clause library is missing.");
  const friday = fridayOfChange(time);
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
}
