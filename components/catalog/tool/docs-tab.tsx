import { t } from "#components/catalog/tool/tool-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Prose } from "#components/ui/prose/prose.tsx";
import { SectionList } from "#components/ui/prose/section-list.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

/** The docs of the published version, with a list of their sections. */
export function DocsTab({ tool }: { tool: ToolPage }) {
  if (tool.words.docs.trim() === "") return <EmptyState>{t("noDocs")}</EmptyState>;
  const markdown = readMarkdown(tool.words.docs, { title: tool.name });
  const topLevel = Math.min(...markdown.headings.map(({ level }) => level), 6);
  return (
    <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_11rem]">
      <SectionList
        headings={markdown.headings}
        label={t("docsSections")}
        className="xl:order-2 xl:sticky xl:top-8"
      />
      <div className="flex min-w-0 flex-col gap-4">
        <Prose markdown={markdown} shift={2 - topLevel} />
        {tool.version && (
          <p className="text-muted text-small">{t("docsVersion", { version: tool.version })}</p>
        )}
      </div>
    </div>
  );
}
