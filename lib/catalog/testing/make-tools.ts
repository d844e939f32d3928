import "server-only";
import { noWords } from "#lib/catalog/no-words.ts";
import type { ToolKind, ToolWords } from "#lib/catalog/schema.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { now } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Prisma } from "#prisma/generated/client.ts";

export type ToolFactsInput = Partial<Omit<ToolWords, "name">> & {
  name: string;
  domainId: string;
  teamId?: string;
  ownerId?: string;
  kind?: ToolKind;
  audience?: string;
  lifecycle?: string;
  needsModel?: boolean;
  version?: string;
  operations?: readonly Partial<Prisma.ToolOperationUncheckedCreateInput>[];
};

/** Puts a published tool into the database of a test; its slug is its name in kebab case. */
export async function makeTool(
  facts: ToolFactsInput,
): Promise<{ id: string; slug: string; versionId: string }> {
  const { name, domainId, teamId, ownerId, kind = "http", operations = [], ...rest } = facts;
  const {
    audience = "everyone",
    lifecycle = "published",
    needsModel = false,
    version = "1.0.0",
    ...words
  } = rest;
  const id = newId();
  const versionId = newId();
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  await db().tool.create({ data: { id, slug, name, kind, domainId, audience, lifecycle, needsModel } });
  await db().toolVersion.create({
    data: {
      id: versionId,
      toolId: id,
      version,
      words: { name, purpose: `${name} does what its name says.`, ...noWords, ...words },
      publishedAt: now(),
    },
  });
  await db().tool.update({ where: { id }, data: { currentVersionId: versionId } });
  if (teamId) await db().ownership.create({ data: { toolId: id, teamId, ownerId: ownerId ?? null } });
  await db().toolOperation.createMany({
    data: operations.map((operation, position) => ({
      id: newId(),
      versionId,
      position,
      name: `operation-${position}`,
      title: `Operation ${position}`,
      description: "",
      inputSchema: { type: "object" },
      annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false },
      binding: {},
      ...operation,
    })),
  });
  await catalogChanged();
  return { id, slug, versionId };
}
