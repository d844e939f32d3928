import { ConversationRows } from "#components/home/conversation-rows.tsx";
import { t } from "#components/home/home-words.ts";
import { Section } from "#components/layout/section.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import type { Viewer } from "#lib/identity/schema.ts";

/** The three newest conversations. */
export async function ContinuePane({ viewer }: { viewer: Viewer }) {
  const { conversations } = await listConversations(viewer, { limit: 3 });
  return (
    <Section title={t("continue")} actions={<TextLink href="/chat">{t("allConversations")}</TextLink>}>
      {conversations.length > 0 ? (
        <ConversationRows conversations={conversations} />
      ) : (
        <EmptyState action={<LinkButton href="/chat">{t("startConversation")}</LinkButton>}>
          {t("noConversations")}
        </EmptyState>
      )}
    </Section>
  );
}
