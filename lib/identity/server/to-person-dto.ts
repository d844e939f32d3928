import "server-only";
import {
  type DomainRef,
  grantableRoles,
  type HeldRole,
  type OwnedTool,
  type PersonDetail,
  type PersonRow,
  personDetailSchema,
  personRowSchema,
} from "#lib/identity/person.ts";
import { type Role, roles } from "#lib/identity/schema.ts";
import type { DetailRow, DirectoryRow } from "#lib/identity/server/directory-repository.ts";
import type { SessionDto } from "#lib/identity/session.ts";

function heldRoles(row: DirectoryRow): Role[] {
  const held = new Set<string>(["employee"]);
  for (const { role, domainId } of row.roles) if (role !== "domain-lead" || domainId) held.add(role);
  if (row.leads.length > 0) held.add("domain-lead");
  const teamOwns = (row.team?.ownerships.length ?? 0) > 0;
  if (teamOwns || row.ownerOf.length > 0 || row.deputyOf.length > 0) held.add("owner");
  return roles.filter((role) => held.has(role));
}

export function toPersonRow(row: DirectoryRow): PersonRow {
  const { team, roles: _, leads, ownerOf, deputyOf, sessions, ...facts } = row;
  return personRowSchema.parse({
    id: facts.id,
    name: facts.name,
    email: facts.email,
    jobTitle: facts.jobTitle,
    isActive: facts.isActive,
    source: facts.source,
    teamName: team?.name ?? null,
    domainName: team?.domain.name ?? null,
    roles: heldRoles(row),
    sessions: sessions.length,
    lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
  });
}

/** Each role with where it comes from; a lead may be named on the domain, be assigned, or both: one line. */
function toHeld(row: DetailRow, domains: readonly DomainRef[]): HeldRole[] {
  const held: HeldRole[] = [{ role: "employee", domain: null, grantedAt: null, canBeRevoked: false }];
  if (heldRoles(row).includes("owner")) {
    held.push({ role: "owner", domain: null, grantedAt: null, canBeRevoked: false });
  }
  const ledIds = new Set(row.leads.map(({ id }) => id));
  for (const { role, domainId, grantedAt } of row.roles) {
    const known = grantableRoles.find((candidate) => candidate === role);
    const domain = domains.find(({ id }) => id === domainId) ?? null;
    if (!known || (known === "domain-lead") !== (domain !== null)) continue;
    if (domain) ledIds.delete(domain.id);
    held.push({ role: known, domain, grantedAt: grantedAt.toISOString(), canBeRevoked: true });
  }
  for (const domain of row.leads.filter(({ id }) => ledIds.has(id))) {
    held.push({ role: "domain-lead", domain, grantedAt: null, canBeRevoked: true });
  }
  return held;
}

type Answerable = { readonly id: string; readonly name: string; readonly isActive: boolean } | null;
const whenActive = (person: Answerable) => (person?.isActive ? { id: person.id, name: person.name } : null);

export function toPersonDetail(
  row: DetailRow,
  domains: readonly DomainRef[],
  livingSessions: readonly SessionDto[],
): PersonDetail {
  const tools: OwnedTool[] = [
    ...row.ownerOf.map(({ tool, deputy }) => ({ ...tool, as: "owner" as const, other: whenActive(deputy) })),
    ...row.deputyOf.map(({ tool, owner }) => ({ ...tool, as: "deputy" as const, other: whenActive(owner) })),
  ];
  const held = toHeld(row, domains);
  const leads = held.flatMap(({ domain }) => (domain ? [domain] : []));
  return personDetailSchema.parse({
    ...toPersonRow(row),
    office: row.office,
    createdAt: row.createdAt.toISOString(),
    deactivatedAt: row.deactivatedAt?.toISOString() ?? null,
    signsInWith: row.oidcSubject ? "identity-provider" : row.source === "sample" ? "demo" : "nothing",
    held,
    dependents: { tools, leads, sessions: livingSessions.length },
    livingSessions,
  });
}
