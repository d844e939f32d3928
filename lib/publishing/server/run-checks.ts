import "server-only";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type CheckResult, checkIds } from "#lib/publishing/checks.ts";
import { type DraftContent, differsInWordsOnly } from "#lib/publishing/draft-content.ts";
import type { VersionStep } from "#lib/publishing/schema.ts";
import { contentChecks, finishedContent } from "#lib/publishing/server/content-checks.ts";
import { runExamples } from "#lib/publishing/server/run-examples.ts";
import { type DraftTool, publishedContent } from "#lib/publishing/server/tool-draft.ts";
import { worldChecks } from "#lib/publishing/server/world-checks.ts";

/** What was approved before does not stop better words: a server that is down today, an older schema. */
function onlyAdvised(result: CheckResult): CheckResult {
  if (result.id === "words" || result.state !== "failed") return result;
  return { ...result, state: "warning", isRequired: false };
}

/** Examples are run once servers and secrets are in order: what fails before says nothing new. */
function isReachable(results: readonly CheckResult[]): boolean {
  return !results.some(({ id, state }) => state === "failed" && (id === "secrets" || id === "reach"));
}

const notRun: CheckResult = {
  id: "runs",
  state: "warning",
  isRequired: false,
  message: "Examples are run once servers and secrets are in order.",
  problems: [],
};

/**
 * Everything that is looked at before a release, each with its result. What asks other servers is looked at only when the
 * content itself is complete. `step` is null as long as none is chosen.
 */
export async function runChecks(
  viewer: Viewer,
  tool: DraftTool,
  content: DraftContent,
  step: VersionStep | null,
): Promise<CheckResult[]> {
  const [{ cards }, before] = await Promise.all([
    loadCards(viewer),
    tool.published ? publishedContent(tool) : null,
  ]);
  const known = new Map([...cards.values()].map((card) => [card.slug, card]));
  const results = contentChecks(tool, before, content, step, known);
  const isWordsOnly = before !== null && differsInWordsOnly(before, content);
  const isComplete = results.every(
    ({ id, state }) => state !== "failed" || !["words", "settings", "operations"].includes(id),
  );
  if (isComplete) {
    const finished = finishedContent(content);
    results.push(...(await worldChecks(viewer, tool, finished, known)));
    results.push(isReachable(results) ? await runExamples(viewer, tool, finished) : notRun);
  }
  const judged = isWordsOnly ? results.map(onlyAdvised) : results;
  return judged.sort((a, b) => checkIds.indexOf(a.id) - checkIds.indexOf(b.id));
}
