import { t } from "#components/publishing/source/source-words.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { SignInType } from "#lib/publishing/sources/schema.ts";

/** A sign-in while it is typed. */
export type SignInDraft = {
  readonly type: SignInType;
  readonly name: string;
  readonly user: string;
  readonly value: string;
};

const valueWords = { bearer: "token", header: "headerValue", basic: "password" } as const;

type SignInFieldsProps = {
  idPrefix: string;
  value: SignInDraft;
  onChange: (value: SignInDraft) => void;
};

/** How the portal signs in to a server. */
export function SignInFields({ idPrefix, value, onChange }: SignInFieldsProps) {
  const { type } = value;
  return (
    <>
      <RadioGroup
        name={`${idPrefix}-sign-in`}
        legend={t("signIn")}
        value={type}
        onValueChange={(next) => onChange({ ...value, type: next as SignInType })}
        options={[
          { value: "none", label: t("signInNone") },
          { value: "bearer", label: t("signInBearer"), hint: t("signInBearerHint") },
          { value: "header", label: t("signInHeader") },
          { value: "basic", label: t("signInBasic") },
        ]}
      />
      {type === "header" && (
        <Field id={`${idPrefix}-name`} label={t("headerName")}>
          {(control) => (
            <Input
              {...control}
              mono
              placeholder="X-Api-Key"
              value={value.name}
              onChange={(event) => onChange({ ...value, name: event.target.value })}
            />
          )}
        </Field>
      )}
      {type === "basic" && (
        <Field id={`${idPrefix}-user`} label={t("user")}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              value={value.user}
              onChange={(event) => onChange({ ...value, user: event.target.value })}
            />
          )}
        </Field>
      )}
      {type !== "none" && (
        <Field id={`${idPrefix}-value`} label={t(valueWords[type])} hint={t("secretHint")}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="new-password"
              value={value.value}
              onChange={(event) => onChange({ ...value, value: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
