"use client";

import { useState } from "react";
import { t } from "#components/publishing/draft/settings-words.ts";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

type NumberFieldProps = {
  id: string;
  label: string;
  hint: string;
  wrong: string;
  /** As it is shown: in per cent, in seconds. */
  value: number | null;
  isRight: (value: number) => boolean;
  onChange: (value: number | null) => void;
};

/** A number that may be left out. One that cannot be promised stays in the field and is not kept. */
function PromiseField({ id, label, hint, wrong, value, isRight, onChange }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? "" : String(value));
  const number = Number(text.replace(",", "."));
  const isWrong = text.trim() !== "" && !(Number.isFinite(number) && isRight(number));
  return (
    <Field id={id} label={label} hint={hint} error={isWrong ? wrong : undefined}>
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          className="max-w-40"
          value={text}
          onChange={(event) => {
            const next = event.target.value;
            setText(next);
            const typed = Number(next.replace(",", "."));
            if (next.trim() === "") onChange(null);
            else if (Number.isFinite(typed) && isRight(typed)) onChange(typed);
          }}
        />
      )}
    </Field>
  );
}

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

/** What the owner promises about the tool's service. */
export function PromiseFields({ editor }: { editor: DraftEditor }) {
  const { settings, changeSetting } = editor;
  const { sloSuccess, sloP95Ms } = settings;
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <PromiseField
        id="settings-sloSuccess"
        label={t("sloSuccess")}
        hint={t("sloSuccessHint")}
        wrong={t("sloSuccessWrong")}
        value={sloSuccess === null ? null : rounded(sloSuccess * 100, 6)}
        isRight={(value) => value > 0 && value < 100}
        onChange={(value) => changeSetting("sloSuccess", value === null ? null : rounded(value / 100, 8))}
      />
      <PromiseField
        id="settings-sloP95Ms"
        label={t("sloP95")}
        hint={t("sloP95Hint")}
        wrong={t("sloP95Wrong")}
        value={sloP95Ms === null ? null : sloP95Ms / 1000}
        isRight={(value) => value >= 0.001 && value <= 600}
        onChange={(value) => changeSetting("sloP95Ms", value === null ? null : Math.round(value * 1000))}
      />
    </div>
  );
}
