import { trustSettings as messages } from "#lib/messages/en/trust-settings.ts";
import { translator } from "#lib/messages/translate.ts";
import { type TrustSettings, trustSettingsSchema } from "#lib/trust/settings.ts";
import {
  isNumberPath,
  type NumberBound,
  numberFields,
  readNumber,
  type SettingPath,
  type SettingsDraft,
  settingPaths,
  settingsOf,
} from "#lib/trust/settings-fields.ts";

const t = translator(messages);
const plain = (value: number) => String(value);

/** What a number may be, in a few words. */
export function boundWords({ min, max, isAbove, isWhole }: NumberBound): string {
  const from = plain(min);
  if (max === null) return t("boundOver", { min: from });
  const to = plain(max);
  if (isAbove) return t("boundOverTo", { min: from, max: to });
  return t(isWhole ? "boundWhole" : "bound", { min: from, max: to });
}

function isWithin(value: number, { min, max, isAbove, isWhole }: NumberBound): boolean {
  if (isWhole && !Number.isInteger(value)) return false;
  return (isAbove ? value > min : value >= min) && (max === null || value <= max);
}

export type SettingsProblems = Readonly<Partial<Record<SettingPath, string>>>;
export type CheckedDraft = {
  /** Null while something is wrong. */
  readonly settings: TrustSettings | null;
  /** What is wrong, at the field that shows it. */
  readonly problems: SettingsProblems;
};

/** Where a rule over several fields is shown. */
const shownAt: Readonly<Record<string, SettingPath>> = {
  weights: "weights.evaluation",
  bands: "bands.trusted",
  strength: "strength.strong",
  "people.prior": "people.prior.0",
  "ownership.timeZone": "ownership.timeZone",
};

/** Checks a form: each number in its bounds, then the rules that hold over several. */
export function checkDraft(draft: SettingsDraft): CheckedDraft {
  const problems: Partial<Record<SettingPath, string>> = {};
  for (const path of settingPaths) {
    if (!isNumberPath(path)) continue;
    const value = readNumber(draft[path]);
    if (value === undefined || !isWithin(value, numberFields[path])) {
      problems[path] = t("problemNumber", { bound: boundWords(numberFields[path]) });
    }
  }
  if (Object.keys(problems).length > 0) return { settings: null, problems };
  const read = trustSettingsSchema.safeParse(settingsOf(draft));
  if (read.success) return { settings: read.data, problems };
  for (const { path, message } of read.error.issues) {
    const place = path.slice(0, 2).join(".");
    problems[shownAt[place] ?? shownAt[String(path[0])] ?? "weakestLink"] ??= message;
  }
  return { settings: null, problems };
}

/** The sum of some fields of a form, as far as they can be read. */
export function sumOf(draft: SettingsDraft, paths: readonly SettingPath[]): number {
  const sum = paths.reduce((total, path) => total + (readNumber(draft[path]) ?? 0), 0);
  return Math.round(sum * 1e6) / 1e6;
}
