import "server-only";
import { isAppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { describeTeam } from "#lib/identity/server/describe-team.ts";
import { emailsByIds } from "#lib/identity/server/emails-by-ids.ts";
import type { DraftTool } from "#lib/publishing/server/tool-draft.ts";
import type { ToolFile } from "#lib/publishing/tool-file/schema.ts";

export type OwnershipNote = { readonly path: string; readonly message: string };
type Owners = { readonly [Field in keyof ToolFile["owner"]]: string | null };

async function ownersOf({ row }: DraftTool): Promise<Owners> {
  const { team, owner, deputy } = row.ownership ?? {};
  const emails = await emailsByIds([owner, deputy].flatMap((person) => person?.id ?? []));
  return {
    domain: row.domain.slug,
    team: team?.slug ?? null,
    productOwner: (owner && emails.get(owner.id)) ?? null,
    deputy: (deputy && emails.get(deputy.id)) ?? null,
  };
}

/** A new tool belongs to whoever applies the file, and to their team. */
async function ownersOfNew(viewer: Viewer, named: string): Promise<Owners> {
  const team = await describeTeam(viewer, named).catch((error: unknown) => {
    if (isAppError(error) && error.code === "not-found") return null;
    throw error;
  });
  return {
    domain: viewer.domainSlug,
    team: team?.id === viewer.teamId ? named : viewer.teamName,
    productOwner: viewer.email,
    deputy: null,
  };
}

/**
 * Where a file names others than those who answer for the tool. A tool is handed over with the consent of those who get
 * it, so a file only says how it should be.
 */
export async function ownershipNotes(
  viewer: Viewer,
  file: ToolFile,
  tool: DraftTool | null,
): Promise<OwnershipNote[]> {
  const present = tool ? await ownersOf(tool) : await ownersOfNew(viewer, file.owner.team);
  const way = tool
    ? "A file does not hand a tool over; its People page does."
    : "A new tool belongs to you and your team; its People page names others.";
  return (["domain", "team", "productOwner", "deputy"] as const).flatMap((field) => {
    const [wanted, is] = [file.owner[field], present[field]];
    if (wanted === undefined || wanted.toLowerCase() === is?.toLowerCase()) return [];
    return [
      { path: `owner.${field}`, message: `${is ? `It is “${is}” now.` : "Nobody is named now."} ${way}` },
    ];
  });
}
