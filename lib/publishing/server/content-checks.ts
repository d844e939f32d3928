import "server-only";
import { type OperationContent, operationContentSchema } from "#lib/catalog/operation.ts";
import type { ToolWords } from "#lib/catalog/schema.ts";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { type ToolSettings, toolSettingsSchema } from "#lib/catalog/tool-settings.ts";
import { tidyWords } from "#lib/publishing/changed-words.ts";
import { advised, type CheckResult, required } from "#lib/publishing/checks.ts";
import { furthest, operationChanges } from "#lib/publishing/contract/operation-changes.ts";
import type { DraftContent } from "#lib/publishing/draft-content.ts";
import {
  needsOperations,
  operationProblems,
  problemWords,
  settingsProblems,
} from "#lib/publishing/draft-problems.ts";
import { isBelowFloor, isStepTooSmall, riskFloor } from "#lib/publishing/release-rules.ts";
import type { VersionStep } from "#lib/publishing/schema.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";
import { wordsProblems } from "#lib/publishing/words-problems.ts";
import { sequenceProblems } from "#lib/tools/sequence.ts";
import { checkArguments, schemaProblem } from "#lib/tools/validate-arguments.ts";

type Problem = CheckResult["problems"][number];

/** A draft of which everything fits the strict schemas. */
export type FinishedContent = {
  readonly words: ToolWords;
  readonly settings: ToolSettings;
  readonly operations: readonly OperationContent[];
};

/** The content as it is released; throws when a required check of the content fails. */
export function finishedContent(content: DraftContent): FinishedContent {
  return {
    words: toolWordsSchema.parse(tidyWords(content.words)),
    settings: toolSettingsSchema.parse(content.settings),
    operations: content.operations.map((operation) => operationContentSchema.parse(operation)),
  };
}

function checkWords(
  tool: DraftTool,
  { words }: DraftContent,
  known: ReadonlyMap<string, { readonly lifecycle: string }>,
): CheckResult {
  const problems: Problem[] = wordsProblems(words).map(({ field, message }) => ({
    at: `words.${field}`,
    message,
  }));
  const at = "words.useInstead";
  for (const { slug } of words.useInstead) {
    if (!slug) continue;
    if (slug === tool.slug) problems.push({ at, message: "A tool cannot be named instead of itself." });
    else if (!known.has(slug)) problems.push({ at, message: `The tool “${slug}” does not exist.` });
    else if (known.get(slug)?.lifecycle === "retired")
      problems.push({ at, message: `The tool “${slug}” is retired, so nobody can use it instead.` });
  }
  return required("words", problems, "The page says what people need to choose the tool.");
}

function schemasOf(operation: OperationContent): Problem[] {
  const problems: Problem[] = [];
  const at = operation.name;
  const input = schemaProblem(operation.inputSchema);
  if (input) problems.push({ at, message: `The schema of the inputs is not valid: ${input}` });
  const output = operation.outputSchema === undefined ? undefined : schemaProblem(operation.outputSchema);
  if (output) problems.push({ at, message: `The schema of the results is not valid: ${output}` });
  if (operation.binding.kind === "agent") {
    problems.push(...sequenceProblems(operation.binding).map((message) => ({ at, message })));
  }
  return problems;
}

function checkOperations(tool: DraftTool, { operations }: DraftContent): CheckResult {
  const problems: Problem[] = [];
  if (needsOperations(tool.kind) && operations.length === 0) {
    problems.push({ at: "operations", message: "The tool can do nothing yet: it has no operation." });
  }
  for (const operation of operations) {
    const found = operationProblems(tool.kind, operation);
    problems.push(...found.map((problem) => ({ at: operation.name, message: problemWords(problem) })));
    const finished = operationContentSchema.safeParse(operation);
    if (found.length === 0 && finished.success) problems.push(...schemasOf(finished.data));
  }
  const said =
    operations.length === 1
      ? "The operation is complete."
      : `All ${operations.length} operations are complete.`;
  return required("operations", problems, needsOperations(tool.kind) ? said : "A link needs no operation.");
}

function checkExamples({ operations }: DraftContent): CheckResult {
  const problems = operations.flatMap(({ name, inputSchema, exampleInput }) =>
    exampleInput === undefined || schemaProblem(inputSchema)
      ? []
      : checkArguments(inputSchema, exampleInput).map(({ path, message }) => ({
          at: name,
          message: `The example does not fit: ${path || "it"} ${message}`,
        })),
  );
  const count = operations.filter(({ exampleInput }) => exampleInput !== undefined).length;
  const passed =
    count === 0
      ? "There are no examples to check."
      : `${count} of ${operations.length} operations have an example that fits.`;
  return required("examples", problems, passed);
}

function checkVersion(
  before: DraftContent | null,
  after: DraftContent,
  step: VersionStep | null,
): CheckResult {
  if (!before) return required("version", [], "The first version is 1.0.0.");
  const changes = operationChanges(before.operations, after.operations);
  const needed = furthest(changes.map((change) => change.step)) ?? null;
  if (step === null || !isStepTooSmall(step, needed)) {
    const passed =
      needed === "major"
        ? "Callers break, so it has to be a major version."
        : needed === "minor"
          ? "Something is new for callers, so it has to be at least a minor version."
          : "Nothing changes for callers.";
    return required("version", [], passed);
  }
  const breaking = changes.filter((change) => change.step === needed);
  const message =
    needed === "major"
      ? "This breaks those who call the operation today, so it has to be a major version."
      : "This is new for callers, so it has to be at least a minor version.";
  return required(
    "version",
    breaking.map(({ operation }) => ({ at: operation, message })),
    "",
  );
}

function checkRisk({ settings, operations }: DraftContent): CheckResult {
  const floor = riskFloor(settings, operations);
  const message =
    floor === "high"
      ? "A tool that may be given restricted data is of high risk."
      : settings.dataClass === "confidential"
        ? "A tool that may be given confidential data is at least of medium risk."
        : "A tool that can destroy something is at least of medium risk.";
  const problems = isBelowFloor(settings.riskTier, floor) ? [{ at: "settings.riskTier", message }] : [];
  return required(
    "risk",
    problems,
    `The risk is ${settings.riskTier}, which fits its data and what it can do.`,
  );
}

function checkRequests({ operations }: DraftContent): CheckResult {
  const problems = operations
    .filter(({ binding, exampleRequests }) => binding.kind !== "link" && exampleRequests.length < 3)
    .map(({ name }) => ({
      at: name,
      message: "Three to five requests in people's own words help the chat most to choose it.",
    }));
  return advised("requests", problems, "Each operation has requests in people's own words.");
}

/** The checks that need nothing but the draft and what serves now. `step` is null as long as none is chosen. */
export function contentChecks(
  tool: DraftTool,
  before: DraftContent | null,
  after: DraftContent,
  step: VersionStep | null,
  known: ReadonlyMap<string, { readonly lifecycle: string }>,
): CheckResult[] {
  const settings = settingsProblems(tool.kind, after.settings).map(({ field, message }) => ({
    at: `settings.${field}`,
    message,
  }));
  return [
    checkWords(tool, after, known),
    required("settings", settings, "Audience, data class and promises are set."),
    checkOperations(tool, after),
    checkVersion(before, after, step),
    checkRisk(after),
    checkExamples(after),
    checkRequests(after),
  ];
}
