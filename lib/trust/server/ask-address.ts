import "server-only";
import type { Egress } from "#lib/http/egress.ts";

export type ProbeAnswer = {
  readonly outcome: "succeeded" | "failed" | "timed-out";
  readonly durationMs: number;
  readonly error: string | null;
};

export type ProbeAddress = { readonly kind: "http" | "mcp"; readonly url: string };

const limits = { timeLimitMs: 5000, maxBytes: 65_536, maxRedirects: 1 } as const;
const headNotOffered = new Set([405, 501]);

const initialize = {
  jsonrpc: "2.0",
  id: 1,
  method: "initialize",
  params: {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "weft-probe", version: "1" },
  },
};

async function statusOf({ kind, url }: ProbeAddress, egress: Egress, signal: AbortSignal): Promise<number> {
  const read = async (init: RequestInit) => {
    const answer = await egress.fetch(url, { ...init, ...limits, signal });
    await answer.body?.cancel();
    return answer.status;
  };
  if (kind === "mcp") {
    const headers = { "content-type": "application/json", accept: "application/json, text/event-stream" };
    return read({ method: "POST", headers, body: JSON.stringify(initialize) });
  }
  const status = await read({ method: "HEAD" });
  return headNotOffered.has(status) ? read({ method: "GET" }) : status;
}

/**
 * Asks an address whether anybody answers, without a credential: a refusal is an answer too, an error of the server is
 * none. Never throws, except when it was stopped.
 */
export async function askAddress(
  address: ProbeAddress,
  egress: Egress,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const started = performance.now();
  const answered = (outcome: ProbeAnswer["outcome"], error: string | null): ProbeAnswer => ({
    outcome,
    durationMs: Math.round(performance.now() - started),
    error,
  });
  try {
    const status = await statusOf(address, egress, signal);
    if (status < 500) return answered("succeeded", null);
    return answered("failed", `It answered with status ${status}.`);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const isLate = error instanceof Error && "code" in error && error.code === "upstream-timeout";
    const said = error instanceof Error ? error.message : "It could not be reached.";
    return answered(isLate ? "timed-out" : "failed", said.slice(0, 400));
  }
}
