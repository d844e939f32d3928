import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { LockIcon } from "#components/ui/lock-icon.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

export type DataClass = "public" | "internal" | "confidential" | "restricted";

const t = translator(ui);

const looks = {
  public: { word: "classPublic", tone: "neutral", lock: null },
  internal: { word: "classInternal", tone: "neutral", lock: "outline" },
  confidential: { word: "classConfidential", tone: "caution", lock: "half" },
  restricted: { word: "classRestricted", tone: "danger", lock: "full" },
} as const satisfies Record<
  DataClass,
  { word: string; tone: BadgeTone; lock: "outline" | "half" | "full" | null }
>;

/** The data class as a word with its lock. */
export function DataClassChip({ value }: { value: DataClass }) {
  const { word, tone, lock } = looks[value];
  return (
    <Badge tone={tone} title={t("dataClass", { name: t(word) })}>
      {lock && <LockIcon fill={lock} />}
      {t(word)}
    </Badge>
  );
}
