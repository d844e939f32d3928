import "server-only";
import {
  type OperationContent,
  type OperationDefinition,
  operationDefinitionSchema,
} from "#lib/catalog/operation.ts";
import { definitionOf, unsafeDraft } from "#lib/catalog/server/draft-operation.ts";
import {
  type EntryRow,
  type OperationRow,
  operationsOfVersion,
  unsafeEntry,
} from "#lib/catalog/server/repository.ts";
import { factsOf } from "#lib/catalog/server/to-dto.ts";
import type { DataClass } from "#lib/data-class.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";

export type CurrentOperation = {
  readonly facts: ToolFacts;
  readonly entry: EntryRow;
  readonly versionId: string;
  readonly version: string;
  /** Null when the tool has no operation of this name. */
  readonly definition: OperationDefinition | null;
  /** It is the draft's, which only those who edit the tool may call. */
  readonly isDraft: boolean;
  /** Why an operation of a draft cannot run yet. */
  readonly problem: AppError | null;
};

function toDefinition(row: OperationRow): OperationDefinition {
  const read = operationDefinitionSchema.safeParse({
    name: row.name,
    title: row.title,
    description: row.description,
    inputSchema: row.inputSchema,
    ...(row.outputSchema === null ? {} : { outputSchema: row.outputSchema }),
    annotations: row.annotations,
    binding: row.binding,
    ...(row.exampleInput === null ? {} : { exampleInput: row.exampleInput }),
  });
  if (read.success) return read.data;
  throw new AppError("unavailable", `The operation ${row.title} is described in a way that cannot be run.`, {
    cause: read.error,
    mend: "Tell the owner of the tool.",
  });
}

/** Calls of a draft stand under the version that serves, or under the tool itself before its first release. */
function drafted(
  entry: EntryRow,
  dataClass: DataClass | null,
  found: Pick<CurrentOperation, "definition" | "problem">,
): CurrentOperation {
  const facts = factsOf(entry);
  return {
    facts: { ...facts, dataClass: dataClass ?? facts.dataClass },
    entry,
    versionId: entry.currentVersion?.id ?? entry.id,
    version: "draft",
    isDraft: true,
    ...found,
  };
}

async function draftOperation(entry: EntryRow, operationName: string): Promise<CurrentOperation> {
  const { operations, dataClass } = await unsafeDraft(entry);
  const found = operations.find(({ name }) => name === operationName);
  return drafted(entry, dataClass, {
    definition: found && "content" in found ? definitionOf(found.content) : null,
    problem: found && "problem" in found ? found.problem : null,
  });
}

/** An operation that is about to be released, as a call finds it. */
export function operationToRelease(
  entry: EntryRow,
  dataClass: DataClass,
  content: OperationContent,
): CurrentOperation {
  return drafted(entry, dataClass, { definition: definitionOf(content), problem: null });
}

/**
 * An operation of a tool's current version. It reads past visibility on purpose: the caller decides with `facts`
 * whether this person may call it, so that a refusal can be explained and recorded. Of the tool `draftOf` it is the
 * operation of the draft.
 */
export async function unsafeCurrentOperation(
  where: { readonly id: string } | { readonly slug: string },
  operationName: string,
  draftOf?: string,
): Promise<CurrentOperation> {
  const entry = await unsafeEntry(where);
  if (entry && entry.id === draftOf) return draftOperation(entry, operationName);
  if (!entry?.currentVersion) throw notFound("The tool");
  const rows = await operationsOfVersion(entry.currentVersion.id);
  const row = rows.find((candidate) => candidate.name === operationName);
  return {
    facts: factsOf(entry),
    entry,
    versionId: entry.currentVersion.id,
    version: entry.currentVersion.version,
    definition: row ? toDefinition(row) : null,
    isDraft: false,
    problem: null,
  };
}
