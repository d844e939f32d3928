import "server-only";
import { drainSignal } from "#lib/drain.ts";
import { firstAdminSetting } from "#lib/identity/server/make-first-administrator.ts";
import { readSetting } from "#lib/identity/server/setting-repository.ts";
import { log } from "#lib/log.ts";

const answerWithinMs = 3000;

/** Whether this process can serve: it is not asked to stop, and the database answers in time and holds our tables. */
export async function checkReadiness(): Promise<boolean> {
  if (drainSignal().aborted) return false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The database did not answer in time.")), answerWithinMs);
  });
  try {
    await Promise.race([readSetting(firstAdminSetting), late]);
    return true;
  } catch (error) {
    log.warn({ err: error }, "not ready");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
