import type { OperationDefinition } from "#lib/catalog/operation.ts";
import {
  type ChangeStep,
  type SchemaChange,
  schemaChanges,
} from "#lib/publishing/contract/schema-changes.ts";

export type ComparedOperation = Pick<
  OperationDefinition,
  "name" | "title" | "description" | "inputSchema" | "outputSchema" | "annotations"
>;

export type OperationChange =
  | {
      readonly kind: "removed" | "added";
      readonly operation: string;
      readonly title: string;
      readonly step: ChangeStep;
    }
  | {
      readonly kind: "changed";
      readonly operation: string;
      readonly title: string;
      readonly step: ChangeStep;
      readonly input: readonly SchemaChange[];
      readonly output: readonly SchemaChange[];
      /** Of the operation itself: its words, and what it does to the world. */
      readonly itself: readonly ("words" | "more-dangerous" | "less-dangerous")[];
    };

const steps: readonly ChangeStep[] = ["patch", "minor", "major"];

/** The furthest of some steps; undefined for none. */
export function furthest(found: readonly ChangeStep[]): ChangeStep | undefined {
  return steps.findLast((step) => found.includes(step));
}

/** What somebody who agreed to the old operation would have to be asked again for. */
function danger({ annotations }: ComparedOperation): readonly number[] {
  return [Number(!annotations.readOnly), Number(annotations.destructive), Number(annotations.openWorld)];
}

function changeOf(before: ComparedOperation, after: ComparedOperation): OperationChange | null {
  const input = schemaChanges("input", before.inputSchema, after.inputSchema);
  const output = schemaChanges("output", before.outputSchema, after.outputSchema);
  const [was, is] = [danger(before), danger(after)];
  const isWorse = is.some((value, at) => value > (was[at] ?? 0));
  const isBetter = is.some((value, at) => value < (was[at] ?? 0));
  const itself = [
    ...(before.title !== after.title || before.description !== after.description ? (["words"] as const) : []),
    ...(isWorse ? (["more-dangerous"] as const) : []),
    ...(isBetter && !isWorse ? (["less-dangerous"] as const) : []),
  ];
  const step = furthest([
    ...input.map((change) => change.step),
    ...output.map((change) => change.step),
    ...itself.map((one) =>
      one === "more-dangerous" ? "major" : one === "less-dangerous" ? "minor" : "patch",
    ),
  ]);
  return step
    ? { kind: "changed", operation: after.name, title: after.title, step, input, output, itself }
    : null;
}

/**
 * What differs between the operations of two versions, by name and in the order of the newer one; removed ones last.
 * An operation under another name is one removed and one added, because callers know it by name.
 */
export function operationChanges(
  before: readonly ComparedOperation[],
  after: readonly ComparedOperation[],
): readonly OperationChange[] {
  const old = new Map(before.map((operation) => [operation.name, operation]));
  const names = new Set(after.map(({ name }) => name));
  return [
    ...after.flatMap((operation): OperationChange[] => {
      const was = old.get(operation.name);
      if (!was) return [{ kind: "added", operation: operation.name, title: operation.title, step: "minor" }];
      const change = changeOf(was, operation);
      return change ? [change] : [];
    }),
    ...before
      .filter(({ name }) => !names.has(name))
      .map(({ name, title }) => ({
        kind: "removed" as const,
        operation: name,
        title,
        step: "major" as const,
      })),
  ];
}
