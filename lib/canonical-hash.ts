import "server-only";
import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/canonical-json.ts";

/** SHA-256 in lower-case hexadecimal. Text is taken as UTF-8. */
export function sha256Hex(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** SHA-256 of a value's canonical JSON, so that equal values have equal hashes whatever their order. */
export function hashJson(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
