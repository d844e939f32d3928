"use client";

import { type FormEvent, useId, useState } from "react";
import { failureText } from "#components/publishing/source/failure-text.ts";
import { type SignInDraft, SignInFields } from "#components/publishing/source/sign-in-fields.tsx";
import { connectSource } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { SourceAnswer, SourceSignIn } from "#lib/publishing/sources/schema.ts";

type ConnectServerProps = {
  slug: string;
  /** The server whose sign-in changes; without it a new one is connected. */
  address?: string;
  onConnected: (answer: SourceAnswer) => Promise<void>;
  onCancel?: () => void;
};

function signInOf({ type, name, user, value }: SignInDraft): SourceSignIn {
  if (type === "bearer") return { type, value };
  if (type === "header") return { type, name, value };
  return type === "basic" ? { type, user, value } : { type: "none" };
}

function isComplete({ type, name, user, value }: SignInDraft): boolean {
  if (type === "none") return true;
  return value !== "" && (type !== "header" || name !== "") && (type !== "basic" || user !== "");
}

/** Connects an MCP server; what is typed as its secret leaves this form once and is then forgotten here. */
export function ConnectServer({ slug, address: fixed, onConnected, onCancel }: ConnectServerProps) {
  const id = useId();
  const [address, setAddress] = useState(fixed ?? "");
  const [signIn, setSignIn] = useState<SignInDraft>({
    type: fixed ? "bearer" : "none",
    name: "",
    user: "",
    value: "",
  });
  const [isBusy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<{ title: string; text: string } | null>(null);
  const isReady = address.trim() !== "" && isComplete(signIn);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy || !isReady) return;
    setBusy(true);
    setAnswer(null);
    try {
      const found = await connectSource(slug, {
        kind: "mcp",
        address: address.trim(),
        signIn: signInOf(signIn),
      });
      if (found.source) {
        showToast({ tone: "positive", title: t("connected", { title: found.source.title }) });
        await onConnected(found);
        return;
      }
      if (found.state === "needs-sign-in" && signIn.type === "none") {
        setSignIn((now) => ({ ...now, type: "bearer" }));
      }
      setAnswer({
        title: t(found.state === "needs-sign-in" ? "stateNeedsSignIn" : "stateFailing"),
        text: [found.message, found.mend].filter(Boolean).join(" "),
      });
    } catch (failure) {
      setAnswer({ title: t("failed"), text: failureText(failure) });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card padded>
      <form
        noValidate
        autoComplete="off"
        onSubmit={submit}
        className="flex flex-col gap-4"
        aria-busy={isBusy}
      >
        <h3 className="font-semibold">{t(fixed ? "changeSignIn" : "serverTitle")}</h3>
        <Field id={`${id}-address`} label={t("address")} hint={t("serverAddressHint")}>
          {(control) => (
            <Input
              {...control}
              type="url"
              mono
              readOnly={fixed !== undefined}
              value={address}
              onChange={(event) => setAddress(event.target.value)}
            />
          )}
        </Field>
        <SignInFields idPrefix={id} value={signIn} onChange={setSignIn} />
        <div role="status">
          {answer && (
            <Notice tone="danger" title={answer.title}>
              {answer.text}
            </Notice>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            disabled={!isReady}
            pending={isBusy}
            pendingLabel={t("connecting")}
          >
            {t("connect")}
          </Button>
          {onCancel && (
            <Button variant="quiet" onClick={onCancel}>
              {t("cancel")}
            </Button>
          )}
        </div>
      </form>
    </Card>
  );
}
