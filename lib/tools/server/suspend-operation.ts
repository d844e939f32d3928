import "server-only";
import { type EntryRow, unsafeEntry } from "#lib/catalog/server/repository.ts";
import { suspensionKey } from "#lib/catalog/server/suspended-operations.ts";
import { currentSource, now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { newId } from "#lib/db/uuid.ts";
import { notFound } from "#lib/errors.ts";
import { notifyPeople } from "#lib/notifications/server/notify-people.ts";
import { recordSuspended } from "#lib/tools/server/suspension-events.ts";
import { insertSuspension, updateFinding } from "#lib/tools/server/suspension-repository.ts";
import type { FoundChange } from "#lib/tools/suspension.ts";

async function tellOwners(entry: EntryRow, operationName: string, found: FoundChange): Promise<void> {
  const named = entry.currentVersion?.operations.find(({ name }) => name === operationName);
  const title = named?.title ?? operationName;
  const people = [entry.ownership?.owner, entry.ownership?.deputy].filter((person) => person?.isActive);
  const what =
    found.reason === "removed"
      ? "The server behind it does not list it any more."
      : "The server behind it describes it in another way than the one that was reviewed.";
  await notifyPeople(
    people.map((person) => person?.id),
    {
      kind: "operation-suspended",
      title: `${title} of ${entry.name} is suspended`,
      body: `${what} Nobody can call it until you have reviewed the difference.`,
      href: `/owner/${entry.slug}/contracts#${encodeURIComponent(operationName)}`,
      key: `suspension/${entry.id}/${operationName}/${found.afterHash ?? "removed"}/${now().toISOString().slice(0, 10)}`,
      toolId: entry.id,
    },
  );
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
): Promise<"suspended" | "updated" | "known"> {
  const entry = await unsafeEntry({ id: toolId });
  if (!entry) throw notFound("The tool");
  const openFor = suspensionKey(toolId, operationName);
  return transaction(async () => {
    const foundAt = now();
    const isNew = await insertSuspension({
      ...found,
      id: newId(foundAt),
      toolId,
      operationName,
      openFor,
      foundAt,
      source: currentSource(),
    });
    if (!isNew && !(await updateFinding(openFor, found))) return "known";
    const tool = { id: toolId, name: entry.name, domainId: entry.domain.id };
    await recordSuspended(tool, operationName, found);
    await tellOwners(entry, operationName, found);
    return isNew ? "suspended" : "updated";
  });
}
