import "server-only";
import type { Viewer } from "#lib/identity/schema.ts";
import { isOutdated, type SourceState, sourceStates } from "#lib/publishing/server/source-state.ts";
import { requireDraftTool } from "#lib/publishing/server/tool-draft.ts";
import { keyOfBinding } from "#lib/publishing/sources/offered.ts";
import { type SourceView, sourceViewSchema } from "#lib/publishing/sources/schema.ts";
import { contractStateSchema, isFailing } from "#lib/publishing/watch/contract-state.ts";
import { secretFields } from "#lib/secrets/secret-store.ts";

/** So many problems of a document, servers and schemes are listed; the rest is counted. */
const mostListed = 100;

/** A source for its owner's eyes; `kept` are the names of secrets that have a value. */
export function viewOfSource(state: SourceState, kept: ReadonlySet<string>): SourceView {
  const { row, listing, own } = state;
  const listedOf = (binding: Readonly<Record<string, unknown>>) =>
    listing.byKey.get(keyOfBinding(binding) ?? "");
  const gone = listing.isKnown ? own.filter(({ binding }) => !listedOf(binding)) : [];
  const changed = own.filter((operation) => {
    const listed = listedOf(operation.binding);
    return listed !== undefined && isOutdated(operation, listed.hash);
  });
  return sourceViewSchema.parse({
    id: row.id,
    kind: row.kind,
    address: row.address,
    title: listing.title.slice(0, 400),
    version: listing.version.slice(0, 100),
    description: listing.description.slice(0, 4000),
    failure: isFailing(contractStateSchema.parse(row.state)) ? row.message : "",
    readAt: row.checkedAt?.toISOString() ?? null,
    isKnown: listing.isKnown,
    fingerprint: listing.fingerprint,
    servers: listing.servers
      .slice(0, mostListed)
      .map(({ url, ...server }) => ({ ...server, url: url ?? null })),
    server: state.chosenServer ?? state.standardServer ?? null,
    schemes: listing.schemes.slice(0, mostListed).map(({ secretName, ...scheme }) => {
      const name = secretName === null ? null : state.secretNameOf(secretName);
      return { ...scheme, secretName: name, isKept: name !== null && kept.has(name) };
    }),
    operationCount: listing.operations.length,
    problems: listing.problems.slice(0, mostListed),
    problemCount: listing.problems.length,
    chosenCount: own.length,
    changed: changed.map(({ name }) => name),
    gone: gone.map(({ name }) => name),
  });
}

/** Where the operations of a tool come from. */
export async function listSources(viewer: Viewer, slug: string): Promise<SourceView[]> {
  const tool = await requireDraftTool(viewer, slug);
  const [states, secrets] = await Promise.all([sourceStates(tool), secretFields("tool", [tool.id])]);
  const kept = new Set(secrets.get(tool.id) ?? []);
  return states.map((state) => viewOfSource(state, kept));
}

/** One of them, after a change. */
export async function viewSource(viewer: Viewer, slug: string, id: string): Promise<SourceView | null> {
  return (await listSources(viewer, slug)).find((source) => source.id === id) ?? null;
}
