import { blockTool, unblockTool } from "#lib/catalog/server/block-tool.ts";
import { changeRule } from "#lib/policy/server/change-rules.ts";
import { getRule } from "#lib/policy/server/list-rules.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { playAs } from "./play-as.ts";
import { plannedRules, ruleIdOf, subjectsOf } from "./rules.ts";
import { fridayOfChange, mondayOfChange } from "./trail/friday-of-change.ts";
import { outage } from "./trail/outage.ts";
import { blockReason } from "./trail/outage-words.ts";
import { changedRule } from "./trail/rule-change.ts";

async function changeWho(
  organisation: SeededOrganisation,
  at: Date,
  subjectIds: readonly string[],
  why: string,
): Promise<void> {
  const id = ruleIdOf(changedRule, organisation);
  await playAs(
    organisation.person("daniel-okafor"),
    at,
    `rule changed ${at.toISOString()}`,
    async (viewer) => {
      const { title, reason, effect, actions, subjectKind, resourceKind, resourceId, contact, revision } =
        await getRule(viewer, id);
      const draft = { title, reason, effect, actions, subjectKind, resourceKind, resourceId, contact };
      await changeRule(viewer, id, { ...draft, subjectIds: [...subjectIds], revision, why });
    },
  );
}

/** What was done by hand and can be done again: the rule of that Friday, and the block during the outage. */
export async function playStories(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  const administrator = organisation.person("daniel-okafor");
  const rule = plannedRules.find(({ name }) => name === changedRule);
  if (!rule) throw new Error("The rule of the clause library is missing.");
  const { subjectIds } = subjectsOf(rule, organisation);
  await changeWho(
    organisation,
    time.at(fridayOfChange(time), "16:42"),
    [...subjectIds, organisation.teamId("consumer-sales")],
    "The tender of the Bristol shopping arcades is due on Sunday, and Consumer Sales writes a part of it. Agreed with Catherine Aldous; to be closed on Monday.",
  );
  await changeWho(
    organisation,
    mondayOfChange(time),
    subjectIds,
    "The tender was handed in on Sunday. Back to those who negotiate, as agreed.",
  );
  const slug = "ticket-desk";
  await playAs(administrator, time.at(outage.daysAgo, outage.blockedAt), "block", (viewer) =>
    blockTool(viewer, { slug, reason: blockReason }),
  );
  await playAs(administrator, time.at(outage.daysAgo, outage.unblockedAt), "unblock", (viewer) =>
    unblockTool(viewer, { slug, reason: "The roll-back is complete and calls succeed." }),
  );
}
