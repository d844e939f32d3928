import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { keyOfBinding, type SourceListing } from "#lib/publishing/sources/offered.ts";

type Place = { readonly kind: string; readonly address: string | null };

function isSameAddress(a: unknown, b: string | null): boolean {
  if (typeof a !== "string" || b === null) return false;
  return a === b || (URL.canParse(a) && URL.canParse(b) && new URL(a).href === new URL(b).href);
}

/**
 * Whether an operation of a draft comes from a source: of an MCP server those that call it; of a single document all that
 * call over HTTP; of several documents those that this one lists, the one with the same definition first.
 */
export function isFromSource(
  source: Place,
  operation: DraftOperation,
  hash: string | null,
  listing: SourceListing | null,
  others: readonly (SourceListing | null)[],
): boolean {
  const { binding } = operation;
  if (source.kind === "mcp")
    return binding.kind === "mcp" && isSameAddress(binding.serverUrl, source.address);
  if (binding.kind !== "http") return false;
  if (others.length === 0) return true;
  const key = keyOfBinding(binding) ?? "";
  const listed = listing?.byKey.get(key);
  if (!listed) return false;
  const rivals = others.filter((other) => other?.byKey.has(key));
  return rivals.length === 0 || (hash !== null && listed.hash === hash);
}
