import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { draftOperation } from "#lib/publishing/server/draft-overview.ts";
import { publishDraft } from "#lib/publishing/server/publish-draft.ts";
import { saveDraft } from "#lib/publishing/server/save-draft.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { playAs } from "./play-as.ts";

/** A release that waits for the domain lead on the sign-in page. */
export const plannedRelease = {
  tool: "complaint-reply",
  operation: "draftComplaintReply",
  from: "eleanor-shipley",
  daysAgo: 2,
  clock: "10:12",
  notes:
    "You can say how formal the reply should be. Without it, replies sound as they do today. Asked for by the advisers of the evening shift.",
} as const;

function withFormality(operation: DraftOperation): DraftOperation {
  const schema = operation.inputSchema;
  if (typeof schema !== "object") throw new Error("The operation takes no fields.");
  const formality = {
    type: "string",
    title: "How formal",
    description: "Without it, the reply is friendly and plain.",
    enum: ["friendly", "formal"],
  };
  const properties = typeof schema.properties === "object" ? schema.properties : {};
  return { ...operation, inputSchema: { ...schema, properties: { ...properties, formality } } };
}

/** The owner of a tool of medium risk hands in a release with a new field. */
export async function playRelease(organisation: SeededOrganisation): Promise<void> {
  const { tool, operation, from, daysAgo, clock, notes } = plannedRelease;
  await playAs(
    organisation.person(from),
    organisation.time.at(daysAgo, clock),
    "release handed in",
    async (viewer) => {
      const edited = withFormality(await draftOperation(viewer, tool, operation));
      const { revision } = await saveDraft(viewer, tool, {
        operationEdits: [{ name: operation, operation: edited }],
        revision: 0,
      });
      await publishDraft(viewer, tool, { revision, notes, step: "minor" });
    },
  );
}
