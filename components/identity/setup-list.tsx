import type { ReactNode } from "react";
import { SetupStepCard } from "#components/identity/setup-step.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { type Installation, type SetupState, type SetupStep, setupSteps } from "#lib/identity/setup.ts";
import { setup } from "#lib/messages/en/setup.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(setup);

const toType: Readonly<Record<SetupStep, readonly string[] | undefined>> = {
  "sign-in": [
    "WEFT_OIDC_ISSUER=https://login.example.com",
    "WEFT_OIDC_CLIENT_ID=weft",
    "WEFT_OIDC_CLIENT_SECRET=the-secret-from-the-provider",
  ],
  address: ["WEFT_PUBLIC_URL=https://weft.example.com"],
  administrator: ["WEFT_FIRST_ADMIN=you@example.com"],
  model: [
    "WEFT_MODEL_BASE_URL=http://127.0.0.1:11434/v1",
    "WEFT_MODEL_NAME=the-name-of-the-model",
    "WEFT_MODEL_API_KEY=only-if-it-needs-one",
  ],
  tools: undefined,
};

type SetupListProps = {
  facts: Installation;
  states: Readonly<Record<SetupStep, SetupState>>;
  /** Where the portal is reached now. */
  origin: string;
};

function words({ facts, states, origin }: SetupListProps): Readonly<Record<SetupStep, ReactNode>> {
  const { oidcIssuer, publicUrl, administrators, firstAdmin, tools } = facts;
  const isSecure = publicUrl?.startsWith("https:");
  const signIn = states["sign-in"];
  return {
    "sign-in": oidcIssuer ? (
      <p>{t("sign-in-done", { issuer: oidcIssuer })}</p>
    ) : (
      <>
        <p>{t(signIn === "missing" ? "sign-in-missing" : "sign-in-later")}</p>
        <p>
          {t("sign-in-redirect")}{" "}
          <code className="break-all text-code">{`${origin}/api/auth/callback/oidc`}</code>
        </p>
      </>
    ),
    address: (
      <p>
        {publicUrl
          ? t(isSecure ? "address-done" : "address-insecure", { url: publicUrl })
          : t(states.address === "missing" ? "address-missing" : "address-later")}
      </p>
    ),
    administrator: (
      <>
        <p>
          {administrators > 0
            ? t("administrator-done", { count: administrators })
            : firstAdmin
              ? t("administrator-waiting", { email: firstAdmin })
              : t("administrator-missing")}
        </p>
        <p>
          <TextLink href="/admin/people?role=admin">{t("administrator-link")}</TextLink>
        </p>
      </>
    ),
    model: (
      <>
        <p>{t(states.model === "done" ? "model-done" : "model-later")}</p>
        <p>
          <TextLink href="/admin/models">{t("model-link")}</TextLink>
        </p>
      </>
    ),
    tools: (
      <>
        <p>{tools > 0 ? t("tools-done", { count: tools }) : t("tools-missing")}</p>
        <p>
          <TextLink href="/catalog">{t("tools-link")}</TextLink>
        </p>
      </>
    ),
  };
}

/** Every step with its state; what is missing stands first. */
export function SetupList(props: SetupListProps) {
  const { states } = props;
  const rank: Readonly<Record<SetupState, number>> = { missing: 0, later: 1, done: 2 };
  const ordered = [...setupSteps].sort((a, b) => rank[states[a]] - rank[states[b]]);
  const say = words(props);
  return (
    <ol aria-label={t("steps")} className="flex flex-col gap-4">
      {ordered.map((step) => (
        <li key={step}>
          <SetupStepCard step={step} state={states[step]} {...(toType[step] ? { toType: toType[step] } : {})}>
            {say[step]}
          </SetupStepCard>
        </li>
      ))}
    </ol>
  );
}
