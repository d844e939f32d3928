import type { Metadata } from "next";
import { cache } from "react";
import { orRefused } from "#app/(portal)/owner/or-refused.tsx";
import { StepsPane } from "#app/(portal)/owner/steps-pane.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { DraftChat } from "#components/chat/draft-chat.tsx";
import { Page } from "#components/layout/page.tsx";
import { t as desk } from "#components/publishing/desk-words.ts";
import { OwnerFrame } from "#components/publishing/owner-frame.tsx";
import { Playground } from "#components/runs/playground/playground.tsx";
import { draftToTry } from "#lib/catalog/server/try-draft.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { playground } from "#lib/messages/en/playground.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(playground);

const mostExamples = 5;

const load = cache(async (slug: string) =>
  orRefused(slug, orNotFound(draftToTry(await requireViewer(), slug))),
);

type PlaygroundPageProps = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: PlaygroundPageProps): Promise<Metadata> {
  const { value } = await load((await params).slug);
  return { title: value ? t("title", { tool: value.name }) : desk("notAllowedTitle") };
}

export default async function PlaygroundPage({ params }: PlaygroundPageProps) {
  const { slug } = await params;
  const { value: draft, refusal } = await load(slug);
  if (!draft) return refusal;
  const examples = [...new Set(draft.operations.flatMap(({ exampleRequests }) => exampleRequests))];
  return (
    <Page width="full">
      <OwnerFrame
        slug={slug}
        name={draft.name}
        kind={draft.kind}
        tab="playground"
        description={t(draft.hasDraft ? "intro" : "introPublished")}
      />
      <StepsPane slug={slug} current="playground" />
      <Playground draft={draft} chat={<DraftChat slug={slug} examples={examples.slice(0, mostExamples)} />} />
    </Page>
  );
}
