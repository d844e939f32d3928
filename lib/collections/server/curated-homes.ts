import "server-only";
import { mayCurate } from "#lib/collections/server/read-collections.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { describeDomains } from "#lib/identity/server/describe-domains.ts";
import { collections } from "#lib/messages/en/collections.ts";

export type CuratedHome = { readonly slug: string | null; readonly name: string };

/** Whose collections the viewer makes: domains by name, then the whole company with a null; none for most people. */
export async function curatedHomes(viewer: Viewer): Promise<CuratedHome[]> {
  const domains = (await describeDomains(viewer)).filter(({ id }) => mayCurate(viewer, id));
  const company = mayCurate(viewer, null) ? [{ slug: null, name: collections.wholeCompany }] : [];
  return [...domains.map(({ slug, name }) => ({ slug, name })), ...company];
}
