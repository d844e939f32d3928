import "server-only";
import { z } from "zod";
import { now } from "#lib/clock.ts";
import { transaction } from "#lib/db/transaction.ts";
import { isAppError, notFound } from "#lib/errors.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { requirePermission } from "#lib/identity/server/require-permission.ts";
import type { ProbeInput } from "#lib/models/administration.ts";
import type { ProbeResult } from "#lib/models/schema.ts";
import { asActor, recordModelEvent } from "#lib/models/server/audit-events.ts";
import { modelEgress } from "#lib/models/server/language-model.ts";
import { providerBy, updateProvider } from "#lib/models/server/repository.ts";
import { readSecret } from "#lib/secrets/secret-store.ts";

const limits = { timeLimitMs: 8_000, maxBytes: 5_000_000, maxRedirects: 0 } as const;
const mostModels = 500;

/** OpenAI's list, or the one of servers that speak their own dialect beside it. */
const modelListSchema = z.union([
  z.object({ data: z.array(z.object({ id: z.string().min(1).max(200) })) }),
  z.object({ models: z.array(z.object({ name: z.string().min(1).max(200) })) }),
]);

type Found = Pick<ProbeResult, "ok" | "message" | "mend" | "models">;

const problem = (message: string, mend: string): Found => ({ ok: false, message, mend, models: [] });

function ofStatus(status: number, place: string): Found {
  if (status === 401 || status === 403) {
    return problem(
      `${place} refused the key.`,
      "Enter another key. Some servers need none: leave the field empty then.",
    );
  }
  if (status === 404) {
    return problem(
      `${place} has no list of models at this address.`,
      "Most addresses end in /v1. Without a list you can still name models by hand.",
    );
  }
  if (status === 429)
    return problem(`${place} takes no more requests at the moment.`, "Wait a minute and test again.");
  if (status >= 500)
    return problem(
      `${place} failed (status ${status}).`,
      "Tell the people who run it, and test again later.",
    );
  if (status >= 300 && status < 400) {
    return problem(
      `${place} sends the request on to another address.`,
      "Enter the address where it really runs.",
    );
  }
  return problem(`${place} answered with status ${status}.`, "Check the address.");
}

async function readModels(response: Response, place: string): Promise<Found> {
  const notAList = problem(
    `${place} answers, but not with a list of models.`,
    "Check that the address is that of an OpenAI-compatible API; most end in /v1.",
  );
  const body: unknown = await response.json().catch((error: unknown) => {
    if (isAppError(error)) throw error;
    return undefined;
  });
  const list = modelListSchema.safeParse(body);
  if (!list.success) return notAList;
  const names =
    "data" in list.data ? list.data.data.map(({ id }) => id) : list.data.models.map(({ name }) => name);
  const models = [...new Set(names)].sort().slice(0, mostModels);
  return {
    ok: true,
    message: `${place} answers and offers ${models.length} ${models.length === 1 ? "model" : "models"}.`,
    mend: null,
    models,
  };
}

/** Asks a model server for its list of models, over the network, within 8 seconds. Never throws for what it meets. */
export async function probeAddress(baseUrl: string, apiKey: string | undefined): Promise<ProbeResult> {
  const startedAt = performance.now();
  const url = new URL(`${baseUrl.replace(/\/+$/, "")}/models`);
  const headers = { accept: "application/json", ...(apiKey ? { authorization: `Bearer ${apiKey}` } : {}) };
  const found = await modelEgress()
    .fetch(url, { headers, redirect: "manual", ...limits })
    .then(async (response): Promise<Found> => {
      if (response.ok) return readModels(response, url.host);
      await response.body?.cancel();
      return ofStatus(response.status, url.host);
    })
    .catch((error: unknown): Found => {
      if (!isAppError(error)) throw error;
      const mend =
        error.code === "egress-refused"
          ? `${error.mend ?? ""} Private addresses are opened with WEFT_EGRESS_ALLOW.`.trim()
          : (error.mend ?? "Check the address, and that the server runs.");
      return problem(error.message, mend);
    });
  return { ...found, milliseconds: Math.round(performance.now() - startedAt) };
}

/** Tries a connection: a stored one, whose state is noted, or one that is being written. */
export async function testConnection(viewer: Viewer, input: ProbeInput): Promise<ProbeResult> {
  requirePermission(viewer, "model:administer");
  if (!("providerId" in input)) return probeAddress(input.baseUrl, input.apiKey || undefined);
  const row = await providerBy({ id: input.providerId });
  if (!row) throw notFound("The model server");
  if (row.baseUrl === null) {
    return {
      ok: true,
      milliseconds: 0,
      message: "It is part of this process.",
      mend: null,
      models: row.models.map(({ name }) => name),
    };
  }
  const result = await probeAddress(row.baseUrl, await readSecret("provider", row.id, "apiKey"));
  const lastProbeError = result.ok ? null : [result.message, result.mend].filter(Boolean).join(" ");
  await transaction(async () => {
    await updateProvider(row.id, { lastProbeAt: now(), lastProbeError, lastProbeMs: result.milliseconds });
    await recordModelEvent("provider.tested", asActor(viewer), row, {
      outcome: result.ok ? "succeeded" : "failed",
      ...(result.ok ? {} : { reason: result.message }),
      details: { durationMs: result.milliseconds, models: result.models.length },
    });
  });
  return result;
}
