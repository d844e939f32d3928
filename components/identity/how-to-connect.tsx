import { Notice } from "#components/ui/notice.tsx";
import { signIn } from "#lib/messages/en/sign-in.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(signIn);

const variables = [
  "WEFT_OIDC_ISSUER=https://login.example.com",
  "WEFT_OIDC_CLIENT_ID=weft",
  "WEFT_OIDC_CLIENT_SECRET=…",
  "WEFT_FIRST_ADMIN=you@example.com",
  "WEFT_PUBLIC_URL=https://weft.example.com",
];

/** What to type when no way of signing in is switched on. */
export function HowToConnect({ origin }: { origin: string }) {
  return (
    <Notice tone="caution" title={t("noWayTitle")}>
      <p>{t("noWay")}</p>
      <pre className="my-2 overflow-x-auto rounded-control bg-surface p-3 text-code">
        {variables.join("\n")}
      </pre>
      <p>
        {t("noWayRedirect")} <code className="break-all text-code">{`${origin}/api/auth/callback/oidc`}</code>
      </p>
    </Notice>
  );
}
