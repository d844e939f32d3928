import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plannedTools } from "#demo/tools/all-tools.ts";
import type { PlannedTool, PlannedVersion } from "#demo/tools/planned-tool.ts";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { type ToolWords, toolWordsSchema } from "#lib/catalog/schema.ts";
import { db } from "#lib/db/client.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import type { SeedTime } from "./seed-time.ts";
import { operationsOf, type ServiceOperations, secretsOf } from "./tool-operations.ts";

export type SeededVersion = PlannedVersion & { readonly versionId: string; readonly publishedAt: Date };

/** A planned tool with its ids; versions oldest first. */
export type SeededTool = PlannedTool & {
  readonly toolId: string;
  readonly kind: PlannedTool["making"]["kind"];
  readonly seededVersions: readonly [SeededVersion, ...SeededVersion[]];
  readonly operationNames: readonly string[];
};

const docsFolder = join(import.meta.dirname, "../../demo/tools/docs");

function firstVersionAt(tool: PlannedTool, time: SeedTime): Date {
  return time.at(tool.versions[0].daysAgo, "14:20");
}

/** The id of a planned tool. */
export function toolIdOf(slug: string, time: SeedTime): string {
  const tool = plannedTools.find((candidate) => candidate.slug === slug);
  if (!tool) throw new Error(`The plan names the tool "${slug}", which does not exist.`);
  return seedId(`tool ${slug}`, firstVersionAt(tool, time));
}

function seededVersion(tool: PlannedTool, version: PlannedVersion, time: SeedTime): SeededVersion {
  const publishedAt = time.at(version.daysAgo, "14:20");
  return {
    ...version,
    publishedAt,
    versionId: seedId(`version ${tool.slug} ${version.version}`, publishedAt),
  };
}

/** All tools with their ids; nothing is written. */
export function planTools(time: SeedTime): readonly SeededTool[] {
  return plannedTools.map((tool) => {
    const [first, ...later] = tool.versions;
    const { making } = tool;
    const operationNames =
      making.kind === "link"
        ? []
        : "operations" in making
          ? Object.keys(making.operations)
          : [making.operation.name];
    return {
      ...tool,
      toolId: toolIdOf(tool.slug, time),
      kind: making.kind,
      seededVersions: [
        seededVersion(tool, first, time),
        ...later.map((version) => seededVersion(tool, version, time)),
      ],
      operationNames,
    };
  });
}

/** The version that was published at a moment; the first one before that. */
export function versionAt(tool: SeededTool, moment: Date): SeededVersion {
  return tool.seededVersions.findLast((version) => version.publishedAt <= moment) ?? tool.seededVersions[0];
}

export function currentVersionOf(tool: SeededTool): SeededVersion {
  return tool.seededVersions.at(-1) ?? tool.seededVersions[0];
}

/** The words of a version, docs included. */
export function wordsOfVersion(tool: PlannedTool, version: PlannedVersion): ToolWords {
  const older = join(docsFolder, `${tool.slug}@${version.version}.md`);
  const docs = readFileSync(existsSync(older) ? older : join(docsFolder, `${tool.slug}.md`), "utf8");
  return toolWordsSchema.parse({ ...tool.words, docs, ...version.words });
}

function toolRow(
  tool: SeededTool,
  organisation: SeededOrganisation,
  servicesUrl: string,
): Prisma.ToolCreateManyInput {
  const { time } = organisation;
  const { making } = tool;
  return {
    id: tool.toolId,
    slug: tool.slug,
    name: tool.words.name,
    kind: making.kind,
    domainId: organisation.domainId(tool.domain),
    audience: tool.audience ?? "everyone",
    lifecycle: tool.lifecycle ?? "published",
    riskTier: tool.riskTier,
    dataClass: tool.dataClass,
    needsModel: making.kind === "prompt",
    modelAlias: making.kind === "prompt" ? making.modelAlias : null,
    supportChannel: tool.supportChannel,
    embedOrigins: [...(tool.embedOrigins ?? [])],
    linkUrl: making.kind === "link" ? new URL(making.path, servicesUrl).href : null,
    deprecatedAt: tool.deprecatedDaysAgo === undefined ? null : time.at(tool.deprecatedDaysAgo, "14:20"),
    retiresAt: tool.retiresInDays === undefined ? null : time.after(tool.retiresInDays),
    sloSuccess: tool.slo.success,
    sloP95Ms: tool.slo.p95Ms,
    createdById: organisation.person(tool.versions[0].by).personId,
    createdAt: firstVersionAt(tool, time),
    updatedAt: currentVersionOf(tool).publishedAt,
  };
}

