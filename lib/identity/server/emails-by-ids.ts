import "server-only";
import { findEmailsById } from "#lib/identity/server/directory-repository.ts";

/** E-mail addresses of people by id, for files in which a person is named so that another portal finds them. */
export async function emailsByIds(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  return new Map((await findEmailsById([...new Set(ids)])).map(({ id, email }) => [id, email]));
}
