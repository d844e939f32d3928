import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#prisma/generated/client.ts";

const columns = { id: true, name: true, input: true, savedAt: true } as const;

type Place = { readonly personId: string; readonly slug: string; readonly operationName: string };

const at = ({ personId, slug, operationName }: Place) => ({ personId, operationName, tool: { slug } });

export async function savedInputsAt(place: Place) {
  return db().savedInput.findMany({
    where: at(place),
    orderBy: [{ savedAt: "desc" }, { id: "desc" }],
    select: columns,
  });
}

/** Keeps a form; one of the same name gives way to it. */
export async function putSavedInput(data: Prisma.SavedInputUncheckedCreateInput) {
  const { id, personId, toolId, operationName, name, ...rest } = data;
  return db().savedInput.upsert({
    where: { personId_toolId_operationName_name: { personId, toolId, operationName, name } },
    create: data,
    update: rest,
    select: columns,
  });
}

/** The form that was taken away; null when this person has none with this id there. */
export async function takeSavedInput(place: Place, id: string) {
  const row = await db().savedInput.findFirst({
    where: { ...at(place), id },
    select: { id: true, name: true, tool: { select: { id: true, name: true, domainId: true } } },
  });
  if (row) await db().savedInput.delete({ where: { id: row.id }, select: { id: true } });
  return row;
}
