import { agentEditor } from "#lib/messages/en/draft-editor.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the editors of agents. */
export const t = translator(agentEditor);
