import { asSampleAt } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import { suspendOperation } from "#lib/tools/server/suspend-operation.ts";
import type { SeededOrganisation } from "./organisation.ts";
import { seedId } from "./seed-id.ts";
import { changedOperation, type ServiceSource } from "./service-sources.ts";
import type { SeededTool } from "./tools.ts";

function sourceOf(
  { making }: SeededTool,
  sources: ReadonlyMap<string, ServiceSource>,
): ServiceSource | undefined {
  if (making.kind === "mcp") return sources.get("network");
  return making.kind === "http" ? sources.get(making.service) : undefined;
}

/** The morning on which the watch found that the supplier had changed the search for spare parts. */
async function suspendChanged(tool: SeededTool, source: ServiceSource, at: Date): Promise<void> {
  const offered = source.operations.get(changedOperation);
  if (!offered || !tool.operationNames.includes(changedOperation)) return;
  await asSampleAt(
    () => at,
    () =>
      suspendOperation(tool.toolId, changedOperation, {
        reason: "changed",
        before: offered.contract,
        after: offered.listed,
        afterHash: hashMcpTool(offered.listed),
        foundBy: "watch",
      }),
  );
}

/** Has the sources of the demo tools watched, one of which has changed since it was reviewed. */
export async function seedContracts(
  organisation: SeededOrganisation,
  tools: readonly SeededTool[],
  sources: ReadonlyMap<string, ServiceSource>,
): Promise<void> {
  const { time } = organisation;
  for (const tool of tools) {
    const source = sourceOf(tool, sources);
    if (!source) continue;
    const [first] = tool.seededVersions;
    await db().toolContract.create({
      data: {
        id: seedId(`contract ${tool.slug}`, first.publishedAt),
        toolId: tool.toolId,
        kind: source.kind,
        address: source.address,
        document: source.document,
        security: source.security.map((requirement) => ({ ...requirement })),
        state: tool.operationNames.includes(changedOperation) ? "changed" : "unchanged",
        checkedAt: time.at(0, "06:45"),
        createdById: organisation.person(first.by).personId,
        createdAt: first.publishedAt,
      },
      select: { id: true },
    });
    await suspendChanged(tool, source, time.at(1, "06:45"));
  }
}
