import { t } from "#components/publishing/editor-words.ts";
import { Button } from "#components/ui/button.tsx";

/** The third answer where two people wrote in the same place: both texts, to be made one by hand. */
export function KeepBoth({ name, onChoose }: { name: string; onChoose: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button size="small" onClick={onChoose} aria-label={`${t("keepBoth")}: ${name}`}>
        {t("keepBoth")}
      </Button>
      <span className="text-muted text-small">{t("keepBothHint")}</span>
    </div>
  );
}
