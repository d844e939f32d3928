import { draftEditor, settingsEditor } from "#lib/messages/en/draft-editor.ts";
import { versionChanges } from "#lib/messages/en/version-changes.ts";
import { formatDuration, formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ContentChanges } from "#lib/publishing/content-changes.ts";
import type { SettingsField } from "#lib/publishing/draft-content.ts";
import type { ValueChange } from "#lib/value-changes.ts";

const t = translator(versionChanges);

const valueWords: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  audience: {
    "only-me": settingsEditor.whoOnlyMe,
    team: settingsEditor.whoTeam,
    domain: settingsEditor.whoDomain,
    everyone: settingsEditor.whoEveryone,
  },
  riskTier: {
    low: settingsEditor["risk-low"],
    medium: settingsEditor["risk-medium"],
    high: settingsEditor["risk-high"],
  },
  dataClass: {
    public: settingsEditor["class-public"],
    internal: settingsEditor["class-internal"],
    confidential: settingsEditor["class-confidential"],
    restricted: settingsEditor["class-restricted"],
  },
};

function told(field: string, value: unknown): unknown {
  if (typeof value === "string") return valueWords[field]?.[value] ?? value;
  if (typeof value !== "number") return value;
  return field === "sloSuccess" ? formatShare(value) : formatDuration(value);
}

const isNothing = (value: unknown) =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
const hasContent = ({ before, after }: ValueChange) => !(isNothing(before) && isNothing(after));

/** Changed settings in the words of their editor, without those that were nothing and are nothing. */
export function toldSettings(changes: readonly ValueChange[]): ValueChange[] {
  return changes.filter(hasContent).map(({ path, before, after }) => ({
    path,
    before: told(path[0] ?? "", before),
    after: told(path[0] ?? "", after),
  }));
}

/** How operations are carried out, without what everybody knows who sees the tool: its kind. */
export function toldBindings(bindings: ContentChanges["bindings"]): ContentChanges["bindings"] {
  return bindings.flatMap(({ operation, changes }) => {
    const shown = changes.filter((change) => hasContent(change) && change.path.join() !== "kind");
    return shown.length > 0 ? [{ operation, changes: shown }] : [];
  });
}

export function settingName([field]: readonly string[]): string {
  return t(`setting-${field as SettingsField}`);
}

/** The part of an operation as its editor names it; deeper places by their names. */
export function bindingName(path: readonly string[]): string {
  const editor: Readonly<Record<string, string | object>> = draftEditor;
  const name = path.length === 1 ? editor[`part-binding.${path[0]}`] : undefined;
  return typeof name === "string" ? name : path.join(" › ") || t("whole");
}
