import "server-only";
import { operationTitles } from "#lib/catalog/server/repository.ts";

type OperationOfCall = { readonly versionId: string; readonly operationName: string };

/**
 * What the operations of some calls are called for people, in the version that was called; the name where a version
 * has no such operation any more.
 */
export async function titlesOfOperations(
  calls: readonly OperationOfCall[],
): Promise<(call: OperationOfCall) => string> {
  if (calls.length === 0) return ({ operationName }) => operationName;
  const rows = await operationTitles([...new Set(calls.map(({ versionId }) => versionId))]);
  const titles = new Map(rows.map(({ versionId, name, title }) => [`${versionId} ${name}`, title]));
  return ({ versionId, operationName }) => titles.get(`${versionId} ${operationName}`) || operationName;
}
