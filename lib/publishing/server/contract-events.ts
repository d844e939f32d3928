import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import type { ServedTool } from "#lib/catalog/server/unsafe-served-tool.ts";
import { now } from "#lib/clock.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";

const portal = { kind: "system", name: "Weft" } as const;

type Source = { readonly id: string; readonly address: string | null };

async function recordContract(
  type: string,
  tool: ServedTool,
  source: Source,
  reason?: string,
): Promise<void> {
  await recordEvent({
    type,
    actor: portal,
    target: { kind: "tool", id: tool.id, name: tool.name },
    domainId: tool.domainId,
    ...(reason ? { reason } : {}),
    details: { contractId: source.id, address: source.address },
  });
}

export const recordContractFailing = (tool: ServedTool, source: Source, message: string) =>
  recordContract("contract.failing", tool, source, message);

export const recordContractRecovered = (tool: ServedTool, source: Source) =>
  recordContract("contract.recovered", tool, source);

/** News of a source that cannot be read for a while; each of its owners hears it once a day. */
export async function tellOfFailing(tool: ServedTool, source: Source, message: string): Promise<void> {
  await notifyPeople(tool.answerableIds, {
    kind: "contract-unreachable",
    title: `Where ${tool.name} comes from cannot be read`,
    body: `${message} Its operations keep working as they are, but changes on the other side go unseen.`,
    href: `/owner/${tool.slug}/contracts`,
    key: `contract/${source.id}/failing/${now().toISOString().slice(0, 10)}`,
    toolId: tool.id,
  });
}

/** One message for many operations that one look suspended. */
export async function tellOfMany(tool: ServedTool, count: number): Promise<void> {
  await notifyPeople(tool.answerableIds, {
    kind: "operation-suspended",
    title: `${count} operations of ${tool.name} are suspended`,
    body: "The server behind them describes them in another way than was reviewed, or does not list them any more.",
    href: `/owner/${tool.slug}/contracts`,
    key: `suspension/${tool.id}/${now().toISOString()}`,
    toolId: tool.id,
  });
}
