import type { FacetKey } from "#lib/catalog/query-names.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

/** What people read for a facet. */
export const facetWords: Readonly<Record<FacetKey, string>> = {
  ready: t("facetReady"),
  domain: t("facetDomain"),
  kind: t("facetKind"),
  team: t("facetTeam"),
  dataClass: t("facetDataClass"),
  lifecycle: t("facetLifecycle"),
  trust: t("facetTrust"),
  tag: t("facetTag"),
};

/** In the order in which they help to choose. */
export const facetOrder: readonly FacetKey[] = [
  "ready",
  "domain",
  "kind",
  "trust",
  "team",
  "dataClass",
  "lifecycle",
  "tag",
];
