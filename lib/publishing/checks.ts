import { z } from "zod";

/** What is looked at before a release, in the order in which it is shown. */
export const checkIds = [
  "words",
  "settings",
  "operations",
  "version",
  "risk",
  "people",
  "secrets",
  "reach",
  "examples",
  "runs",
  "docs",
  "requests",
] as const;
export type CheckId = (typeof checkIds)[number];

/** One operation of the draft, called with its own example. */
export const exampleRunSchema = z.object({
  operation: z.string(),
  state: z.enum(["succeeded", "failed", "left-out"]),
  /** What came back, the other side's reason, or why it was not run. */
  message: z.string(),
});
export type ExampleRun = z.infer<typeof exampleRunSchema>;

export const checkResultSchema = z.object({
  id: z.enum(checkIds),
  state: z.enum(["passed", "failed", "warning"]),
  /** A failed required check stops the release. */
  isRequired: z.boolean(),
  /** What was found, in a sentence. */
  message: z.string(),
  /** Each thing to mend; `at` names the field or operation. */
  problems: z.array(z.object({ at: z.string(), message: z.string() })),
  /** What became of each operation's example, where examples were run. */
  runs: z.array(exampleRunSchema).optional(),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** The draft cannot be released as long as one of these stands. */
export function blockingChecks(results: readonly CheckResult[]): CheckResult[] {
  return results.filter(({ state, isRequired }) => state === "failed" && isRequired);
}

type Problem = CheckResult["problems"][number];

/** A check that fails with any problem. */
export function required(id: CheckId, problems: readonly Problem[], passed: string): CheckResult {
  const [first] = problems;
  if (!first) return { id, state: "passed", isRequired: true, message: passed, problems: [] };
  const more = problems.length - 1;
  const message = `${first.message}${more > 0 ? ` And ${more} more.` : ""}`;
  return { id, state: "failed", isRequired: true, message, problems: [...problems] };
}

/** A check whose problems are told and stop nothing. */
export function advised(id: CheckId, problems: readonly Problem[], passed: string): CheckResult {
  const result = required(id, problems, passed);
  return { ...result, isRequired: false, state: result.state === "failed" ? "warning" : "passed" };
}
