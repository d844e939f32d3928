import { Badge } from "#components/ui/badge.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

/** Marks what the seed made, so that nobody takes it for something that happened here. */
export function SampleChip() {
  return (
    <Badge tone="outline" title={t("sampleTitle")} className="border-dashed">
      {t("sample")}
    </Badge>
  );
}
