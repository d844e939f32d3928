import "server-only";
import type { Misbehaviour } from "#e2e/model-script.ts";
import { db } from "#lib/db/client.ts";
import { newId } from "#lib/db/uuid.ts";
import type { Company } from "#lib/runs/testing/company.ts";
import { makeModel } from "#lib/runs/testing/company.ts";

export type ThreeModels = {
  /** The alias whose first model misbehaves in this way. */
  readonly aliasOf: (fault: Misbehaviour) => string;
  readonly idOf: (name: string) => string;
};

/** Aliases of three models: one that misbehaves first, then `second` and `third`, which answer. */
export async function makeThreeModels(
  { providerId }: Pick<Company, "providerId">,
  faults: readonly Misbehaviour[],
): Promise<ThreeModels> {
  const others = [await makeModel(providerId, "second"), await makeModel(providerId, "third")];
  const known = await db().model.findMany({ where: { providerId }, select: { id: true, name: true } });
  const ids = new Map(known.map(({ id, name }) => [name, id]));
  const idOf = (name: string) => {
    const id = ids.get(name);
    if (!id) throw new Error(`There is no model ${name}.`);
    return id;
  };
  const aliasOf = (fault: Misbehaviour) => `three-${fault}`;
  for (const fault of faults) {
    const aliasId = newId();
    await db().modelAlias.create({ data: { id: aliasId, name: aliasOf(fault) } });
    await db().modelAliasEntry.createMany({
      data: [idOf(fault), ...others].map((modelId, position) => ({
        id: newId(),
        aliasId,
        modelId,
        position,
      })),
    });
  }
  return { aliasOf, idOf };
}
