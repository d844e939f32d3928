import { RevealedText } from "#components/publishing/contracts/revealed-text.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { versionChanges } from "#lib/messages/en/version-changes.ts";
import { translator } from "#lib/messages/translate.ts";
import type { OperationChange } from "#lib/publishing/contract/operation-changes.ts";
import type { SchemaChange } from "#lib/publishing/contract/schema-changes.ts";

const t = translator(versionChanges);
const itselfWords = {
  "more-dangerous": "itselfMoreDangerous",
  "less-dangerous": "itselfLessDangerous",
} as const;

function asWords(value: unknown): string {
  if (value === null || value === undefined) return t("anything");
  if (Array.isArray(value)) return value.length === 0 ? t("none") : value.map(asWords).join(", ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([key, limit]) => `${key} ${limit === null ? t("none") : JSON.stringify(limit)}`)
    .join(", ");
}

function Line({ side, change }: { side: "input" | "output"; change: SchemaChange }) {
  if (change.what === "words") return null;
  const words = t(change.what, { before: asWords(change.before), after: asWords(change.after) });
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-muted text-small">{t(side)}</span>
      <code className="text-code wrap-anywhere">
        <RevealedText text={change.path === "" ? t("whole") : change.path} />
      </code>
      <span className="min-w-0 wrap-anywhere">
        <RevealedText text={words} />
      </span>
      {change.step === "major" && <Badge tone="caution">{t("major")}</Badge>}
    </li>
  );
}

/** Whether anything but words differs. */
export function hasShapeChanges(change: Extract<OperationChange, { kind: "changed" }>): boolean {
  return (
    change.itself.some((one) => one !== "words") ||
    [...change.input, ...change.output].some(({ what }) => what !== "words")
  );
}

/** What an operation takes, gives and does in another way, in sentences. */
export function ChangeLines({ change }: { change: Extract<OperationChange, { kind: "changed" }> }) {
  return (
    <ul className="flex flex-col gap-1">
      {change.itself.flatMap((one) => (one === "words" ? [] : <li key={one}>{t(itselfWords[one])}</li>))}
      {(["input", "output"] as const).flatMap((side) =>
        change[side].map((one) => (
          <Line key={`${side} ${one.path} ${one.what} ${asWords(one.after)}`} side={side} change={one} />
        )),
      )}
    </ul>
  );
}
