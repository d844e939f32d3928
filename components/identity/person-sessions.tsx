"use client";

import { clientWords } from "#components/identity/client-words.ts";
import { endAllSessions, endSession } from "#components/identity/mutations.ts";
import { usePersonAct } from "#components/identity/use-person-act.ts";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Time } from "#components/ui/time.tsx";
import type { PersonDetail } from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

/** Where a person is signed in now, to end one session or all. */
export function PersonSessions({ person }: { person: PersonDetail }) {
  const { act, isPending } = usePersonAct();
  const sessions = person.livingSessions;
  const endOne = (id: string) => {
    // usePersonAct tells the person what went wrong.
    act(() => endSession(id), t("endedOne")).catch(() => undefined);
  };
  return (
    <Section
      title={t("sessionsTitle")}
      actions={
        sessions.length > 1 && (
          <ConfirmDialog
            trigger={<Button size="small">{t("endAll")}</Button>}
            title={t("endAllTitle", { name: person.name })}
            consequence={`${t("endAllText", { count: sessions.length })} ${t("endAllNote")}`}
            confirmLabel={t("endAll")}
            pendingLabel={t("working")}
            danger
            onConfirm={() => act(() => endAllSessions(person.id), t("endedAll"))}
          />
        )
      }
    >
      {sessions.length === 0 ? (
        <p className="text-muted">{t("sessionsNone")}</p>
      ) : (
        <ul className="flex flex-col divide-y rounded-card border">
          {sessions.map((session) => (
            <li key={session.id} className="flex items-center justify-between gap-3 px-3 py-2">
              <span className="min-w-0">
                {clientWords(session.client)}
                {session.isCurrent && <span className="text-muted"> ({t("thisSession")})</span>}
                <span className="block text-muted text-small">
                  {session.ip && `${t("sessionFacts", { ip: session.ip })} · `}
                  <Time value={session.lastSeenAt} />
                </span>
              </span>
              <Button
                size="small"
                variant="quiet"
                pending={isPending}
                aria-label={t("endNamed", { client: clientWords(session.client) })}
                onClick={() => endOne(session.id)}
              >
                {t("end")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
