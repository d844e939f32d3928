import { Check, CircleDashed, CircleDot, X } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

export type StepState = "done" | "current" | "upcoming" | "failed";
export type StepItem = { id: string; label: ReactNode; detail?: ReactNode; state: StepState };

const looks = {
  done: { icon: Check, ink: "text-positive" },
  current: { icon: CircleDot, ink: "text-accent" },
  upcoming: { icon: CircleDashed, ink: "text-faint" },
  failed: { icon: X, ink: "text-danger" },
} as const;

/** What has been done, what is being done and what comes, in order. */
export function Steps({ items, label }: { items: readonly StepItem[]; label: string }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2">
      {items.map((item) => {
        const { icon: Icon, ink } = looks[item.state];
        return (
          <li
            key={item.id}
            aria-current={item.state === "current" ? "step" : undefined}
            className="flex items-start gap-2"
          >
            <Icon className={cn("mt-[3px]", ink)} />
            <span className="min-w-0">
              <span className={cn(item.state === "upcoming" && "text-muted")}>{item.label}</span>
              <span className="sr-only"> ({t(item.state)})</span>
              {item.detail && <span className="block text-muted text-small">{item.detail}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
