import { z } from "zod";
import { toolKindSchema } from "#lib/catalog/schema.ts";
import { draftOperationsSchema, draftSettingsSchema } from "#lib/publishing/draft-content.ts";
import { draftWordsSchema } from "#lib/publishing/schema.ts";

/** What a person still has to bring before a tool from a template works. */
export const templateNeeds = ["documents", "openapi", "mcp-server", "tools"] as const;

export const toolTemplateSchema = z.object({
  id: z.string(),
  kind: toolKindSchema,
  /** Of the template, such as “Policy answers”. */
  name: z.string(),
  summary: z.string(),
  needs: z.array(z.enum(templateNeeds)),
  words: draftWordsSchema,
  settings: draftSettingsSchema,
  operations: draftOperationsSchema,
  /** By field of the words: what to think of when it is rewritten. */
  hints: z.record(z.string(), z.string()),
});
export type ToolTemplate = z.infer<typeof toolTemplateSchema>;

export const toolTemplatesSchema = z.object({ templates: z.array(toolTemplateSchema) });
