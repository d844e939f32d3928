"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { t } from "#components/publishing/new-tool/new-tool-words.ts";
import type { NewTool } from "#components/publishing/new-tool/use-new-tool.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { slugFromName } from "#lib/publishing/new-tool.ts";

type NameFormProps = {
  tool: NewTool;
  /** What else is known of the tool, or has to be. */
  children?: ReactNode;
  showsPurpose?: boolean;
  onMake: () => void;
};

/** Name, address and purpose of a new tool. */
export function NameForm({ tool, children, showsPurpose = true, onMake }: NameFormProps) {
  const { fields, errors, change, isPending } = tool;
  const [isEditing, setEditing] = useState(false);
  const showsAddress = isEditing || fields.slug !== null || errors.slug !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onMake();
  };
  const problems = (["name", "slug"] as const).flatMap((field) => {
    const message = errors[field];
    const label = t(field === "name" ? "name" : "address");
    return message ? [{ fieldId: `new-tool-${field}`, label, message }] : [];
  });
  const address = fields.slug ?? slugFromName(fields.name);
  return (
    <form noValidate onSubmit={submit} className="flex max-w-thread flex-col gap-4">
      <FormErrorSummary errors={problems} />
      {children}
      <Field id="new-tool-name" label={t("name")} hint={t("nameHint")} error={errors.name} required>
        {(control) => (
          <Input
            {...control}
            autoComplete="off"
            value={fields.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
      {showsAddress ? (
        <Field id="new-tool-slug" label={t("address")} hint={t("addressHint")} error={errors.slug}>
          {(control) => (
            <span className="flex min-w-0 items-center gap-2">
              <span className="text-code text-muted">{t("addressPrefix")}</span>
              <Input
                {...control}
                mono
                autoComplete="off"
                spellCheck={false}
                value={address}
                onChange={(event) => change({ slug: event.target.value })}
              />
            </span>
          )}
        </Field>
      ) : (
        <p className="flex min-w-0 flex-wrap items-center gap-x-3 text-muted text-small">
          <span className="min-w-0 break-all">
            {t("address")}:{" "}
            <span className="text-code">
              {t("addressPrefix")}
              {address}
            </span>
          </span>
          <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
            {t("changeAddress")}
          </Button>
        </p>
      )}
      {showsPurpose && (
        <Field id="new-tool-purpose" label={t("purpose")} hint={t("purposeHint")}>
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              maxLength={600}
              value={fields.purpose}
              onChange={(event) => change({ purpose: event.target.value })}
            />
          )}
        </Field>
      )}
      <div>
        <Button type="submit" variant="primary" pending={isPending} pendingLabel={t("creating")}>
          {t("create")}
        </Button>
      </div>
    </form>
  );
}
