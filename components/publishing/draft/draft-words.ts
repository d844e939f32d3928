import { draftEditor } from "#lib/messages/en/draft-editor.ts";
import { translator } from "#lib/messages/translate.ts";

/** The texts of the editors of a draft. */
export const t = translator(draftEditor);
