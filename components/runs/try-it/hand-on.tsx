"use client";

import { Copy, Link2 } from "lucide-react";
import { tryHref } from "#components/runs/try-it/try-address.ts";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem } from "#components/ui/dropdown-menu.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import { snippetsOf } from "#lib/catalog/interop/snippets.ts";
import { tryIt } from "#lib/messages/en/try-it.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(tryIt);

type HandOnProps = {
  slug: string;
  operationName: string;
  /** Without secrets: what is copied leaves the page. */
  values: Record<string, unknown>;
  /** Name of the session's cookie. */
  cookie: string;
};

/** Copies the filled form: as a link that opens it, which runs nothing, or as a call in a program. */
export function HandOn({ slug, operationName, values, cookie }: HandOnProps) {
  const copy = (text: string, title: string) =>
    navigator.clipboard.writeText(text).then(
      () => showToast({ title }),
      () => showToast({ tone: "danger", title: ui.copyFailed }),
    );
  const copyLink = () => {
    const href = tryHref(slug, operationName, values);
    if (href === null) showToast({ tone: "danger", title: t("tooLongToShare"), description: t("shareLess") });
    else copy(new URL(href, window.location.origin).href, t("shared"));
  };
  const copyCode = (id: string, label: string) => {
    const place = { origin: window.location.origin, cookie, slug };
    const code = snippetsOf(place, operationName, values).find((one) => one.id === id)?.code;
    if (code) copy(code, t("copiedAs", { language: label }));
  };
  return (
    <DropdownMenu
      align="start"
      label={t("handOn")}
      trigger={
        <Button variant="quiet">
          <Copy />
          {t("handOn")}
        </Button>
      }
    >
      <MenuItem icon={<Link2 />} onSelect={copyLink}>
        {t("copyLink")}
      </MenuItem>
      <MenuItem onSelect={() => copyCode("curl", "curl")}>{t("copyAs", { language: "curl" })}</MenuItem>
      <MenuItem onSelect={() => copyCode("typescript", "TypeScript")}>
        {t("copyAs", { language: "TypeScript" })}
      </MenuItem>
      <MenuItem onSelect={() => copyCode("python", "Python")}>{t("copyAs", { language: "Python" })}</MenuItem>
    </DropdownMenu>
  );
}
