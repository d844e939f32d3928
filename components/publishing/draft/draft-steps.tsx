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
      <ol className="flex gap-2 md:flex-wrap">
        {steps.map(({ id, missing }, at) => {
          const isCurrent = id === current;
          const isDone = missing === 0;
          const Icon = isDone ? Check : isCurrent ? CircleDot : CircleDashed;
          return (
            <li key={id} className={cn("min-w-0 flex-1", !isCurrent && "max-md:flex-none")}>
              <Link
                href={`/owner/${slug}/${id}`}
                aria-current={isCurrent ? "step" : undefined}
                className={cn(
                  "flex h-full items-start gap-2 rounded-card border bg-surface p-3 transition-ui hover:border-border-strong max-md:gap-1.5 max-md:px-2 max-md:py-3 md:min-w-36",
                  isCurrent && "border-accent bg-accent-soft hover:border-accent",
                )}
              >
                <Icon className={cn("mt-[3px] shrink-0", isDone ? "text-positive" : "text-muted")} />
                <span className="min-w-0">
                  <span className={cn(isCurrent && "font-semibold")}>
                    {at + 1} <span className={cn(!isCurrent && "max-md:sr-only")}>{t(`step-${id}`)}</span>
                  </span>
                  <span className={cn("block text-muted text-small", !isCurrent && "max-md:sr-only")}>
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
