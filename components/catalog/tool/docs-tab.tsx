import type { ReactNode } from "react";
import { DocsFeedbackForm } from "#components/catalog/docs/docs-feedback-form.tsx";
import { DocsNav } from "#components/catalog/docs/docs-nav.tsx";
import { DocsOwnerNotes } from "#components/catalog/docs/docs-owner-notes.tsx";
import { DocsProse } from "#components/catalog/docs/docs-prose.tsx";
import { DocsSearchBox } from "#components/catalog/docs/docs-search-box.tsx";
import { DocsStandingLine } from "#components/catalog/docs/docs-standing-line.tsx";
import { t } from "#components/catalog/docs/docs-words.ts";
import { PageTurner } from "#components/catalog/docs/page-turner.tsx";
import { VersionPicker } from "#components/catalog/docs/version-picker.tsx";
import { toolHref } from "#components/catalog/tool/tool-tabs.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SectionList } from "#components/ui/prose/section-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { docsHref, referencePage } from "#lib/catalog/docs/address.ts";
import type { DocsProblem } from "#lib/catalog/docs/check-docs.ts";
import type { GivenFeedback, PageFeedback } from "#lib/catalog/docs/docs-schema.ts";
import { neighbours } from "#lib/catalog/docs/pages.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import type { DocsReading } from "#lib/catalog/server/read-docs.ts";
import { type ProseHeading, readMarkdown } from "#lib/read-markdown.ts";
import type { DocsStanding } from "#lib/trust/server/docs-standing.ts";

export type DocsTabProps = {
  tool: ToolPage;
  reading: DocsReading;
  standing: DocsStanding;
  /** Words that are marked. */
  find: string | null;
  given: GivenFeedback | null;
  /** For those who may edit the tool. */
  notes: { readonly problems: readonly DocsProblem[]; readonly feedback: readonly PageFeedback[] } | null;
  /** The generated reference, when it is the open page. */
  reference: { readonly content: ReactNode; readonly headings: readonly ProseHeading[] } | null;
};

function VersionNotices({ tool, reading }: Pick<DocsTabProps, "tool" | "reading">) {
  const { version, currentVersion: current, isCurrent, missingVersion, missingPage, page } = reading;
  const place = { page: page?.slug ?? missingPage };
  return (
    <>
      {missingVersion !== null && current && (
        <Notice tone="caution">{t("noVersion", { version: missingVersion, current })}</Notice>
      )}
      {!isCurrent && version && current && (
        <Notice tone="caution">
          {t("olderVersion", { version, current })}{" "}
          <TextLink href={docsHref(tool.slug, place)}>{t("readCurrent", { current })}</TextLink>
        </Notice>
      )}
    </>
  );
}

function NoDocs({ tool, reading }: Pick<DocsTabProps, "tool" | "reading">) {
  const { hasReference, isCurrent, version } = reading;
  const href = (page: string) => docsHref(tool.slug, { page, version: isCurrent ? null : version });
  const action = tool.canEdit ? (
    <LinkButton href={`/owner/${tool.slug}/edit`} variant="primary">
      {t("write")}
    </LinkButton>
  ) : hasReference ? (
    <LinkButton href={href(referencePage)}>{t("readReference")}</LinkButton>
  ) : (
    <LinkButton href={`${toolHref(tool.slug)}#ask`}>{t("askOwner")}</LinkButton>
  );
  const words = tool.canEdit
    ? t("emptyOwner")
    : isCurrent
      ? t("empty")
      : t("emptyVersion", { version: version ?? "" });
  return <EmptyState action={action}>{words}</EmptyState>;
}

/** A page of the docs: pages left, sections right, and around it who verified it, other versions, and the answer of its reader. */
export function DocsTab({ tool, reading, standing, find, given, notes, reference }: DocsTabProps) {
  const { slug } = tool;
  const { page, pages, version, isCurrent, hasReference, missingPage } = reading;
  const shownVersion = isCurrent ? null : version;
  const all = hasReference ? [...pages, { slug: referencePage, title: t("reference") }] : pages;
  const open = reference ? referencePage : (page?.slug ?? null);
  const turn = neighbours(all, open ?? "");
  const toTurn = (to: { slug: string; title: string } | null) =>
    to && { title: to.title, href: docsHref(slug, { page: to.slug, version: shownVersion }) };
  const markdown = page && !reference ? readMarkdown(page.text) : null;
  const headings = markdown?.headings ?? reference?.headings ?? [];
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[13rem_minmax(0,1fr)] xl:grid-cols-[13rem_minmax(0,1fr)_12rem]">
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-8">
        {pages.length > 0 && (
          <DocsSearchBox key={find ?? ""} slug={slug} version={shownVersion} find={find ?? ""} />
        )}
        {all.length > 0 && (
          <DocsNav
            key={open}
            slug={slug}
            version={shownVersion}
            pages={pages}
            current={open}
            hasReference={hasReference}
          />
        )}
        {version && <VersionPicker slug={slug} page={open} shown={version} versions={tool.versions} />}
      </div>
      <SectionList
        headings={headings}
        label={t("sections")}
        className="xl:sticky xl:top-8 xl:order-3 max-xl:order-2 lg:max-xl:col-start-2 max-lg:hidden"
      />
      <article className="flex min-w-0 flex-col gap-6 xl:order-2 max-xl:order-3 lg:max-xl:col-start-2">
        <VersionNotices tool={tool} reading={reading} />
        {notes && (pages.length > 0 || notes.feedback.length > 0) && (
          <DocsOwnerNotes
            slug={slug}
            version={shownVersion}
            {...notes}
            titleOf={(own) => all.find((one) => one.slug === own)?.title ?? null}
          />
        )}
        {missingPage !== null ? (
          <Notice
            tone="caution"
            title={t("noPage", { page: missingPage, version: version ?? "" })}
            action={
              all.length > 0 && (
                <LinkButton href={docsHref(slug, { version: shownVersion })}>{t("firstPage")}</LinkButton>
              )
            }
          >
            {t("noPageText")}
          </Notice>
        ) : (
          open === null && <NoDocs tool={tool} reading={reading} />
        )}
        {page && markdown && (
          <>
            <header className="flex flex-col gap-2">
              <h2 className="font-semibold font-serif text-[1.5rem]/8 wrap-anywhere">{page.title}</h2>
              <DocsStandingLine slug={slug} standing={standing} current={reading.currentVersion} />
              {find && (
                <p className="text-muted text-small">
                  {t("marked", { words: find })}{" "}
                  <TextLink href={docsHref(slug, { page: page.slug, version: shownVersion })} scroll={false}>
                    {t("unmark")}
                  </TextLink>
                </p>
              )}
            </header>
            {page.text.trim() === "" ? (
              <p className="text-muted">{t("blankPage")}</p>
            ) : (
              <DocsProse
                markdown={markdown}
                place={{ slug, version: shownVersion, images: reading.images }}
                find={find}
                under={2}
              />
            )}
          </>
        )}
        {reference?.content}
        {open !== null && version && (
          <footer className="flex flex-col gap-6 border-t pt-6">
            <DocsFeedbackForm
              key={`${version} ${open}`}
              slug={slug}
              version={version}
              page={open}
              given={given}
            />
            <PageTurner previous={toTurn(turn.previous)} next={toTurn(turn.next)} />
          </footer>
        )}
      </article>
    </div>
  );
}
