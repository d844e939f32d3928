import { z } from "zod";
import { defineRoute } from "#app/api/define-route.ts";
import { suggestTools } from "#lib/catalog/server/suggest-tools.ts";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { searchPeople } from "#lib/identity/server/search-people.ts";

const itemSchema = z.object({
  id: z.string(),
  label: z.string(),
  hint: z.string().nullable(),
  href: z.string(),
});

export const GET = defineRoute({
  method: "GET",
  path: "/api/palette",
  summary: "What the command palette finds: tools, your conversations, and people for administrators",
  permission: "portal:read",
  query: z.strictObject({ q: z.string().max(200).default("") }),
  response: z.object({
    tools: z.array(itemSchema),
    conversations: z.array(itemSchema),
    people: z.array(itemSchema),
  }),
  handler: async ({ viewer, query }) => {
    const words = query.q.trim();
    if (words === "") return { tools: [], conversations: [], people: [] };
    const [tools, { conversations }, people] = await Promise.all([
      suggestTools(viewer, { words, limit: 6 }),
      listConversations(viewer, { words, limit: 5 }),
      hasPermission(viewer, "person:administer") ? searchPeople(viewer, { words, limit: 4 }) : [],
    ]);
    return {
      tools: tools.map(({ slug, name, domain, readiness }) => ({
        id: `tool-${slug}`,
        label: name,
        hint: `${domain} · ${readiness.label}`,
        href: `/catalog/${slug}`,
      })),
      conversations: conversations.map(({ id, title }) => ({
        id: `conversation-${id}`,
        label: title,
        hint: null,
        href: `/chat/${id}`,
      })),
      people: people.map(({ id, name, teamName }) => ({
        id: `person-${id}`,
        label: name,
        hint: teamName,
        href: `/admin/people?person=${id}`,
      })),
    };
  },
});
