import "server-only";
import { z } from "zod";
import {
  type OperationContent,
  type OperationDefinition,
  operationContentSchema,
} from "#lib/catalog/operation.ts";
import type { OperationView } from "#lib/catalog/schema.ts";
import { draftContentOf } from "#lib/catalog/server/draft-repository.ts";
import { routeOf } from "#lib/catalog/server/operation-view.ts";
import type { EntryRow } from "#lib/catalog/server/repository.ts";
import { contentOfEntry } from "#lib/catalog/server/tool-content.ts";
import { dataClassSchema } from "#lib/data-class.ts";
import { AppError } from "#lib/errors.ts";

/** An operation of a draft: whole, or what is not finished in it. */
export type DraftedOperation =
  | { readonly name: string; readonly title: string; readonly content: OperationContent }
  | { readonly name: string; readonly title: string; readonly problem: AppError };

/** A draft as it would run; without one, what is published. */
export type RunnableDraft = {
  /** False when it is what is published. */
  readonly isDraft: boolean;
  readonly dataClass: z.infer<typeof dataClassSchema> | null;
  readonly operations: readonly DraftedOperation[];
};

const headSchema = z.object({ name: z.string().catch(""), title: z.string().catch("") });
const settingsSchema = z.object({ dataClass: dataClassSchema.nullable().catch(null).default(null) });

function unfinished(name: string, issues: readonly z.core.$ZodIssue[]): AppError {
  const fields = issues.slice(0, 10).map(({ path, message }) => ({
    path: ["operations", name, ...path].join("."),
    message,
  }));
  const first = issues[0];
  const message = first?.message ?? "It cannot be read.";
  // A whole sentence says itself where it belongs.
  const place = /^[A-Z].*\.$/.test(message) ? "" : (first?.path.join(".") ?? "");
  return new AppError(
    "invalid-input",
    `The operation ${name || "without a name"} is not finished: ${place ? `${place}: ` : ""}${message}`,
    { fields, mend: "Complete it in the editor and try again." },
  );
}

function toDrafted(value: unknown): DraftedOperation {
  const head = headSchema.safeParse(value).data ?? { name: "", title: "" };
  const read = operationContentSchema.safeParse(value);
  return read.success
    ? { ...head, content: read.data }
    : { ...head, problem: unfinished(head.name, read.error.issues) };
}

/** What the draft of a tool would do. It says nothing about rights: the caller decides who may try it. */
export async function unsafeDraft(entry: EntryRow): Promise<RunnableDraft> {
  const draft = await draftContentOf(entry.id);
  // Drafts begun before they held settings and operations have none: those are as published.
  if (!draft || Object.keys(draft.settings ?? {}).length === 0) {
    const { settings, operations } = await contentOfEntry(entry);
    return {
      isDraft: false,
      dataClass: settings.dataClass,
      operations: operations.map((content) => ({ name: content.name, title: content.title, content })),
    };
  }
  const { dataClass } = settingsSchema.parse(draft.settings);
  return {
    isDraft: true,
    dataClass,
    operations: z.array(z.unknown()).catch([]).parse(draft.operations).map(toDrafted),
  };
}

/** An operation as callers need it, without what only its owner keeps. */
export function definitionOf(content: OperationContent): OperationDefinition {
  const { exampleRequests: _exampleRequests, contract: _contract, ...definition } = content;
  return definition;
}

/** What people are shown of a draft's operation. */
export function draftedView(content: OperationContent): OperationView {
  const { binding, contract: _contract, ...facts } = content;
  return {
    ...facts,
    outputSchema: content.outputSchema ?? null,
    exampleInput: content.exampleInput ?? null,
    route: routeOf(binding),
  };
}
