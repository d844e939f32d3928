"use client";

import { useDeferredValue, useState } from "react";
import { ConflictChoice } from "#components/publishing/conflict-choice.tsx";
import { DiscardButton } from "#components/publishing/discard-button.tsx";
import { fieldId, fieldLabel, t } from "#components/publishing/editor-words.ts";
import { PublishDialog } from "#components/publishing/publish-dialog.tsx";
import { SaveStatus } from "#components/publishing/save-status.tsx";
import { useWords } from "#components/publishing/use-words.ts";
import { WordsChanges } from "#components/publishing/words-changes.tsx";
import { WordsForm } from "#components/publishing/words-form.tsx";
import { WordsPreview } from "#components/publishing/words-preview.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import type { ToolPage } from "#lib/catalog/schema.ts";
import { changedFields } from "#lib/publishing/changed-words.ts";
import type { DraftView } from "#lib/publishing/schema.ts";
import { wordsProblems } from "#lib/publishing/words-problems.ts";

type WordsEditorProps = {
  draft: DraftView;
  tool: ToolPage;
  choices: ToolPage["related"];
  images: readonly DocsImage[];
};

/** The form, and beside it the page as it will look and what differs from the published one. On a phone one at a time. */
export function WordsEditor({ draft, tool, choices, images: imagesAtFirst }: WordsEditorProps) {
  const editor = useWords(draft);
  const { words, view, conflict, save } = editor;
  const [isPublishing, setPublishing] = useState(false);
  const [wasTried, setTried] = useState(false);
  const [showsPreview, setShowsPreview] = useState(false);
  const [images, setImages] = useState(imagesAtFirst);
  const previewed = useDeferredValue(words);
  const problems = wordsProblems(words);
  const changes = changedFields(view.published.words, words);

  const publish = async () => {
    setTried(true);
    if (problems.length > 0 || conflict) return;
    if (await save()) setPublishing(true);
  };
  return (
    <div className="flex flex-col gap-6">
      {view.isOutdated && (
        <Notice tone="caution">
          {t("outdated", { version: view.published.version ?? t("notPublished") })}
        </Notice>
      )}
      <ConflictChoice editor={editor} />
      {wasTried && (
        <FormErrorSummary
          errors={problems.map(({ field, message }) => ({
            fieldId: fieldId(field),
            label: fieldLabel(field),
            message,
          }))}
        />
      )}
      <div className="layer-head sticky top-0 -mx-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b bg-canvas px-2 py-2 max-md:top-12 max-md:-mx-4 max-md:px-4">
        <SaveStatus editor={editor} />
        <div className="flex flex-wrap gap-2">
          <Button className="lg:hidden" onClick={() => setShowsPreview(!showsPreview)}>
            {t(showsPreview ? "editPart" : "preview")}
          </Button>
          {(view.draft !== null || changes.length > 0) && <DiscardButton editor={editor} />}
          {view.isWordsOnly ? (
            <Button
              variant="primary"
              disabled={changes.length === 0 || conflict !== null}
              onClick={() => void publish()}
            >
              {t("publish")}
            </Button>
          ) : (
            <LinkButton href={`/owner/${view.slug}/release`} variant="primary">
              {t("toRelease")}
            </LinkButton>
          )}
        </div>
      </div>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div className={cn("min-w-0", showsPreview && "max-lg:hidden")}>
          <WordsForm
            editor={editor}
            problems={problems}
            choices={choices}
            tool={{ slug: tool.slug, name: words.name, hasReference: tool.operations.length > 0 }}
            images={images}
            onImages={setImages}
          />
        </div>
        <div className={cn("min-w-0 lg:sticky lg:top-16", !showsPreview && "max-lg:hidden")}>
          <div className="lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto">
            <PanelTabs
              label={t("parts")}
              panels={[
                {
                  id: "preview",
                  label: t("preview"),
                  content: <WordsPreview tool={tool} words={previewed} choices={choices} images={images} />,
                },
                {
                  id: "changes",
                  label: t("changesOf", { count: changes.length }),
                  content: (
                    <WordsChanges
                      published={view.published.words}
                      words={previewed}
                      version={view.published.version ?? t("notPublished")}
                    />
                  ),
                },
              ]}
            />
          </div>
        </div>
      </div>
      <PublishDialog editor={editor} open={isPublishing} onOpenChange={setPublishing} />
    </div>
  );
}
