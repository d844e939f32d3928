import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { blockedEntries, setBlocked, unsafeEntry } from "#lib/catalog/server/repository.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { type BlockedTool, blockedToolSchema } from "#lib/policy/access.ts";
import { rateSoon } from "#lib/trust/server/rate-soon.ts";

type Change = { readonly slug: string; readonly reason: string };

async function changeBlock(viewer: Viewer, { slug, reason }: Change, isBlocked: boolean): Promise<void> {
  requirePermission(viewer, "policy:write");
  await transaction(async () => {
    const row = await unsafeEntry({ slug });
    if (!row) throw notFound("The tool");
    const block = isBlocked ? { at: now(), reason, byId: viewer.id } : null;
    if (!(await setBlocked(row.id, block))) {
      throw new AppError("conflict", `${row.name} is ${isBlocked ? "blocked already" : "not blocked"}.`);
    }
    await recordEvent({
      type: isBlocked ? "tool.blocked" : "tool.unblocked",
      actor: { kind: "person", id: viewer.id, name: viewer.name },
      target: { kind: "tool", id: row.id, name: row.name },
      domainId: row.domain.id,
      reason,
      changes: {
        before: { blocked: !isBlocked, blockedReason: row.blockedReason },
        after: { blocked: isBlocked, blockedReason: isBlocked ? reason : null },
      },
    });
    if (isBlocked) {
      await notifyPeople([row.ownership?.owner?.id, row.ownership?.deputy?.id], {
        kind: "tool-blocked",
        toolId: row.id,
        title: `${row.name} is blocked`,
        body: `${viewer.name} writes: ${reason}`,
        href: `/catalog/${slug}`,
        key: `tool/${row.id}/blocked/${now().toISOString()}`,
        exceptId: viewer.id,
      });
    }
    await rateSoon(row.id, "blocked");
    await catalogChanged();
  });
}

/** Stops every use of a tool from the next call on, everywhere. Whoever tries reads the reason. */
export async function blockTool(viewer: Viewer, change: Change): Promise<void> {
  await changeBlock(viewer, change, true);
}

/** Lets a blocked tool be used again, by whom the rules allow. */
export async function unblockTool(viewer: Viewer, change: Change): Promise<void> {
  await changeBlock(viewer, change, false);
}

/** The tools that are blocked now, the latest first. */
export async function blockedTools(viewer: Viewer): Promise<BlockedTool[]> {
  requirePermission(viewer, "policy:read");
  return (await blockedEntries()).map(({ blockedAt, blockedReason, ...row }) =>
    blockedToolSchema.parse({ ...row, blockedAt: blockedAt?.toISOString(), reason: blockedReason ?? "" }),
  );
}
