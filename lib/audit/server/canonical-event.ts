import "server-only";
import { createHash } from "node:crypto";
import { canonicalJson } from "#lib/canonical-json.ts";

/** The bytes that are stored and hashed: RFC 8785 canonical JSON in UTF-8. */
export function canonicalBytes(event: Readonly<Record<string, unknown>>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(canonicalJson(event)));
}

/** Leaf hash of RFC 6962: SHA-256 over 0x00 and the entry. */
export function leafHash(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const digest = createHash("sha256").update(Uint8Array.of(0)).update(bytes).digest();
  return new Uint8Array(digest);
}
