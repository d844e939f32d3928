import { createHash } from "node:crypto";
import type { SeededPerson } from "../organisation.ts";

const clients = [
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
  "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
] as const;

/** Address and browser of a person's desk: offices have their own networks, and everybody one machine. */
export function placeOf(person: SeededPerson): { readonly ip: string; readonly client: string } {
  const hash = createHash("sha256").update(person.id).digest();
  const office = person.office === "porto" ? 30 : 20;
  return {
    ip: `10.${office}.${hash.readUInt8(0) % 24}.${10 + (hash.readUInt8(1) % 230)}`,
    client: clients[hash.readUInt8(2) % clients.length] ?? clients[0],
  };
}
