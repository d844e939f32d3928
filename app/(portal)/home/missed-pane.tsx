import { t } from "#components/home/home-words.ts";
import { Section } from "#components/layout/section.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { missedSearches } from "#lib/catalog/server/missed-searches.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";

const days = 28;
const shown = 5;

/** For owners and leads: what people looked for and did not find, or only in other words. */
export async function MissedPane({ viewer }: { viewer: Viewer }) {
  if (!hasPermission(viewer, "tool:edit")) return null;
  const searches = await missedSearches(viewer, { days, limit: shown });
  if (searches.length === 0) return null;
  return (
    <Section title={t("missed")} description={t("missedHint", { count: days })}>
      <ul className="flex flex-col gap-2">
        {searches.map(({ query, people, saidAgain }) => (
          <li key={query} className="flex flex-wrap justify-between gap-x-4">
            <TextLink href={`/catalog?q=${encodeURIComponent(query)}`}>
              {t("missedQuery", { query })}
            </TextLink>
            <span className="text-muted text-small">
              {saidAgain
                ? t("missedSaidAgain", { count: people, query: saidAgain })
                : t("missedPeople", { count: people })}
              {" · "}
              <TextLink href={`/catalog/new?for=${encodeURIComponent(query)}`}>
                {t("missedMake")}
                <span className="sr-only">: {query}</span>
              </TextLink>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
