import "server-only";
import { db } from "#lib/db/client.ts";
import type { ToolClause } from "#lib/policy/visible-tools.ts";

/** Tools by slug, with how their current operations are carried out. */
export async function toolsWithBindings(slugs: readonly string[], clause: ToolClause) {
  if (slugs.length === 0) return [];
  const rows = await db().tool.findMany({
    where: { AND: [{ slug: { in: [...slugs] } }, clause] },
    orderBy: { slug: "asc" },
    select: {
      id: true,
      slug: true,
      name: true,
      kind: true,
      modelAlias: true,
      currentVersion: { select: { operations: { select: { binding: true } } } },
    },
  });
  return rows.map(({ currentVersion, ...row }) => ({
    ...row,
    bindings: currentVersion?.operations.map(({ binding }) => binding) ?? [],
  }));
}

/** Tools whose current version has a step that runs one of these tools, or a model that may. */
export async function slugsOfConsumers(slugs: readonly string[], clause: ToolClause): Promise<string[]> {
  if (slugs.length === 0) return [];
  const rows = await db().tool.findMany({
    where: {
      AND: [
        clause,
        {
          kind: "agent",
          currentVersion: {
            is: {
              operations: {
                some: {
                  OR: slugs.flatMap((tool) =>
                    ["steps", "tools"].map((list) => ({
                      binding: { path: [list], array_contains: [{ tool }] },
                    })),
                  ),
                },
              },
            },
          },
        },
      ],
    },
    orderBy: { slug: "asc" },
    select: { slug: true },
  });
  return rows.map(({ slug }) => slug);
}
