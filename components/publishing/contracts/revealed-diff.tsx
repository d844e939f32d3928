import { RevealedText } from "#components/publishing/contracts/revealed-text.tsx";
import { cn } from "#components/ui/cn.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";
import { type DiffLine, type DiffPart, diffLines, diffWords } from "#lib/text-diff.ts";

const t = translator(ui);
/** Unchanged lines that are kept around a change. */
const context = 3;

function withPlaces<Value extends object>(values: readonly Value[]): (Value & { place: number })[] {
  return values.map((value, place) => ({ ...value, place }));
}

function Part({ part }: { part: DiffPart }) {
  const text = <RevealedText text={part.text} />;
  if (part.kind === "removed")
    return <del className="rounded-chip bg-danger-soft decoration-danger">{text}</del>;
  if (part.kind === "added")
    return <ins className="rounded-chip bg-positive-soft decoration-positive">{text}</ins>;
  return text;
}

/** What changed in a text of somebody else, word by word, with what cannot be seen in it. */
export function RevealedWords({ before, after }: { before: string; after: string }) {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {withPlaces(diffWords(before, after)).map((part) => (
        <Part key={part.place} part={part} />
      ))}
    </p>
  );
}

const looks = {
  same: { sign: " ", row: "" },
  removed: { sign: "−", row: "bg-danger-soft" },
  added: { sign: "+", row: "bg-positive-soft" },
} as const;

function Line({ line }: { line: DiffLine }) {
  const { sign, row } = looks[line.kind];
  const spoken = line.kind === "same" ? null : t(line.kind === "added" ? "diffAdded" : "diffRemoved");
  return (
    <div className={cn("flex gap-2 px-3", row)}>
      <span aria-hidden="true" className="select-none text-muted">
        {sign}
      </span>
      {spoken && <span className="sr-only">{spoken}</span>}
      <span className="min-w-0 whitespace-pre-wrap wrap-anywhere">
        <RevealedText text={line.text || "\n"} />
      </span>
    </div>
  );
}

/** The same for long texts, line by line; stretches without a change are left out. */
export function RevealedLines({ before, after, label }: { before: string; after: string; label: string }) {
  const lines = withPlaces(diffLines(before, after));
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.kind !== "same");
  const shown = lines.filter(({ place }) => isNear(place));
  return (
    <section aria-label={label} className="overflow-hidden rounded-control border bg-surface py-1 text-code">
      {shown.map((line, at) => (
        <div key={line.place}>
          {at > 0 && shown[at - 1]?.place !== line.place - 1 && (
            <p className="px-3 text-muted">
              {t("diffSame", { count: line.place - (shown[at - 1]?.place ?? 0) - 1 })}
            </p>
          )}
          <Line line={line} />
        </div>
      ))}
    </section>
  );
}
