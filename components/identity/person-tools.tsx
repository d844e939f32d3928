import { Section } from "#components/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { PersonDetail } from "#lib/identity/person.ts";
import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

/** What a person answers for, and with whom. */
export function PersonTools({ person }: { person: PersonDetail }) {
  const { tools, leads } = person.dependents;
  return (
    <Section title={t("toolsTitle")}>
      {tools.length + leads.length === 0 && <p className="text-muted">{t("toolsNone")}</p>}
      <ul className="flex flex-col gap-1">
        {leads.map((domain) => (
          <li key={domain.id}>
            <TextLink href={`/domains/${domain.slug}`}>{domain.name}</TextLink>
            <span className="text-muted text-small"> · {t("role-domain-lead")}</span>
          </li>
        ))}
        {tools.map((tool) => (
          <li key={tool.id}>
            <TextLink href={`/catalog/${tool.slug}`}>{tool.name}</TextLink>
            <span className="text-muted text-small">
              {" · "}
              {t(tool.as === "owner" ? "asOwner" : "asDeputy")},{" "}
              {tool.other ? t("withOther", { name: tool.other.name }) : t("aloneOwner")}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
