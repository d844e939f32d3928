import { z } from "zod";

/**
 * What becomes of one thing that hangs on a person who leaves. `to` names those whom it goes to, or stays with; null
 * when there is nobody.
 */
export const offboardingKinds = [
  "owner-to-deputy",
  "orphaned",
  "deputy-removed",
  "lead-lost",
  "offer-received",
  "offer-deputy",
  "offer-made",
  "draft-kept",
  "release-kept",
  "approval-moved",
] as const;
export type OffboardingKind = (typeof offboardingKinds)[number];

export const offboardingStepSchema = z.object({
  kind: z.enum(offboardingKinds),
  /** A tool or a domain. */
  name: z.string(),
  href: z.string(),
  to: z.string().nullable(),
});
export type OffboardingStep = z.infer<typeof offboardingStepSchema>;

export const offboardingSchema = z.object({
  steps: z.array(offboardingStepSchema),
  /** Given back with the deactivation, so that what happens is what was shown. */
  fingerprint: z.string(),
});
export type Offboarding = z.infer<typeof offboardingSchema>;

type Person = { readonly id: string; readonly name: string; readonly isActive: boolean };
type Tool = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly domainId: string;
  readonly owner: Person | null;
  readonly deputy: Person | null;
};
type Domain = { readonly id: string; readonly slug: string; readonly name: string };

export type OffboardingFacts<HeldTool extends Tool> = {
  readonly personId: string;
  /** Tools of which the person is owner or deputy. */
  readonly tools: readonly HeldTool[];
  readonly leads: readonly Domain[];
  readonly offersReceived: readonly HeldTool[];
  readonly offersAsDeputy: readonly HeldTool[];
  readonly offersMade: readonly HeldTool[];
  /** Tools whose draft the person saved last. */
  readonly drafts: readonly HeldTool[];
  readonly releases: readonly HeldTool[];
  /** Tools whose release waits for an approval by the lead, in domains that the person leads. */
  readonly approvals: readonly HeldTool[];
  /** Who sees to each domain once the person is gone. */
  readonly seers: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;
};

/** What a deactivation does to the tools themselves. */
export type HandsChange<HeldTool> =
  | { readonly act: "promote"; readonly tool: HeldTool; readonly deputy: Person }
  | { readonly act: "orphan"; readonly tool: HeldTool }
  | { readonly act: "drop-deputy"; readonly tool: HeldTool };

/** Deputies become owners; without an active one the tool is left to those who see to its domain. */
export function handsChanges<HeldTool extends Tool>(
  personId: string,
  tools: readonly HeldTool[],
): HandsChange<HeldTool>[] {
  return tools.flatMap((tool): HandsChange<HeldTool>[] => {
    const { owner, deputy } = tool;
    if (owner?.id === personId) {
      const follows = deputy?.isActive && deputy.id !== personId ? deputy : null;
      return [follows ? { act: "promote", tool, deputy: follows } : { act: "orphan", tool }];
    }
    if (deputy?.id !== personId) return [];
    // A deputy who was the last one left stays named, as an owner who was would: since when nobody answers is read there.
    return [owner?.isActive ? { act: "drop-deputy", tool } : { act: "orphan", tool }];
  });
}

function listed(people: readonly { readonly name: string }[] | undefined): string | null {
  return people && people.length > 0 ? people.map(({ name }) => name).join(", ") : null;
}

/** Everything that hangs on a person, with where it goes, in the order in which it is read. */
export function offboardingSteps<HeldTool extends Tool>(
  facts: OffboardingFacts<HeldTool>,
): OffboardingStep[] {
  const { personId, seers } = facts;
  const changes = handsChanges(personId, facts.tools);
  const stepOf = (kind: OffboardingKind, tool: Tool, to: string | null): OffboardingStep => ({
    kind,
    name: tool.name,
    href: `/catalog/${tool.slug}`,
    to,
  });
  const remaining = (tool: Tool): string | null => {
    const active = [tool.owner, tool.deputy].filter((one) => one?.isActive && one.id !== personId);
    return listed(active.slice(0, 1).flatMap((one) => one ?? [])) ?? listed(seers.get(tool.domainId));
  };
  const handed = changes.map((change) => {
    if (change.act === "promote") return stepOf("owner-to-deputy", change.tool, change.deputy.name);
    if (change.act === "orphan")
      return stepOf("orphaned", change.tool, listed(seers.get(change.tool.domainId)));
    return stepOf("deputy-removed", change.tool, change.tool.owner?.name ?? null);
  });
  const order = ["orphaned", "owner-to-deputy", "deputy-removed"];
  return [
    ...handed.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)),
    ...facts.leads.map(({ id, slug, name }) => ({
      kind: "lead-lost" as const,
      name,
      href: `/domains/${slug}`,
      to: listed(seers.get(id)),
    })),
    ...facts.approvals.map((tool) => stepOf("approval-moved", tool, listed(seers.get(tool.domainId)))),
    ...facts.offersReceived.map((tool) => stepOf("offer-received", tool, remaining(tool))),
    ...facts.offersAsDeputy.map((tool) => stepOf("offer-deputy", tool, null)),
    ...facts.offersMade.map((tool) => stepOf("offer-made", tool, remaining(tool))),
    ...facts.drafts.map((tool) => stepOf("draft-kept", tool, remaining(tool))),
    ...facts.releases.map((tool) => stepOf("release-kept", tool, remaining(tool))),
  ];
}
