"use client";

import { useQueries } from "@tanstack/react-query";
import { useId, useState } from "react";
import { definitionQuery } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { canonicalJson } from "#lib/canonical-json.ts";
import { jsonSchemaSchema, type ViewerFact } from "#lib/catalog/operation.ts";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";
import { fillableInputs, fillsOf, withFills } from "#lib/publishing/sources/fill-inputs.ts";
import { keyOfBinding } from "#lib/publishing/sources/offered.ts";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

const factWords = {
  "viewer.email": "fillEmail",
  "viewer.name": "fillName",
  "viewer.id": "fillId",
} as const satisfies Record<ViewerFact, string>;
const facts = Object.keys(factWords) as readonly ViewerFact[];

type FilledInputsProps = {
  slug: string;
  operation: DraftOperation;
  sources: readonly SourceView[];
  onChange: (operation: DraftOperation) => void;
};

/** The operation as its source describes it, where that is still the definition that it is pinned to. */
function usePristine(
  slug: string,
  operation: DraftOperation,
  sources: readonly SourceView[],
): { readonly isLoading: boolean; readonly pristine: DraftOperation | null } {
  const key = keyOfBinding(operation.binding) ?? "";
  const answers = useQueries({
    queries: sources.map(({ id }) => ({ ...definitionQuery(slug, id, key), retry: false })),
  });
  const pinned = canonicalJson(operation.contract ?? null);
  const found = answers.find(({ data }) => data?.binding && canonicalJson(data.contract ?? null) === pinned);
  const schema = jsonSchemaSchema.safeParse(found?.data?.inputSchema);
  const binding = found?.data?.binding;
  return {
    isLoading: answers.some(({ isPending }) => isPending),
    pristine: binding && schema.success ? { ...operation, inputSchema: schema.data, binding } : null,
  };
}

function FillFields({ slug, operation, sources, onChange }: FilledInputsProps) {
  const id = useId();
  const { isLoading, pristine } = usePristine(slug, operation, sources);
  if (!pristine) {
    return isLoading ? (
      <Loading label={t("loadingDefinition")}>
        <SkeletonRows rows={2} />
      </Loading>
    ) : (
      <p className="text-muted">{t("fillUnknown")}</p>
    );
  }
  const fills = fillsOf(operation);
  const fixed = fillsOf(pristine);
  const names = fillableInputs(pristine);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted text-small">{t(names.length > 0 ? "fillsHint" : "fillsNone")}</p>
      {names.map((name, at) => (
        <Field key={name} id={`${id}-${at}`} label={name} className="md:max-w-80">
          {(control) => (
            <Select
              {...control}
              value={fills[name] ?? ""}
              disabled={Object.hasOwn(fixed, name)}
              onChange={(event) => {
                const { [name]: _, ...others } = fills;
                const fact = facts.find((one) => one === event.target.value);
                onChange(withFills(operation, pristine, fact ? { ...others, [name]: fact } : others));
              }}
            >
              <option value="">{t("fillPerson")}</option>
              {facts.map((fact) => (
                <option key={fact} value={fact}>
                  {t(factWords[fact])}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
    </div>
  );
}

/** Which inputs the portal fills with what it knows of the person who calls. */
export function FilledInputs(props: FilledInputsProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Disclosure summary={t("fills")} onOpenChange={(isOpen) => isOpen && setShown(true)}>
      {isShown && <FillFields {...props} />}
    </Disclosure>
  );
}
