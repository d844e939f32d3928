import { Status, type StatusTone } from "#components/ui/status.tsx";
import type { Readiness, ToolCard } from "#lib/catalog/schema.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

const tones: Record<Readiness["state"], StatusTone> = {
  "works-now": "positive",
  "needs-model": "neutral",
  "no-access": "caution",
  blocked: "danger",
  "opens-elsewhere": "neutral",
  retired: "neutral",
  "not-connected": "neutral",
};

type ReadinessFactProps = {
  card: Pick<ToolCard, "readiness" | "lifecycle" | "successor">;
  className?: string;
};

/** The one fact that helps to choose now: whether the tool works for this person, or what to use instead. */
export function ReadinessFact({ card, className }: ReadinessFactProps) {
  if (card.lifecycle === "deprecated" && card.readiness.state !== "blocked") {
    return (
      <Status tone="caution" className={className}>
        {card.successor ? t("deprecatedUse", { name: card.successor.name }) : t("deprecated")}
      </Status>
    );
  }
  return (
    <Status tone={tones[card.readiness.state]} className={className}>
      {card.readiness.label}
    </Status>
  );
}
