import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { DeskTable } from "#components/publishing/desk-table.tsx";
import { NeedList } from "#components/publishing/need-list.tsx";
import { needOfOffer, needsOf } from "#components/publishing/needs-of.tsx";
import { RecentWork } from "#components/publishing/recent-work.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { desk } from "#lib/messages/en/desk.ts";
import { keys } from "#lib/messages/en/keys.ts";
import { newTool } from "#lib/messages/en/new-tool.ts";
import { translator } from "#lib/messages/translate.ts";
import { offersToMe } from "#lib/ownership/server/offers.ts";
import { myAccess } from "#lib/publishing/server/my-access.ts";
import { myTools } from "#lib/publishing/server/my-tools.ts";
import { listOwnCalls } from "#lib/tools/server/list-own-calls.ts";

const t = translator(desk);

export const metadata: Metadata = { title: t("title") };

export default async function MyWorkPage() {
  const viewer = await requireViewer();
  const [tools, calls, { conversations }, access, offers] = await Promise.all([
    myTools(viewer),
    listOwnCalls(viewer, 8),
    listConversations(viewer, { limit: 5 }),
    myAccess(viewer),
    offersToMe(viewer),
  ]);
  const owns = tools.length > 0;
  return (
    <Page className="gap-8">
      <PageHeader
        title={t("title")}
        description={t(owns ? "introOwner" : "introOther")}
        actions={
          <>
            <LinkButton href="/my/keys">{keys.title}</LinkButton>
            <LinkButton href="/catalog/new" variant="primary">
              {newTool.title}
            </LinkButton>
          </>
        }
      />
      {(owns || offers.length > 0) && (
        <Section title={t("needsYou")}>
          <NeedList needs={[...offers.map(needOfOffer), ...tools.flatMap(needsOf)]} />
        </Section>
      )}
      {owns && (
        <Section title={t("myTools")} description={t("days")}>
          <DeskTable tools={tools} />
        </Section>
      )}
      <RecentWork calls={calls} conversations={conversations} access={owns ? null : access} />
    </Page>
  );
}
