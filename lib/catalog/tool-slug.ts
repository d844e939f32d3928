import { z } from "zod";

/** Places under /catalog and /api/tools that are no tools. */
const reserved: readonly string[] = ["apply", "compare", "mentions", "new", "start"];

/** The address of a tool in the catalog; it does not change afterwards. */
export const toolSlugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, "Use small letters a to z, digits and hyphens.")
  .refine((slug) => !reserved.includes(slug), {
    error: ({ input }) => `“${input}” is the address of a page of the portal; choose another one.`,
  });
