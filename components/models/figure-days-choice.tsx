import { Segmented } from "#components/ui/segmented.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { type FigureDays, figureDays } from "#lib/models/figures.ts";

const t = translator(models);

/** Over how many days figures are counted; the choice is in the address. */
export function FigureDaysChoice({ days, path }: { days: FigureDays; path: string }) {
  return (
    <Segmented
      label={t("daysLabel")}
      current={String(days)}
      items={figureDays.map((each) => ({
        id: String(each),
        label: t("days", { days: each }),
        href: `${path}?days=${each}`,
      }))}
    />
  );
}
