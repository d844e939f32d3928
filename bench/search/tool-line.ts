import { readFileSync } from "node:fs";
import { z } from "zod";

/** A tool of a set. `id`, `name` and `description` are of any form and length. */
export const toolLineSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().default(""),
  category: z.string().nullish(),
  server: z.string().nullish(),
  server_description: z.string().nullish(),
  params: z.string().nullish(),
});
export type ToolLine = z.infer<typeof toolLineSchema>;

export const queryLineSchema = z.object({ id: z.string(), text: z.string(), relevant: z.array(z.string()) });
export type QueryLine = z.infer<typeof queryLineSchema>;

/** The lines of a JSONL file, each of the form that `schema` says. */
export function readLines<Line>(path: string, schema: z.ZodType<Line>): Line[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((text, at) => {
      if (text.trim() === "") return [];
      const line = schema.safeParse(JSON.parse(text));
      if (!line.success) throw new Error(`${path}, line ${at + 1}: ${z.prettifyError(line.error)}`);
      return [line.data];
    });
}
