import "server-only";
import { isAppError } from "#lib/errors.ts";
import type { ConnectableType } from "#lib/models/provider-types.ts";
import type { OfferedModel, ProbeResult } from "#lib/models/schema.ts";
import { providerKinds } from "#lib/models/server/kinds/all-kinds.ts";
import type { Connection, Listing } from "#lib/models/server/kinds/kind.ts";
import { modelEgress } from "#lib/models/server/language-model.ts";

const limits = { timeLimitMs: 8_000, maxBytes: 5_000_000, maxRedirects: 0 } as const;
const mostModels = 500;

type Found = Omit<ProbeResult, "milliseconds">;

const problem = (message: string, mend: string): Found => ({ state: "failing", message, mend, models: [] });

function ofStatus(status: number, place: string, hasSecret: boolean): Found {
  if (status === 401 || status === 403) {
    return {
      state: "needs-sign-in",
      message: hasSecret ? `${place} refused the key.` : `${place} wants a key.`,
      mend: hasSecret
        ? "Enter another key. Some servers need none: leave the field empty then."
        : "Enter the key that the people who run it gave you.",
      models: [],
    };
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
  return problem(`${place} answered with status ${status}.`, "Check the address, the key and the region.");
}

const cut = (text: string | null) => text?.trim().slice(0, 80) || null;

function tidy(models: readonly OfferedModel[]): OfferedModel[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  return [...byName.values()]
    .map((model) => ({ ...model, displayName: cut(model.displayName) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, mostModels);
}

async function readModels(response: Response, { read, note }: Listing, place: string): Promise<Found> {
  const body: unknown = await response.json().catch((error: unknown) => {
    if (isAppError(error)) throw error;
    return undefined;
  });
  const list = read(body);
  if (!list) {
    return problem(
      `${place} answers, but not with a list of models.`,
      "Check that the address is that of the API of this type of server; many end in /v1.",
    );
  }
  const models = tidy(list);
  const offers = `${place} answers and offers ${models.length} ${models.length === 1 ? "model" : "models"}.`;
  return {
    state: "connected",
    message: note ? `${place} answers and takes the key.` : offers,
    mend: note ?? null,
    models,
  };
}

/** Asks a model server for its list of models, over the network, within 8 seconds. Never throws for what it meets. */
export async function askForModels(type: ConnectableType, connection: Connection): Promise<ProbeResult> {
  const startedAt = performance.now();
  const listing = await providerKinds[type].listing(connection);
  const place = listing.url.host;
  const headers = { accept: "application/json", ...listing.headers };
  const found = await modelEgress()
    .fetch(listing.url, { headers, redirect: "manual", ...limits })
    .then(async (response): Promise<Found> => {
      if (response.ok) return readModels(response, listing, place);
      await response.body?.cancel();
      return ofStatus(response.status, place, Object.values(connection.secrets).some(Boolean));
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
