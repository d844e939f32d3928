type PersonState = { readonly id: string; readonly name: string; readonly isActive: boolean };

/** Who a tool is with. */
export type Hands = { readonly owner: PersonState | null; readonly deputy: PersonState | null };

/** Nobody active answers for the tool: it sits on the list of its domain's lead, who gives it to somebody. */
export function isOrphan({ owner, deputy }: Hands): boolean {
  return !owner?.isActive && !deputy?.isActive;
}

type Actor = { readonly id: string; readonly roles: readonly string[]; readonly leadOf: readonly string[] };

/** The lead of the tool's domain and administrators: they see to tools that nobody sees to. */
export function seesTo(actor: Actor, domainId: string): boolean {
  return actor.leadOf.includes(domainId) || actor.roles.includes("admin");
}

/** Who may offer a tool to others, and take an offer back. */
export function mayHandOver(actor: Actor, tool: Hands & { readonly domainId: string }): boolean {
  return tool.owner?.id === actor.id || seesTo(actor, tool.domainId);
}
