import { searchCatalog } from "#lib/catalog/server/search-catalog.ts";
import { db } from "#lib/db/client.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";
import { mean, percentile } from "./measures.ts";

/** The longest query that the product takes. */
const longestQuery = 500;

export type Place = { readonly domainId: string; readonly teamId: string };

/** A domain with a team, and a person of another one who looks for tools. */
export async function makePlace(): Promise<Place & { readonly viewer: Viewer }> {
  const place = await makeTeam("Measured");
  // A word that no tool and no query says, so that the name of the domain tells nothing.
  await db().domain.update({ where: { id: place.domainId }, data: { name: "Benchset" } });
  const elsewhere = await makeTeam("Elsewhere");
  return { ...place, viewer: await makeViewer({ teamId: elsewhere.teamId }) };
}

export type Answer = {
  readonly ids: readonly string[];
  readonly total: number;
  readonly milliseconds: number;
};

/** The first page that a person sees for a query, and the time that its making took. */
export async function ask(viewer: Viewer, text: string): Promise<Answer> {
  const begin = performance.now();
  const { hits, total } = await searchCatalog(viewer, {
    q: text.replaceAll("\0", "").slice(0, longestQuery),
  });
  return { ids: hits.map(({ id }) => id), total, milliseconds: performance.now() - begin };
}

/** Times of answers in milliseconds, to a hundredth. */
export function times(answers: readonly Pick<Answer, "milliseconds">[]): {
  p50_ms: number;
  p95_ms: number;
  mean_ms: number;
} {
  const all = answers.map(({ milliseconds }) => milliseconds);
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    p50_ms: rounded(percentile(all, 0.5)),
    p95_ms: rounded(percentile(all, 0.95)),
    mean_ms: rounded(mean(all)),
  };
}
