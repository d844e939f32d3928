import type { HealthQuery } from "#lib/publishing/handover/health.ts";

/** The address of the list; a narrowing that changes begins at the first page. */
export function healthAddress(query: Partial<HealthQuery>): string {
  const parameters = new URLSearchParams();
  if (query.state && query.state !== "any") parameters.set("state", query.state);
  if (query.q) parameters.set("q", query.q);
  if (query.domain) parameters.set("domain", query.domain);
  if (query.page && query.page > 1) parameters.set("page", String(query.page));
  return parameters.size > 0 ? `/admin/ownership?${parameters}` : "/admin/ownership";
}
