import { z } from "zod";
import { people } from "#demo/company/organisation.ts";

const addresses = new Set(
  people.filter((person) => person.leftDaysAgo === null).map((person) => person.email),
);

/** E-mail address of somebody who works at Northmere. */
export const staffEmailSchema = z
  .email("This is not an e-mail address.")
  .refine((email) => addresses.has(email), "Nobody at Northmere has this address.")
  .describe("E-mail address of somebody at Northmere.")
  .meta({ examples: ["amelia.hart@northmere.example"] });

/** How many rows a list answers with, and where it goes on. */
export const pageFields = {
  limit: z.int().min(1).max(100).default(20).describe("How many to return at most."),
  cursor: z
    .string()
    .max(40)
    .optional()
    .describe("Take `nextCursor` of the last answer to get the next page."),
};

/** A day in a request. */
export const daySchema = z.iso.date("This is not a day; write it like 2026-03-02.");

/** The person a program acts for: the program says who that is, nobody types it in. */
export const actingPersonSchema = z
  .email("This is not an e-mail address.")
  .describe("Who asked for this; kept with the record.")
  .meta({ "x-weft-fill": "viewer.email" });

/** A header that names the person a program acts for. */
export const actingForHeader = {
  "X-On-Behalf-Of": actingPersonSchema.optional(),
};

/** One page of rows; the cursor is the place of the first row of the next page. */
export function pageOf<T>(
  rows: readonly T[],
  page: { readonly limit: number; readonly cursor?: string | undefined },
): { total: number; items: T[]; nextCursor: string | null } {
  const start = page.cursor === undefined ? 0 : Number.parseInt(page.cursor, 10) || 0;
  const end = start + page.limit;
  return {
    total: rows.length,
    items: rows.slice(start, end),
    nextCursor: end < rows.length ? String(end) : null,
  };
}

/** Whether every word of `text` begins a word of `within`; accents and case do not count. */
export function hasWords(within: string, text: string): boolean {
  const plain = (value: string) =>
    value
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase();
  const words = plain(within).split(/[^\p{L}\p{N}]+/u);
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .every((word) => words.some((candidate) => candidate.startsWith(word)));
}
