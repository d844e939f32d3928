"use client";

import { useState } from "react";
import { type DocsPlace, DocsProse } from "#components/catalog/docs/docs-prose.tsx";
import { t } from "#components/catalog/docs/docs-words.ts";
import { Select } from "#components/ui/select.tsx";
import { docsPages } from "#lib/catalog/docs/pages.ts";
import { readMarkdown } from "#lib/read-markdown.ts";

type DocsPreviewProps = { docs: string; toolName: string; slug: string; images: DocsPlace["images"] };

/** The pages of a draft, one at a time, as they will look. */
export function DocsPreview({ docs, toolName, slug, images }: DocsPreviewProps) {
  const [chosen, setChosen] = useState("");
  const pages = docsPages(docs, toolName);
  const page = pages.find((one) => one.slug === chosen) ?? pages[0];
  if (!page) return <p className="text-muted">{t("empty")}</p>;
  const markdown = readMarkdown(page.text);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {pages.length > 1 && (
        <Select
          aria-label={t("pagesOf")}
          value={page.slug}
          onChange={(event) => setChosen(event.target.value)}
        >
          {pages.map(({ slug: own, title }) => (
            <option key={own} value={own}>
              {title}
            </option>
          ))}
        </Select>
      )}
      <h2 className="font-semibold font-serif text-title">{page.title}</h2>
      <DocsProse markdown={markdown} place={{ slug, version: null, images }} under={2} />
    </div>
  );
}
