import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { StepsPane } from "#app/(portal)/owner/steps-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { Page } from "#components/layout/page.tsx";
import { Section } from "#components/layout/section.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { EarlierVersions } from "#components/publishing/release/earlier-versions.tsx";
import { EndOfLife } from "#components/publishing/release/end-of-life.tsx";
import { ReleaseForm } from "#components/publishing/release/release-form.tsx";
import { t } from "#components/publishing/release/release-words.ts";
import { WaitingRequest } from "#components/publishing/release/waiting-request.tsx";
import { VersionChanges } from "#components/publishing/version-changes.tsx";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { compareDraft } from "#lib/publishing/server/compare-versions.ts";
import { requestsOfTool } from "#lib/publishing/server/release-requests.ts";
import { toolChoices } from "#lib/publishing/server/tool-choices.ts";

const loadChanges = cache(async (slug: string) =>
  orRefused(slug, orNotFound(compareDraft(await requireViewer(), slug))),
);

type ReleasePageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: ReleasePageProps): Promise<Metadata> {
  const { value } = await loadChanges((await params).slug);
  return { title: value ? `${t("title")}: ${value.after.words.name}` : desk("notAllowedTitle") };
}

export default async function ReleasePage({ params }: ReleasePageProps) {
  const { slug } = await params;
  const { value: changes, refusal } = await loadChanges(slug);
  if (!changes) return refusal;
  const viewer = await requireViewer();
  const tool = await getToolPage(viewer, slug);
  const [requests, choices] = await Promise.all([requestsOfTool(viewer, tool.id), toolChoices(viewer, slug)]);
  const waiting = requests.find(({ status }) => status === "in-review");
  const isReleased = tool.version !== null;
  return (
    <Page className="gap-8">
      <OwnerFrame slug={slug} name={tool.name} kind={tool.kind} tab="release" description={t("intro")} />
      <StepsPane slug={slug} current="release" />
      {waiting && <WaitingRequest request={waiting} />}
      {tool.lifecycle !== "retired" && (
        <>
          <VersionChanges comparison={changes} />
          {!waiting && <ReleaseForm slug={slug} publishedVersion={tool.version} />}
        </>
      )}
      {isReleased && (
        <>
          <Section title={t("versions")}>
            <EarlierVersions slug={slug} versions={tool.lifecycle === "retired" ? [] : tool.versions} />
          </Section>
          <Section title={t("end")}>
            <EndOfLife
              tool={{
                slug,
                name: tool.name,
                lifecycle: tool.lifecycle,
                retiresOn: tool.retiresAt?.slice(0, 10) ?? null,
                successor: tool.successor,
              }}
              choices={choices}
            />
          </Section>
        </>
      )}
    </Page>
  );
}
