import type { OperationBinding } from "#lib/catalog/operation.ts";

/** Whether a tool works without a model that writes, and the alias that its operations are bound to. */
export function modelFacts(bindings: readonly OperationBinding[]): {
  readonly needsModel: boolean;
  readonly modelAlias: string | null;
} {
  const bound = bindings.flatMap((binding) =>
    binding.kind === "prompt" || binding.kind === "agent-loop" ? [binding.modelAlias] : [],
  );
  return { needsModel: bound.length > 0, modelAlias: bound[0] ?? null };
}
