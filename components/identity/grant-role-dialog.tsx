"use client";

import { useId, useState } from "react";
import { personActs } from "#components/identity/mutations.ts";
import { ReasonDialog } from "#components/identity/reason-dialog.tsx";
import { roleName } from "#components/identity/role-name.ts";
import { usePersonAct } from "#components/identity/use-person-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import {
  type DomainRef,
  type GrantableRole,
  grantableRoles,
  type PersonDetail,
} from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

type GrantRoleDialogProps = { person: PersonDetail; domains: readonly DomainRef[] };

/** Gives a role that the person does not have yet. */
export function GrantRoleDialog({ person, domains }: GrantRoleDialogProps) {
  const id = useId();
  const { act } = usePersonAct();
  const [role, setRole] = useState<GrantableRole>();
  const [domainId, setDomainId] = useState("");
  const has = (candidate: GrantableRole) => candidate !== "domain-lead" && person.roles.includes(candidate);
  const led = new Set(person.held.map(({ domain }) => domain?.id));
  const isLead = role === "domain-lead";
  const confirm = (reason: string) => {
    if (!role) return Promise.resolve();
    const change = { role, domainId: isLead ? domainId : null, reason };
    return act(() => personActs.grant(person.id, change), t("granted", { name: person.name }));
  };
  return (
    <ReasonDialog
      trigger={<Button size="small">{t("give")}</Button>}
      title={t("giveTitle", { name: person.name })}
      consequence={t("giveText")}
      confirmLabel={t("giveConfirm")}
      isComplete={role !== undefined && (!isLead || domainId !== "")}
      onConfirm={confirm}
    >
      <RadioGroup
        name={`${id}-role`}
        legend={t("role")}
        value={role ?? ""}
        onValueChange={(value) => setRole(grantableRoles.find((candidate) => candidate === value))}
        options={grantableRoles
          .filter((candidate) => !has(candidate))
          .map((candidate) => ({ value: candidate, label: roleName(candidate) }))}
      />
      {isLead && (
        <Field id={`${id}-domain`} label={t("domain")} required>
          {(control) => (
            <Select {...control} value={domainId} onChange={(event) => setDomainId(event.target.value)}>
              <option value="">{t("chooseDomain")}</option>
              {domains
                .filter((domain) => !led.has(domain.id))
                .map((domain) => (
                  <option key={domain.id} value={domain.id}>
                    {domain.name}
                  </option>
                ))}
            </Select>
          )}
        </Field>
      )}
    </ReasonDialog>
  );
}
