import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { SectionList } from "#components/ui/prose/section-list.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

const t = translator(shell);

type GuidePageProps = {
  readonly slug: string;
  readonly title: string;
  readonly markdown: string;
  readonly guides: readonly { readonly slug: string; readonly title: string }[];
};

/** One of the project's guides, with the way to the others and to the API reference. */
export function GuidePage({ slug, title, markdown, guides }: GuidePageProps) {
  const read = readMarkdown(markdown, { title });
  return (
    <Page>
      <PageHeader title={title} />
      <Tabs
        label={t("guides")}
        current={slug}
        items={[
          ...guides.map((guide, at) => ({
            id: guide.slug,
            label: guide.title,
            href: at === 0 ? "/docs" : `/docs/${guide.slug}`,
          })),
          { id: "api", label: t("pageApi"), href: "/docs/api" },
        ]}
      />
      <div className="flex items-start gap-12 max-lg:flex-col max-lg:items-stretch max-lg:gap-6">
        <SectionList
          headings={read.headings}
          label={t("onThisPage")}
          className="lg:sticky lg:top-8 lg:order-2 lg:w-58"
        />
        <Prose markdown={read} className="min-w-0 flex-1" />
      </div>
    </Page>
  );
}
