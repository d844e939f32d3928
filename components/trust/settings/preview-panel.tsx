import { t } from "#components/trust/settings/setting-words.ts";
import { Stat } from "#components/ui/stat.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeadCell, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { trust } from "#lib/messages/en/trust.ts";
import { formatDuration } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { SettingsPreview, Stand } from "#lib/trust/preview.ts";

const name = translator(trust);

function standWords({ score, band }: Stand): string {
  if (score === null) return t("noNumber");
  return band ? `${score.toFixed(1)}, ${name(band)}` : score.toFixed(1);
}

type Figure = "bandsUp" | "bandsDown" | "numbersUp" | "numbersDown" | "numbersGained" | "numbersLost";

function figuresOf({ bands, numbers }: SettingsPreview): readonly (readonly [Figure, number])[] {
  const always = [
    ["bandsUp", bands.up],
    ["bandsDown", bands.down],
    ["numbersUp", numbers.up],
    ["numbersDown", numbers.down],
  ] as const;
  const seldom = [
    ["numbersGained", numbers.gained],
    ["numbersLost", numbers.lost],
  ] as const;
  return [...always, ...seldom.filter(([, value]) => value > 0)];
}

function Moves({ moves }: Pick<SettingsPreview, "moves">) {
  return (
    <div className="overflow-clip rounded-card border bg-surface">
      <Table label={t("moves")} density="dense">
        <TableHead>
          <TableHeadCell>{t("colTool")}</TableHeadCell>
          <TableHeadCell>{t("colBefore")}</TableHeadCell>
          <TableHeadCell>{t("colAfter")}</TableHeadCell>
        </TableHead>
        <TableBody>
          {moves.map((move) => (
            <TableRow key={move.slug}>
              <TableCell phone="first">
                <TextLink href={`/catalog/${move.slug}?tab=trust`} target="_blank">
                  {move.name}
                  <span className="sr-only"> {t("newTab")}</span>
                </TextLink>
              </TableCell>
              <TableCell phone="aside">{standWords(move.before)}</TableCell>
              <TableCell phone="second">
                <span aria-hidden className="md:hidden">
                  →{" "}
                </span>
                {standWords(move.after)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}

/** What other settings would do: how many tools move, the largest moves, and what it took to find out. */
export function PreviewPanel({ preview, nights }: { preview: SettingsPreview; nights: number }) {
  const figures = figuresOf(preview);
  const isStill = figures.every(([, value]) => value === 0);
  return (
    <div role="status" aria-label={t("changeTitle")} className="flex flex-col gap-4">
      {isStill ? (
        <p>{t("previewNone", { count: preview.tools })}</p>
      ) : (
        <>
          <p>{t("previewOf", { count: preview.tools })}</p>
          <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
            {figures.map(([key, value]) => (
              <Stat key={key} label={t(key)} value={value} />
            ))}
          </div>
          {preview.moves.length > 0 && <Moves moves={preview.moves} />}
        </>
      )}
      <p className="text-muted text-small">{t("took", { time: formatDuration(preview.tookMs), nights })}</p>
    </div>
  );
}
