import { z } from "zod";

/** Places under /catalog that are pages of their own, and those that will be. */
const reserved: readonly string[] = ["compare", "new"];

/** The address of a tool in the catalog; it does not change afterwards. */
export const toolSlugSchema = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?$/, "Use small letters a to z, digits and hyphens.")
  .refine((slug) => !reserved.includes(slug), {
    error: ({ input }) => `“${input}” is the address of a page of the portal; choose another one.`,
  });
