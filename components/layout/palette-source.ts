import { queryOptions } from "@tanstack/react-query";

export const paletteGroupNames = ["tools", "conversations", "people", "pages", "commands"] as const;
export type PaletteGroupName = (typeof paletteGroupNames)[number];
export type PaletteItem = { id: string; label: string; hint?: string | null; href: string };
export type PaletteGroups = Partial<Record<PaletteGroupName, readonly PaletteItem[]>>;

const isItem = (value: unknown): value is PaletteItem =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "label" in value &&
  typeof value.label === "string" &&
  "href" in value &&
  typeof value.href === "string" &&
  value.href.startsWith("/");

/** Keeps what is well formed of an answer of the palette's search, and only links into the portal. */
export function readPaletteGroups(body: unknown): PaletteGroups {
  const groups: PaletteGroups = {};
  if (typeof body !== "object" || body === null) return groups;
  for (const name of paletteGroupNames) {
    const items: unknown = Reflect.get(body, name);
    if (Array.isArray(items)) groups[name] = items.filter(isItem);
  }
  return groups;
}

/** Longest query that the portal takes; of a longer one the beginning is looked for. */
const mostLetters = 200;

/** What the portal finds for `query`, for the palette. */
export function paletteQuery(query: string) {
  return queryOptions({
    queryKey: ["palette", query],
    queryFn: async ({ signal }) => {
      const words = query.replaceAll("\0", " ").slice(0, mostLetters).toWellFormed();
      const answer = await fetch(`/api/palette?q=${encodeURIComponent(words)}`, { signal });
      if (!answer.ok) throw new Error(`The search of the palette was answered with ${answer.status}`);
      return readPaletteGroups(await answer.json());
    },
    staleTime: 10_000,
    retry: false,
  });
}
