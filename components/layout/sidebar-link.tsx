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
};

/** One place in the navigation; with icons alone its name is the tooltip. */
export function SidebarLink({ href, label, icon: Icon, current, narrow }: SidebarLinkProps) {
  const link = (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      aria-label={narrow ? label : undefined}
      className={cn(
        "flex h-8 items-center gap-2.5 rounded-control text-text transition-ui hover:bg-border/60 aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:text-accent",
        narrow ? "w-8 justify-center" : "px-2",
      )}
    >
      {Icon ? <Icon /> : narrow && <span aria-hidden="true">{label[0]}</span>}
      {!narrow && <span className="truncate">{label}</span>}
    </Link>
  );
  return (
    <li>
      {narrow ? (
        <Tooltip text={label} side="right">
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}
