import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { kindWords } from "#lib/catalog/facets.ts";
import { suggestTools } from "#lib/catalog/server/suggest-tools.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { searchHref } from "#lib/collections/search-address.ts";
import { listCollections } from "#lib/collections/server/read-collections.ts";
import { listSavedSearches } from "#lib/collections/server/saved-searches.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { describeDomains } from "#lib/identity/server/describe-domains.ts";
import { searchTeams } from "#lib/identity/server/describe-team.ts";
import { searchPeople } from "#lib/identity/server/search-people.ts";
import { shell } from "#lib/messages/en/shell.ts";

const most = 5;

const itemSchema = z.object({
  id: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  href: z.string().startsWith("/"),
});
type Item = z.infer<typeof itemSchema>;

const paletteSchema = z.object({
  tools: z.array(itemSchema),
  conversations: z.array(itemSchema),
  people: z.array(itemSchema),
  pages: z.array(itemSchema),
});

async function findTools(viewer: Viewer, words: string): Promise<Item[]> {
  const tools = await suggestTools(viewer, { words, limit: most });
  return tools.map(({ id, slug, name, kind, domain }) => ({
    id,
    label: name,
    hint: `${kindWords[kind] ?? kind} · ${domain}`,
    href: `/catalog/${slug}`,
  }));
}

/** Before anything is typed: the conversations to go on with. */
async function findConversations(viewer: Viewer, words: string): Promise<Item[]> {
  const { conversations } = await listConversations(viewer, { words, limit: most });
  return conversations.map(({ id, title }) => ({ id, label: title, hint: null, href: `/chat/${id}` }));
}

/** Everybody finds a colleague's page; those who administer people come to their page there. */
async function findPeople(viewer: Viewer, words: string): Promise<Item[]> {
  const place = hasPermission(viewer, "person:administer") ? "/admin/people" : "/people";
  const people = await searchPeople(viewer, { words, limit: most });
  return people.map(({ id, name, jobTitle, teamName }) => ({
    id,
    label: name,
    hint: [jobTitle, teamName].filter(Boolean).join(", "),
    href: `${place}/${id}`,
  }));
}

async function findDomains(viewer: Viewer, words: string): Promise<Item[]> {
  const sought = words.toLowerCase();
  if (sought === "") return [];
  const domains = await describeDomains(viewer);
  return domains
    .filter(({ name }) => name.toLowerCase().includes(sought))
    .map(({ id, slug, name }) => ({ id, label: name, hint: shell.domains, href: `/domains/${slug}` }));
}

async function findTeams(viewer: Viewer, words: string): Promise<Item[]> {
  const teams = await searchTeams(viewer, words, most);
  return teams.map(({ id, slug, name, domain }) => ({
    id,
    label: name,
    hint: `${shell.team}, ${domain}`,
    href: `/teams/${slug}`,
  }));
}

/** What the person saved and what leads put together, by any part of the name. */
async function findKept(viewer: Viewer, words: string): Promise<Item[]> {
  const sought = words.toLowerCase();
  if (sought === "") return [];
  const [searches, collections] = await Promise.all([listSavedSearches(viewer), listCollections(viewer)]);
  const items: Item[] = [
    ...searches.map(({ id, name, query }) => ({
      id,
      label: name,
      hint: shell.savedSearch,
      href: searchHref(query),
    })),
    ...collections.map(({ id, slug, title }) => ({
      id,
      label: title,
      hint: shell.collection,
      href: `/collections/${slug}`,
    })),
  ];
  return items.filter(({ label }) => label.toLowerCase().includes(sought)).slice(0, most);
}

export const GET = defineRoute({
  method: "GET",
  path: "/api/palette",
  summary: "What the command palette finds for a few words",
  permission: "portal:read",
  query: z.strictObject({ q: z.string().max(200).default("") }),
  response: paletteSchema,
  handler: async ({ viewer, query }) => {
    const words = query.q.trim();
    const [tools, conversations, people, domains, teams, kept] = await Promise.all([
      findTools(viewer, words),
      findConversations(viewer, words),
      findPeople(viewer, words),
      findDomains(viewer, words),
      findTeams(viewer, words),
      findKept(viewer, words),
    ]);
    return { tools, conversations, people, pages: [...kept, ...domains, ...teams] };
  },
});
