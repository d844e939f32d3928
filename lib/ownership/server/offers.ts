import "server-only";
import { now } from "#lib/clock.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { peopleByIds } from "#lib/identity/server/people-by-ids.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { heldTools } from "#lib/ownership/server/held-tool-repository.ts";
import {
  closedTransfersOf,
  openTransferOf,
  openTransfers,
  type TransferRow,
} from "#lib/ownership/server/transfer-repository.ts";
import {
  isExpired,
  type OfferToMe,
  offerExpiresAt,
  type Transfer,
  type TransferStatus,
  transferSchema,
} from "#lib/ownership/transfer.ts";

const historyShown = 20;

async function toTransfers(viewer: Viewer, rows: readonly TransferRow[]): Promise<Transfer[]> {
  if (rows.length === 0) return [];
  const at = now();
  const ids = rows.flatMap((row) => [
    row.fromOwnerId,
    row.toOwnerId,
    row.toDeputyId,
    row.offeredById,
    row.answeredById,
  ]);
  const [people, { teams }] = await Promise.all([
    peopleByIds(
      viewer,
      ids.filter((id) => id !== null),
    ),
    teamsAndDomains(viewer),
  ]);
  const person = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  const team = (id: string) => {
    const known = teams.find((one) => one.id === id);
    return known ? { id, name: known.name } : null;
  };
  return rows.map((row) =>
    transferSchema.parse({
      id: row.id,
      status: statusOf(row, at),
      from: { team: team(row.fromTeamId), owner: person(row.fromOwnerId) },
      to: { team: team(row.toTeamId), owner: person(row.toOwnerId), deputy: person(row.toDeputyId) },
      reason: row.reason,
      offeredBy: person(row.offeredById)?.name ?? "",
      offeredAt: row.offeredAt.toISOString(),
      expiresAt: offerExpiresAt(row.offeredAt).toISOString(),
      answeredBy: person(row.answeredById)?.name ?? null,
      answeredAt: row.answeredAt?.toISOString() ?? null,
      note: row.note,
    }),
  );
}

/** An offer that ran out is over, whether or not the daily work has seen it. */
function statusOf({ status, offeredAt }: TransferRow, at: Date): TransferStatus {
  if (status === "offered" && isExpired(offeredAt, at)) return "expired";
  return status as TransferStatus;
}

export type OffersOfTool = {
  readonly open: Transfer | null;
  /** Who made the open offer. */
  readonly offeredById: string | null;
  readonly history: readonly Transfer[];
};

/** The open offer of a tool and those before it, newest first. Who may see them is decided above. */
export async function offersOf(viewer: Viewer, toolId: string): Promise<OffersOfTool> {
  const [row, closed] = await Promise.all([openTransferOf(toolId), closedTransfersOf(toolId, historyShown)]);
  const all = await toTransfers(viewer, row ? [row, ...closed] : closed);
  const open = all.find(({ status }) => status === "offered") ?? null;
  return {
    open,
    offeredById: open && row ? row.offeredById : null,
    history: all.filter(({ status }) => status !== "offered"),
  };
}

/** What was offered to the viewer and waits for their answer. */
export async function offersToMe(viewer: Viewer): Promise<OfferToMe[]> {
  const at = now();
  const rows = (await openTransfers({ toOwnerId: viewer.id })).filter(
    ({ offeredAt }) => !isExpired(offeredAt, at),
  );
  if (rows.length === 0) return [];
  const tools = await heldTools({ id: { in: rows.map(({ toolId }) => toolId) } });
  const people = await peopleByIds(
    viewer,
    rows.map(({ offeredById }) => offeredById),
  );
  return rows.flatMap((row) => {
    const tool = tools.find(({ id }) => id === row.toolId);
    if (!tool) return [];
    return {
      id: row.id,
      tool: { slug: tool.slug, name: tool.name },
      offeredBy: people.get(row.offeredById)?.name ?? "",
      expiresAt: offerExpiresAt(row.offeredAt).toISOString(),
    };
  });
}

/** Ids of the tools that are offered to somebody now. */
export async function offeredToolIds(): Promise<ReadonlySet<string>> {
  const at = now();
  const rows = await openTransfers({});
  return new Set(rows.filter(({ offeredAt }) => !isExpired(offeredAt, at)).map(({ toolId }) => toolId));
}
