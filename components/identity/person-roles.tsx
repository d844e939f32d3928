"use client";

import { GrantRoleDialog } from "#components/identity/grant-role-dialog.tsx";
import { personActs } from "#components/identity/mutations.ts";
import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import { roleName } from "#components/identity/role-name.ts";
import { usePersonAct } from "#components/identity/use-person-act.ts";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import { Time } from "#components/ui/time.tsx";
import {
  type DomainRef,
  grantableRoleSchema,
  type HeldRole,
  type PersonDetail,
} from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

const nameOf = ({ role, domain }: HeldRole) =>
  domain ? t("leadOf", { domain: domain.name }) : roleName(role);

function Origin({ held }: { held: HeldRole }) {
  if (held.role === "employee") return t("holdsAlways");
  if (held.role === "owner") return t("followsFromTools");
  if (!held.grantedAt) return t("namedLead");
  return (
    <>
      {t("grantedAt")} <Time value={held.grantedAt} />
    </>
  );
}

/** The roles of a person, each with where it comes from, to give and to take away. */
export function PersonRoles({ person, domains }: { person: PersonDetail; domains: readonly DomainRef[] }) {
  const { act } = usePersonAct();
  const take = (held: HeldRole) => (reason: string) => {
    const role = grantableRoleSchema.parse(held.role);
    const change = { role, domainId: held.domain?.id ?? null, reason };
    return act(() => personActs.revoke(person.id, change), t("revoked"));
  };
  return (
    <Section
      title={t("rolesTitle")}
      actions={person.isActive && <GrantRoleDialog person={person} domains={domains} />}
    >
      <ul className="flex flex-col divide-y rounded-card border">
        {person.held.map((held) => (
          <li
            key={`${held.role} ${held.domain?.id}`}
            className="flex items-center justify-between gap-3 px-3 py-2"
          >
            <span className="min-w-0">
              {nameOf(held)}
              <span className="block text-muted text-small">
                <Origin held={held} />
              </span>
            </span>
            {held.canBeRevoked && (
              <ReasonDialog
                trigger={
                  <Button size="small" variant="quiet" aria-label={t("takeNamed", { role: nameOf(held) })}>
                    {t("take")}
                  </Button>
                }
                title={t("takeTitle", { role: nameOf(held), name: person.name })}
                consequence={t("takeText")}
                confirmLabel={t("take")}
                danger
                onConfirm={take(held)}
              />
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
