import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import { referencePage } from "#lib/catalog/docs/address.ts";
import type { DocsFeedbackInput, GivenFeedback, PageFeedback } from "#lib/catalog/docs/docs-schema.ts";
import { recordDocsEvent } from "#lib/catalog/server/docs-audit-events.ts";
import {
  docsTool,
  feedbackComments,
  feedbackCounts,
  insertFeedback,
  lockOwnFeedback,
  ownFeedback,
  updateFeedback,
  versionOf,
} from "#lib/catalog/server/docs-repository.ts";
import { heldDocs } from "#lib/catalog/server/held-docs.ts";
import { requireEditableTool } from "#lib/catalog/server/require-editable-tool.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";

const mostComments = 100;
const commentsPerPage = 3;

async function requireTool(viewer: Viewer, slug: string) {
  const tool = await docsTool(slug, visibleTools("discover", subjectOf(viewer), await loadRules()));
  if (!tool) throw notFound("The tool");
  return tool;
}

type Said = { readonly isHelpful: boolean; readonly text: string };

/** What the trail keeps: the answer, and of the words only their hash. */
function factsOf({ isHelpful, text }: Said) {
  return { isHelpful, textHash: text === "" ? null : hashJson(text) };
}

/** Says whether a page of the docs helped, or changes what one said; one answer per person, version and page. */
export async function giveDocsFeedback(
  viewer: Viewer,
  slug: string,
  input: DocsFeedbackInput,
): Promise<GivenFeedback> {
  const tool = await requireTool(viewer, slug);
  const version = await versionOf(tool.id, input.version);
  if (!version) throw notFound("The version");
  const { pages } = await heldDocs(version.id);
  if (input.page !== referencePage && !pages.some((page) => page.slug === input.page))
    throw notFound("The page");
  const said: Said = { isHelpful: input.isHelpful, text: input.isHelpful ? "" : input.text };
  const place = { toolId: tool.id, version: version.version, section: input.page, personId: viewer.id };
  const details = { page: input.page, version: version.version };
  const givenAt = now();
  const answer = { ...said, givenAt: givenAt.toISOString() };
  return transaction(async () => {
    if (await insertFeedback({ ...place, ...said, id: newId(givenAt), givenAt, source: currentSource() })) {
      const changes = { before: null, after: factsOf(said) };
      await recordDocsEvent(viewer, "docs.feedback-given", tool, { changes, details });
      return answer;
    }
    const before = await lockOwnFeedback(place);
    if (!before)
      throw new AppError("conflict", "Your answer changed while it was saved.", { mend: "Try again." });
    if (before.isHelpful === said.isHelpful && before.text === said.text)
      return { ...said, givenAt: before.givenAt.toISOString() };
    await updateFeedback(before.id, { ...said, givenAt });
    const changes = { before: factsOf(before), after: factsOf(said) };
    await recordDocsEvent(viewer, "docs.feedback-changed", tool, { changes, details });
    return answer;
  });
}

/** What the viewer said about a page, if anything. */
export async function myDocsFeedback(
  viewer: Viewer,
  slug: string,
  place: { readonly version: string; readonly page: string },
): Promise<GivenFeedback | null> {
  const tool = await requireTool(viewer, slug);
  const row = await ownFeedback({
    toolId: tool.id,
    version: place.version,
    section: place.page,
    personId: viewer.id,
  });
  return row && { isHelpful: row.isHelpful, text: row.text, givenAt: row.givenAt.toISOString() };
}

/** What people said about each page, over all versions, those that helped least first; for who may edit the tool. */
export async function docsFeedbackSummary(viewer: Viewer, slug: string): Promise<PageFeedback[]> {
  const tool = await requireEditableTool(viewer, slug);
  const [counts, comments] = await Promise.all([
    feedbackCounts(tool.id),
    feedbackComments(tool.id, mostComments),
  ]);
  const pages = [...new Set(counts.map(({ section }) => section))];
  return pages
    .map((page): PageFeedback => {
      const own = counts.filter(({ section }) => section === page);
      const sum = (rows: typeof own) => rows.reduce((total, { _count }) => total + _count._all, 0);
      return {
        page,
        helpful: sum(own.filter(({ isHelpful }) => isHelpful)),
        total: sum(own),
        hasSample: own.some(({ source }) => source === "sample"),
        comments: comments
          .filter(({ section }) => section === page)
          .slice(0, commentsPerPage)
          .map(({ id, text, version, givenAt, person }) => ({
            id,
            text,
            version,
            by: person.isActive ? person.name : null,
            givenAt: givenAt.toISOString(),
          })),
      };
    })
    .toSorted((a, b) => a.helpful / a.total - b.helpful / b.total || b.total - a.total);
}
