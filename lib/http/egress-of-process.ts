import "server-only";
import { env } from "#lib/env.ts";
import { createEgress, type Egress } from "#lib/http/egress.ts";

// Next loads a module several times per process; connections are kept once.
const holder = globalThis as typeof globalThis & { weftEgress?: Egress };

/** The egress client of this process, with the private addresses of `WEFT_EGRESS_ALLOW`. */
export function processEgress(): Egress {
  holder.weftEgress ??= createEgress({ allowPrivate: env().egressAllow });
  return holder.weftEgress;
}

/** Puts another client in its place, for work with the clock set back; returns the way to undo it. */
export function replaceProcessEgress(egress: Egress): () => void {
  const before = holder.weftEgress;
  holder.weftEgress = egress;
  return () => {
    holder.weftEgress = before;
  };
}
