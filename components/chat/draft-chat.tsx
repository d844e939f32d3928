"use client";

import { z } from "zod";
import { EmbeddedChat } from "#components/chat/embedded-chat.tsx";
import { api } from "#lib/http/api-client.ts";
import { playground } from "#lib/messages/en/playground.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(playground);

function beginWithDraft(slug: string): Promise<{ id: string }> {
  return api(`/api/owner/${encodeURIComponent(slug)}/playground/conversations`, {
    method: "POST",
    response: z.object({ id: z.uuid() }),
  });
}

type DraftChatProps = { readonly slug: string; readonly examples: readonly string[] };

/** A conversation with the draft: only its operations are chosen from. */
export function DraftChat({ slug, examples }: DraftChatProps) {
  return (
    <EmbeddedChat
      label={t("inChat")}
      placeholder={t("placeholder")}
      examples={examples}
      begin={() => beginWithDraft(slug)}
    />
  );
}
