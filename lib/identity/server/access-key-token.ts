import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const mark = "weft_";
const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const secretLength = 43;
const sumLength = 6;
const shape = new RegExp(`^${mark}[0-9A-Za-z]{${secretLength + sumLength}}$`);
const shownLetters = 6;

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  while (text.length < length) {
    text = letters.charAt(Number(rest % 62n)) + text;
    rest /= 62n;
  }
  return text;
}

const sumOf = (secret: string) => base62(BigInt(crc32(`${mark}${secret}`)), sumLength);

/** A new key: 32 random bytes in base 62 behind `weft_`, then a checksum by which scanners tell it from other text. */
export function newToken(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString("hex")}`), secretLength);
  return `${mark}${secret}${sumOf(secret)}`;
}

/** Whether a text can be a key at all; most typing mistakes end here, before the database is asked. */
export function isToken(text: string): boolean {
  if (!shape.test(text)) return false;
  const secret = text.slice(mark.length, -sumLength);
  return sumOf(secret) === text.slice(-sumLength);
}

/** What is kept of a key. It is found by this hash, so the time that finding takes tells nothing about a key. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("hex");

export const prefixOfToken = (token: string): string => token.slice(0, mark.length + shownLetters);

export type GivenToken = { readonly token: string; readonly scheme: "bearer" | "basic" };

function passwordOf(credentials: string): string {
  const plain = Buffer.from(credentials, "base64").toString("utf8");
  return plain.slice(plain.indexOf(":") + 1);
}

/**
 * The key that a request carries: as `Authorization: Bearer`, or as the password of Basic for readers that know nothing
 * else. Other credentials, such as those for a proxy in front of the portal, are none of ours.
 */
export function givenToken(headers: Headers): GivenToken | null {
  const [, scheme = "", credentials = ""] =
    /^(bearer|basic) +(\S+)$/i.exec(headers.get("authorization")?.trim() ?? "") ?? [];
  const isBasic = scheme.toLowerCase() === "basic";
  const token = isBasic ? passwordOf(credentials) : credentials;
  return token.startsWith(mark) ? { token, scheme: isBasic ? "basic" : "bearer" } : null;
}
