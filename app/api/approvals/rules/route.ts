import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { autoApprovals } from "#lib/publishing/release-rules.ts";
import { chooseAutoApproval } from "#lib/publishing/server/domain-approval.ts";

export const PUT = defineRoute({
  method: "PUT",
  path: "/api/approvals/rules",
  summary: "Choose when releases of low risk of a domain need nobody's approval",
  permission: "portal:read",
  body: z.strictObject({
    domainId: z.uuid("Name a domain by its id."),
    autoApproval: z.enum(autoApprovals),
  }),
  response: z.object({ autoApproval: z.enum(autoApprovals) }),
  handler: async ({ viewer, body }) => ({ autoApproval: await chooseAutoApproval(viewer, body) }),
});
