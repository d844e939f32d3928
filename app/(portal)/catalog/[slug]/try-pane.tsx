import { type PaneProps, single } from "#app/(portal)/catalog/[slug]/pane.ts";
import { TryTab } from "#components/runs/try-it/try-tab.tsx";
import { authCookieName } from "#lib/identity/server/session-cookie.ts";

export default function TryPane({ tool, query }: PaneProps) {
  return (
    <TryTab
      tool={tool}
      operation={single(query.op)}
      hasForm={query.form !== undefined}
      cookie={authCookieName("session")}
    />
  );
}
