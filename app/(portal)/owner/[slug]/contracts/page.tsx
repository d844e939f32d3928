import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { Section } from "#components/layout/section.tsx";
import { CheckNow } from "#components/publishing/contracts/check-now.tsx";
import { t } from "#components/publishing/contracts/contract-words.ts";
import { SourceList } from "#components/publishing/contracts/source-list.tsx";
import { SuspensionCard } from "#components/publishing/contracts/suspension-card.tsx";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { contractsView } from "#lib/publishing/server/contracts-view.ts";

const loadContracts = cache(async (slug: string) =>
  orRefused(slug, orNotFound(contractsView(await requireViewer(), slug))),
);

type ContractsPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: ContractsPageProps): Promise<Metadata> {
  const { value } = await loadContracts((await params).slug);
  return { title: value ? `${t("title")}: ${value.tool.name}` : t("title") };
}

export default async function ContractsPage({ params }: ContractsPageProps) {
  const { value, refusal } = await loadContracts((await params).slug);
  if (!value) return refusal;
  const { tool, sources, suspensions, hiddenSuspensions, operations, review } = value;
  const { unpinned } = operations;
  return (
    <Page className="gap-8">
      <OwnerFrame
        slug={tool.slug}
        name={tool.name}
        kind={tool.kind}
        tab="contracts"
        description={t("intro")}
      />
      {review && (
        <Notice
          title={t("inReview", { version: review.version })}
          action={<TextLink href={`/approvals/${review.id}`}>{t("seeRequest")}</TextLink>}
        >
          {null}
        </Notice>
      )}
      <Section title={t("suspended")}>
        {suspensions.length === 0 ? (
          <p className="text-muted">{t("noneSuspended")}</p>
        ) : (
          <div className="flex flex-col gap-4">
            {suspensions.map((suspension) => (
              <SuspensionCard
                key={suspension.id}
                slug={tool.slug}
                toolName={tool.name}
                suspension={suspension}
                isInReview={review !== null}
              />
            ))}
          </div>
        )}
        {hiddenSuspensions > 0 && <p>{t("hiddenSuspensions", { count: hiddenSuspensions })}</p>}
      </Section>
      <Section
        title={t("sources")}
        actions={sources.some(({ address }) => address !== null) && <CheckNow slug={tool.slug} />}
      >
        {sources.length > 0 ? (
          <SourceList sources={sources} />
        ) : (
          <p className="text-muted">{t("noSources")}</p>
        )}
        {unpinned.length > 0 && (
          <p className="text-muted text-small">
            {t("unpinned", { count: unpinned.length, names: unpinned.slice(0, 20).join(", ") })}
          </p>
        )}
      </Section>
    </Page>
  );
}
