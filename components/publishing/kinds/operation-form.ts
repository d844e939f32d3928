import { t } from "#components/publishing/draft/draft-words.ts";
import type { ToolKind } from "#lib/catalog/schema.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { operationProblems } from "#lib/publishing/draft-problems.ts";

/** What an editor of one operation is given. */
export type OperationForm = {
  readonly operation: DraftOperation;
  readonly onChange: (operation: DraftOperation) => void;
  /** What to say beside the field at this place, such as `binding.instructions`. */
  readonly errorOf: (place: string) => string | undefined;
};

/** The operation with some members of its binding changed; undefined takes one away. */
export function withBinding(
  operation: DraftOperation,
  change: Readonly<Record<string, unknown>>,
): DraftOperation {
  const entries = Object.entries({ ...operation.binding, ...change }).filter(
    ([, value]) => value !== undefined,
  );
  return { ...operation, binding: Object.fromEntries(entries) as DraftOperation["binding"] };
}

/** The id of the first control at a place. */
export function placeId(place: string): string {
  return `operation-${place.replaceAll(".", "-")}`;
}

/** What to write where nothing stands. */
const said: Readonly<Record<string, string>> = {
  "binding.instructions": t("needInstructions"),
  "binding.modelAlias": t("needAlias"),
  "binding.sourceIds": t("needSource"),
  "binding.steps": t("needStep"),
  "binding.tools": t("needTool"),
};
const labels: Readonly<Record<string, string>> = {
  title: t("operationTitle"),
  name: t("operationName"),
  "binding.instructions": t("instructions"),
  "binding.modelAlias": t("model"),
  "binding.sourceIds": t("sources"),
  "binding.steps": t("stepsOfSequence"),
  "binding.tools": t("toolsOfLoop"),
  "binding.maxPassages": t("maxPassages"),
  "binding.temperature": t("temperature"),
  exampleRequests: t("exampleRequests"),
};

export type OperationProblem = { readonly place: string; readonly label: string; readonly message: string };

/** What a release still needs of an operation, in the words of its editor. */
export function formProblems(kind: ToolKind, operation: DraftOperation): OperationProblem[] {
  return operationProblems(kind, operation).map((problem) => {
    const at = problem.indexOf(": ");
    const place = problem.slice(0, at);
    const key = Object.keys(labels).find((one) => place === one || place.startsWith(`${one}.`));
    return {
      place: key ?? place,
      label: (key && labels[key]) || place,
      message: said[place] ?? problem.slice(at + 2),
    };
  });
}
