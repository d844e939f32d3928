import "server-only";
import { findLeads, findPeopleInRoles } from "#lib/identity/server/people-to-ask-repository.ts";

/** Ids of the active people who lead a domain. */
export async function leadsOfDomain(domainId: string): Promise<string[]> {
  return findLeads(domainId);
}

/** Active people who may review the security of tools: auditors and administrators, with their teams. */
export async function securityReviewers(): Promise<readonly { id: string; teamId: string | null }[]> {
  return findPeopleInRoles(["auditor", "admin"]);
}
