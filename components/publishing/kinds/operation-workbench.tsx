"use client";

import { useState } from "react";
import { DraftBar } from "#components/publishing/draft/draft-bar.tsx";
import { t } from "#components/publishing/draft/draft-words.ts";
import { useDraftContent } from "#components/publishing/draft/use-draft-content.ts";
import { useRefresh } from "#components/publishing/draft/use-refresh.ts";
import { AgentEditor } from "#components/publishing/kinds/agent-editor.tsx";
import type { AliasChoice } from "#components/publishing/kinds/alias-field.tsx";
import { FormPreview } from "#components/publishing/kinds/form-preview.tsx";
import { FormSection } from "#components/publishing/kinds/form-section.tsx";
import { KnowledgeEditor } from "#components/publishing/kinds/knowledge-editor.tsx";
import { formProblems, placeId } from "#components/publishing/kinds/operation-form.ts";
import { OperationTexts } from "#components/publishing/kinds/operation-texts.tsx";
import { PromptEditor } from "#components/publishing/kinds/prompt-editor.tsx";
import { starterOperation } from "#components/publishing/kinds/starter-operation.ts";
import { Button } from "#components/ui/button.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import type { SourceChoice } from "#lib/knowledge/new-source.ts";
import type { DraftOperation, DraftOverview } from "#lib/publishing/draft-content.ts";

export type PartChoice = { readonly slug: string; readonly name: string; readonly purpose: string };

export type WorkbenchChoices = {
  readonly aliases: readonly AliasChoice[];
  readonly sources: readonly SourceChoice[];
  readonly mayUpload: boolean;
  readonly parts: readonly PartChoice[];
};

type WorkbenchProps = {
  overview: DraftOverview;
  /** The only operation of the tool; null before it has one. */
  operation: DraftOperation | null;
  choices: WorkbenchChoices;
};

/** What a tool of one operation does: its editor by kind, and beside it the form as people will see it. */
export function OperationWorkbench({ overview, operation: initial, choices }: WorkbenchProps) {
  const editor = useDraftContent(overview, initial ? [initial] : [], useRefresh());
  const [wasChecked, setChecked] = useState(false);
  // The page around it comes again after each save, by then perhaps with another name of the operation.
  const [key] = useState(initial?.name ?? "new");
  const { kind, name } = overview;
  const operation = editor.operations.get(key)?.mine ?? starterOperation(kind, name);
  if (!operation) return null;
  const problems = formProblems(kind, operation);
  const form = {
    operation,
    onChange: (next: DraftOperation) => editor.changeOperation(key, next),
    errorOf: (place: string) =>
      wasChecked ? problems.find((problem) => problem.place === place)?.message : undefined,
  };
  return (
    <div className="flex flex-col gap-6">
      {wasChecked && (
        <FormErrorSummary
          errors={problems.map(({ place, label, message }) => ({ fieldId: placeId(place), label, message }))}
        />
      )}
      <DraftBar editor={editor}>
        <Button onClick={() => setChecked(!wasChecked)} aria-pressed={wasChecked}>
          {problems.length > 0 ? t("showMissing", { count: problems.length }) : t("nothingMissing")}
        </Button>
      </DraftBar>
      <div className="grid items-start gap-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-8">
          {kind === "prompt" && (
            <PromptEditor {...form} aliases={choices.aliases} generation={editor.generation} />
          )}
          {kind === "knowledge" && (
            <KnowledgeEditor
              {...form}
              toolName={name}
              dataClass={editor.settings.dataClass}
              sources={choices.sources}
              mayUpload={choices.mayUpload}
            />
          )}
          {kind === "knowledge" && <FormSection {...form} generation={editor.generation} />}
          {kind === "agent" && <AgentEditor {...form} choices={choices} generation={editor.generation} />}
          <OperationTexts key={`texts ${editor.generation}`} {...form} />
        </div>
        <div className="min-w-0 lg:sticky lg:top-16 lg:max-h-[calc(100vh-5rem)] lg:overflow-y-auto">
          <FormPreview operation={operation} onChange={form.onChange} />
        </div>
      </div>
    </div>
  );
}
