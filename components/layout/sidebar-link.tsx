"use client";

import type { LucideIcon } from "lucide-react";
import Link from "next/link";
import { cn } from "#components/ui/cn.ts";
import { Tooltip } from "#components/ui/tooltip.tsx";

type SidebarLinkProps = {
  href: string;
  label: string;
  icon: LucideIcon | null;
  current: boolean;
  narrow: boolean;
  /** What waits there: as a mark, and in the whole name. */
  count?: { readonly text: string; readonly label: string } | undefined;
};

/** One place in the navigation; with icons alone its name is the tooltip. */
export function SidebarLink({ href, label, icon: Icon, current, narrow, count }: SidebarLinkProps) {
  const link = (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      aria-label={count?.label ?? (narrow ? label : undefined)}
      className={cn(
        "relative flex h-8 items-center gap-2.5 rounded-control text-text transition-ui hover:bg-border/60 aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent",
        narrow ? "w-8 justify-center" : "px-2",
      )}
    >
      {Icon ? <Icon /> : narrow && <span aria-hidden="true">{label[0]}</span>}
      {!narrow && <span className="truncate">{label}</span>}
      {count && (
        <span
          aria-hidden="true"
          className={cn(
            "rounded-full bg-accent font-normal text-on-accent text-small leading-4",
            narrow ? "absolute top-0.5 right-0.5 size-2" : "ml-auto px-1.5",
          )}
        >
          {!narrow && count.text}
        </span>
      )}
    </Link>
  );
  return (
    <li>
      {narrow ? (
        <Tooltip text={count?.label ?? label} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}
