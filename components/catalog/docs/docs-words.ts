import type { DocsProblem } from "#lib/catalog/docs/check-docs.ts";
import { docs } from "#lib/messages/en/docs.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the Docs tab. */
export const t = translator(docs);

/** What is wrong with a link or an image, and what to do about it. */
export function problemWords({ kind, elsewhere }: DocsProblem): string {
  return kind === "section-elsewhere"
    ? t("problem-section-elsewhere", { elsewhere: elsewhere ?? "" })
    : t(`problem-${kind}`);
}
