import "server-only";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { asActor, recordToolEvent } from "#lib/ownership/server/audit-events.ts";
import { type HeldTool, setDeputy } from "#lib/ownership/server/held-tool-repository.ts";
import { candidate } from "#lib/ownership/server/people-repository.ts";
import { t, tell } from "#lib/ownership/server/tell.ts";
import { deputyProblem } from "#lib/ownership/transfer.ts";

/** Only the owner names a deputy; a deputy may step down. */
export function mayChangeDeputy(viewer: Viewer, tool: HeldTool, personId: string | null): boolean {
  return tool.owner?.id === viewer.id || (personId === null && tool.deputy?.id === viewer.id);
}

async function tellPeople(viewer: Viewer, tool: HeldTool, personId: string | null): Promise<void> {
  // The same person may be named, removed and named again; each time is news of its own.
  const key = (what: string) => `deputy/${tool.id}/${now().toISOString()}/${what}`;
  if (personId) {
    await tell([personId], "deputy-named", tool, key("named"), {
      title: t("nowDeputy", { tool: tool.name }),
      body: t("nowDeputyBody", { owner: viewer.name }),
    });
  }
  const steppedDown = tool.deputy?.id === viewer.id;
  if (steppedDown) {
    await tell([tool.owner?.id], "deputy-named", tool, key("stepped-down"), {
      title: t("deputyStepped", { name: viewer.name, tool: tool.name }),
      body: t("deputySteppedBody"),
    });
  } else if (tool.deputy?.isActive) {
    await tell([tool.deputy.id], "deputy-named", tool, key("removed"), {
      title: t("noDeputy", { tool: tool.name }),
      body: t("noDeputyBody", { name: viewer.name }),
      href: `/catalog/${tool.slug}`,
    });
  }
}

/** Names another deputy, or none. Who may see the tool at all is decided above. */
export async function nameDeputy(viewer: Viewer, tool: HeldTool, personId: string | null): Promise<void> {
  if (!mayChangeDeputy(viewer, tool, personId)) {
    throw new AppError("forbidden", "Only the tool's owner names its deputy.", {
      mend: "Ask the owner; the tool's page names them.",
    });
  }
  if (personId === (tool.deputy?.id ?? null)) return;
  if (personId) {
    const problem = deputyProblem(tool.team?.id ?? "", tool.owner?.id ?? null, await candidate(personId));
    if (problem) throw invalidInput("personId", problem.message);
  }
  const before = { ownerId: tool.owner?.id ?? null, deputyId: tool.deputy?.id ?? null };
  await transaction(async () => {
    if (!(await setDeputy(tool.id, before, personId))) {
      throw new AppError("conflict", "Somebody else changed who answers for this tool in the meantime.", {
        mend: "Load the page again, and choose anew.",
      });
    }
    await recordToolEvent("tool.deputy-changed", asActor(viewer), tool, {
      changes: { before: { deputyId: before.deputyId }, after: { deputyId: personId } },
    });
    await tellPeople(viewer, tool, personId);
  });
}
