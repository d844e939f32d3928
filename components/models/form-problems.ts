import type { ZodType } from "zod";
import type { Problems } from "#components/models/use-save.ts";

/** The first problem of each field, or null when the value is fit to be sent. */
export function problemsIn(schema: ZodType, value: unknown): Problems | null {
  const result = schema.safeParse(value);
  if (result.success) return null;
  const issues = result.error.issues.map(({ path, message }) => [String(path[0] ?? ""), message] as const);
  return Object.fromEntries(issues.toReversed());
}
