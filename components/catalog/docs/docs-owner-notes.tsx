import { t } from "#components/catalog/docs/docs-words.ts";
import { ProblemList } from "#components/catalog/docs/problem-list.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { ScoreBar } from "#components/ui/score-bar.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { Time } from "#components/ui/time.tsx";
import { docsHref } from "#lib/catalog/docs/address.ts";
import type { DocsProblem } from "#lib/catalog/docs/check-docs.ts";
import type { PageFeedback } from "#lib/catalog/docs/docs-schema.ts";
import { formatShare } from "#lib/messages/format.ts";

type DocsOwnerNotesProps = {
  slug: string;
  version: string | null;
  problems: readonly DocsProblem[];
  feedback: readonly PageFeedback[];
  titleOf: (page: string) => string | null;
};

function PageSummary({
  summary,
  ...rest
}: Omit<DocsOwnerNotesProps, "problems" | "feedback"> & { summary: PageFeedback }) {
  const { slug, version, titleOf } = rest;
  const { page, helpful, total, comments, hasSample } = summary;
  const title = titleOf(page);
  const share = helpful / total;
  const words = t("feedbackShare", { share: formatShare(share), count: total });
  return (
    <li className="flex flex-col gap-2 py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        {title === null ? (
          <span>{t("pageGone", { page })}</span>
        ) : (
          <TextLink href={docsHref(slug, { page, version })}>{title}</TextLink>
        )}
        <span className="flex items-center gap-2 text-small">
          {hasSample && <SampleChip />}
          <span className="w-20">
            <ScoreBar value={share} label={title ?? page} text={words} />
          </span>
          <span className="text-muted">{words}</span>
        </span>
      </div>
      {comments.length > 0 && (
        <ul className="flex flex-col gap-2 border-l-2 pl-3">
          {comments.map((comment) => (
            <li key={comment.id}>
              <p className="wrap-anywhere">{comment.text}</p>
              <p className="text-muted text-small">
                {t("feedbackBy", { name: comment.by ?? t("somebody"), version: comment.version })}{" "}
                <Time value={comment.givenAt} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** For the people who write the docs: what leads nowhere, and what readers say. */
export function DocsOwnerNotes({ slug, version, problems, feedback, titleOf }: DocsOwnerNotesProps) {
  const answers = feedback.reduce((sum, { total }) => sum + total, 0);
  return (
    <section aria-label={t("forOwners")} className="flex flex-col gap-2">
      <Disclosure
        summary={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
            <Status tone={problems.length > 0 ? "caution" : "positive"}>
              {problems.length > 0 ? t("problems", { count: problems.length }) : t("problemsNone")}
            </Status>
          </span>
        }
      >
        <div className="flex flex-col gap-3">
          {problems.length > 0 ? (
            <ProblemList problems={problems} hrefOf={(page) => docsHref(slug, { page, version })} />
          ) : (
            <p className="text-muted">{t("problemsNone")}</p>
          )}
          <TextLink href={`/owner/${slug}/edit`} className="self-start">
            {problems.length > 0 ? t("mend") : t("edit")}
          </TextLink>
        </div>
      </Disclosure>
      <Disclosure
        summary={
          <span className="flex flex-wrap items-center gap-x-3 py-1.5">
            <span>{t("feedback")}</span>
            <span className="text-muted text-small">
              {answers > 0 ? t("feedbackAll", { count: answers }) : t("feedbackNone")}
            </span>
          </span>
        }
      >
        {feedback.length === 0 ? (
          <p className="text-muted">{t("feedbackNone")}</p>
        ) : (
          <ul className="-my-3 flex flex-col divide-y">
            {feedback.map((summary) => (
              <PageSummary
                key={summary.page}
                summary={summary}
                slug={slug}
                version={version}
                titleOf={titleOf}
              />
            ))}
          </ul>
        )}
      </Disclosure>
    </section>
  );
}
