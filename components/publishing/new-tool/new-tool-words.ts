import { newTool } from "#lib/messages/en/new-tool.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the making of a tool. */
export const t = translator(newTool);
