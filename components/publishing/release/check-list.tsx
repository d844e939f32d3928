"use client";

import { useState } from "react";
import { t } from "#components/publishing/release/release-words.ts";
import { Button } from "#components/ui/button.tsx";
import { Status, type StatusTone } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { CheckResult, ExampleRun } from "#lib/publishing/checks.ts";

const tones: Readonly<Record<CheckResult["state"], StatusTone>> = {
  passed: "positive",
  warning: "caution",
  failed: "danger",
};
const runTones: Readonly<Record<ExampleRun["state"], StatusTone>> = {
  succeeded: "positive",
  failed: "danger",
  "left-out": "neutral",
};
const runOrder: readonly ExampleRun["state"][] = ["failed", "succeeded", "left-out"];
const atFirst = 5;

/** Where somebody mends what a check names. */
function mendHref(slug: string, { id }: CheckResult, at: string): string {
  const area = `/owner/${slug}`;
  if (at.startsWith("words.") || id === "docs") return `${area}/edit`;
  if (at.startsWith("settings.") || at.startsWith("secrets.") || id === "secrets") return `${area}/settings`;
  if (id === "people") return `${area}/people`;
  return `${area}/operations`;
}

function Problems({ slug, check }: { slug: string | null; check: CheckResult }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? check.problems : check.problems.slice(0, atFirst);
  const more = check.problems.length - shown.length;
  return (
    <ul className="flex flex-col gap-1">
      {shown.map(({ at, message }) => (
        <li key={`${at} ${message}`} className="flex flex-wrap items-baseline gap-x-3">
          <span className="min-w-0 wrap-anywhere">
            {!at.includes(".") && at !== check.id && <code className="text-code">{at} </code>}
            {message}
          </span>
          {slug && check.id !== "version" && (
            <TextLink href={mendHref(slug, check, at)}>{t("mendHere")}</TextLink>
          )}
        </li>
      ))}
      {more > 0 && (
        <li>
          <Button size="small" variant="quiet" onClick={() => setShowsAll(true)}>
            {t("showAll", { count: more })}
          </Button>
        </li>
      )}
    </ul>
  );
}

/** Each example with what became of it; those that failed first. */
function Runs({ slug, check }: { slug: string | null; check: CheckResult }) {
  const [showsAll, setShowsAll] = useState(false);
  const { runs = [] } = check;
  const ordered = [...runs].sort((a, b) => runOrder.indexOf(a.state) - runOrder.indexOf(b.state));
  const shown = showsAll ? ordered : ordered.slice(0, atFirst);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {check.problems.length === 0 && <p className="text-muted">{check.message}</p>}
      <ul className="flex flex-col gap-1">
        {shown.map(({ operation, state, message }) => (
          <li key={operation} className="flex flex-wrap items-baseline gap-x-3">
            <span className="min-w-0 wrap-anywhere">
              <Status tone={runTones[state]}>
                <code className="text-code">{operation}</code> {t(`run-${state}`)}
              </Status>
              <span className="text-muted"> {message}</span>
            </span>
            {slug && state === "failed" && (
              <TextLink href={mendHref(slug, check, operation)}>{t("mendHere")}</TextLink>
            )}
          </li>
        ))}
        {shown.length < ordered.length && (
          <li>
            <Button size="small" variant="quiet" onClick={() => setShowsAll(true)}>
              {t("showAll", { count: ordered.length - shown.length })}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Each check with its result; what is wrong leads to where it is mended, when there is somebody to mend it. */
export function CheckList({ checks, slug }: { checks: readonly CheckResult[]; slug: string | null }) {
  return (
    <ul className="flex flex-col">
      {checks.map((check) => (
        <li
          key={check.id}
          className="grid gap-x-6 gap-y-1 border-b py-3 first:pt-0 last:border-b-0 md:grid-cols-[14rem_minmax(0,1fr)]"
        >
          <p>
            <Status tone={tones[check.state]}>
              {t(`check-${check.id}`)}
              <span className="text-muted"> {t(check.state)}</span>
            </Status>
          </p>
          {check.runs && check.runs.length > 0 ? (
            <Runs slug={slug} check={check} />
          ) : check.problems.length > 0 ? (
            <Problems slug={slug} check={check} />
          ) : (
            <p className="text-muted">{check.message}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
