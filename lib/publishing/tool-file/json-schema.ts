import { z } from "zod";
import { toolFileSchema, toolFileVersion } from "#lib/publishing/tool-file/schema.ts";

/** Where the portal serves the JSON Schema of a tool's file. */
export const toolFileSchemaPath = `/api/schemas/${toolFileVersion.replace("/", ".")}.json`;

/** The JSON Schema (2020-12) of a tool's file as it may be written: what has a default may be left out. */
export function toolFileJsonSchema(origin: string): Record<string, unknown> {
  return {
    ...z.toJSONSchema(toolFileSchema, { io: "input", target: "draft-2020-12" }),
    $id: `${origin}${toolFileSchemaPath}`,
    title: toolFileVersion,
    description: "A tool of Weft as its team keeps it in a repository.",
  };
}
