import "server-only";
import { AppError } from "#lib/errors.ts";

/** What the trail needs to know of a reader; identity's viewer fits. */
export type AuditReader = { readonly id: string; readonly name: string; readonly roles: readonly string[] };

/** Only auditors and administrators read the whole trail. */
export function requireAuditReader(reader: AuditReader): void {
  if (reader.roles.includes("auditor") || reader.roles.includes("admin")) return;
  throw new AppError("forbidden", "Only auditors and administrators read the trail.", {
    mend: "Ask an administrator for the role auditor.",
  });
}
