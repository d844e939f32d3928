"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Section } from "#components/layout/section.tsx";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { ConnectDocument } from "#components/publishing/source/connect-document.tsx";
import { ConnectServer } from "#components/publishing/source/connect-server.tsx";
import { DraftOperations } from "#components/publishing/source/draft-operations.tsx";
import { SourceCard } from "#components/publishing/source/source-card.tsx";
import { sourceKeys, sourcesQuery } from "#components/publishing/source/source-requests.ts";
import { t } from "#components/publishing/source/source-words.ts";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Loading, SkeletonRows } from "#components/ui/skeleton.tsx";
import { ApiError } from "#lib/http/api-error.ts";
import type { SourceAnswer, SourceView } from "#lib/publishing/sources/schema.ts";

type SourceWorkspaceProps = { editor: DraftEditor; kind: SourceView["kind"] };

/** Connect, choose, edit: everything about the operations of a tool that stand on somebody else's server. */
export function SourceWorkspace({ editor, kind }: SourceWorkspaceProps) {
  const { slug } = editor;
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(sourcesQuery(slug));
  const [isConnecting, setConnecting] = useState(false);
  const [opened, setOpened] = useState<string | null>(null);
  const reload = () => queries.invalidateQueries({ queryKey: sourceKeys.all(slug) });

  if (error && !data) {
    return (
      <ErrorState
        title={t("loadFailed")}
        {...(error instanceof ApiError && error.requestId ? { requestId: error.requestId } : {})}
        action={<Button onClick={() => void refetch()}>{t("again")}</Button>}
      >
        {t("loadFailedMend")}
      </ErrorState>
    );
  }
  if (!data) {
    return (
      <Loading label={t("loading")}>
        <SkeletonRows rows={4} />
      </Loading>
    );
  }

  async function connected({ source }: SourceAnswer) {
    setConnecting(false);
    setOpened(source?.id ?? null);
    await reload();
  }
  const Connect = kind === "mcp" ? ConnectServer : ConnectDocument;
  const isEmpty = data.sources.length === 0;
  return (
    <div className="flex min-w-0 flex-col gap-8">
      <Section
        title={t("sourcesTitle")}
        description={t(kind === "mcp" ? "serversHint" : "documentsHint")}
        actions={
          !isEmpty &&
          !isConnecting && <Button onClick={() => setConnecting(true)}>{t("connectAnother")}</Button>
        }
      >
        {(isEmpty || isConnecting) && (
          <Connect
            slug={slug}
            onConnected={connected}
            {...(isEmpty ? {} : { onCancel: () => setConnecting(false) })}
          />
        )}
        {data.sources.map((source) => (
          <SourceCard
            key={source.id}
            editor={editor}
            source={source}
            isOpen={opened === source.id}
            onOpenChange={(isOpen) => setOpened(isOpen ? source.id : null)}
            onChanged={reload}
          />
        ))}
      </Section>
      <DraftOperations editor={editor} sources={data.sources} onChanged={reload} />
    </div>
  );
}
