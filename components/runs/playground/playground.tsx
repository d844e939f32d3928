import type { ReactNode } from "react";
import { Section } from "#components/layout/section.tsx";
import { DraftForms } from "#components/runs/playground/draft-forms.tsx";
import { NewestDraft } from "#components/runs/playground/newest-draft.tsx";
import { Card } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DraftToTry } from "#lib/catalog/draft-to-try.ts";
import { playground } from "#lib/messages/en/playground.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(playground);

/** A tool's draft to try: its operations by form, and a chat in which only they are chosen from. */
export function Playground({ draft, chat }: { draft: DraftToTry; chat: ReactNode }) {
  const { slug, name, kind, operations, unfinished } = draft;
  const edit = `/owner/${encodeURIComponent(slug)}/operations`;
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {unfinished.map((one) => (
        <Notice
          key={`${one.name} ${one.problem}`}
          tone="caution"
          title={t("unfinished", { title: one.title || one.name })}
          action={<LinkButton href={edit}>{t("openOperations")}</LinkButton>}
        >
          {one.problem}
        </Notice>
      ))}
      {operations.length === 0 && unfinished.length === 0 && (
        <EmptyState action={<LinkButton href={edit}>{t("addOperations")}</LinkButton>}>
          {t("noOperations")}
        </EmptyState>
      )}
      {operations.length > 0 && (
        <div className="grid min-w-0 items-start gap-6 lg:grid-cols-2">
          <Section title={t("byForm")} actions={<NewestDraft />}>
            <DraftForms slug={slug} toolName={name} toolKind={kind} operations={operations} />
          </Section>
          <div className="min-w-0 lg:sticky lg:top-6">
            <Section title={t("inChat")}>
              <Card className="flex h-[70dvh] min-h-96 min-w-0 flex-col">{chat}</Card>
            </Section>
          </div>
        </div>
      )}
    </div>
  );
}
