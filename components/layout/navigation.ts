import { House, LayoutGrid, type LucideIcon, MessageSquare, ShieldCheck, SquareUser } from "lucide-react";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

export type NavigationItem = { id: string; href: string; label: string; icon: LucideIcon };

/** The places that everybody has, in the order of sidebar and bottom bar. */
export const mainItems: readonly NavigationItem[] = [
  { id: "home", href: "/", label: t("home"), icon: House },
  { id: "tools", href: "/catalog", label: t("tools"), icon: LayoutGrid },
  { id: "chat", href: "/chat", label: t("chat"), icon: MessageSquare },
  { id: "my", href: "/my", label: t("myWork"), icon: SquareUser },
];

/** The administration entry for those who have one: it leads to the first page that they may open. */
export function adminItem(viewer: ShellViewer): NavigationItem | null {
  const [first] = adminPages(viewer.roles);
  return first ? { id: "admin", href: first.href, label: t("admin"), icon: ShieldCheck } : null;
}

/** The pages of the administration that a viewer may open. */
export function adminPages(roles: readonly string[]): readonly { href: string; label: string }[] {
  const audit = { href: "/admin/audit", label: t("pageAudit") };
  const policies = { href: "/admin/policies", label: t("pagePolicies") };
  const ownership = { href: "/admin/ownership", label: t("pageOwnership") };
  if (roles.includes("admin")) {
    return [
      { href: "/admin", label: t("pageOverview") },
      policies,
      { href: "/admin/trust", label: t("pageTrust") },
      { href: "/admin/models", label: t("pageModels") },
      { href: "/admin/people", label: t("pagePeople") },
      ownership,
      audit,
    ];
  }
  const led = roles.includes("domain-lead") ? [ownership] : [];
  if (roles.includes("auditor")) return [audit, policies, ...led];
  return led.length > 0 ? [policies, ...led] : [];
}

/** Whether a path lies in the part of the portal that an entry stands for. */
export function isCurrent(id: string, pathname: string): boolean {
  const inside = (root: string) => pathname === root || pathname.startsWith(`${root}/`);
  if (id === "home") return pathname === "/";
  if (id === "tools") return inside("/catalog");
  if (id === "chat") return inside("/chat");
  if (id === "my") return inside("/my") || inside("/owner");
  if (id === "admin") return inside("/admin") || inside("/setup");
  return inside(id);
}

/** What the phone's top bar says of a page, and where its back arrow leads; null on the first page of a part. */
export function phonePlace(pathname: string): { title: string; backHref: string | null } {
  const [part = "", ...rest] = pathname.split("/").filter(Boolean);
  const deeper = rest.length > 0;
  switch (part) {
    case "":
      return { title: t("home"), backHref: null };
    case "catalog":
      return { title: t("tools"), backHref: deeper ? "/catalog" : null };
    case "chat":
      return { title: t("chat"), backHref: deeper ? "/chat" : null };
    case "my":
      return { title: t("myWork"), backHref: deeper ? "/my" : null };
    case "owner":
      return { title: t("myWork"), backHref: "/my" };
    case "inbox":
      return { title: t("inbox"), backHref: deeper ? "/inbox" : null };
    case "approvals":
      return { title: t("pageApprovals"), backHref: deeper ? "/approvals" : "/" };
    case "domains":
      return { title: t("domains"), backHref: "/catalog" };
    case "collections":
      return { title: t("collections"), backHref: deeper ? "/collections" : "/catalog" };
    case "teams":
      return { title: t("team"), backHref: "/domains" };
    case "people":
      return { title: t("colleague"), backHref: "/domains" };
    case "sources":
      return { title: t("document"), backHref: "/catalog" };
    case "admin":
      return { title: t("admin"), backHref: deeper ? "/admin" : null };
    case "docs":
      return { title: t("pageDocs"), backHref: deeper ? "/docs" : null };
    case "setup":
      return { title: t("pageSetup"), backHref: "/admin" };
    default:
      return { title: t("product"), backHref: "/" };
  }
}
