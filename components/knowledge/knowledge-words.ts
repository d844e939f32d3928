import { knowledge } from "#lib/messages/en/knowledge.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts about documents. */
export const t = translator(knowledge);

/** A language's name as people read it. */
export function languageWord(code: string): string {
  return code === "pt" ? t("portuguese") : code === "en" ? t("english") : code;
}
