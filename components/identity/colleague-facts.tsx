import { type KeyValueItem, KeyValueList } from "#components/ui/key-value.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Colleague } from "#lib/identity/team.ts";
import { peoplePages } from "#lib/messages/en/people-pages.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(peoplePages);

/** Where a colleague works and how to write to them. */
export function ColleagueFacts({ person }: { person: Colleague }) {
  const { team, leads, email, office } = person;
  const items: KeyValueItem[] = [
    {
      key: t("team"),
      value: team ? (
        <>
          <TextLink href={`/teams/${team.slug}`}>{team.name}</TextLink>, {team.domain.name}
        </>
      ) : (
        t("noTeam")
      ),
    },
  ];
  if (leads.length > 0) {
    const value = (
      <ul>
        {leads.map((domain) => (
          <li key={domain.id}>
            <TextLink href={`/domains/${domain.slug}`}>{domain.name}</TextLink>
          </li>
        ))}
      </ul>
    );
    items.push({ key: t("leads"), value });
  }
  if (email) {
    const value = (
      <a href={`mailto:${email}`} className="break-all text-accent underline underline-offset-3">
        {email}
      </a>
    );
    items.push({ key: t("email"), value });
  }
  if (office) items.push({ key: t("office"), value: office });
  return (
    <div className="flex flex-col items-start gap-3">
      <KeyValueList items={items} />
      {person.source === "sample" && <SampleChip />}
    </div>
  );
}
