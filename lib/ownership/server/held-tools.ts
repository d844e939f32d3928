import "server-only";
import { type HeldTool, heldTool, heldTools, purposeOf } from "#lib/ownership/server/held-tool-repository.ts";

export type { HeldTool };

/** Who a tool is with, read past any rule: the caller decides who may know. */
export async function unsafeHeldTool(where: { id: string } | { slug: string }): Promise<HeldTool | null> {
  return heldTool(where);
}

/** The same of the tools of some domains, or of all; those that are retired need nobody. */
export async function unsafeHeldTools(domainIds: readonly string[] | null): Promise<HeldTool[]> {
  const of = domainIds ? { domainId: { in: [...domainIds] } } : {};
  return heldTools({ ...of, lifecycle: { not: "retired" } });
}

/** What a tool is for, read past any rule. */
export async function unsafePurposeOf(toolId: string): Promise<string> {
  return purposeOf(toolId);
}
