"use client";

import { EmbeddedChat } from "#components/chat/embedded-chat.tsx";
import { createConversation } from "#components/chat/mutations.ts";
import { use } from "#lib/messages/en/use.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(use);

type EmbeddedToolChatProps = {
  readonly slug: string;
  readonly name: string;
  readonly examples: readonly string[];
};

/** A conversation with one published tool; it stands among the person's conversations like any other. */
export function EmbeddedToolChat({ slug, name, examples }: EmbeddedToolChatProps) {
  return (
    <div className="flex h-[70dvh] min-h-96 flex-col">
      <EmbeddedChat
        label={t("inChat")}
        placeholder={t("placeholder", { tool: name })}
        examples={examples}
        begin={() => createConversation({ tool: slug })}
      />
    </div>
  );
}
