"use client";

import { lazy, Suspense, useState } from "react";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { cn } from "#components/ui/cn.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

const loadList = () => import("#components/layout/person-menu-list.tsx");
const PersonMenuList = lazy(loadList);
/** Ready before the click, once the pointer or the focus is on the button. */
const prepare = () => void loadList();

/** The person at the foot of the sidebar: who one is here, theme, help, sign out. */
export function PersonMenu({ viewer, narrow }: { viewer: ShellViewer; narrow: boolean }) {
  const [isAsked, setAsked] = useState(false);
  const look = cn(
    "flex shrink-0 items-center gap-2 rounded-control text-left transition-ui hover:bg-border/60",
    narrow ? "p-0.5" : "w-full px-1.5 py-1",
  );
  const face = (
    <>
      <Avatar name={viewer.name} />
      <span className={narrow ? "sr-only" : "min-w-0"}>
        <span className="block truncate leading-5">{viewer.name}</span>{" "}
        {viewer.domainName && (
          <span className="block truncate text-muted text-small">{viewer.domainName}</span>
        )}
      </span>
      <span className="sr-only"> {t("person")}</span>
    </>
  );
  const button = (
    <button
      type="button"
      aria-haspopup="menu"
      aria-expanded={isAsked}
      className={look}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={() => setAsked(true)}
    >
      {face}
    </button>
  );
  if (!isAsked) return button;
  const trigger = (
    <button type="button" className={look}>
      {face}
    </button>
  );
  return (
    <Suspense fallback={button}>
      <PersonMenuList viewer={viewer} trigger={trigger} />
    </Suspense>
  );
}
