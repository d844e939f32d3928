import {
  aliasChangeSchema,
  newAliasSchema,
  newProviderSchema,
  providerChangeSchema,
} from "#lib/models/administration.ts";
import { addAlias, changeAlias, removeAlias } from "#lib/models/server/change-aliases.ts";
import { addProvider, changeProvider, removeProvider } from "#lib/models/server/change-providers.ts";
import { createRule, removeRule, switchRule } from "#lib/policy/server/change-rules.ts";
import { discardDraft } from "#lib/publishing/server/discard-draft.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { playAs } from "./play-as.ts";
import { type SeededTool, wordsOfVersion } from "./tools.ts";

/** Two weeks in which only Network Operations could use Planned Works, while its calendar was moved. */
async function playMove(organisation: SeededOrganisation, tools: readonly SeededTool[]): Promise<void> {
  const { time } = organisation;
  const administrator = organisation.person("daniel-okafor");
  const works = tools.find(({ slug }) => slug === "planned-works");
  if (!works) throw new Error("Planned Works is missing.");
  let id = "";
  await playAs(administrator, time.at(66, "08:30"), "rule created", async (viewer) => {
    const rule = await createRule(viewer, {
      title: "Planned Works during the move of its calendar",
      reason: "The calendar is being moved, so days may be wrong; Network Operations checks them by hand.",
      effect: "only",
      actions: ["use"],
      subjectKind: "domain",
      subjectIds: [organisation.domainId("network-operations")],
      resourceKind: "tool",
      resourceId: works.toolId,
      contact: "Ivy Cranmer in #transport",
      why: "Nuno Barbosa asked for it until the move is done.",
    });
    id = rule.id;
  });
  const change = (daysAgo: number, clock: string, isActive: boolean, revision: number, why: string) =>
    playAs(administrator, time.at(daysAgo, clock), `rule switched ${revision}`, (viewer) =>
      switchRule(viewer, id, { isActive, revision, why }),
    );
  await change(59, "17:10", false, 1, "The first half is moved and was compared.");
  await change(58, "07:55", true, 2, "Works of two sites were missing this morning.");
  await playAs(administrator, time.at(52, "09:20"), "rule deleted", (viewer) =>
    removeRule(viewer, id, { revision: 3, why: "The move is done; Ivy Cranmer compared every day." }),
  );
}

/** A model server of the lab that was connected for an afternoon and removed before any tool used it. */
async function playTrial(organisation: SeededOrganisation): Promise<void> {
  const { time } = organisation;
  const administrator = organisation.person("simon-thackeray");
  const server = {
    name: "Lab model server",
    baseUrl: "http://10.20.40.12:8000/v1",
    region: "Bristol",
    dataClassCeiling: "internal",
  } as const;
  const alias = { name: "trial", description: "For the trial in the lab." };
  let id = "";
  let aliasId = "";
  await playAs(administrator, time.at(48, "13:40"), "trial begins", async (viewer) => {
    id = (await addProvider(viewer, newProviderSchema.parse({ slug: "lab", ...server }))).id;
    aliasId = (await addAlias(viewer, newAliasSchema.parse({ ...alias, models: [] }))).id;
  });
  await playAs(administrator, time.at(48, "15:05"), "trial narrowed", async (viewer) => {
    const narrowed = { ...server, dataClassCeiling: "public", isActive: true };
    await changeProvider(viewer, id, providerChangeSchema.parse(narrowed));
    const description = "For the trial in the lab, public content only.";
    await changeAlias(viewer, aliasId, aliasChangeSchema.parse({ description, models: [] }));
  });
  await playAs(administrator, time.at(47, "09:10"), "trial ends", async (viewer) => {
    await removeAlias(viewer, aliasId);
    await removeProvider(viewer, id, "The trial waits for the review of Privacy and Security.");
  });
}

/** An owner began to edit and thought better of it. */
async function playDiscardedDraft(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  const guide = tools.find(({ slug }) => slug === "adviser-guide");
  if (!guide) throw new Error("The adviser guide is missing.");
  const words = wordsOfVersion(
    guide,
    guide.seededVersions[guide.seededVersions.length - 1] ?? guide.seededVersions[0],
  );
  await playAs(
    organisation.person("constanca-veiga"),
    organisation.time.at(13, "15:20"),
    "draft discarded",
    async (viewer) => {
      const purpose = `${words.purpose} With the old roaming quick card taken out.`;
      const { revision } = await saveDraft(viewer, guide.slug, { words: { ...words, purpose }, revision: 0 });
      await discardDraft(viewer, guide.slug, { revision });
    },
  );
}

/** What administrators and owners did by hand in the last 90 days, through the product itself. */
export async function playAdministration(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
): Promise<void> {
  await playMove(organisation, tools);
  await playTrial(organisation);
  await playDiscardedDraft(organisation, tools);
}
