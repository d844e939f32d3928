import { fieldLabel } from "#components/publishing/editor-words.ts";
import { asLines } from "#components/publishing/words-changes.tsx";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { ChangeList } from "#components/ui/change-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { versionChanges } from "#lib/messages/en/version-changes.ts";
import { translator } from "#lib/messages/translate.ts";
import type { OperationChange } from "#lib/publishing/contract/operation-changes.ts";
import type { ChangeStep, SchemaChange } from "#lib/publishing/contract/schema-changes.ts";
import type { WordsField } from "#lib/publishing/schema.ts";
import type { VersionComparison } from "#lib/publishing/server/compare-versions.ts";

const t = translator(versionChanges);

const tones: Readonly<Record<ChangeStep, BadgeTone>> = {
  major: "caution",
  minor: "accent",
  patch: "neutral",
};
const itselfWords = {
  words: "itselfWords",
  "more-dangerous": "itselfMoreDangerous",
  "less-dangerous": "itselfLessDangerous",
} as const;

function asWords(value: unknown): string {
  if (value === null || value === undefined) return t("anything");
  if (Array.isArray(value)) return value.length === 0 ? t("none") : value.map(asWords).join(", ");
  if (typeof value !== "object") return String(value);
  const limits = Object.entries(value).map(
    ([key, limit]) => `${key} ${limit === null ? t("none") : JSON.stringify(limit)}`,
  );
  return limits.join(", ");
}

function SchemaLine({ side, change }: { side: "input" | "output"; change: SchemaChange }) {
  const what = change.what === "words" ? "words_" : change.what;
  return (
    <li className="flex flex-wrap items-baseline gap-x-2">
      <span className="text-muted text-small">{t(side)}</span>
      {change.path === "" ? (
        <span>{t("whole")}</span>
      ) : (
        <code className="text-code wrap-anywhere">{change.path}</code>
      )}
      <span className="min-w-0 wrap-anywhere">
        {t(what, { before: asWords(change.before), after: asWords(change.after) })}
      </span>
      {change.step === "major" && <Badge tone={tones.major}>{t("major")}</Badge>}
    </li>
  );
}

function OperationLines({ change }: { change: OperationChange }) {
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{change.title}</span>
        <code className="text-code text-muted wrap-anywhere">{change.operation}</code>
        {change.kind !== "changed" && <span>{t(change.kind === "removed" ? "opRemoved" : "opAdded")}</span>}
        <Badge tone={tones[change.step]}>{t(change.step)}</Badge>
      </p>
      {change.kind === "changed" && (
        <ul className="flex flex-col gap-1 border-l-2 pl-4">
          {change.itself.map((one) => (
            <li key={one}>{t(itselfWords[one])}</li>
          ))}
          {(["input", "output"] as const).flatMap((side) =>
            change[side].map((one) => (
              <SchemaLine
                key={`${side} ${one.path} ${one.what} ${asWords(one.after)}`}
                side={side}
                change={one}
              />
            )),
          )}
        </ul>
      )}
    </li>
  );
}

type VersionChangesProps = {
  comparison: VersionComparison;
  /** Older versions to compare with instead, newest first, each with its address. */
  others: readonly { readonly version: string; readonly href: string }[];
};

/** What differs between two versions of a tool: the operations with whom they break, then the words. */
export function VersionChanges({ comparison, others }: VersionChangesProps) {
  const { before, after, fields, operations, step } = comparison;
  return (
    <section
      aria-labelledby="version-changes"
      className="flex flex-col gap-4 rounded-card border bg-surface p-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id="version-changes" className="text-lead">
          {t("title", { before: before.version, after: after.version })}
        </h3>
        {others.length > 0 && (
          <p className="flex flex-wrap gap-x-3 text-small">
            <span className="text-muted">{t("against")}</span>
            {others.map(({ version, href }) => (
              <TextLink key={version} href={href}>
                {version}
              </TextLink>
            ))}
          </p>
        )}
      </div>
      {fields.length === 0 && operations.length === 0 && <p className="text-muted">{t("nothing")}</p>}
      {step && (
        <div className="flex flex-col gap-2">
          <h4 className="font-semibold">{t("operations")}</h4>
          <p className="text-muted text-small">{t(`${step}Text`)}</p>
          <ul className="flex flex-col gap-3">
            {operations.map((change) => (
              <OperationLines key={`${change.kind} ${change.operation}`} change={change} />
            ))}
          </ul>
        </div>
      )}
      {fields.length > 0 && (
        <div className="flex flex-col gap-2">
          <h4 className="font-semibold">{t("words")}</h4>
          {!step && <p className="text-muted text-small">{t("operationsSame")}</p>}
          <ChangeList
            changes={fields.map((field) => ({
              path: [field],
              before: asLines(before.words, field),
              after: asLines(after.words, field),
            }))}
            nameOf={([field]) => fieldLabel(field as WordsField)}
          />
        </div>
      )}
    </section>
  );
}
