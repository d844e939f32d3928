import { operationContentSchema, operationNameSchema } from "#lib/catalog/operation.ts";
import type { ToolKind } from "#lib/catalog/schema.ts";
import { toolSettingsSchema } from "#lib/catalog/tool-settings.ts";
import type { DraftOperation, DraftSettings, SettingsField } from "#lib/publishing/draft-content.ts";

/** Kinds of operation that a kind of tool may have. */
export const bindingKindsOf: Readonly<Record<ToolKind, readonly string[]>> = {
  prompt: ["prompt"],
  knowledge: ["knowledge"],
  http: ["http"],
  mcp: ["mcp"],
  agent: ["agent", "agent-loop"],
  link: ["link"],
};

export type SettingsProblem = { readonly field: SettingsField; readonly message: string };

/** What a release still needs of the settings. */
export function settingsProblems(kind: ToolKind, settings: DraftSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  for (const issue of toolSettingsSchema.safeParse(settings).error?.issues ?? []) {
    problems.push({ field: issue.path[0] as SettingsField, message: issue.message });
  }
  if (kind === "link" && !settings.linkUrl) {
    problems.push({ field: "linkUrl", message: "Say where the tool runs: its whole address." });
  }
  return problems;
}

function placeOf(path: readonly PropertyKey[]): string {
  return path.map(String).join(".");
}

/** What a release still needs of one operation, each problem with its place. */
export function operationProblems(kind: ToolKind, operation: DraftOperation): string[] {
  const problems: string[] = [];
  if (!operationNameSchema.safeParse(operation.name).success) {
    problems.push("name: use letters, digits, dots, hyphens and underscores, at most 64 of them.");
  }
  if (operation.title.trim() === "") problems.push("title: write a title.");
  if (!bindingKindsOf[kind].includes(operation.binding.kind)) {
    problems.push(`binding: a ${kind} tool cannot carry out ${operation.binding.kind}.`);
    return problems;
  }
  for (const issue of operationContentSchema.safeParse(operation).error?.issues ?? []) {
    const place = placeOf(issue.path);
    if (place === "name" || place === "title") continue;
    problems.push(`${place}: ${issue.message}`);
  }
  return problems;
}

/** A problem for readers: what is a whole sentence says itself where it belongs. */
export function problemWords(problem: string): string {
  const words = problem.slice(problem.indexOf(": ") + 2);
  return /^[A-Z].*\.$/.test(words) ? words : problem;
}

/** Kinds that answer through operations; a link has none. */
export function needsOperations(kind: ToolKind): boolean {
  return kind !== "link";
}
