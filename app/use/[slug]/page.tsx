import type { Metadata } from "next";
import { headers } from "next/headers";
import { cache } from "react";
import { orNotFound } from "#app/or-not-found.ts";
import { EmbeddedLinks } from "#components/chat/embedded-links.tsx";
import { EmbeddedSignIn } from "#components/chat/embedded-sign-in.tsx";
import { EmbeddedToolChat } from "#components/chat/embedded-tool-chat.tsx";
import { TryTab } from "#components/runs/try-it/try-tab.tsx";
import { TrustMark } from "#components/trust/trust-mark.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { mainActionOf } from "#lib/catalog/main-action.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { getToolPage } from "#lib/catalog/server/get-tool-page.ts";
import { currentViewer, requireViewer } from "#lib/identity/server/current-viewer.ts";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";
import { use } from "#lib/messages/en/use.ts";
import { translator } from "#lib/messages/translate.ts";
import { notRated } from "#lib/trust/mark.ts";

const t = translator(use);
const mostExamples = 4;

const load = cache(async (slug: string) => {
  const viewer = await currentViewer();
  return viewer ? orNotFound(getToolPage(viewer, slug)) : null;
});

type UsePageProps = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: UsePageProps): Promise<Metadata> {
  const tool = await load((await params).slug);
  return { title: tool?.name ?? t("signInTitle") };
}

/** A tool by itself, without the portal around it; sites that its owner lists may show it in a frame. */
export default async function UsePage({ params, searchParams }: UsePageProps) {
  const [{ slug }, query, given] = await Promise.all([params, searchParams, headers()]);
  const tool = await load(slug);
  if (!tool) {
    // On a page of its own, signing in leads there and back. In a frame, the way leads through another tab.
    if (given.get("sec-fetch-dest") === "document") await requireViewer();
    const isCrossSite = given.get("sec-fetch-site") === "cross-site";
    return <EmbeddedSignIn path={`/use/${slug}`} isCrossSite={isCrossSite} />;
  }
  return (
    <main id="content" className="mx-auto flex max-w-content flex-col gap-6 p-6 max-md:p-4">
      <EmbeddedLinks />
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h1 className="text-title">{tool.name}</h1>
          <TrustMark rating={tool.trust ?? notRated} size="small" />
        </div>
        <p className="measure text-muted">{tool.purpose}</p>
        <p className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-small">
          {tool.team && <span>{t("ownedBy", { team: tool.team.name })}</span>}
          <TextLink href={`/catalog/${tool.slug}`}>{t("inPortal")}</TextLink>
        </p>
      </header>
      <Ways
        tool={tool}
        operation={typeof query.op === "string" ? query.op : undefined}
        hasForm={query.form !== undefined}
      />
    </main>
  );
}

type WaysProps = { tool: ToolPage; operation: string | undefined; hasForm: boolean };

/** The form and the chat of a tool that can be used now; otherwise why not, or where it is. */
function Ways({ tool, operation, hasForm }: WaysProps) {
  const action = mainActionOf(tool);
  if (action.kind === "open") {
    return (
      <a
        href={action.url}
        target="_blank"
        rel="noopener noreferrer"
        className={`self-start ${buttonStyles({ variant: "primary" })}`}
      >
        {t("openTool", { host: action.host })}
      </a>
    );
  }
  const form = (
    <TryTab tool={tool} operation={operation} hasForm={hasForm} cookie={authCookieName("session")} />
  );
  if (action.kind !== "try" || !action.inChat) return form;
  const asked = tool.words.examples.map(({ request }) => request);
  const examples = [...new Set([...asked, ...tool.operations.flatMap((one) => one.exampleRequests)])];
  const chat = (
    <EmbeddedToolChat slug={tool.slug} name={tool.name} examples={examples.slice(0, mostExamples)} />
  );
  return (
    <PanelTabs
      label={t("ways", { tool: tool.name })}
      panels={[
        { id: "form", label: t("byForm"), content: form },
        { id: "chat", label: t("inChat"), content: chat },
      ]}
    />
  );
}
