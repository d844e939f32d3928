import "server-only";
import pg from "pg";
import type { NotificationListener } from "#lib/db/engine.ts";

const longestPause = 10_000;

export type PostgresListener = {
  listen(channel: string, listener: NotificationListener): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

/**
 * Holds one connection of its own for LISTEN, opened with the first listener and reopened when it breaks.
 * After a break every listener is called with undefined, because notifications may have been missed.
 */
export function createPostgresListener(url: string): PostgresListener {
  const listeners = new Map<string, Set<NotificationListener>>();
  let connection: Promise<pg.Client> | undefined;
  let isClosed = false;
  let retry: NodeJS.Timeout | undefined;

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      application_name: "weft-listen",
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on("notification", ({ channel, payload }) => {
      for (const listener of listeners.get(channel) ?? []) listener(payload ?? "");
    });
    let wasLost = false;
    const lost = () => {
      if (wasLost) return;
      wasLost = true;
      client.removeAllListeners("notification");
      connection = undefined;
      reconnect(100);
    };
    client.on("error", lost);
    await client.connect();
    client.on("end", lost);
    for (const channel of listeners.keys()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    return client;
  }

  function reconnect(pause: number): void {
    if (isClosed || listeners.size === 0) return;
    clearTimeout(retry);
    retry = setTimeout(async () => {
      if (connection || isClosed || listeners.size === 0) return;
      connection = connect();
      try {
        await connection;
      } catch {
        // The server is still away: the listeners learn of the gap once it is back.
        connection = undefined;
        reconnect(Math.min(pause * 2, longestPause));
        return;
      }
      for (const group of listeners.values()) for (const listener of group) listener(undefined);
    }, pause);
    retry.unref();
  }

  return {
    async listen(channel, listener) {
      const group = listeners.get(channel) ?? new Set();
      const isFirst = group.size === 0;
      group.add(listener);
      listeners.set(channel, group);
      try {
        if (!connection) {
          connection = connect();
          await connection;
        } else if (isFirst) {
          await (await connection).query(`LISTEN ${pg.escapeIdentifier(channel)}`);
        } else {
          await connection;
        }
      } catch (error) {
        connection = undefined;
        group.delete(listener);
        if (group.size === 0) listeners.delete(channel);
        throw error;
      }
      return async () => {
        group.delete(listener);
        if (group.size > 0 || listeners.get(channel) !== group) return;
        listeners.delete(channel);
        const client = await connection?.catch(() => undefined);
        await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`);
      };
    },
    async close() {
      isClosed = true;
      clearTimeout(retry);
      listeners.clear();
      const client = await connection?.catch(() => undefined);
      connection = undefined;
      client?.removeAllListeners("end");
      await client?.end();
    },
  };
}
