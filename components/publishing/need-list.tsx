import { t } from "#components/publishing/desk-words.ts";
import type { Need } from "#components/publishing/needs-of.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";

/** What is wanted of somebody, most urgent first, each with the place where it is done. */
export function NeedList({ needs }: { needs: readonly Need[] }) {
  if (needs.length === 0) return <p className="text-muted">{t("needsNothing")}</p>;
  return (
    <ul className="flex flex-col rounded-card border bg-surface">
      {needs
        .toSorted((a, b) => a.rank - b.rank)
        .map((need) => (
          <li
            key={need.id}
            className="flex items-baseline justify-between gap-x-4 gap-y-1 border-b px-4 py-3 last:border-b-0 max-md:flex-col max-md:items-start"
          >
            <Status tone={need.tone} className="items-baseline">
              {need.sentence}
            </Status>
            <TextLink href={need.href} className="shrink-0 max-md:ml-3.5">
              {need.act}
            </TextLink>
          </li>
        ))}
    </ul>
  );
}
