import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import { now } from "#lib/clock.ts";
import { AppError } from "#lib/errors.ts";
import type { PersonRef, Viewer } from "#lib/identity/schema.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { handsChanges, type Offboarding, offboardingSteps } from "#lib/ownership/offboarding.ts";
import { asActor, handsForTrail, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import {
  type HeldTool,
  heldTools,
  promoteDeputy,
  setDeputy,
} from "#lib/ownership/server/held-tool-repository.ts";
import { awaitingLead, domainsByIds, hangsOn } from "#lib/ownership/server/offboarding-repository.ts";
import { administrators, leadsOf } from "#lib/ownership/server/people-repository.ts";
import { t, tell } from "#lib/ownership/server/tell.ts";
import {
  closeTransfer,
  dropOfferedDeputy,
  openTransfers,
} from "#lib/ownership/server/transfer-repository.ts";

/** Who sees to each domain once this person is gone. */
async function seersWithout(personId: string, domainIds: readonly string[]) {
  const others = ({ id }: { readonly id: string }) => id !== personId;
  const leads = Map.groupBy((await leadsOf(domainIds)).filter(others), ({ domainId }) => domainId);
  const admins = (await administrators()).filter(others);
  return new Map(domainIds.map((id) => [id, leads.get(id) ?? admins]));
}

async function gather(personId: string) {
  const found = await hangsOn(personId);
  const [leads, approvalIds] = await Promise.all([domainsByIds(found.leadIds), awaitingLead(found.leadIds)]);
  const offered = found.offers.map(({ toolId }) => toolId);
  const ids = [...found.ownedIds, ...offered, ...found.draftIds, ...found.releaseIds, ...approvalIds];
  const all = await heldTools({ id: { in: [...new Set(ids)] } });
  const among = (wanted: readonly string[]) => all.filter(({ id }) => wanted.includes(id));
  const offersWhere = (test: (offer: (typeof found.offers)[number]) => boolean) =>
    among(found.offers.filter(test).map(({ toolId }) => toolId));
  const domainIds = [...new Set([...all.map(({ domainId }) => domainId), ...found.leadIds])];
  return {
    personId,
    tools: among(found.ownedIds),
    leads,
    offersReceived: offersWhere(({ toOwnerId }) => toOwnerId === personId),
    offersAsDeputy: offersWhere(({ toDeputyId }) => toDeputyId === personId),
    offersMade: offersWhere(
      ({ offeredById, toOwnerId }) => offeredById === personId && toOwnerId !== personId,
    ),
    drafts: among(found.draftIds),
    releases: among(found.releaseIds),
    approvals: among(approvalIds),
    seers: await seersWithout(personId, domainIds),
  };
}

/** What becomes of everything that hangs on a person when they are deactivated. Who may ask is decided above. */
export async function planOffboarding(personId: string): Promise<Offboarding> {
  const steps = offboardingSteps(await gather(personId));
  return { steps, fingerprint: hashJson(steps) };
}

type Leaving = { readonly viewer: Viewer; readonly person: PersonRef; readonly reason: string };

async function promote({ viewer, person, reason }: Leaving, tool: HeldTool, deputyId: string): Promise<void> {
  if (!(await promoteDeputy(tool.id, person.id, deputyId))) throw changed();
  const before = handsForTrail(tool);
  await recordToolEvent("tool.ownership-changed", asActor(viewer), tool, {
    reason,
    changes: { before, after: { ...before, ownerId: deputyId, deputyId: null } },
  });
  await tell([deputyId], "owner-named", tool, `left/${person.id}/${tool.id}/${now().toISOString()}`, {
    title: t("nowOwner", { tool: tool.name }),
    body: t("nowOwnerLeft", { name: person.name }),
  });
}

async function orphan({ viewer, person, reason }: Leaving, tool: HeldTool, seers: readonly PersonRef[]) {
  await recordToolEvent("tool.orphaned", asActor(viewer), tool, { reason, details: { left: person.id } });
  const ids = seers.map(({ id }) => id);
  await tell(ids, "tool-orphaned", tool, `orphaned/${person.id}/${tool.id}/${now().toISOString()}`, {
    title: t("orphaned", { tool: tool.name }),
    body: t("orphanedBody", { name: person.name }),
    href: "/admin/ownership?state=orphan",
  });
}

async function dropDeputy({ viewer, person, reason }: Leaving, tool: HeldTool): Promise<void> {
  if (!(await setDeputy(tool.id, { ownerId: tool.owner?.id ?? null, deputyId: person.id }, null)))
    throw changed();
  await recordToolEvent("tool.deputy-changed", asActor(viewer), tool, {
    reason,
    changes: { before: { deputyId: person.id }, after: { deputyId: null } },
  });
  await tell([tool.owner?.id], "deputy-named", tool, `left/${person.id}/${tool.id}/${now().toISOString()}`, {
    title: t("deputyStepped", { name: person.name, tool: tool.name }),
    body: t("deputySteppedBody"),
  });
}

async function closeOffers({ viewer, person, reason }: Leaving): Promise<void> {
  const answeredAt = now();
  for (const offer of await openTransfers({ toOwnerId: person.id })) {
    const closing = { status: "withdrawn", answeredById: viewer.id, answeredAt, note: reason } as const;
    const [tool] = await heldTools({ id: offer.toolId });
    if (!tool || !(await closeTransfer(offer.id, closing))) continue;
    await recordToolEvent("transfer.withdrawn", asActor(viewer), tool, {
      reason,
      details: { transferId: offer.id },
    });
    const people = [offer.offeredById, tool.owner?.isActive ? tool.owner.id : null];
    await tell(
      people.filter((id) => id !== person.id),
      "transfer-answered",
      tool,
      `transfer/${offer.id}/withdrawn`,
      {
        title: t("withdrawn", { name: viewer.name, tool: tool.name }),
        body: t("withdrawnBody", { team: tool.team?.name ?? tool.domain.name, note: "" }),
      },
    );
  }
  await dropOfferedDeputy(person.id);
}

const changed = () =>
  new AppError("conflict", "What hangs on this person has changed since it was shown. Nothing was done.", {
    mend: "Load the page again, and look at what would happen now.",
  });

/**
 * Hands on everything that hangs on a person, exactly as `planOffboarding` says; a plan that no longer holds is a
 * conflict. Call it in the transaction of the deactivation.
 */
export async function offboardPerson(
  leaving: Leaving,
  fingerprint: string | undefined,
): Promise<readonly string[]> {
  const { person } = leaving;
  const facts = await gather(person.id);
  if (fingerprint !== undefined && fingerprint !== hashJson(offboardingSteps(facts))) throw changed();
  for (const change of handsChanges(person.id, facts.tools)) {
    const { tool } = change;
    if (change.act === "promote") await promote(leaving, tool, change.deputy.id);
    else if (change.act === "drop-deputy") await dropDeputy(leaving, tool);
    else await orphan(leaving, tool, facts.seers.get(tool.domainId) ?? []);
  }
  await closeOffers(leaving);
  for (const domain of facts.leads) {
    await notifyPeople(
      (facts.seers.get(domain.id) ?? []).map(({ id }) => id),
      {
        kind: "tool-orphaned",
        title: t("leadLeft", { domain: domain.name }),
        body: t("leadLeftBody", { name: person.name }),
        href: `/domains/${domain.slug}`,
        key: `lead-left/${person.id}/${domain.id}/${now().toISOString()}`,
      },
    );
  }
  return facts.tools.map(({ id }) => id);
}
