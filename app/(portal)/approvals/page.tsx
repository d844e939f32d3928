import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AutoApprovalChoice } from "#components/publishing/release/auto-approval.tsx";
import { t } from "#components/publishing/release/release-words.ts";
import { RequestList } from "#components/publishing/release/request-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { ledDomains } from "#lib/publishing/server/domain-approval.ts";
import { listApprovals } from "#lib/publishing/server/release-requests.ts";

export const metadata: Metadata = { title: t("approvals") };

/** Releases that wait for somebody to agree, as far as this person has to do with them. */
export default async function ApprovalsPage() {
  const viewer = await requireViewer();
  const [{ waiting, others, ended }, domains] = await Promise.all([
    listApprovals(viewer),
    ledDomains(viewer),
  ]);
  return (
    <Page className="gap-8">
      <PageHeader title={t("approvals")} description={t("approvalsIntro")} />
      <Section title={t("forYou")}>
        {waiting.length > 0 ? <RequestList requests={waiting} /> : <EmptyState>{t("forYouNone")}</EmptyState>}
      </Section>
      {others.length > 0 && (
        <Section title={t("forOthers")}>
          <RequestList requests={others} />
        </Section>
      )}
      {domains.length > 0 && (
        <Section title={t("autoTitle")}>
          <p className="text-muted">{t("autoIntro")}</p>
          {domains.map((domain) => (
            <AutoApprovalChoice key={domain.id} domain={domain} />
          ))}
        </Section>
      )}
      {ended.length > 0 && (
        <Section title={t("ended")}>
          <RequestList requests={ended} />
        </Section>
      )}
    </Page>
  );
}
