"use client";

import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { postKey } from "#components/identity/access-key-requests.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogClose } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { ApiError } from "#lib/http/api-error.ts";
import {
  type CreatedKey,
  createKeySchema,
  type KeyScope,
  keyLives,
  keyScopes,
} from "#lib/identity/access-key.ts";
import { keys } from "#lib/messages/en/keys.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(keys);
const longest = Math.max(...keyLives);

/** Asks what a new key is for, what it may do and how long it lives. */
export function AccessKeyForm({ onMade }: { onMade: (made: CreatedKey) => void }) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly KeyScope[]>(["tools:read"]);
  const [days, setDays] = useState("90");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const { mutate, isPending } = useMutation({
    mutationFn: postKey,
    onSuccess: onMade,
    onError: (failure) => {
      const words = failure instanceof ApiError ? [failure.message, failure.mend] : [failure.message];
      setErrors({ name: words.filter(Boolean).join(" ") });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const checked = createKeySchema.safeParse({ name, scopes: [...scopes], days: Number(days) });
    const found = checked.error?.issues.map((issue) => [String(issue.path[0]), issue.message]) ?? [];
    setErrors(Object.fromEntries(found));
    if (checked.success) mutate(checked.data);
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field id="key-name" label={t("name")} hint={t("nameHint")} error={errors.name} required>
        {(control) => (
          <Input {...control} value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <fieldset className="flex flex-col gap-2 max-md:gap-0">
        <legend className="pb-1 font-semibold">{t("scopes")}</legend>
        {keyScopes.map((scope) => (
          <Checkbox
            key={scope}
            label={t(`scope-${scope}`)}
            hint={t(`scopeHint-${scope}`)}
            checked={scopes.includes(scope)}
            onChange={(event) =>
              setScopes(event.target.checked ? [...scopes, scope] : scopes.filter((one) => one !== scope))
            }
          />
        ))}
        {errors.scopes && <p className="text-danger text-small">{errors.scopes}</p>}
      </fieldset>
      <RadioGroup
        name="days"
        legend={t("life")}
        inline
        value={days}
        onValueChange={setDays}
        options={keyLives.map((life) => ({
          value: String(life),
          label: life === longest ? t("year") : t("days", { days: life }),
        }))}
      />
      <div className="flex flex-wrap justify-end gap-2 max-md:flex-col-reverse">
        <DialogClose asChild>
          <Button disabled={isPending}>{t("cancel")}</Button>
        </DialogClose>
        <Button type="submit" variant="primary" pending={isPending} pendingLabel={t("working")}>
          {t("make")}
        </Button>
      </div>
    </form>
  );
}
