import type { OperationBinding } from "#lib/catalog/operation.ts";

/** One operation as the other side lists it now. */
export type Listed = { readonly hash: string; readonly definition: unknown };

/** What a source lists, by `listedKey`. */
export type Listing = { readonly find: (key: string) => Listed | undefined };

export type PinnedOperation = {
  readonly name: string;
  readonly binding: OperationBinding;
  /** Of the reviewed definition; null for one that is pinned to none. */
  readonly hash: string | null;
};

export type Source = { readonly kind: string; readonly address: string | null };

export type Judgement = {
  readonly operation: string;
  readonly verdict: "same" | "changed" | "removed";
  readonly listed: Listed | null;
};

/** How the other side knows an operation; undefined for those that are nobody else's. */
export function listedKey(binding: OperationBinding): string | undefined {
  if (binding.kind === "mcp") return binding.toolName;
  if (binding.kind === "http") return `${binding.method} ${binding.path}`;
  return undefined;
}

function isSameAddress(a: string, b: string | null): boolean {
  if (b === null || !URL.canParse(a) || !URL.canParse(b)) return a === b;
  return new URL(a).href === new URL(b).href;
}

/**
 * The operations that come from a source: of an MCP server those that call it; of an OpenAPI document all that are
 * pinned, or with several documents those that this one lists or `listedBefore` listed.
 */
export function operationsFrom(
  source: Source,
  operations: readonly PinnedOperation[],
  several: { readonly now: Listing; readonly before: Listing } | null,
): readonly PinnedOperation[] {
  return operations.filter(({ binding, hash }) => {
    if (hash === null) return false;
    if (source.kind === "mcp")
      return binding.kind === "mcp" && isSameAddress(binding.serverUrl, source.address);
    if (binding.kind !== "http") return false;
    const key = listedKey(binding) ?? "";
    return several === null || Boolean(several.before.find(key)) || several.now.find(key)?.hash === hash;
  });
}

/** Each operation against what is listed. */
export function judgeOperations(
  operations: readonly PinnedOperation[],
  listing: Listing,
): readonly Judgement[] {
  return operations.map(({ name, binding, hash }): Judgement => {
    const listed = listing.find(listedKey(binding) ?? "");
    if (!listed) return { operation: name, verdict: "removed", listed: null };
    return { operation: name, verdict: listed.hash === hash ? "same" : "changed", listed };
  });
}
