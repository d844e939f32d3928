import { trustSettings } from "#lib/messages/en/trust-settings.ts";
import { translator } from "#lib/messages/translate.ts";
import type { TrustSettings } from "#lib/trust/settings.ts";
import {
  draftOf,
  isNumberPath,
  numberFields,
  type SettingPath,
  settingPaths,
} from "#lib/trust/settings-fields.ts";
import { boundWords } from "#lib/trust/settings-problems.ts";

/** The texts of the trust rating's settings. */
export const t = translator(trustSettings);

type HintKey = Extract<keyof typeof trustSettings, `${string}.hint`>;

/** A field has a hint of its own or that of those beside it. */
const hintsBeside: readonly (readonly [start: string, hint: HintKey])[] = [
  ["weights.", "weights.hint"],
  ["compliance.validDays.", "compliance.validDays.hint"],
  ["compliance.required.", "compliance.required.hint"],
  ["freshness.", "freshness.days.hint"],
  ["people.prior.", "people.prior.hint"],
  ["gates.", "gates.points.hint"],
  ["bands.", "bands.points.hint"],
  ["strength.s", "strength.share.hint"],
  ["strength.partial", "strength.share.hint"],
  ["strength.", "strength.amount.hint"],
];

function hintKey(path: SettingPath): HintKey | undefined {
  const own = `${path}.hint`;
  if (Object.hasOwn(trustSettings, own)) return own as HintKey;
  return hintsBeside.find(([start]) => path.startsWith(start))?.[1];
}

/** What the field is measured in, and what it may hold. */
export function hintOf(path: SettingPath): string {
  const key = hintKey(path);
  const bound = isNumberPath(path) ? boundWords(numberFields[path]) : "";
  return [key && t(key), bound].filter(Boolean).join(" ");
}

/** A value of the form as it is told: lists with commas, an empty one as "none". */
export function toldValue(path: SettingPath, text: string): string {
  if (isNumberPath(path) || path === "ownership.timeZone") return text;
  return text.split(" ").filter(Boolean).join(", ") || t("none");
}

export type Difference = { readonly path: SettingPath; readonly before: string; readonly after: string };

/** Field by field what differs between two settings. */
export function differencesOf(before: TrustSettings, after: TrustSettings): Difference[] {
  const [a, b] = [draftOf(before), draftOf(after)];
  return settingPaths
    .filter((path) => a[path] !== b[path])
    .map((path) => ({ path, before: toldValue(path, a[path]), after: toldValue(path, b[path]) }));
}
