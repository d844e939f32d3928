import "server-only";
import { z } from "zod";
import { type SecretField, secretFields, settingFields } from "#lib/models/provider-types.ts";
import type { Connection } from "#lib/models/server/kinds/kind.ts";
import { readSecrets } from "#lib/secrets/secret-store.ts";

export type ConnectionRow = {
  readonly id: string;
  readonly slug: string;
  readonly type: string;
  readonly baseUrl: string | null;
  readonly settings: unknown;
};

const settingsSchema = z.partialRecord(z.enum(settingFields), z.string()).catch({});

export const readSettings = (settings: unknown): Connection["settings"] => settingsSchema.parse(settings);

/** The sealed secrets of a provider, opened. They go into a connection and nowhere else. */
export async function secretsOf(providerId: string): Promise<Partial<Record<SecretField, string>>> {
  const stored = await readSecrets("provider", providerId);
  return Object.fromEntries(
    secretFields.flatMap((field) => {
      const value = stored.get(field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}

/** What is needed to speak to a stored model server. */
export async function connectionOf(row: ConnectionRow, fetchWith: typeof fetch): Promise<Connection> {
  return {
    slug: row.slug,
    baseUrl: row.baseUrl ?? "",
    settings: readSettings(row.settings),
    secrets: await secretsOf(row.id),
    fetch: fetchWith,
  };
}
