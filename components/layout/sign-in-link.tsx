"use client";

import { usePathname } from "next/navigation";
import { LinkButton } from "#components/ui/link-button.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** To sign in again, and back to this page. */
export function SignInLink() {
  return <LinkButton href={`/sign-in?next=${encodeURIComponent(usePathname())}`}>{t("signIn")}</LinkButton>;
}
