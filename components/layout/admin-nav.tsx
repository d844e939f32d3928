"use client";

import { usePathname } from "next/navigation";
import { adminPages } from "#components/layout/navigation.ts";
import { Tabs } from "#components/ui/tabs.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** The pages of the administration as tabs; each role sees its own. */
export function AdminNav({ roles }: { roles: readonly string[] }) {
  const pathname = usePathname();
  const pages = adminPages(roles);
  if (pages.length < 2) return null;
  return (
    <Tabs label={t("admin")} items={pages.map((page) => ({ id: page.href, ...page }))} current={pathname} />
  );
}
