import { cn } from "#components/ui/cn.ts";
import { TextDiff } from "#components/ui/text-diff.tsx";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";
import { diffTokens, diffWords } from "#lib/text-diff.ts";
import type { ValueChange } from "#lib/value-changes.ts";

const t = translator(ui);

function asText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return String(value);
  return JSON.stringify(value, null, 2);
}

/** Lists of words show what came and what went; anything else is one text. */
function entriesOf(value: unknown): string[] | null {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) && value.every((entry) => typeof entry !== "object") ? value.map(asText) : null;
}

function withPlaces<Value extends object>(values: readonly Value[]): (Value & { place: number })[] {
  return values.map((value, place) => ({ ...value, place }));
}

function ListChange({ before, after }: { before: string[]; after: string[] }) {
  return (
    <ul className="flex flex-col gap-1">
      {withPlaces(diffTokens(before, after)).map((part) => (
        <li key={part.place} className={cn("flex gap-2", part.kind === "same" && "text-muted")}>
          <span aria-hidden="true" className="w-3 shrink-0 select-none text-code">
            {part.kind === "added" ? "+" : part.kind === "removed" ? "−" : ""}
          </span>
          <span className="min-w-0 break-words">
            {part.kind === "added" ? (
              <ins className="rounded-chip bg-positive-soft no-underline">{part.text}</ins>
            ) : part.kind === "removed" ? (
              <del className="rounded-chip bg-danger-soft decoration-danger">{part.text}</del>
            ) : (
              part.text
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function OneSide({ value, kind }: { value: string; kind: "added" | "removed" }) {
  if (value.includes("\n") || value.length > 300) {
    return (
      <TextDiff
        before={kind === "removed" ? value : ""}
        after={kind === "added" ? value : ""}
        label={value}
      />
    );
  }
  return (
    <p className="break-words">
      {kind === "added" ? (
        <ins className="rounded-chip bg-positive-soft no-underline">{value}</ins>
      ) : (
        <del className="rounded-chip bg-danger-soft decoration-danger">{value}</del>
      )}
    </p>
  );
}

function Change({ change, label }: { change: ValueChange; label: string }) {
  const [before, after] = [entriesOf(change.before), entriesOf(change.after)];
  if (before && after && (Array.isArray(change.before) || Array.isArray(change.after))) {
    return <ListChange before={before} after={after} />;
  }
  const [old, fresh] = [asText(change.before), asText(change.after)];
  if (old === "") return <OneSide value={fresh || t("empty")} kind="added" />;
  if (fresh === "") return <OneSide value={old} kind="removed" />;
  // Two values without a word in common are two values, not one that was edited.
  if (!`${old}${fresh}`.includes("\n") && diffWords(old, fresh).every((part) => part.kind !== "same")) {
    return (
      <p className="break-words">
        <del className="rounded-chip bg-danger-soft decoration-danger">{old}</del>
        <span aria-hidden="true"> → </span>
        <ins className="rounded-chip bg-positive-soft no-underline">{fresh}</ins>
      </p>
    );
  }
  return <TextDiff before={old} after={fresh} label={label} />;
}

type ChangeListProps = {
  changes: readonly ValueChange[];
  /** What a place is called on the screen. */
  nameOf: (path: readonly string[]) => string;
};

/** What changed: each place by its name, what went struck through, what came marked. */
export function ChangeList({ changes, nameOf }: ChangeListProps) {
  return (
    <dl className="flex flex-col gap-4">
      {changes.map((change) => {
        const label = nameOf(change.path);
        return (
          <div key={change.path.join("/")} className="flex min-w-0 flex-col gap-1">
            <dt className="text-muted text-small">{label}</dt>
            <dd className="min-w-0">
              <Change change={change} label={label} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
