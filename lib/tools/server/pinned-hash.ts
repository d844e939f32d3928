import "server-only";
import { hashJson } from "#lib/canonical-hash.ts";
import type { OperationContent } from "#lib/catalog/operation.ts";

/** The hash of the definition that the owner reviewed; null for an operation that is not pinned to one. */
export function pinnedHash({
  binding,
  contract,
}: Pick<OperationContent, "binding" | "contract">): string | null {
  if (binding.kind === "mcp") return binding.definitionHash;
  if (binding.kind === "http" && contract !== undefined && contract !== null) return hashJson(contract);
  return null;
}
