import "server-only";
import { operationContentSchema } from "#lib/catalog/operation.ts";
import { toolWordsSchema } from "#lib/catalog/schema.ts";
import { unsafeTool } from "#lib/catalog/server/tool-for-work.ts";
import { toolSettingsSchema } from "#lib/catalog/tool-settings.ts";
import { notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { subjectOf } from "#lib/policy/server/load-rules.ts";
import type { CheckResult } from "#lib/publishing/checks.ts";
import { mayApprove } from "#lib/publishing/may-approve.ts";
import { approvalCapacities } from "#lib/publishing/release-rules.ts";
import { keptChecksSchema, type ReleaseRequestView, releaseRequestSchema } from "#lib/publishing/review.ts";
import type { FinishedContent } from "#lib/publishing/server/content-checks.ts";
import { unsafeRequest, unsafeRequests } from "#lib/publishing/server/request-repository.ts";

type RequestRow = Awaited<ReturnType<typeof unsafeRequests>>[number];
type ToolOfRequest = { readonly id: string; readonly slug: string; readonly name: string };

function toView(viewer: Viewer, row: RequestRow, tool: ToolOfRequest, facts: ToolFacts): ReleaseRequestView {
  const approvals = approvalCapacities.filter((capacity) => row.approvals.includes(capacity));
  const { authors } = keptChecksSchema.parse(row.checks);
  const right = mayApprove({ ...subjectOf(viewer), teamId: viewer.teamId }, facts, {
    isOpen: row.status === "in-review",
    approvals,
    authors: [row.requestedById, ...authors],
    answers: row.decisions.map(({ capacity, decidedById }) => ({ capacity, personId: decidedById })),
  });
  return releaseRequestSchema.parse({
    id: row.id,
    tool: { id: tool.id, slug: tool.slug, name: tool.name },
    version: row.version,
    notes: row.notes,
    status: row.status,
    requestedBy: { id: row.requestedById, name: row.requestedBy },
    requestedAt: row.requestedAt.toISOString(),
    closedAt: row.closedAt?.toISOString() ?? null,
    approvals: approvals.map((capacity) => {
      const answer = row.decisions.find((one) => one.capacity === capacity);
      return {
        capacity,
        answer: answer
          ? {
              capacity,
              outcome: answer.outcome,
              note: answer.note,
              by: { id: answer.decidedById, name: answer.decidedBy },
              at: answer.decidedAt.toISOString(),
            }
          : null,
      };
    }),
    mine: [...right.capacities],
    whyNot: right.whyNot,
  });
}

/** Those who may edit the tool, who take part in the request, and who may answer it or read the whole trail. */
function maySee(viewer: Viewer, view: ReleaseRequestView, facts: ToolFacts): boolean {
  const subject = subjectOf(viewer);
  return (
    view.mine.length > 0 ||
    view.requestedBy.id === viewer.id ||
    view.approvals.some(({ answer }) => answer?.by.id === viewer.id) ||
    evaluate("edit", subject, facts, []).allowed ||
    evaluate("approve", subject, facts, []).allowed ||
    evaluate("readAudit", subject, { kind: "portal" }, []).allowed
  );
}

export type WholeRequest = {
  readonly view: ReleaseRequestView;
  readonly facts: ToolFacts;
  readonly content: FinishedContent;
  readonly checks: readonly CheckResult[];
  readonly baseVersionId: string | null;
  readonly draftRevision: number;
};

/** A request with all that would be published; not found for those who have nothing to do with it. */
export async function requireRequest(viewer: Viewer, id: string): Promise<WholeRequest> {
  const row = await unsafeRequest(id);
  const tool = row && (await unsafeTool({ id: row.toolId }));
  if (!row || !tool) throw notFound("The request");
  const view = toView(viewer, row, tool.row, tool.facts);
  if (!maySee(viewer, view, tool.facts)) throw notFound("The request");
  return {
    view,
    facts: tool.facts,
    content: {
      words: toolWordsSchema.parse(row.words),
      settings: toolSettingsSchema.parse(row.settings),
      operations: operationContentSchema.array().parse(row.operations),
    },
    checks: keptChecksSchema.parse(row.checks).results,
    baseVersionId: row.baseVersionId,
    draftRevision: row.draftRevision,
  };
}

const mostListed = 200;

async function viewsOf(viewer: Viewer, rows: readonly RequestRow[]): Promise<ReleaseRequestView[]> {
  const views = await Promise.all(
    rows.map(async (row) => {
      const tool = await unsafeTool({ id: row.toolId });
      if (!tool) return [];
      const view = toView(viewer, row, tool.row, tool.facts);
      return maySee(viewer, view, tool.facts) ? [view] : [];
    }),
  );
  return views.flat();
}

/** What this viewer can answer now, the oldest first; nothing is read for those who answer for no domain and no security. */
export async function waitingApprovals(viewer: Viewer): Promise<ReleaseRequestView[]> {
  const isAsked =
    viewer.leadOf.length > 0 || viewer.roles.some((role) => role === "admin" || role === "auditor");
  if (!isAsked) return [];
  const open = await viewsOf(viewer, await unsafeRequests({ status: "in-review" }, mostListed));
  return open.filter(({ mine }) => mine.length > 0).reverse();
}

export type Approvals = {
  /** What this viewer can answer now. */
  readonly waiting: readonly ReleaseRequestView[];
  /** What others have to answer. */
  readonly others: readonly ReleaseRequestView[];
  /** The latest that ended. */
  readonly ended: readonly ReleaseRequestView[];
};

/** The requests that the viewer has to do with, the oldest open ones first. */
export async function listApprovals(viewer: Viewer): Promise<Approvals> {
  const [open, ended] = await Promise.all([
    unsafeRequests({ status: "in-review" }, mostListed),
    unsafeRequests({ status: { not: "in-review" } }, 30),
  ]);
  const seen = (await viewsOf(viewer, open)).reverse();
  return {
    waiting: seen.filter(({ mine }) => mine.length > 0),
    others: seen.filter(({ mine }) => mine.length === 0),
    ended: await viewsOf(viewer, ended),
  };
}

/** The requests of one tool, newest first. */
export async function requestsOfTool(viewer: Viewer, toolId: string): Promise<ReleaseRequestView[]> {
  return viewsOf(viewer, await unsafeRequests({ toolId }, 20));
}
