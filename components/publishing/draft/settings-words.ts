import { settingsEditor } from "#lib/messages/en/draft-editor.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the editor of a tool's settings. */
export const t = translator(settingsEditor);
