"use client";

import { useRouter } from "next/navigation";
import { type Leaving, PersonAccess } from "#components/identity/person-access.tsx";
import { PersonRoles } from "#components/identity/person-roles.tsx";
import { PersonSessions } from "#components/identity/person-sessions.tsx";
import { PersonTools } from "#components/identity/person-tools.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DomainRef, PersonDetail } from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

type PersonPanelProps = {
  person: PersonDetail;
  domains: readonly DomainRef[];
  isViewer: boolean;
  /** Null for somebody who cannot be deactivated from here. */
  leaving: Leaving | null;
  /** The list without the panel. */
  closeHref: string;
};

/** One person beside the list: state, roles, what they answer for, sessions. */
export function PersonPanel({ person, domains, isViewer, leaving, closeHref }: PersonPanelProps) {
  const router = useRouter();
  const place = [person.teamName, person.domainName].filter(Boolean).join(", ");
  const facts = [
    { key: t("state"), value: person.isActive ? t("active") : t("deactivated") },
    { key: t("email"), value: person.email },
    { key: t("job"), value: person.jobTitle },
    { key: t("teamAndDomain"), value: place },
    { key: t("office"), value: person.office },
    { key: t("signsInWith"), value: t(`with-${person.signsInWith}`) },
    { key: t("created"), value: <Time value={person.createdAt} mode="date" /> },
  ].filter(({ value }) => value !== "");
  const [state, ...others] = facts;
  const shown = state && [
    { ...state, value: <Status tone={person.isActive ? "positive" : "neutral"}>{state.value}</Status> },
    ...others,
  ];
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && router.push(closeHref, { scroll: false })}
      width="wide"
      title={person.name}
      description={isViewer ? t("you") : place || person.email}
      footer={isViewer ? undefined : <PersonAccess person={person} leaving={leaving} />}
    >
      <div className="flex flex-col gap-6">
        <div className="flex flex-col gap-3">
          <KeyValueList items={shown ?? []} />
          <p className="flex flex-wrap items-center gap-2">
            {person.source === "sample" && <SampleChip />}
            <TextLink href={`/admin/audit?actorId=${person.id}`} className="text-small">
              {t("history")}
            </TextLink>
          </p>
        </div>
        <PersonRoles person={person} domains={domains} />
        <PersonTools person={person} />
        <PersonSessions person={person} />
      </div>
    </Sheet>
  );
}
