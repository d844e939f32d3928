import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";

type Rated = { readonly stars: number; readonly text: string; readonly version: string };

/** A rating as the trail keeps it: the stars, and of the words only their hash. */
export function ratingFacts({ stars, text, version }: Rated) {
  return { stars, version, textHash: textHash(text) };
}

/** Of a review or a reply; null where nothing was written. */
export function textHash(text: string | null): string | null {
  return text === null || text === "" ? null : hashJson(text);
}
