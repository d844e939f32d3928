import { t } from "#components/home/home-words.ts";
import { PlainList } from "#components/home/plain-list.tsx";
import { waitingItems } from "#components/home/waiting-items.tsx";
import { Section } from "#components/layout/section.tsx";
import { listConversations } from "#lib/chat/server/list-conversations.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { offersToMe } from "#lib/ownership/server/offers.ts";
import type { DeskTool } from "#lib/publishing/my-tools.ts";
import { waitingApprovals } from "#lib/publishing/server/release-requests.ts";
import { listWaitingApprovals } from "#lib/runs/server/list-waiting-approvals.ts";

/** What waits for this person to answer. */
export async function WaitingPane({
  viewer,
  myTools,
}: {
  viewer: Viewer;
  myTools: Promise<readonly DeskTool[]>;
}) {
  const [approvals, { conversations }, tools, offers, releases] = await Promise.all([
    listWaitingApprovals(viewer),
    listConversations(viewer, { limit: 30 }),
    myTools,
    offersToMe(viewer),
    waitingApprovals(viewer),
  ]);
  const items = waitingItems({ approvals, conversations, myTools: tools, offers, releases });
  return (
    <Section title={t("waiting")}>
      {items.length > 0 ? <PlainList items={items} /> : <p className="text-muted">{t("nothingWaits")}</p>}
    </Section>
  );
}
