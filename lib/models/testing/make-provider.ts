import type { Viewer } from "#lib/identity/schema.ts";
import { chosenModelsSchema, newProviderSchema } from "#lib/models/administration.ts";
import { proposedCapabilities, type ToldCapabilities } from "#lib/models/capabilities.ts";
import type { ProviderView } from "#lib/models/schema.ts";
import { addProvider } from "#lib/models/server/change-providers.ts";
import { chooseModels } from "#lib/models/server/choose-models.ts";

type Given = Readonly<Record<string, unknown>> & { readonly slug: string };

/** A provider with models, made by the product's own use cases. */
export async function makeProvider(
  viewer: Viewer,
  given: Given,
  models: Readonly<Record<string, ToldCapabilities>>,
): Promise<ProviderView> {
  const facts = { name: `Server ${given.slug}`, dataClassCeiling: "internal", ...given };
  const { id } = await addProvider(viewer, newProviderSchema.parse(facts));
  const chosen = Object.entries(models).map(([name, told]) => ({
    name,
    displayName: name,
    capabilities: proposedCapabilities(told),
  }));
  return chooseModels(viewer, id, chosenModelsSchema.parse({ models: chosen }));
}
