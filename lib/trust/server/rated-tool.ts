import "server-only";
import { dataClassSchema } from "#lib/data-class.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { evaluate } from "#lib/policy/evaluate.ts";
import type { ToolFacts } from "#lib/policy/schema.ts";
import { loadRules, subjectOf } from "#lib/policy/server/load-rules.ts";
import { visibleTools } from "#lib/policy/visible-tools.ts";
import { toolToRate } from "#lib/trust/server/evidence-repository.ts";

export type RatedTool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domainId: string;
  readonly riskTier: string;
  readonly version: string | null;
  readonly ownerTeamId: string | null;
  readonly may: {
    /** Judge it from outside: record reviews and settle disputes. */
    readonly review: boolean;
    readonly exempt: boolean;
    readonly verifyDocs: boolean;
  };
};

/** Whether somebody belongs to those who answer for a tool, and so cannot be its judge. */
function isNear(viewer: Viewer, facts: ToolFacts): boolean {
  const answering = [facts.ownerId, facts.deputyId, facts.createdById];
  return answering.includes(viewer.id) || (facts.teamId !== null && facts.teamId === viewer.teamId);
}

/** A tool that the viewer may find, with what they may do about its evidence. */
export async function requireRatedTool(
  viewer: Viewer,
  where: { slug: string } | { id: string },
): Promise<RatedTool> {
  const rules = await loadRules();
  const subject = subjectOf(viewer);
  const row = await toolToRate(where, visibleTools("discover", subject, rules));
  if (!row) throw notFound("The tool");
  const facts: ToolFacts = {
    kind: "tool",
    id: row.id,
    name: row.name,
    domainId: row.domainId,
    teamId: row.ownership?.teamId ?? null,
    ownerId: row.ownership?.ownerId ?? null,
    deputyId: row.ownership?.deputyId ?? null,
    createdById: row.createdById,
    audience: row.audience,
    lifecycle: row.lifecycle,
    isBlocked: row.blockedAt !== null,
    blockedReason: row.blockedReason,
    dataClass: dataClassSchema.parse(row.dataClass),
  };
  const portal = { kind: "portal" } as const;
  const isOutside = !isNear(viewer, facts);
  const review = isOutside && evaluate("readAudit", subject, portal, rules).allowed;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    domainId: row.domainId,
    riskTier: row.riskTier,
    version: row.currentVersion?.version ?? null,
    ownerTeamId: facts.teamId,
    may: {
      review,
      exempt: isOutside && evaluate("administer", subject, portal, rules).allowed,
      verifyDocs: review || evaluate("edit", subject, facts, rules).allowed,
    },
  };
}

const outside = "Only somebody outside the owning team may do this.";

/** Stops somebody who may not, and says whether it is their role or that they are too near. */
export function requireRight(viewer: Viewer, tool: RatedTool, right: keyof RatedTool["may"]): void {
  if (tool.may[right]) return;
  if (right === "verifyDocs") {
    throw new AppError("forbidden", "Only those who may edit the tool, and reviewers, verify its docs.", {
      mend: "Ask the owner; the tool's page names them.",
    });
  }
  const hasRole = hasPermission(viewer, right === "exempt" ? "policy:write" : "audit:read");
  throw new AppError("forbidden", hasRole ? outside : "Your roles do not include this.", {
    mend: hasRole
      ? "Ask another reviewer: nobody judges a tool that they answer for."
      : "An administrator or an auditor outside the owning team may.",
  });
}
