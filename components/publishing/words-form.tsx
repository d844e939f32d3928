"use client";

import { Section } from "#components/layout/section.tsx";
import { DocsField } from "#components/publishing/docs-field.tsx";
import { fieldId, fieldLabel, t } from "#components/publishing/editor-words.ts";
import { ExamplesField } from "#components/publishing/examples-field.tsx";
import { InsteadField } from "#components/publishing/instead-field.tsx";
import { CommaField, LinesField } from "#components/publishing/list-fields.tsx";
import type { WordsEditor } from "#components/publishing/use-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { DocsImage } from "#lib/catalog/docs/docs-schema.ts";
import type { WordsField } from "#lib/publishing/schema.ts";
import type { WordsProblem } from "#lib/publishing/words-problems.ts";

type WordsFormProps = {
  editor: WordsEditor;
  problems: readonly WordsProblem[];
  choices: readonly { readonly slug: string; readonly name: string }[];
  tool: { readonly slug: string; readonly name: string; readonly hasReference: boolean };
  images: readonly DocsImage[];
  onImages: (images: readonly DocsImage[]) => void;
};

/** All words of a tool's page, in the order in which they stand on it. */
export function WordsForm({ editor, problems, choices, tool, images, onImages }: WordsFormProps) {
  const { words, change, generation } = editor;
  const errorOf = (field: WordsField) => problems.find((problem) => problem.field === field)?.message;
  const lines = (field: "whenToUse" | "whenNotToUse" | "knownIssues" | "limits") => (
    <LinesField
      field={field}
      values={words[field]}
      error={errorOf(field)}
      onChange={(values) => change(field, values)}
    />
  );
  return (
    <div key={generation} className="flex min-w-0 flex-col gap-8">
      <Section title={t("groupWhat")}>
        <Field
          id={fieldId("name")}
          label={fieldLabel("name")}
          hint={t("nameHint")}
          error={errorOf("name")}
          required
        >
          {(control) => (
            <Input
              {...control}
              value={words.name}
              maxLength={200}
              onChange={(event) => change("name", event.target.value)}
            />
          )}
        </Field>
        <Field
          id={fieldId("purpose")}
          label={fieldLabel("purpose")}
          hint={t("purposeHint")}
          error={errorOf("purpose")}
          required
        >
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={words.purpose}
              onChange={(event) => change("purpose", event.target.value)}
            />
          )}
        </Field>
      </Section>
      <Section title={t("groupWhen")}>
        {lines("whenToUse")}
        {lines("whenNotToUse")}
        <InsteadField
          values={words.useInstead}
          choices={choices}
          error={errorOf("useInstead")}
          onChange={(values) => change("useInstead", values)}
        />
        <ExamplesField
          values={words.examples}
          error={errorOf("examples")}
          onChange={(values) => change("examples", values)}
        />
      </Section>
      <Section title={t("groupHonest")}>
        {lines("knownIssues")}
        {lines("limits")}
      </Section>
      <Section title={t("groupFind")}>
        <CommaField
          field="tags"
          hint={t("tagsHint")}
          values={words.tags}
          error={errorOf("tags")}
          onChange={(values) => change("tags", values)}
        />
        <CommaField
          field="synonyms"
          hint={t("synonymsHint")}
          values={words.synonyms}
          error={errorOf("synonyms")}
          onChange={(values) => change("synonyms", values)}
        />
      </Section>
      <Section title={t("docs")}>
        <DocsField
          value={words.docs}
          error={errorOf("docs")}
          tool={tool}
          choices={choices}
          images={images}
          onImages={onImages}
          onChange={(value) => change("docs", value)}
        />
      </Section>
    </div>
  );
}
