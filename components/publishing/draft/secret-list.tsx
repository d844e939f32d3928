"use client";

import { type FormEvent, useState } from "react";
import { keepSecret } from "#components/publishing/draft/content-requests.ts";
import { t } from "#components/publishing/draft/settings-words.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Status } from "#components/ui/status.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

type SecretProps = { slug: string; name: string; isKept: boolean; onChange: (isKept: boolean) => void };

function Secret({ slug, name, isKept, onChange }: SecretProps) {
  const [isOpen, setOpen] = useState(false);
  const [value, setValue] = useState("");
  const [isPending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const send = async (next: string) => {
    const answer = await keepSecret(slug, name, next);
    onChange(answer.isKept);
    showToast({ tone: "positive", title: t(answer.isKept ? "secretEntered" : "secretRemoved", { name }) });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (value === "" || isPending) return;
    setPending(true);
    setProblem(null);
    try {
      await send(value);
      setOpen(false);
      setValue("");
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem([error.message, error.mend].filter(Boolean).join(" "));
    } finally {
      setPending(false);
    }
  };
  return (
    <li className="flex min-w-0 flex-col gap-3 rounded-card border p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="min-w-0 break-all text-code">{name}</span>
        <span className="flex flex-wrap items-center gap-2">
          <Status tone={isKept ? "positive" : "caution"}>{t(isKept ? "secretKept" : "secretMissing")}</Status>
          <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isKept ? "replaceSecret" : "enterSecret")}
            <span className="sr-only"> {name}</span>
          </Button>
          {isKept && (
            <ConfirmDialog
              trigger={
                <Button size="small" variant="quiet">
                  {t("removeSecret")}
                  <span className="sr-only"> {name}</span>
                </Button>
              }
              title={t("removeSecretTitle", { name })}
              consequence={t("removeSecretText")}
              confirmLabel={t("removeSecret")}
              pendingLabel={t("removingSecret")}
              danger
              onConfirm={() => send("")}
            />
          )}
        </span>
      </div>
      {isOpen && (
        <form onSubmit={submit} className="flex flex-col gap-3">
          <Field id={`secret-${name}`} label={t("secretValue", { name })} error={problem}>
            {(control) => (
              <Input
                {...control}
                type="password"
                autoComplete="new-password"
                maxLength={10_000}
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
          </Field>
          <span className="flex gap-2">
            <Button
              type="submit"
              variant="primary"
              disabled={value === ""}
              pending={isPending}
              pendingLabel={t("keepingSecret")}
            >
              {t("keepSecret")}
            </Button>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
          </span>
        </form>
      )}
    </li>
  );
}

type SecretListProps = {
  slug: string;
  secrets: readonly { readonly name: string; readonly isKept: boolean }[];
  onChanged: () => void;
};

/** The secrets that a tool's calls need: whether a value is kept, never the value. */
export function SecretList({ slug, secrets, onChanged }: SecretListProps) {
  const [known, setKnown] = useState<Readonly<Record<string, boolean>>>({});
  if (secrets.length === 0) return <p className="text-muted">{t("noSecrets")}</p>;
  return (
    <ul className="flex flex-col gap-2">
      {secrets.map(({ name, isKept }) => (
        <Secret
          key={name}
          slug={slug}
          name={name}
          isKept={known[name] ?? isKept}
          onChange={(kept) => {
            setKnown((now) => ({ ...now, [name]: kept }));
            onChanged();
          }}
        />
      ))}
    </ul>
  );
}
