import "server-only";
import type { Suggestions } from "#lib/catalog/schema.ts";
import { findPassages } from "#lib/catalog/server/find-passages.ts";
import { suggestTools } from "#lib/catalog/server/suggest-tools.ts";
import type { Viewer } from "#lib/identity/schema.ts";

const mostTools = 5;
const mostPassages = 2;

/** Tools for words that are being typed, and passages once there are words enough to be a question. */
export async function suggest(viewer: Viewer, words: string): Promise<Suggestions> {
  const isQuestion = words.trim().split(/\s+/).length >= 2;
  const [tools, passages] = await Promise.all([
    suggestTools(viewer, { words, limit: mostTools }),
    isQuestion ? findPassages(viewer, words, mostPassages) : [],
  ]);
  return { tools, passages: passages.slice(0, mostPassages) };
}
