import "server-only";
import { listen } from "#lib/db/notify.ts";
import { notRated, type TrustRating } from "#lib/trust/mark.ts";
import { ratingResultSchema } from "#lib/trust/schema.ts";
import { newestResults } from "#lib/trust/server/results-repository.ts";
import { trustChannel } from "#lib/trust/server/trust-channel.ts";
import { settingsInForce } from "#lib/trust/server/trust-settings.ts";
import { toMark } from "#lib/trust/to-mark.ts";

type Marks = Map<string, TrustRating>;
type Held = {
  marks: Promise<Marks> | undefined;
  /** Tools whose mark is older than their newest result. */
  stale: Set<string>;
  isListening: boolean;
};
const holder = globalThis as typeof globalThis & { weftTrustMarks?: Held };
holder.weftTrustMarks ??= { marks: undefined, stale: new Set(), isListening: false };
const held = holder.weftTrustMarks;

async function readMarks(toolIds: readonly string[] | null): Promise<Marks> {
  const [{ settings }, rows] = await Promise.all([settingsInForce(), newestResults(toolIds)]);
  return new Map(
    rows.map((row) => {
      const read = ratingResultSchema.safeParse(row.rating);
      return [row.tool_id, read.success ? toMark(read.data, settings) : notRated];
    }),
  );
}

/** Forgets the marks of this process, of one tool or of all; the next question reads them from the database. */
export function forgetRatings(toolId?: string): void {
  if (toolId) held.stale.add(toolId);
  else held.marks = undefined;
}

async function freshMarks(): Promise<Marks> {
  if (!held.marks) {
    held.stale.clear();
    held.marks = readMarks(null);
    return held.marks;
  }
  const marks = await held.marks;
  if (held.stale.size > 0) {
    const stale = [...held.stale];
    held.stale.clear();
    for (const [id, mark] of await readMarks(stale)) marks.set(id, mark);
  }
  return marks;
}

/**
 * The mark of each tool, or of those named, from memory: read at first use, and again for a tool that was rated anew on
 * any replica. A tool that is not in it has not been rated yet.
 */
export async function currentRatings(
  toolIds: readonly string[] | null = null,
): Promise<ReadonlyMap<string, TrustRating>> {
  if (!held.isListening) {
    held.isListening = true;
    await listen(trustChannel, (payload) => forgetRatings(payload || undefined));
  }
  try {
    const marks = await freshMarks();
    if (!toolIds) return marks;
    return new Map(
      toolIds.flatMap((id): [string, TrustRating][] => {
        const mark = marks.get(id);
        return mark ? [[id, mark]] : [];
      }),
    );
  } catch (error) {
    held.marks = undefined;
    throw error;
  }
}
