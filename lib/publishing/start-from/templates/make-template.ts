import { noWords } from "#lib/catalog/no-words.ts";
import { standardSettings } from "#lib/catalog/tool-settings.ts";
import type { DraftOperation, DraftSettings } from "#lib/publishing/draft-content.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";
import type { ToolTemplate } from "#lib/publishing/start-from/template.ts";

type TemplateFacts = Pick<ToolTemplate, "id" | "kind" | "name" | "summary"> & {
  readonly needs?: ToolTemplate["needs"];
  readonly words: Partial<DraftWords> & Pick<DraftWords, "purpose">;
  readonly settings?: Partial<DraftSettings>;
  readonly operations?: readonly DraftOperation[];
  readonly hints?: ToolTemplate["hints"];
};

const hintsForAll = {
  name: "What colleagues would call it, without “AI” or “assistant”.",
  whenToUse: "Tasks in the words of the people who have them.",
  whenNotToUse: "What people will try and should not, with what to use instead.",
};

/** A template in full: what it leaves out is empty or has its standard. */
export function makeTemplate({
  words,
  settings,
  operations = [],
  needs = [],
  ...rest
}: TemplateFacts): ToolTemplate {
  return {
    ...rest,
    needs,
    words: { ...noWords, name: rest.name, ...words },
    settings: { ...standardSettings, ...settings },
    operations: [...operations],
    hints: { ...hintsForAll, ...rest.hints },
  };
}

/** What an operation that only reads or writes text does to the world: nothing. */
export const harmless = { readOnly: true, destructive: false, idempotent: true, openWorld: false };
