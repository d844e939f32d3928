import { contractWatch } from "#lib/messages/en/contract-watch.ts";
import { translator } from "#lib/messages/translate.ts";

export const t = translator(contractWatch);
