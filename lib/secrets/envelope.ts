import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { canonicalJson } from "#lib/canonical-json.ts";
import { AppError } from "#lib/errors.ts";

/** What a secret belongs to; opening it for anything else fails. */
export type SecretContext = {
  /** Id of the tool or provider that uses it. */
  readonly ownerId: string;
  readonly field: string;
  readonly version: number;
};

/** A key that wraps the secrets' own keys. The first of a list seals; all of them open. */
export type MasterKey = { readonly id: string; readonly bytes: Uint8Array };

const format = "weft1";
const ivBytes = 12;
const tagBytes = 16;
const mend = "Restore the key that sealed it (WEFT_KEY), or enter the secret again.";

/** Reads a key of 32 bytes from hexadecimal, base64 or base64url text. Throws `invalid-input` otherwise. */
export function readMasterKey(text: string): MasterKey {
  const trimmed = text.trim();
  const bytes = /^[0-9a-f]{64}$/i.test(trimmed)
    ? Buffer.from(trimmed, "hex")
    : Buffer.from(trimmed, "base64");
  if (bytes.length !== 32) {
    throw new AppError("invalid-input", "The key for secrets does not have 32 bytes.", {
      mend: "Make one with: openssl rand -base64 32",
    });
  }
  const id = createHash("sha256").update("weft master key").update(bytes).digest("hex").slice(0, 12);
  return { id, bytes };
}

function seal(key: Uint8Array, plain: Uint8Array, associated: string): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", key, iv, { authTagLength: tagBytes });
  cipher.setAAD(Buffer.from(associated));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, body, cipher.getAuthTag()]).toString("base64url");
}

function open(key: Uint8Array, sealed: string, associated: string): Buffer {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(associated));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]);
  } catch (cause) {
    const message = "A stored secret could not be opened: it was altered, or it belongs to something else.";
    throw new AppError("internal", message, { mend, cause });
  }
}

function associatedData(context: SecretContext, part: "key" | "value"): string {
  const { ownerId, field, version } = context;
  return canonicalJson({ format, part, ownerId, field, version });
}

function currentKey(keys: readonly MasterKey[]): MasterKey {
  const [key] = keys;
  if (!key)
    throw new AppError("internal", "There is no key to seal secrets with.", { mend: "Set WEFT_KEY." });
  return key;
}

function openDataKey(keys: readonly MasterKey[], context: SecretContext, envelope: string) {
  const [version, keyId, wrapped, value, ...rest] = envelope.split(".");
  if (version !== format || !keyId || !wrapped || !value || rest.length > 0) {
    throw new AppError("internal", "A stored secret is not in a form that can be read.", { mend });
  }
  const key = keys.find((candidate) => candidate.id === keyId);
  if (!key)
    throw new AppError("internal", `A stored secret was sealed with another key (${keyId}).`, { mend });
  return { keyId, dataKey: open(key.bytes, wrapped, associatedData(context, "key")), value };
}

/** Seals a secret under a key of its own, which the first master key wraps. The answer is one line of text. */
export function sealSecret(keys: readonly MasterKey[], context: SecretContext, secret: string): string {
  const master = currentKey(keys);
  const dataKey = randomBytes(32);
  const wrapped = seal(master.bytes, dataKey, associatedData(context, "key"));
  const value = seal(dataKey, Buffer.from(secret), associatedData(context, "value"));
  return [format, master.id, wrapped, value].join(".");
}

/** Opens a sealed secret. Throws `internal` when it was altered, moved, or sealed with a key that is gone. */
export function openSecret(keys: readonly MasterKey[], context: SecretContext, envelope: string): string {
  const { dataKey, value } = openDataKey(keys, context, envelope);
  return open(dataKey, value, associatedData(context, "value")).toString("utf8");
}

/** Wraps a secret's key with the first master key; the sealed value itself is not touched. */
export function rewrapSecret(keys: readonly MasterKey[], context: SecretContext, envelope: string): string {
  const master = currentKey(keys);
  const { keyId, dataKey, value } = openDataKey(keys, context, envelope);
  if (keyId === master.id) return envelope;
  return [format, master.id, seal(master.bytes, dataKey, associatedData(context, "key")), value].join(".");
}
