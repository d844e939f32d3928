import type { ToolPage } from "#lib/catalog/schema.ts";

/** What this person can do with a tool now. */
export type MainAction =
  | { readonly kind: "try"; readonly inChat: boolean }
  | { readonly kind: "open"; readonly url: string; readonly host: string }
  | { readonly kind: "copy-prompt"; readonly prompt: string }
  | { readonly kind: "none"; readonly reason: string; readonly ask: string | null };

type ActionFacts = Pick<
  ToolPage,
  | "kind"
  | "name"
  | "readiness"
  | "access"
  | "linkUrl"
  | "prompt"
  | "operations"
  | "owner"
  | "ownerIsActive"
  | "team"
>;

function whomToAsk({ access, owner, ownerIsActive, team }: ActionFacts): string | null {
  return access.contact ?? (owner && ownerIsActive ? owner.name : null) ?? team?.name ?? null;
}

/** The main action of a tool's page for this person, or the reason why there is none and whom to ask. */
export function mainActionOf(tool: ActionFacts): MainAction {
  if (!tool.access.allowed) return { kind: "none", reason: tool.access.reason, ask: whomToAsk(tool) };
  if (tool.kind === "link" && tool.linkUrl) {
    return { kind: "open", url: tool.linkUrl, host: new URL(tool.linkUrl).host };
  }
  if (tool.readiness.state === "needs-model" && tool.prompt !== null) {
    return { kind: "copy-prompt", prompt: tool.prompt };
  }
  if (tool.readiness.state === "works-now" && tool.operations.length > 0)
    return { kind: "try", inChat: true };
  return { kind: "none", reason: `${tool.readiness.label}.`, ask: whomToAsk(tool) };
}
