import type { Metadata } from "next";
import { LinkButton } from "#components/ui/link-button.tsx";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { use } from "#lib/messages/en/use.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(use);

export const metadata: Metadata = { title: t("signedInTitle") };

/** Where somebody arrives who signed in for a tool that another page shows. */
export default async function SignedInPage() {
  await requireViewer();
  return (
    <>
      <h1 className="text-page">{t("signedInTitle")}</h1>
      <p className="measure text-muted">{t("signedInText")}</p>
      <LinkButton href="/home" className="self-start">
        {t("toPortal")}
      </LinkButton>
    </>
  );
}
