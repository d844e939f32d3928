import "server-only";
import { db } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";

export async function newestVerification(toolId: string) {
  return db().docsVerification.findFirst({
    where: { toolId, ...(env().isDemo ? {} : { source: "live" }) },
    orderBy: [{ verifiedAt: "desc" }, { id: "desc" }],
    select: { version: true, verifiedBy: true, verifiedAt: true, source: true },
  });
}
