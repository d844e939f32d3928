import { cn } from "#components/ui/cn.ts";
import { models } from "#lib/messages/en/models.ts";
import { formatDuration, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { HealthDay } from "#lib/models/schema.ts";

const t = translator(models);

type DayState = "none" | "good" | "partly" | "bad";

function stateOf({ looks, connected }: HealthDay): DayState {
  if (looks === 0) return "none";
  if (connected === looks) return "good";
  return connected === 0 ? "bad" : "partly";
}

/** Shape says it as well as colour: full, half, a stump at the foot, a line. */
const shapes: Readonly<Record<DayState, string>> = {
  none: "h-px bg-border-strong",
  good: "h-6 bg-positive",
  partly: "h-4 bg-caution",
  bad: "h-2 bg-danger",
};

/** Thirty days of looks at a model server, one bar each, and the same in words. */
export function HealthStrip({ days }: { days: readonly HealthDay[] }) {
  const looks = days.reduce((sum, day) => sum + day.looks, 0);
  if (looks === 0) return <p className="text-muted text-small">{t("healthNone")}</p>;
  const connected = days.reduce((sum, day) => sum + day.connected, 0);
  const failing = days.filter(({ looks: all, connected: good }) => good < all).length;
  const last = days.findLast(({ p50Ms }) => p50Ms !== null)?.p50Ms;
  const words = [
    t("healthShare", { share: formatShare(connected / looks) }),
    failing > 0 ? t("healthFailing", { count: failing }) : null,
    last == null ? null : t("healthSpeed", { duration: formatDuration(last) }),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <figure className="flex flex-col gap-1">
      <div aria-hidden="true" className="flex h-6 items-end gap-0.5">
        {days.map((day) => (
          <span
            key={day.day}
            title={t(`health-${stateOf(day)}`, { day: day.day })}
            className={cn("max-w-2 flex-1 rounded-sm", shapes[stateOf(day)])}
          />
        ))}
      </div>
      <figcaption className="text-muted text-small">{t("health", { words })}</figcaption>
    </figure>
  );
}
