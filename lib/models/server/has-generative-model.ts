import "server-only";
import { modelCapabilitiesSchema } from "#lib/models/capabilities.ts";
import { activeModels } from "#lib/models/server/repository.ts";

/** Whether a model that writes sentences of its own is connected. */
export async function hasGenerativeModel(): Promise<boolean> {
  const models = await activeModels();
  return models.some(
    (model) => modelCapabilitiesSchema.safeParse(model.capabilities).data?.generates === true,
  );
}
