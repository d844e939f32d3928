import { fieldLabel } from "#components/publishing/editor-words.ts";
import { bindingName, settingName, toldBindings, toldSettings } from "#components/publishing/told-changes.ts";
import { asLines } from "#components/publishing/words-changes.tsx";
import { Badge, type BadgeTone } from "#components/ui/badge.tsx";
import { ChangeList } from "#components/ui/change-list.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { versionChanges } from "#lib/messages/en/version-changes.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ContentChanges } from "#lib/publishing/content-changes.ts";
import type { OperationChange } from "#lib/publishing/contract/operation-changes.ts";
import type { ChangeStep, SchemaChange } from "#lib/publishing/contract/schema-changes.ts";
import type { WordsField } from "#lib/publishing/schema.ts";

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

function OperationLines({ change, isFirst }: { change: OperationChange; isFirst: boolean }) {
  return (
    <li className="flex flex-col gap-1">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{change.title}</span>
        <code className="text-code text-muted wrap-anywhere">{change.operation}</code>
        {change.kind !== "changed" && <span>{t(change.kind === "removed" ? "opRemoved" : "opAdded")}</span>}
        {!isFirst && <Badge tone={tones[change.step]}>{t(change.step)}</Badge>}
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
  comparison: ContentChanges;
  /** Older versions to compare with instead, newest first, each with its address. */
  others?: readonly { readonly version: string; readonly href: string }[];
};

/** What differs between two states of a tool: operations with whom they break, settings, how it is done, and words. */
export function VersionChanges({ comparison, others = [] }: VersionChangesProps) {
  const { before, after, fields, operations, step } = comparison;
  const isFirst = before.version === null;
  const settings = toldSettings(comparison.settings);
  const bindings = toldBindings(comparison.bindings);
  const isSame = [fields, operations, settings, bindings].every((list) => list.length === 0);
  return (
    <section
      aria-labelledby="version-changes"
      className="flex flex-col gap-4 rounded-card border bg-surface p-4"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id="version-changes" className="text-lead">
          {before.version === null
            ? t("titleFirst")
            : t("title", { before: before.version, after: after.version ?? t("theDraft") })}
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
      {isSame && <p className="text-muted">{t("nothing")}</p>}
      {step && (
        <div className="flex flex-col gap-2">
          <h4 className="font-semibold">{t("operations")}</h4>
          {!isFirst && <p className="text-muted text-small">{t(`${step}Text`)}</p>}
          <ul className="flex flex-col gap-3">
            {operations.map((change) => (
              <OperationLines key={`${change.kind} ${change.operation}`} change={change} isFirst={isFirst} />
            ))}
          </ul>
        </div>
      )}
      {settings.length > 0 && (
        <div className="flex flex-col gap-2">
          <h4 className="font-semibold">{t("settings")}</h4>
          <ChangeList changes={settings} nameOf={settingName} />
        </div>
      )}
      {bindings.map(({ operation, changes }) => (
        <div key={operation} className="flex flex-col gap-2">
          <h4 className="font-semibold">{t("carriedOut", { operation })}</h4>
          <ChangeList changes={changes} nameOf={bindingName} />
        </div>
      ))}
      {fields.length > 0 && (
        <div className="flex flex-col gap-2">
          <h4 className="font-semibold">{t("words")}</h4>
          {!step && before.version !== null && <p className="text-muted text-small">{t("operationsSame")}</p>}
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
