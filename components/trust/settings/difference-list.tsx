import { type Difference, t } from "#components/trust/settings/setting-words.ts";

/** Field by field what differs, with both values. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className="flex flex-col gap-1 text-small">
      {differences.map(({ path, before, after }) => (
        <li key={path}>
          {t(path)}: <span className="sr-only">{t("before")} </span>
          <del className="text-muted">{before}</del> <span aria-hidden>→</span>{" "}
          <span className="sr-only">{t("after")} </span>
          <ins className="font-semibold no-underline">{after}</ins>
        </li>
      ))}
    </ul>
  );
}
