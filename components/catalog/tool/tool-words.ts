import { tool } from "#lib/messages/en/tool.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of a tool's page. */
export const t = translator(tool);

/** A kind of review at the start of a sentence: "security" as "Security". */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
