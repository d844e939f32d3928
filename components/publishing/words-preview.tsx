"use client";

import { DocsPreview } from "#components/catalog/docs/docs-preview.tsx";
import { ExampleList } from "#components/catalog/tool/example-list.tsx";
import { KnownLimits } from "#components/catalog/tool/overview-facts.tsx";
import { OverviewWords } from "#components/catalog/tool/overview-words.tsx";
import { t } from "#components/publishing/editor-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { tidyWords } from "#lib/publishing/changed-words.ts";
import type { DraftWords } from "#lib/publishing/schema.ts";

type WordsPreviewProps = {
  tool: ToolPage;
  words: DraftWords;
  /** The tools that may be named, so that one just chosen is a link at once. */
  choices: ToolPage["related"];
  images: readonly DocsImage[];
};

/** The page with the words of the draft, drawn by the page's own parts, in one column. */
export function WordsPreview({ tool, words, choices, images }: WordsPreviewProps) {
  const tidy = tidyWords(words);
  const drafted: ToolPage = {
    ...tool,
    related: choices,
    name: tidy.name,
    purpose: tidy.purpose,
    tags: tidy.tags,
    words: tidy,
  };
  return (
    <section
      aria-label={t("preview")}
      className="flex flex-col gap-6 rounded-card border bg-surface p-6 max-md:p-4 [&_.grid]:grid-cols-1"
    >
      <div className="flex flex-col gap-2">
        <p className="text-muted text-small">{t("previewNote")}</p>
        <p className="text-page">{tidy.name}</p>
        <p className="measure">{tidy.purpose}</p>
        {tidy.tags.length > 0 && (
          <p className="flex flex-wrap gap-1.5">
            {tidy.tags.map((tag) => (
              <Badge key={tag} tone="outline">
                {tag}
              </Badge>
            ))}
          </p>
        )}
      </div>
      <OverviewWords tool={drafted} />
      <ExampleList tool={drafted} />
      <KnownLimits tool={drafted} />
      <div className="flex flex-col gap-4 border-t pt-6">
        <DocsPreview docs={tidy.docs} toolName={tidy.name} slug={tool.slug} images={images} />
      </div>
    </section>
  );
}
