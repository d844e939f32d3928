import { kindWords } from "#lib/catalog/facets.ts";
import type { LineageNode } from "#lib/catalog/lineage.ts";
import { lineage } from "#lib/messages/en/lineage.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of a lineage. */
export const t = translator(lineage);

/** What a part is, in a word. */
export function kindOf({ kind, toolKind }: LineageNode): string {
  if (kind !== "tool") return t(kind);
  return (toolKind && kindWords[toolKind]) ?? t("tool");
}

/** How a part stands to the tool of the page. */
export function relationOf({ distance }: LineageNode): string {
  if (distance === 0) return t("this");
  if (distance < 0) return t(distance === -1 ? "usesIt" : "usesItThrough");
  return t(distance === 1 ? "usedByIt" : "usedByItThrough");
}