function operationRows(
  tool: SeededTool,
  services: ServiceOperations,
  time: SeedTime,
): Prisma.ToolOperationCreateManyInput[] {
  const operations = operationsOf(tool, services, time);
  return tool.seededVersions.flatMap((version) =>
    operations
      .filter(({ definition }) => version.operations?.includes(definition.name) ?? true)
      .map(({ definition, exampleRequests, contract }, position) => {
        const checked = operationDefinitionSchema.parse(definition);
        return {
          id: seedId(`operation ${tool.slug} ${version.version} ${checked.name}`, version.publishedAt),
          versionId: version.versionId,
          position,
          name: checked.name,
          title: checked.title,
          description: checked.description,
          inputSchema: checked.inputSchema as Prisma.InputJsonValue,
          ...(checked.outputSchema === undefined
            ? {}
            : { outputSchema: checked.outputSchema as Prisma.InputJsonValue }),
          annotations: checked.annotations,
          ...(contract === undefined ? {} : { contract: contract as Prisma.InputJsonObject }),
          binding: checked.binding as Prisma.InputJsonValue,
          ...(checked.exampleInput === undefined
            ? {}
            : { exampleInput: checked.exampleInput as Prisma.InputJsonValue }),
          exampleRequests: [...exampleRequests],
        };
      }),
  );
}

export type ToolSeedContext = {
  readonly organisation: SeededOrganisation;
  readonly services: ServiceOperations;
  readonly servicesUrl: string;
  readonly token: string;
};

/** Tools with versions, operations, ownership and the secrets of their services. */
export async function seedTools(tools: readonly SeededTool[], context: ToolSeedContext): Promise<void> {
  const { organisation, services, servicesUrl, token } = context;
  const { time } = organisation;
  await db().tool.createMany({ data: tools.map((tool) => toolRow(tool, organisation, servicesUrl)) });
  await db().toolVersion.createMany({
    data: tools.flatMap((tool) =>
      tool.seededVersions.map((version) => ({
        id: version.versionId,
        toolId: tool.toolId,
        version: version.version,
        words: wordsOfVersion(tool, version),
        releaseNotes: version.notes,
        publishedAt: version.publishedAt,
        publishedById: organisation.person(version.by).personId,
        publishedBy: organisation.person(version.by).name,
        source: "sample",
      })),
    ),
  });
  await db().toolOperation.createMany({ data: tools.flatMap((tool) => operationRows(tool, services, time)) });
  await db().ownership.createMany({
    data: tools.map((tool) => ({
      toolId: tool.toolId,
      teamId: organisation.teamId(tool.team),
      ownerId: organisation.person(tool.owner).personId,
      deputyId: tool.deputy === null ? null : organisation.person(tool.deputy).personId,
      confirmedAt: time.at(tool.confirmedDaysAgo, "10:05"),
      confirmedById: organisation.person(tool.owner).personId,
    })),
  });
  for (const tool of tools) {
    await db().tool.update({
      where: { id: tool.toolId },
      data: {
        currentVersionId: currentVersionOf(tool).versionId,
        ...(tool.successor === undefined ? {} : { successorId: toolIdOf(tool.successor, time) }),
      },
      select: { id: true },
    });
    for (const [name, value] of Object.entries(secretsOf(tool, token))) {
      await storeSecret("tool", tool.toolId, name, value);
    }
  }
}
