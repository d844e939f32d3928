import "server-only";
import { z } from "zod";

const violationSchema = z.object({
  code: z.literal("P2002"),
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalMessage: z.string() }) }) }),
});

/**
 * The name of the unique index that a write ran into, such as `tool_slug_key`; undefined for every other error.
 * Prisma tells columns on PGlite and the index on PostgreSQL; the server's own message names the index on both.
 */
export function violatedUnique(error: unknown): string | undefined {
  const violation = violationSchema.safeParse(error).data;
  return (
    violation &&
    /unique constraint "([^"]+)"/.exec(violation.meta.driverAdapterError.cause.originalMessage)?.[1]
  );
}
