import { z } from "zod";
import { checkResultSchema } from "#lib/publishing/checks.ts";
import { approvalCapacities } from "#lib/publishing/release-rules.ts";
import { versionStepSchema } from "#lib/publishing/schema.ts";

/** What a release of the draft would be, with the result of each check. */
export const releasePreviewSchema = z.object({
  /** 0 when there is no draft to release. */
  revision: z.number().int(),
  /** The smallest step that fits what changed; a first release has none to choose. */
  step: versionStepSchema,
  isFirst: z.boolean(),
  next: z.object({ patch: z.string(), minor: z.string(), major: z.string() }),
  approvals: z.array(z.enum(approvalCapacities)),
  checks: z.array(checkResultSchema),
});
export type ReleasePreview = z.infer<typeof releasePreviewSchema>;
