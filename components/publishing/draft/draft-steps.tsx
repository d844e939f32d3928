import { Check, CircleDashed, CircleDot } from "lucide-react";
import Link from "next/link";
import { t } from "#components/publishing/draft/draft-words.ts";
import type { DraftStep, DraftStepId } from "#components/publishing/draft/steps-of.ts";
import { cn } from "#components/ui/cn.ts";

type DraftStepsProps = { slug: string; steps: readonly DraftStep[]; current: DraftStepId };

/** The way of a new tool to its first release: what is done, and what each step still lacks. */
export function DraftSteps({ slug, steps, current }: DraftStepsProps) {
  return (
    <nav aria-label={t("steps")}>
      <ol className="flex flex-wrap gap-2 max-md:flex-col">
        {steps.map(({ id, missing }, at) => {
          const isCurrent = id === current;
          const isDone = missing === 0;
          const Icon = isDone ? Check : isCurrent ? CircleDot : CircleDashed;
          return (
            <li key={id} className="min-w-0 flex-1">
              <Link
                href={`/owner/${slug}/${id}`}
                aria-current={isCurrent ? "step" : undefined}
                className={cn(
                  "flex h-full min-w-36 items-start gap-2 rounded-card border bg-surface p-3 transition-ui hover:border-border-strong max-md:py-2",
                  isCurrent && "border-accent bg-accent-soft hover:border-accent",
                )}
              >
                <Icon className={cn("mt-[3px] shrink-0", isDone ? "text-positive" : "text-muted")} />
                <span className="min-w-0">
                  <span className={cn(isCurrent && "font-semibold")}>
                    {at + 1} {t(`step-${id}`)}
                  </span>
                  <span className="block text-muted text-small">
                    {missing === null
                      ? t(`stepHint-${id === "release" ? "release" : "playground"}`)
                      : isDone
                        ? t("stepDone")
                        : t("stepMissing", { count: missing })}
                  </span>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
