"use client";

import { BookOpen, LogOut } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { adminItem } from "#components/layout/navigation.ts";
import type { ShellDomain, ShellViewer } from "#components/layout/shell-types.ts";
import { signOut } from "#components/layout/sign-out.ts";
import { ThemeSwitch } from "#components/layout/theme-switch.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

type MoreSheetProps = {
  viewer: ShellViewer;
  domains: readonly ShellDomain[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** What the sidebar has and the bottom bar has not: domains, administration, person, theme. */
export function MoreSheet({ viewer, domains, open, onOpenChange }: MoreSheetProps) {
  const admin = adminItem(viewer);
  const close = () => onOpenChange(false);
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title={t("more")}>
      <div className="flex flex-col gap-6">
        <div className="flex items-center gap-3">
          <Avatar name={viewer.name} size="large" />
          <div className="min-w-0">
            <p className="font-semibold">{viewer.name}</p>
            <p className="break-all text-muted text-small">{viewer.email}</p>
          </div>
        </div>
        {domains.length > 0 && (
          <nav aria-label={t("domains")}>
            <h3 className="text-muted text-small">{t("domains")}</h3>
            <ul>
              {domains.map((domain) => (
                <Row key={domain.slug} href={`/domains/${domain.slug}`} onClick={close}>
                  {domain.name}
                </Row>
              ))}
            </ul>
          </nav>
        )}
        <ul>
          {admin && (
            <Row href={admin.href} onClick={close}>
              <admin.icon />
              {admin.label}
            </Row>
          )}
          <Row href="/docs" onClick={close}>
            <BookOpen />
            {t("helpDocs")}
          </Row>
        </ul>
        <ThemeSwitch name="theme-more" />
        <Button onClick={signOut} wide>
          <LogOut />
          {t("signOut")}
        </Button>
      </div>
    </Sheet>
  );
}

function Row({ href, onClick, children }: { href: string; onClick: () => void; children: ReactNode }) {
  return (
    <li className="border-b">
      <Link href={href} onClick={onClick} className="flex min-h-11 items-center gap-2">
        {children}
      </Link>
    </li>
  );
}
