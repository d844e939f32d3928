import "server-only";
import { suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import { type ServedTool, unsafeServedTool } from "#lib/catalog/server/unsafe-served-tool.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { notFound } from "#lib/errors.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { recordSuspended } from "#lib/tools/server/suspension-events.ts";
import { insertSuspension, updateFinding } from "#lib/tools/server/suspension-repository.ts";
import type { FoundChange } from "#lib/tools/suspension.ts";

/** Tells owner and deputy of one suspended operation. */
export async function tellOwners(tool: ServedTool, operationName: string, found: FoundChange): Promise<void> {
  const title = tool.operations.find(({ name }) => name === operationName)?.title ?? operationName;
  const what =
    found.reason === "removed"
      ? "The server behind it does not list it any more."
      : "The server behind it describes it in another way than the one that was reviewed.";
  await notifyPeople(tool.answerableIds, {
    kind: "operation-suspended",
    title: `${title} of ${tool.name} is suspended`,
    body: `${what} Nobody can call it until you have reviewed the difference.`,
    href: `/owner/${tool.slug}/contracts#${encodeURIComponent(operationName)}`,
    key: `suspension/${tool.id}/${operationName}/${found.afterHash ?? "removed"}/${now().toISOString().slice(0, 10)}`,
    toolId: tool.id,
  });
}

/**
 * Stops all calls of an operation from the next one on, because the other side's definition is no longer the one that
 * was reviewed. Change, trail and news to owner and deputy stand in one transaction. Of several findings at once one
 * counts; another definition than the one found before is kept in its place and told again.
 * @returns what became of the finding
 */
export async function suspendOperation(
  toolId: string,
  operationName: string,
  found: FoundChange,
): Promise<Finding> {
  const tool = await unsafeServedTool(toolId);
  if (!tool) throw notFound("The tool");
  return transaction(async () => {
    const finding = await suspendServed(tool, operationName, found);
    if (finding !== "known") await tellOwners(tool, operationName, found);
    return finding;
  });
}

export type Finding = "suspended" | "updated" | "known";

/** The same for a tool that was read already, inside the caller's transaction and without news. */
export async function suspendServed(
  tool: ServedTool,
  operationName: string,
  found: FoundChange,
): Promise<Finding> {
  const openFor = suspensionKey(tool.id, operationName);
  const foundAt = now();
  const isNew = await insertSuspension({
    ...found,
    id: newId(foundAt),
    toolId: tool.id,
    operationName,
    openFor,
    foundAt,
    source: currentSource(),
  });
  if (!isNew && !(await updateFinding(openFor, found))) return "known";
  await recordSuspended(tool, operationName, found);
  return isNew ? "suspended" : "updated";
}
