import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import {
  plannedToolSchema,
  type Reassignment,
  type ReassignmentPreview,
  reassignedToolSchema,
} from "#lib/publishing/handover/reassignment.ts";

/** Handing over many tools: what would happen, and doing it. */
export const reassignActs = {
  preview: (body: ReassignmentPreview) =>
    api("/api/ownership/reassignments/preview", {
      method: "POST",
      body,
      response: z.array(plannedToolSchema),
    }),
  run: (body: Reassignment) =>
    api("/api/ownership/reassignments", { method: "POST", body, response: z.array(reassignedToolSchema) }),
};
