import "server-only";
import { randomInt } from "node:crypto";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { catalogChanged } from "#lib/catalog/server/catalog-changed.ts";
import { toolIndex } from "#lib/catalog/server/tool-index.ts";
import { toolSlugSchema } from "#lib/catalog/tool-slug.ts";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { violatedUnique } from "#lib/db/unique-violation.ts";
import { newId } from "#lib/db/uuid.ts";
import { AppError, invalidInput } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { type DraftContent, draftContentSchema, emptyContent } from "#lib/publishing/draft-content.ts";
import { type CreatedTool, type NewToolInput, nameSkeleton, slugFromName } from "#lib/publishing/new-tool.ts";
import { insertDraft, insertTool } from "#lib/publishing/server/repository.ts";
import { storableJson } from "#lib/storable.ts";
import type { Prisma } from "#prisma/generated/client.ts";

function slugTaken(slug: string): AppError {
  return invalidInput("slug", `The address “${slug}” is taken. Choose another name or address.`);
}

/** Refuses names and addresses that could be taken for another tool's. */
async function freeSlug({ name, slug }: NewToolInput): Promise<string> {
  const wanted = slug ?? slugFromName(name);
  if (!toolSlugSchema.safeParse(wanted).success) {
    throw invalidInput("slug", "This name makes no address. Write one in small letters, digits and hyphens.");
  }
  const { entries } = await toolIndex();
  const skeletons = [nameSkeleton(wanted), nameSkeleton(name)].filter(Boolean);
  for (const entry of entries.values()) {
    if (entry.slug === wanted) throw slugTaken(wanted);
    const alike = [nameSkeleton(entry.slug), nameSkeleton(entry.name)].some((one) => skeletons.includes(one));
    if (!alike) continue;
    const field = nameSkeleton(entry.name) === nameSkeleton(name) ? "name" : "slug";
    // Its name may be one that this person may not know, so it is not told.
    throw invalidInput(
      field,
      "A tool with a name or address that looks like this exists. Choose another one.",
    );
  }
  return wanted;
}

/**
 * Where a new tool would stand: the maker's team and domain, and its address.
 * @throws AppError when the maker has no team, or when name or address are another tool's or look like it
 */
export async function requireNewTool(
  { teamId, domainId }: Viewer,
  input: NewToolInput,
): Promise<{ readonly teamId: string; readonly domainId: string; readonly slug: string }> {
  if (!teamId || !domainId) {
    throw new AppError("forbidden", "You belong to no team yet, and a team owns each tool.", {
      mend: "Ask an administrator to put you into a team.",
    });
  }
  return { teamId, domainId, slug: await freeSlug(input) };
}

/**
 * Makes a tool that only its maker sees: its draft, owned by the maker and the maker's team. `content` is what it begins
 * with; whatever it says of the audience, a new tool begins with *only me*.
 */
export async function createTool(
  viewer: Viewer,
  input: NewToolInput,
  content?: Partial<DraftContent>,
): Promise<CreatedTool> {
  const { teamId, domainId, slug } = await requireNewTool(viewer, input);
  const empty = emptyContent(input.name);
  const whole = draftContentSchema.parse({
    words: { ...empty.words, ...content?.words, name: input.name },
    settings: { ...empty.settings, ...content?.settings },
    operations: content?.operations ?? [],
  });
  const createdAt = now();
  const id = newId(createdAt);
  const revision = randomInt(1, 1_000_000_000);
  try {
    await transaction(async () => {
      await insertTool({
        tool: {
          id,
          slug,
          name: input.name,
          kind: input.kind,
          domainId,
          audience: "only-me",
          lifecycle: "draft",
          createdById: viewer.id,
          createdAt,
          updatedAt: createdAt,
        },
        ownership: { teamId, ownerId: viewer.id, confirmedAt: createdAt, confirmedById: viewer.id },
      });
      await insertDraft({
        toolId: id,
        baseVersionId: null,
        revision,
        words: storableJson(whole.words),
        settings: storableJson(whole.settings),
        operations: storableJson(whole.operations) as Prisma.InputJsonValue,
        updatedById: viewer.id,
        updatedAt: createdAt,
      });
      await recordEvent({
        type: "tool.created",
        actor: { kind: "person", id: viewer.id, name: viewer.name },
        target: { kind: "tool", id, name: input.name },
        domainId,
        details: { slug, kind: input.kind, teamId },
      });
      await catalogChanged([id]);
    });
  } catch (error) {
    if (violatedUnique(error)) throw slugTaken(slug);
    throw error;
  }
  return { id, slug, name: input.name, revision };
}
