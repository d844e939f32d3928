import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AnswerForm } from "#components/publishing/release/answer-form.tsx";
import { CheckList } from "#components/publishing/release/check-list.tsx";
import { t } from "#components/publishing/release/release-words.ts";
import { RequestStatus } from "#components/publishing/release/request-list.tsx";
import { RequestSteps } from "#components/publishing/release/request-steps.tsx";
import { VersionChanges } from "#components/publishing/version-changes.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { JsonView } from "#components/ui/json-view.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Time } from "#components/ui/time.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { compareRequest } from "#lib/publishing/server/compare-versions.ts";
import { requireRequest } from "#lib/publishing/server/release-requests.ts";

const loadRequest = cache(async (id: string) => {
  if (!z.uuid().safeParse(id).success) notFound();
  return orNotFound(requireRequest(await requireViewer(), id));
});

type RequestPageProps = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  const { view } = await loadRequest((await params).id);
  return { title: t("requestTitle", { tool: view.tool.name, version: view.version }) };
}

/** One release as it was handed in: what it changes, what the checks said, and the answer of those who have to agree. */
export default async function RequestPage({ params }: RequestPageProps) {
  const request = await loadRequest((await params).id);
  const { view, content, checks } = request;
  const changes = await compareRequest(request);
  return (
    <Page className="gap-8">
      <PageHeader
        breadcrumb={[{ label: t("approvals"), href: "/approvals" }, { label: view.tool.name }]}
        title={t("requestTitle", { tool: content.words.name, version: view.version })}
        description={
          <span className="flex flex-wrap items-center gap-x-3">
            <RequestStatus status={view.status} />
            <span>
              {t("requestBy", { name: view.requestedBy.name })}, <Time value={view.requestedAt} />
            </span>
          </span>
        }
        actions={view.mine.length > 0 && <LinkButton href="#answer">{t("toAnswer")}</LinkButton>}
      />
      <RequestSteps request={view} />
      {view.mine.length === 0 && view.status === "in-review" && view.whyNot && (
        <p className="text-muted">{view.whyNot}</p>
      )}
      <Section title={t("notesTitle")}>
        <p className="measure whitespace-pre-line wrap-anywhere">{view.notes}</p>
      </Section>
      <VersionChanges comparison={changes} />
      {content.operations.length > 0 && (
        <Disclosure summary={t("whole")}>
          <JsonView label={t("whole")} value={JSON.parse(JSON.stringify(content.operations))} />
        </Disclosure>
      )}
      <Section title={t("checksThen")}>
        <CheckList checks={checks} slug={null} />
      </Section>
      {view.mine.length > 0 && (
        <div id="answer" className="scroll-mt-20">
          <AnswerForm request={view} />
        </div>
      )}
    </Page>
  );
}
