"use client";

import { personActs } from "#components/identity/mutations.ts";
import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import { usePersonAct } from "#components/identity/use-person-act.ts";
import { Button } from "#components/ui/button.tsx";
import type { PersonDetail } from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

/** What deactivating leaves behind, named before it is done. */
function Consequences({ person }: { person: PersonDetail }) {
  const { tools, leads } = person.dependents;
  const orphans = tools.filter((tool) => tool.other === null);
  const shared = tools.length - orphans.length;
  return (
    <div className="flex flex-col gap-2">
      <p>{t("deactivateText")}</p>
      {orphans.length > 0 && (
        <div className="text-text">
          <p>{t("deactivateTools", { count: orphans.length })}</p>
          <ul className="list-disc pl-5">
            {orphans.map((tool) => (
              <li key={tool.id}>{tool.name}</li>
            ))}
          </ul>
        </div>
      )}
      {shared > 0 && <p>{t("deactivateShared", { count: shared })}</p>}
      {leads.length > 0 && (
        <p className="text-text">
          {t("deactivateLeads", { domains: leads.map(({ name }) => name).join(", ") })}
        </p>
      )}
      {tools.length + leads.length === 0 && <p>{t("deactivateNothing")}</p>}
    </div>
  );
}

/** Ends a person's access, or gives it back. */
export function PersonAccess({ person }: { person: PersonDetail }) {
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
      consequence={<Consequences person={person} />}
      confirmLabel={t("deactivate")}
      danger
      onConfirm={(reason) => act(() => personActs.deactivate(person.id, reason), t("wasDeactivated", name))}
    />
  );
}
