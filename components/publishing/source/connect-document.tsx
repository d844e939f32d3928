"use client";

import { type FormEvent, useId, useState } from "react";
import { failureText } from "#components/publishing/source/failure-text.ts";
import { connectSource } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { SourceAnswer } from "#lib/publishing/sources/schema.ts";

const largestFile = 5_000_000;
type Way = "paste" | "file" | "address";

type ConnectDocumentProps = {
  slug: string;
  onConnected: (answer: SourceAnswer) => Promise<void>;
  onCancel?: () => void;
};

/** The text of a file, or why it cannot be taken. */
async function readFile(file: File): Promise<{ text: string } | { problem: string }> {
  if (file.size > largestFile) return { problem: t("fileTooLarge") };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
    return text.includes("\0") ? { problem: t("fileUnreadable") } : { text };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return { problem: t("fileUnreadable") };
    throw error;
  }
}

/** Reads an OpenAPI document from a text, a file or an address. */
export function ConnectDocument({ slug, onConnected, onCancel }: ConnectDocumentProps) {
  const id = useId();
  const [way, setWay] = useState<Way>("address");
  const [text, setText] = useState("");
  const [address, setAddress] = useState("");
  const [file, setFile] = useState<File | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const given = way === "paste" ? text.trim() : way === "file" ? file : address.trim();

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy || !given) return;
    setBusy(true);
    setProblem(null);
    try {
      const read = way === "file" && file ? await readFile(file) : { text };
      if ("problem" in read) {
        setProblem(read.problem);
        return;
      }
      const answer = await connectSource(
        slug,
        way === "address"
          ? { kind: "openapi", address: address.trim() }
          : { kind: "openapi", text: read.text },
      );
      if (answer.source) {
        showToast({ tone: "positive", title: t("connected", { title: answer.source.title }) });
        await onConnected(answer);
      } else setProblem([answer.message, answer.mend].filter(Boolean).join(" "));
    } catch (failure) {
      setProblem(failureText(failure));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Card padded>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4" aria-busy={isBusy}>
        <h3 className="font-semibold">{t("documentTitle")}</h3>
        <RadioGroup
          name={`${id}-way`}
          legend={t("documentWay")}
          inline
          value={way}
          onValueChange={(value) => setWay(value as Way)}
          options={[
            { value: "address", label: t("byAddress") },
            { value: "paste", label: t("byPaste") },
            { value: "file", label: t("byFile") },
          ]}
        />
        {way === "address" && (
          <Field
            id={`${id}-address`}
            label={t("address")}
            hint={`${t("documentAddressHint")} ${t("byAddressHint")}`}
          >
            {(control) => (
              <Input
                {...control}
                type="url"
                mono
                value={address}
                onChange={(event) => setAddress(event.target.value)}
              />
            )}
          </Field>
        )}
        {way === "paste" && (
          <Field id={`${id}-text`} label={t("text")} hint={t("textHint")}>
            {(control) => (
              <Textarea
                {...control}
                mono
                rows={10}
                spellCheck={false}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        )}
        {way === "file" && (
          <Field id={`${id}-file`} label={t("file")} hint={t("textHint")}>
            {(control) => (
              <Input
                {...control}
                type="file"
                accept=".json,.yaml,.yml,application/json,application/yaml"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
            )}
          </Field>
        )}
        <div role="status">{problem && <Notice tone="danger">{problem}</Notice>}</div>
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant="primary"
            disabled={!given}
            pending={isBusy}
            pendingLabel={t("readingDocument")}
          >
            {t("readDocument")}
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
