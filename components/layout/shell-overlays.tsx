"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense, useEffect, useState } from "react";
import { useShell } from "#components/layout/shell-state.tsx";
import type { ShellViewer } from "#components/layout/shell-types.ts";
import { shortcutTracker } from "#components/layout/shortcuts.ts";
import { useSingleKeys } from "#components/layout/single-keys.ts";

const CommandPalette = lazy(() => import("#components/layout/command-palette.tsx"));
const HelpSheet = lazy(() => import("#components/layout/help-sheet.tsx"));

/** Listens for the shortcuts; loads palette and help when they are first asked for and keeps them then. */
export function ShellOverlays({ viewer }: { viewer: ShellViewer }) {
  const { toggleSidebar, paletteOpen, setPaletteOpen, helpOpen, setHelpOpen } = useShell();
  const { on: singleKeys } = useSingleKeys();
  const router = useRouter();
  const [paletteAsked, setPaletteAsked] = useState(false);
  const [helpAsked, setHelpAsked] = useState(false);
  if (paletteOpen && !paletteAsked) setPaletteAsked(true);
  if (helpOpen && !helpAsked) setHelpAsked(true);

  useEffect(() => {
    const track = shortcutTracker(() => singleKeys);
    const listen = (event: KeyboardEvent) => {
      const act = track(event);
      if (!act) return;
      event.preventDefault();
      if (act === "palette") setPaletteOpen(true);
      else if (act === "help") setHelpOpen(true);
      else if (act === "sidebar") toggleSidebar();
      else if (act === "search") focusSearch(() => setPaletteOpen(true));
      else router.push(act.href);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [router, singleKeys, toggleSidebar, setPaletteOpen, setHelpOpen]);

  return (
    <Suspense>
      {paletteAsked && <CommandPalette viewer={viewer} />}
      {helpAsked && <HelpSheet />}
    </Suspense>
  );
}

function focusSearch(orElse: () => void) {
  const field = document.querySelector<HTMLInputElement>("[data-page-search]");
  if (!field) return orElse();
  field.focus();
  field.select();
}
