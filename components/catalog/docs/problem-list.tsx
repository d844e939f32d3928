import { problemWords, t } from "#components/catalog/docs/docs-words.ts";
import { TextLink } from "#components/ui/text-link.tsx";
import type { DocsProblem } from "#lib/catalog/docs/check-docs.ts";

const mostShown = 50;

type ProblemListProps = {
  problems: readonly DocsProblem[];
  /** Where a page is read; without it the place is words only. */
  hrefOf?: (page: string) => string;
};

/** Links and images that lead nowhere: where each stands and what to do. */
export function ProblemList({ problems, hrefOf }: ProblemListProps) {
  return (
    <ul className="flex flex-col gap-2">
      {problems.slice(0, mostShown).map((problem) => {
        const place = t("problemPlace", { page: problem.page.title, line: problem.line });
        return (
          <li key={`${problem.line} ${problem.kind} ${problem.target}`} className="flex flex-col">
            <span className="flex flex-wrap items-baseline gap-x-2">
              {hrefOf ? <TextLink href={hrefOf(problem.page.slug)}>{place}</TextLink> : <span>{place}</span>}
              <code className="text-code text-muted wrap-anywhere">{problem.target}</code>
            </span>
            <span className="text-muted text-small">{problemWords(problem)}</span>
          </li>
        );
      })}
      {problems.length > mostShown && (
        <li className="text-muted text-small">{t("problemsMore", { count: problems.length - mostShown })}</li>
      )}
    </ul>
  );
}
