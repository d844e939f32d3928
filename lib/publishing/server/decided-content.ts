import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import {
  type OperationContent,
  type OperationDefinition,
  operationContentSchema,
} from "#lib/catalog/operation.ts";
import { AppError } from "#lib/errors.ts";
import { furthest, operationChanges } from "#lib/publishing/contract/operation-changes.ts";
import type { ChangeStep } from "#lib/publishing/contract/schema-changes.ts";
import { asDraftOperation, type DraftContent } from "#lib/publishing/draft-content.ts";
import { acceptedOperation } from "#lib/publishing/watch/accepted-operation.ts";
import { isJsonObject } from "#lib/tools/json-object.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import { readMcpTool } from "#lib/tools/server/discover-mcp-tools.ts";
import { hashMcpTool } from "#lib/tools/server/hash-mcp-tool.ts";
import type { Suspension } from "#lib/tools/suspension.ts";

/** What a release with the owner's decision in it would hold, and how far it reaches for those who call. */
export type Decided = { readonly content: DraftContent; readonly step: ChangeStep };

function unusable(problems: readonly string[]): AppError {
  return new AppError(
    "invalid-input",
    `The new definition cannot be used: ${problems.join(" ") || "it is not valid."}`,
    { mend: "Ask the people behind the server to mend it, or remove the operation." },
  );
}

/** What our import makes of a definition; undefined for one that it cannot use. */
function imported(
  published: OperationContent,
  raw: unknown,
): { definition: OperationDefinition | undefined; problems: readonly string[]; hash: string } {
  const { binding, name } = published;
  if (binding.kind === "mcp" && isJsonObject(raw)) {
    const { definition, problems } = readMcpTool(raw, binding, name);
    return { definition, problems, hash: hashMcpTool(raw) };
  }
  const [only] = importOpenApi(
    JSON.stringify(raw),
    binding.kind === "http" ? { documentUrl: binding.serverUrl } : {},
  ).operations;
  return {
    definition: only?.definition && { ...only.definition, name },
    problems: (only?.problems ?? []).map(({ place, message }) => `${place}: ${message}`),
    hash: hashJson(raw),
  };
}

function accepted(published: OperationContent, suspension: Suspension): OperationContent {
  const after = imported(published, suspension.after);
  // What could not be kept character by character cannot be pinned either.
  if (!after.definition || after.hash !== suspension.afterHash) throw unusable(after.problems);
  const before = suspension.before === null ? undefined : imported(published, suspension.before).definition;
  return acceptedOperation(published, before, after.definition, suspension.after);
}

/** The published content with one suspended operation taken over as it was found, or left out when it is gone. */
export function decidedContent(content: DraftContent, suspension: Suspension): Decided {
  const at = content.operations.findIndex(({ name }) => name === suspension.operationName);
  const published = operationContentSchema.safeParse(content.operations[at]).data;
  if (!published) {
    throw new AppError("conflict", "The tool has no such operation any more.", {
      mend: "Load the page again.",
    });
  }
  const operations =
    suspension.reason === "removed"
      ? content.operations.toSpliced(at, 1)
      : content.operations.with(at, asDraftOperation(accepted(published, suspension)));
  if (operations.length === 0) {
    throw new AppError("conflict", "It is the only operation of the tool, so nothing would be left to use.", {
      mend: "Retire the tool, or connect another source first.",
    });
  }
  const step = furthest(operationChanges(content.operations, operations).map((change) => change.step));
  return { content: { ...content, operations }, step: step ?? "patch" };
}
