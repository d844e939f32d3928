"use client";

import { useEffect, useId, useState } from "react";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { AnnotationFields } from "#components/publishing/source/annotation-fields.tsx";
import { ExampleInput } from "#components/publishing/source/example-input.tsx";
import { failureText } from "#components/publishing/source/failure-text.ts";
import { FilledInputs } from "#components/publishing/source/filled-inputs.tsx";
import { NameField } from "#components/publishing/source/name-field.tsx";
import { openedOf } from "#components/publishing/source/opened-operation.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { keyOfBinding } from "#lib/publishing/sources/offered.ts";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

type OperationEditorProps = {
  editor: DraftEditor;
  /** As the server knows it. */
  name: string;
  sources: readonly SourceView[];
  onRenamed: (name: string) => Promise<void>;
  onRemove: () => Promise<void>;
};

/** All that an owner says of one operation that stands elsewhere; saved while it is typed. */
export function OperationEditor({ editor, name, sources, onRenamed, onRemove }: OperationEditorProps) {
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const known = openedOf(editor, name);
  const { openOperation } = editor;
  const isKnown = known !== undefined;

  // The operation comes from the server once, with its schemas, when its row is opened.
  useEffect(() => {
    if (isKnown) return;
    openOperation(name).then(
      (found) => setProblem(found ? null : t("editorGone")),
      (failure: unknown) => setProblem(failureText(failure)),
    );
  }, [name, isKnown, openOperation]);

  if (problem) {
    return (
      <div className="p-4">
        <Notice tone="danger">{problem}</Notice>
      </div>
    );
  }
  if (!known?.entry.mine) {
    return (
      <div className="p-4">
        <Loading label={t("editorLoading")}>
          <SkeletonRows rows={3} />
        </Loading>
      </div>
    );
  }
  const { key } = known;
  const { mine } = known.entry;
  const change = (part: Partial<DraftOperation>) => editor.changeOperation(key, { ...mine, ...part });
  return (
    <div key={editor.generation} className="flex min-w-0 flex-col gap-5 border-t bg-surface p-4">
      <NameField
        id={`${id}-name`}
        name={mine.name}
        taken={editor.overview.operations.map((one) => one.name).filter((one) => one !== name)}
        onName={async (next) => {
          change({ name: next });
          await onRenamed(next);
        }}
      />
      <Field id={`${id}-title`} label={t("title")}>
        {(control) => (
          <Input
            {...control}
            maxLength={400}
            value={mine.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field id={`${id}-description`} label={t("description")} hint={t("descriptionHint")}>
        {(control) => (
          <Textarea
            {...control}
            rows={4}
            maxLength={20_000}
            value={mine.description}
            onChange={(event) => change({ description: event.target.value })}
          />
        )}
      </Field>
      <AnnotationFields value={mine.annotations} onChange={(annotations) => change({ annotations })} />
      <RequestsField
        id={`${id}-requests`}
        values={mine.exampleRequests}
        onChange={(exampleRequests) => change({ exampleRequests })}
      />
      <ExampleInput
        idPrefix={`${id}-example`}
        schema={mine.inputSchema}
        value={mine.exampleInput}
        onChange={(exampleInput) => {
          const { exampleInput: _, ...others } = mine;
          editor.changeOperation(key, exampleInput === undefined ? others : { ...others, exampleInput });
        }}
      />
      <FilledInputs
        slug={editor.slug}
        operation={mine}
        sources={sources}
        onChange={(next) => editor.changeOperation(key, next)}
      />
      <Disclosure summary={t("schema")}>
        <CodeBlock language="json" code={JSON.stringify(mine.inputSchema, null, 2)} />
      </Disclosure>
      {mine.outputSchema !== undefined && (
        <Disclosure summary={t("outputSchema")}>
          <CodeBlock language="json" code={JSON.stringify(mine.outputSchema, null, 2)} />
        </Disclosure>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-0 text-muted text-small wrap-anywhere">
          {t("call", {
            route: keyOfBinding(mine.binding) ?? mine.name,
            server: String(mine.binding.serverUrl ?? ""),
          })}
        </p>
        <Button variant="danger" onClick={() => void onRemove()}>
          {t("removeOperation")}
        </Button>
      </div>
    </div>
  );
}

type RequestsFieldProps = {
  id: string;
  values: readonly string[];
  onChange: (values: string[]) => void;
};

/** One request per line. It keeps its own text, so that a line that is being begun is not taken away. */
function RequestsField({ id, values, onChange }: RequestsFieldProps) {
  const [text, setText] = useState(values.join("\n"));
  return (
    <Field id={id} label={t("requests")} hint={t("requestsHint")}>
      {(control) => (
        <Textarea
          {...control}
          rows={3}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            const lines = event.target.value.split("\n").filter((line) => line.trim() !== "");
            onChange(lines.slice(0, 40).map((line) => line.slice(0, 2000)));
          }}
        />
      )}
    </Field>
  );
}
