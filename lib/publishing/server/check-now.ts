import "server-only";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { contractsOf } from "#lib/publishing/server/contract-repository.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { checkContracts } from "#lib/publishing/server/watch-contracts.ts";
import type { CheckedContracts } from "#lib/publishing/watch/schema.ts";
import { withinTime } from "#lib/within-time.ts";

/** Longest wait for all sources together, in milliseconds. */
const longestWait = 45_000;

/** Looks at the sources of a tool because its owner asks for it, and says what was found. */
export async function checkNow(viewer: Viewer, slug: string, signal: AbortSignal): Promise<CheckedContracts> {
  const tool = await requireDraftTool(viewer, slug);
  const rows = await contractsOf(tool.id);
  const readable = rows.filter(({ address }) => address !== null);
  if (readable.length === 0) {
    throw new AppError("conflict", "The tool has no source that can be read again.", {
      mend: "Connect its source by address to have it watched.",
    });
  }
  const ids = readable.map(({ id }) => id);
  const checked = await withinTime(longestWait, signal, (stop) => checkContracts(ids, stop, true));
  return {
    checked: checked.map((check) => ({
      ...check,
      suspended: [...check.suspended],
      returned: [...check.returned],
    })),
  };
}
