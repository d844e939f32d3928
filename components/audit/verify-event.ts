import type { AuditEventDto } from "#lib/audit/schema.ts";
import { canonicalJson } from "#lib/canonical-json.ts";

export type Verdict =
  | { readonly ok: true; readonly by: "browser" | "server" }
  | { readonly ok: false; readonly hash: string }
  | { readonly ok: false; readonly differing: readonly string[] };

const shownFacts = [
  "id",
  "type",
  "occurredAt",
  "actor",
  "target",
  "outcome",
  "reason",
  "ruleIds",
  "runId",
  "conversationId",
  "changes",
  "details",
  "source",
] as const satisfies readonly (keyof AuditEventDto)[];

/** SHA-256 over 0x00 and the bytes, as in RFC 6962; null where the browser offers no cryptography (plain http). */
async function leafHashInBrowser(canonical: string): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = new TextEncoder().encode(canonical);
  const leaf = new Uint8Array(bytes.length + 1);
  leaf.set(bytes, 1);
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", leaf));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Which facts of the row are not those of the bytes that were hashed. */
function differingFacts(canonical: string, event: AuditEventDto): string[] {
  const written = JSON.parse(canonical) as Readonly<Record<string, unknown>>;
  return shownFacts.filter(
    (name) => canonicalJson(written[name] ?? null) !== canonicalJson(event[name] ?? null),
  );
}

/**
 * Checks one event without trusting the server's word: the hash is computed here from the stored bytes, and the bytes
 * are compared with what the row says.
 */
export async function verifyEvent(
  canonical: string,
  event: AuditEventDto,
  isIntactByServer: boolean,
): Promise<Verdict> {
  const hash = await leafHashInBrowser(canonical);
  if (hash === null) {
    if (!isIntactByServer) return { ok: false, hash: "" };
  } else if (hash !== event.leafHash) return { ok: false, hash };
  const differing = differingFacts(canonical, event);
  return differing.length > 0
    ? { ok: false, differing }
    : { ok: true, by: hash === null ? "server" : "browser" };
}
