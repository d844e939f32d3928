import { t } from "#components/catalog/tool/tool-words.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { ToolPage } from "#lib/catalog/schema.ts";

function Column({
  title,
  children,
  isEmpty,
}: {
  title: string;
  children: React.ReactNode;
  isEmpty: boolean;
}) {
  return (
    <section className="flex min-w-0 flex-col gap-1.5">
      <h2 className="text-lead">{title}</h2>
      {isEmpty ? (
        <p className="text-muted">{t("nothingStated")}</p>
      ) : (
        <ul className="flex list-disc flex-col gap-1.5 pl-4.5">{children}</ul>
      )}
    </section>
  );
}

/** How the overview begins: when to use the tool, when not, and what then. */
export function OverviewWords({ tool }: { tool: ToolPage }) {
  const { whenToUse, whenNotToUse, useInstead } = tool.words;
  // A tool that this person may not find is not named either.
  const nameOf = (slug: string | null) => tool.related.find((one) => one.slug === slug)?.name;
  return (
    <div className="grid gap-6 md:grid-cols-3">
      <Column title={t("useItFor")} isEmpty={whenToUse.length === 0}>
        {whenToUse.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Column>
      <Column title={t("notFor")} isEmpty={whenNotToUse.length === 0}>
        {whenNotToUse.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </Column>
      <Column title={t("instead")} isEmpty={useInstead.length === 0}>
        {useInstead.map(({ text, slug }) => (
          <li key={text}>
            {text}
            {nameOf(slug) && (
              <>
                {": "}
                <TextLink href={`/catalog/${slug}`}>{nameOf(slug)}</TextLink>
              </>
            )}
          </li>
        ))}
      </Column>
    </div>
  );
}
