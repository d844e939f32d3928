import type { ReactNode } from "react";
import { ActionButtons } from "#components/catalog/tool/main-actions.tsx";
import { ToolAside } from "#components/catalog/tool/tool-aside.tsx";
import { ToolHead } from "#components/catalog/tool/tool-head.tsx";
import { t } from "#components/catalog/tool/tool-words.ts";
import { Page } from "#components/layout/page.tsx";
import { cn } from "#components/ui/cn.ts";
import { type TabItem, Tabs } from "#components/ui/tabs.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

type ToolLayoutProps = { tool: ToolPage; tabs: readonly TabItem[]; current: string; children: ReactNode };

/**
 * Head, tabs and the part that is open, beside a column that stays. On a phone the column stands under the head and
 * the main action in a bar at the bottom.
 */
export function ToolLayout({ tool, tabs, current, children }: ToolLayoutProps) {
  // Docs need the width for their own columns; the evidence stands on every other tab.
  const isReading = current === "docs";
  return (
    <Page>
      <div
        className={cn("grid items-start gap-x-8 gap-y-6", !isReading && "lg:grid-cols-[minmax(0,1fr)_20rem]")}
      >
        <ToolHead tool={tool} />
        {!isReading && (
          <aside
            aria-label={t("glance")}
            className="lg:sticky lg:top-8 lg:col-start-2 lg:row-span-2 lg:row-start-1"
          >
            <ToolAside tool={tool} />
          </aside>
        )}
        <div className="flex min-w-0 flex-col gap-6">
          <Tabs items={tabs} current={current} label={t("tabs")} className="max-md:-mx-4 max-md:px-4" />
          {children}
        </div>
      </div>
      {current !== "try" && (
        <div className="layer-head sticky bottom-(--shell-bottom) -mx-4 border-t bg-surface px-4 py-2 md:hidden">
          <ActionButtons tool={tool} />
        </div>
      )}
    </Page>
  );
}
