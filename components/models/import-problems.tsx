import { Notice } from "#components/ui/notice.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(models);

type ImportProblemsProps = { problems: readonly { readonly path: string; readonly message: string }[] };

/** What is wrong with a file, by line. Nothing of it was read. */
export function ImportProblems({ problems }: ImportProblemsProps) {
  if (problems.length === 0) return null;
  return (
    <Notice tone="danger" title={t("importRefused")}>
      <ul className="flex flex-col gap-1">
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
