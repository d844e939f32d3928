"use client";

import type { ReactNode } from "react";
import { personActs } from "#components/identity/mutations.ts";
import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import { usePersonAct } from "#components/identity/use-person-act.ts";
import { Button } from "#components/ui/button.tsx";
import type { PersonDetail } from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

/** What becomes of everything that hangs on a person, as it was looked up when their panel was opened. */
export type Leaving = {
  readonly list: ReactNode;
  /** Given back with the deactivation, so that what happens is what was shown. */
  readonly fingerprint: string;
};

/** Ends a person's access, or gives it back. */
export function PersonAccess({ person, leaving }: { person: PersonDetail; leaving: Leaving | null }) {
  const { act } = usePersonAct();
  const name = { name: person.name };
  if (!person.isActive) {
    return (
      <ReasonDialog
        trigger={<Button>{t("reactivate")}</Button>}
        title={t("reactivateTitle", name)}
        consequence={t("reactivateText")}
        confirmLabel={t("reactivate")}
        onConfirm={(reason) => act(() => personActs.reactivate(person.id, reason), t("wasReactivated", name))}
      />
    );
  }
  return (
    <ReasonDialog
      trigger={<Button variant="danger">{t("deactivate")}</Button>}
      title={t("deactivateTitle", name)}
      consequence={
        <div className="flex flex-col gap-2">
          <p>{t("deactivateText")}</p>
          {leaving?.list}
        </div>
      }
      confirmLabel={t("deactivate")}
      danger
      onConfirm={(reason) =>
        act(() => personActs.deactivate(person.id, reason, leaving?.fingerprint), t("wasDeactivated", name))
      }
    />
  );
}
