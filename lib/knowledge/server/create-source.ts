import "server-only";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type CreatedSource, type NewSourceInput, newSourceSchema } from "#lib/knowledge/new-source.ts";
import { addressPart } from "#lib/knowledge/read-file.ts";
import { insertSource, slugsLike } from "#lib/knowledge/server/made-source-repository.ts";

/** The first address that is free: of the name, or of the name and a number. */
function freeAddress(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

/**
 * Sets up an empty knowledge source, which the maker's team owns. Nobody but its maker reads it until a tool answers from it.
 * @throws AppError when the maker has no team
 */
export async function createSource(viewer: Viewer, input: NewSourceInput): Promise<CreatedSource> {
  const { name, description, dataClass } = newSourceSchema.parse(input);
  const { teamId, domainId } = viewer;
  if (!teamId || !domainId) {
    throw new AppError("forbidden", "You belong to no team yet, and a team owns each knowledge source.", {
      mend: "Ask an administrator to put you into a team.",
    });
  }
  const createdAt = now();
  const id = newId(createdAt);
  const wanted = addressPart(name) || "source";
  for (let attempt = 0; ; attempt += 1) {
    const slug = freeAddress(wanted, new Set(await slugsLike(wanted)));
    try {
      await transaction(async () => {
        await insertSource({
          id,
          slug,
          name,
          description,
          dataClass,
          teamId,
          domainId,
          createdById: viewer.id,
        });
        await recordEvent({
          type: "source.created",
          actor: { kind: "person", id: viewer.id, name: viewer.name },
          target: { kind: "source", id, name },
          domainId,
          details: { slug, dataClass, teamId },
        });
      });
      return { id, slug, name };
    } catch (error) {
      // Somebody else took the address between looking and writing.
      if (!violatedUnique(error) || attempt >= 5) throw error;
    }
  }
}
