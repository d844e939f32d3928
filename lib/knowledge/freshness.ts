const dayMs = 86_400_000;
/** Within so many days a reader may take a verification for granted. */
export const graceDays = 90;

/** Whether a document's verification is older than a reader may take for granted. */
export function isStale(verifiedAt: string | null, today: Date): boolean {
  return verifiedAt !== null && today.getTime() - Date.parse(verifiedAt) > graceDays * dayMs;
}
