import "server-only";
import type { Engine } from "#lib/db/engine.ts";
import { createBoss, queueName } from "#lib/jobs/boss.ts";

/** Makes or upgrades the tables of the queue; with the owner's rights, as a part of migrating. */
export async function installQueue(database: Pick<Engine, "query" | "execute">): Promise<void> {
  const boss = createBoss(database, { migrate: true });
  await boss.start();
  try {
    await boss.createQueue(queueName);
  } finally {
    await boss.stop({ graceful: false });
  }
}
