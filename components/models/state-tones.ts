import type { ConnectionState } from "#lib/models/schema.ts";

/** How the states of a connection are shown; the word stands beside the colour. */
export const stateTones = {
  connected: "positive",
  "needs-sign-in": "caution",
  failing: "danger",
} as const satisfies Record<ConnectionState, string>;
