"use client";

import { type FormEvent, useId, useState } from "react";
import { keepSecret } from "#components/publishing/draft/content-requests.ts";
import { showFailure } from "#components/publishing/source/failure-text.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Status } from "#components/ui/status.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { SourceView } from "#lib/publishing/sources/schema.ts";

type Scheme = SourceView["schemes"][number];
type SchemeSecretsProps = {
  slug: string;
  schemes: readonly Scheme[];
  onKept: () => Promise<unknown>;
};

function SchemeForm({
  slug,
  scheme,
  onKept,
}: {
  slug: string;
  scheme: Scheme;
  onKept: SchemeSecretsProps["onKept"];
}) {
  const id = useId();
  const [value, setValue] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { secretName, name } = scheme;
  if (secretName === null) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (secretName === null || value === "" || isBusy) return;
    setBusy(true);
    try {
      await keepSecret(slug, secretName, value);
      setValue("");
      showToast({ tone: "positive", title: t("schemeSaved", { name }) });
      await onKept();
    } catch (failure) {
      showFailure(failure);
    } finally {
      setBusy(false);
    }
  }

  return (
    <form noValidate autoComplete="off" onSubmit={submit} className="flex flex-wrap items-end gap-2">
      <Field
        id={id}
        label={t("schemeValue", { name })}
        hint={scheme.type === "http" ? t("schemeValueHint") : undefined}
        className="min-w-0 flex-1 basis-60"
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={value === ""} pending={isBusy} pendingLabel={t("schemeSaving")}>
        {t("schemeSave")}
      </Button>
    </form>
  );
}

/** The credentials that the operations of a document need. */
export function SchemeSecrets({ slug, schemes, onKept }: SchemeSecretsProps) {
  const isMissing = schemes.some(({ secretName, isKept }) => secretName !== null && !isKept);
  return (
    <Disclosure
      open={isMissing}
      summary={
        <span className="flex flex-wrap items-center gap-x-3">
          {t("schemes")}
          <Status tone={isMissing ? "caution" : "positive"}>
            {t(isMissing ? "schemeMissing" : "schemeKept")}
          </Status>
        </span>
      }
    >
      <div className="flex flex-col gap-4">
        <p className="text-muted text-small">{t("schemesHint")}</p>
        {schemes.map((scheme) => (
          <div key={scheme.name} className="flex flex-col gap-2">
            <p className="flex flex-wrap items-center gap-x-3 wrap-anywhere">
              <span className="font-semibold">{scheme.name}</span>
              <span className="text-muted text-small">{scheme.type}</span>
              <Status
                tone={scheme.secretName === null ? "danger" : scheme.isKept ? "positive" : "caution"}
                className="text-small"
              >
                {t(
                  scheme.secretName === null
                    ? "schemeUnusable"
                    : scheme.isKept
                      ? "schemeKept"
                      : "schemeMissing",
                )}
              </Status>
            </p>
            {scheme.note && <p className="text-muted text-small">{scheme.note}</p>}
            <SchemeForm slug={slug} scheme={scheme} onKept={onKept} />
          </div>
        ))}
      </div>
    </Disclosure>
  );
}
