"use client";

import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonRows } from "#components/ui/skeleton.tsx";
import { showToast } from "#components/ui/toast-store.ts";

export function StateSpecimens() {
  return (
    <Section title="Empty, error, loading, notice">
      <div className="grid items-start gap-4 md:grid-cols-2">
        <EmptyState action={<LinkButton href="/docs/design">Find a tool</LinkButton>}>
          You have no conversations yet. Ask in your own words; Weft finds the tool.
        </EmptyState>
        <ErrorState
          title="The ticket service did not answer"
          requestId="req_0198f2c47d"
          action={<Button onClick={() => showToast({ title: "Tried again" })}>Try again</Button>}
        >
          Your words are kept. Try again in a minute, or ask the Service desk.
        </ErrorState>
        <SkeletonRows rows={4} />
        <div className="flex flex-col gap-3">
          <Notice>Sample data is shown until the first tool is used.</Notice>
          <Notice tone="caution" title="The security review expired 12 days ago">
            Legal has been told; until then the rating is held at 64.
          </Notice>
          <Notice
            tone="danger"
            title="Blocked"
            action={
              <Button size="small" onClick={() => showToast({ title: "Unblocked" })}>
                Unblock
              </Button>
            }
          >
            Nobody can use this tool.
          </Notice>
        </div>
      </div>
    </Section>
  );
}
