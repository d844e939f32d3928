import "server-only";
import { db } from "#lib/db/client.ts";

/** Ids of the tools, and the domains, that something of a person hangs on. */
export async function hangsOn(personId: string) {
  const [owned, leads, roles, offers, drafts, releases] = await Promise.all([
    db().ownership.findMany({
      where: { OR: [{ ownerId: personId }, { deputyId: personId }] },
      select: { toolId: true },
    }),
    db().domain.findMany({ where: { leadId: personId }, select: { id: true } }),
    db().roleAssignment.findMany({
      where: { personId, role: "domain-lead", domainId: { not: null } },
      select: { domainId: true },
    }),
    db().ownershipTransfer.findMany({
      where: {
        openFor: { not: null },
        OR: [{ toOwnerId: personId }, { toDeputyId: personId }, { offeredById: personId }],
      },
      select: { id: true, toolId: true, toOwnerId: true, toDeputyId: true, offeredById: true },
    }),
    db().toolDraft.findMany({ where: { updatedById: personId }, select: { toolId: true } }),
    db().releaseRequest.findMany({
      where: { requestedById: personId, openFor: { not: null } },
      select: { toolId: true },
    }),
  ]);
  const leadIds = [...leads.map(({ id }) => id), ...roles.flatMap(({ domainId }) => domainId ?? [])];
  return {
    ownedIds: owned.map(({ toolId }) => toolId),
    leadIds: [...new Set(leadIds)],
    offers,
    draftIds: drafts.map(({ toolId }) => toolId),
    releaseIds: releases.map(({ toolId }) => toolId),
  };
}

export async function domainsByIds(ids: readonly string[]) {
  return db().domain.findMany({
    where: { id: { in: [...ids] } },
    orderBy: { name: "asc" },
    select: { id: true, slug: true, name: true },
  });
}

/** Tools with a release that waits for the word of a domain's lead. */
export async function awaitingLead(domainIds: readonly string[]): Promise<string[]> {
  const rows = await db().releaseRequest.findMany({
    where: {
      openFor: { not: null },
      approvals: { has: "domain-lead" },
      decisions: { none: { capacity: "domain-lead" } },
      tool: { domainId: { in: [...domainIds] } },
    },
    select: { toolId: true },
  });
  return rows.map(({ toolId }) => toolId);
}
