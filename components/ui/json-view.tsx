"use client";

import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { JsonBranch } from "#components/ui/json-branch.tsx";
import { type JsonValue, jsonEntries } from "#components/ui/json-node.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);
const depthAtFirst = 2;

type JsonViewProps = { value: JsonValue; label: string; className?: string };

/** JSON as a tree whose branches open and close; copies the whole, indented. */
export function JsonView({ value, label, className }: JsonViewProps) {
  // A new key closes or opens all branches at once, whatever the person did to single ones.
  const [view, setView] = useState({ key: 0, depth: depthAtFirst });
  const nested = jsonEntries(value).some(([, child]) => jsonEntries(child).length > 0);
  const setDepth = (depth: number) => setView((now) => ({ key: now.key + 1, depth }));
  return (
    <section aria-label={label} className={cn("relative rounded-control border bg-sunken", className)}>
      <div className="absolute top-0.5 right-0.5 flex items-center bg-sunken">
        {nested && (
          <Button
            variant="quiet"
            size="small"
            onClick={() => setDepth(view.depth === depthAtFirst ? 99 : depthAtFirst)}
          >
            {t(view.depth === depthAtFirst ? "expandAll" : "collapseAll")}
          </Button>
        )}
        <CopyButton text={JSON.stringify(value, null, 2)} />
      </div>
      <div className={cn("overflow-x-auto p-3 text-code", nested ? "pt-9 md:pt-3 md:pr-32" : "pr-12")}>
        <JsonBranch key={view.key} value={value} level={0} depth={view.depth} />
      </div>
    </section>
  );
}
