import { z } from "zod";
import { api } from "#lib/http/api-client.ts";
import type {
  AliasChange,
  ChosenModels,
  EmbeddedChange,
  NewAlias,
  NewProvider,
  ProbeInput,
  ProviderChange,
} from "#lib/models/administration.ts";
import { type ImportInput, importResultSchema } from "#lib/models/model-file.ts";
import { type NewPrice, priceViewSchema } from "#lib/models/prices.ts";
import { aliasViewSchema, probeResultSchema, providerViewSchema } from "#lib/models/schema.ts";

const removedSchema = z.object({ removed: z.literal(true) });
const pricesSchema = z.array(priceViewSchema);
const provider = (id: string) => `/api/models/providers/${id}`;

/** What an administrator does with model servers and aliases; each throws ApiError when it is refused. */
export const modelActs = {
  add: (body: NewProvider) =>
    api("/api/models/providers", { method: "POST", body, response: providerViewSchema }),
  change: (id: string, body: ProviderChange) =>
    api(provider(id), { method: "PUT", body, response: providerViewSchema }),
  changeEmbedded: (id: string, body: EmbeddedChange) =>
    api(provider(id), { method: "PATCH", body, response: providerViewSchema }),
  remove: (id: string, reason: string) =>
    api(provider(id), { method: "DELETE", body: { reason }, response: removedSchema }),
  choose: (id: string, body: ChosenModels) =>
    api(`${provider(id)}/models`, { method: "PUT", body, response: providerViewSchema }),
  probe: (body: ProbeInput) =>
    api("/api/models/probes", { method: "POST", body, response: probeResultSchema }),
  addPrice: (modelId: string, body: NewPrice) =>
    api(`/api/models/${modelId}/prices`, { method: "POST", body, response: pricesSchema }),
  withdrawPrice: (modelId: string, id: string) =>
    api(`/api/models/${modelId}/prices/${id}`, { method: "DELETE", response: pricesSchema }),
  importFile: (body: ImportInput) =>
    api("/api/models/file", { method: "POST", body, response: importResultSchema }),
  addAlias: (body: NewAlias) =>
    api("/api/models/aliases", { method: "POST", body, response: aliasViewSchema }),
  changeAlias: (id: string, body: AliasChange) =>
    api(`/api/models/aliases/${id}`, { method: "PUT", body, response: aliasViewSchema }),
  removeAlias: (id: string) =>
    api(`/api/models/aliases/${id}`, { method: "DELETE", response: removedSchema }),
};
