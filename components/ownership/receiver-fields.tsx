"use client";

import { useQuery } from "@tanstack/react-query";
import { t } from "#components/ownership/people-words.ts";
import { receiversQuery } from "#components/ownership/requests.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

export type TeamOption = { readonly id: string; readonly name: string; readonly domain: string };

export type ReceiverChoice = {
  readonly teamId: string | null;
  readonly ownerId: string | null;
  readonly deputyId: string | null;
  readonly reason: string;
};
export const nobodyChosen: ReceiverChoice = { teamId: null, ownerId: null, deputyId: null, reason: "" };

export type ReceiverErrors = Readonly<Partial<Record<keyof ReceiverChoice, string>>>;

type ReceiverFieldsProps = {
  /** Begins the ids of the fields. */
  id: string;
  teams: readonly TeamOption[];
  choice: ReceiverChoice;
  onChange: (choice: ReceiverChoice) => void;
  errors: ReceiverErrors;
};

/** To whom a tool is to go: team, owner and deputy in it, and why. */
export function ReceiverFields({ id, teams, choice, onChange, errors }: ReceiverFieldsProps) {
  const members = useQuery(receiversQuery(choice.teamId));
  const people = members.data ?? [];
  const options = people.map((person) => ({ value: person.id, label: person.name, hint: person.jobTitle }));
  const peopleHint = () => {
    if (choice.teamId === null) return t("chooseTeamFirst");
    if (members.isError) return t("peopleFailed");
    if (members.isPending) return t("loadingPeople");
    return people.length === 0 ? t("emptyTeam") : undefined;
  };
  const hint = peopleHint();
  return (
    <div className="flex flex-col gap-4">
      <Field id={`${id}-team`} label={t("fieldTeam")} error={errors.teamId} required>
        {(control) => (
          <Combobox
            {...control}
            options={teams.map((team) => ({ value: team.id, label: team.name, hint: team.domain }))}
            value={choice.teamId}
            placeholder={t("chooseTeam")}
            onValueChange={(teamId) => onChange({ ...choice, teamId, ownerId: null, deputyId: null })}
          />
        )}
      </Field>
      <Field id={`${id}-owner`} label={t("fieldOwner")} hint={hint} error={errors.ownerId} required>
        {(control) => (
          <Combobox
            {...control}
            options={options}
            value={choice.ownerId}
            placeholder={t("choosePerson")}
            disabled={choice.teamId === null}
            onValueChange={(ownerId) =>
              onChange({ ...choice, ownerId, deputyId: choice.deputyId === ownerId ? null : choice.deputyId })
            }
          />
        )}
      </Field>
      <Field id={`${id}-deputy`} label={t("fieldDeputy")} hint={t("fieldDeputyHint")} error={errors.deputyId}>
        {(control) => (
          <Combobox
            {...control}
            options={options.filter(({ value }) => value !== choice.ownerId)}
            value={choice.deputyId}
            placeholder={t("noDeputyChosen")}
            disabled={choice.ownerId === null}
            onValueChange={(deputyId) => onChange({ ...choice, deputyId })}
          />
        )}
      </Field>
      <Field
        id={`${id}-reason`}
        label={t("fieldReason")}
        hint={t("fieldReasonHint")}
        error={errors.reason}
        required
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={500}
            value={choice.reason}
            onChange={(event) => onChange({ ...choice, reason: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
