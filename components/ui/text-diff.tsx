import { cn } from "#components/ui/cn.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";
import { type DiffLine, type DiffPart, diffLines, diffWords } from "#lib/text-diff.ts";

const t = translator(ui);
/** Unchanged lines that are kept around a change. */
const context = 2;

function Part({ part }: { part: DiffPart }) {
  if (part.kind === "removed") {
    return <del className="rounded-chip bg-danger-soft decoration-danger">{part.text}</del>;
  }
  if (part.kind === "added") {
    return <ins className="rounded-chip bg-positive-soft decoration-positive">{part.text}</ins>;
  }
  return part.text;
}

/** The parts of one text have no name but their place, which stays theirs. */
function withPlaces<Value extends object>(values: readonly Value[], from = 0): (Value & { place: number })[] {
  return values.map((value, at) => ({ ...value, place: from + at }));
}

type Block = { readonly at: number; readonly hidden: boolean; readonly lines: readonly DiffLine[] };

/** Long stretches without a change become one line that says how long they are. */
function toBlocks(lines: readonly DiffLine[]): Block[] {
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - context), at + context + 1).some((line) => line.kind !== "same");
  const blocks: Block[] = [];
  for (const [at, line] of lines.entries()) {
    const hidden = !isNear(at);
    const last = blocks.at(-1);
    if (last && last.hidden === hidden) blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
    else blocks.push({ at, hidden, lines: [line] });
  }
  return blocks;
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
      <span className="min-w-0 whitespace-pre-wrap break-words">
        {line.parts
          ? withPlaces(line.parts).map((part) =>
              part.kind === "same" ? (
                part.text
              ) : (
                <strong key={part.place} className="font-semibold underline underline-offset-3">
                  {part.text}
                </strong>
              ),
            )
          : line.text || "\u00a0"}
      </span>
    </div>
  );
}

type TextDiffProps = { before: string; after: string; label: string; className?: string };

/** What changed in a text: word by word when it is short, line by line otherwise. */
export function TextDiff({ before, after, label, className }: TextDiffProps) {
  const isShort = !`${before}${after}`.includes("\n") && before.length + after.length < 600;
  if (isShort && before !== "" && after !== "") {
    const parts = withPlaces(diffWords(before, after));
    return (
      <p className={cn("break-words", className)}>
        {parts.map((part) => (
          <Part key={part.place} part={part} />
        ))}
      </p>
    );
  }
  return (
    <section
      aria-label={label}
      className={cn("overflow-hidden rounded-control border bg-surface py-1 text-code", className)}
    >
      {toBlocks(diffLines(before, after)).map((block) =>
        block.hidden ? (
          <p key={block.at} className="px-3 py-1 text-muted">
            {t("diffSame", { count: block.lines.length })}
          </p>
        ) : (
          withPlaces(block.lines, block.at).map((line) => <Line key={line.place} line={line} />)
        ),
      )}
    </section>
  );
}
