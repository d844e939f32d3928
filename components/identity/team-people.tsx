import { Disclosure } from "#components/ui/disclosure.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { TeamProfile } from "#lib/identity/team.ts";
import { peoplePages } from "#lib/messages/en/people-pages.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(peoplePages);
const shownAtFirst = 12;

type People = TeamProfile["people"];

function Names({ people }: { people: People }) {
  return (
    <ul className="grid gap-x-8 gap-y-2 md:grid-cols-2 lg:grid-cols-3">
      {people.map(({ id, name, jobTitle }) => (
        <li key={id} className="min-w-0 py-1">
          <TextLink href={`/people/${id}`}>{name}</TextLink>
          <span className="block truncate text-muted text-small">{jobTitle}</span>
        </li>
      ))}
    </ul>
  );
}

/** The people of a team; of a large one the first few and the others on demand. */
export function TeamPeople({ people }: { people: People }) {
  if (people.length === 0) return <p className="text-muted">{t("noPeople")}</p>;
  const more = people.slice(shownAtFirst);
  return (
    <div className="flex flex-col gap-3">
      <Names people={people.slice(0, shownAtFirst)} />
      {more.length > 0 && (
        <Disclosure summary={t("morePeople", { count: more.length })}>
          <Names people={more} />
        </Disclosure>
      )}
    </div>
  );
}
