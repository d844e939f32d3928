"use client";

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

type PanelTabsProps = {
  label: string;
  panels: readonly { id: string; label: string; content: ReactNode }[];
  defaultPanel?: string;
};

/** Small tabs inside a card or panel, for views of one thing; the choice is not worth an address. */
export function PanelTabs({ label, panels, defaultPanel }: PanelTabsProps) {
  return (
    <Radix.Root defaultValue={defaultPanel ?? panels[0]?.id} className="flex min-w-0 flex-col gap-3">
      <Radix.List aria-label={label} className="scrollbar-none flex gap-4 overflow-x-auto border-b">
        {panels.map((panel) => (
          <Radix.Trigger
            key={panel.id}
            value={panel.id}
            className="-outline-offset-2 min-h-8 shrink-0 border-transparent border-b-2 text-muted text-small transition-ui hover:text-text data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-text max-md:min-h-11"
          >
            {panel.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {panels.map((panel) => (
        <Radix.Content key={panel.id} value={panel.id} className="min-w-0">
          {panel.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
