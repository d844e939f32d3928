import type { OperationView, ToolKind } from "#lib/catalog/schema.ts";

/** A tool's draft for the playground; without one, what is published. */
export type DraftToTry = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: ToolKind;
  readonly hasDraft: boolean;
  readonly operations: readonly OperationView[];
  /** Operations that cannot run yet, with what is missing in a sentence. */
  readonly unfinished: readonly { readonly name: string; readonly title: string; readonly problem: string }[];
};
