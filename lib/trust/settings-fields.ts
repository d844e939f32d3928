import type { TrustSettings } from "#lib/trust/settings.ts";

export type NumberBound = {
  readonly min: number;
  readonly max: number | null;
  /** The number lies above `min`, not at it. */
  readonly isAbove?: boolean;
  readonly isWhole?: boolean;
};

const share: NumberBound = { min: 0, max: 1 };
const days: NumberBound = { min: 0, max: 3650, isAbove: true };
const points: NumberBound = { min: 0, max: 100 };
const amount: NumberBound = { min: 0, max: null, isAbove: true };

/** Every number that may be set, under its place in the settings, with the bounds of the schema. */
export const numberFields = {
  "weights.evaluation": share,
  "weights.reliability": share,
  "weights.compliance": share,
  "weights.ownership": share,
  "weights.freshness": share,
  "weights.people": share,
  weakestLink: share,
  confidence: { min: 0, max: 5 },
  "evaluation.meanShare": share,
  "evaluation.ownerReported": share,
  "evaluation.otherVersion": share,
  "reliability.windowDays": { min: 1, max: 90, isWhole: true },
  "reliability.standardSlo": { min: 0.5, max: 0.9999 },
  "reliability.burnAtZero": { min: 1, max: 10 },
  "reliability.burnRange": { min: 0.1, max: 10 },
  "reliability.probesOnly": share,
  "compliance.expiryDays": days,
  "compliance.validDays.security": days,
  "compliance.validDays.privacy": days,
  "compliance.validDays.other": days,
  "ownership.confirmedDays": days,
  "ownership.answerWorkingDays": days,
  "freshness.docsGraceDays": days,
  "freshness.docsHalfLifeDays": days,
  "freshness.evaluationGraceDays": days,
  "freshness.evaluationHalfLifeDays": days,
  "people.pseudoRatings": { min: 0, max: 1000 },
  "people.prior.0": share,
  "people.prior.1": share,
  "people.prior.2": share,
  "people.prior.3": share,
  "people.prior.4": share,
  "gates.unownedDays": days,
  "gates.neededComponents": { min: 1, max: 4, isWhole: true },
  "gates.atFloor": points,
  "gates.overdue": points,
  "gates.withoutEvaluation": points,
  "bands.trusted": points,
  "bands.good": points,
  "bands.care": points,
  "bands.margin": { min: 0, max: 20 },
  "bands.nights": { min: 1, max: 30, isWhole: true },
  "strength.items": amount,
  "strength.calls": amount,
  "strength.raters": amount,
  "strength.strong": share,
  "strength.partial": share,
} as const satisfies Record<string, NumberBound>;
export type NumberPath = keyof typeof numberFields;

/** Which reviews a risk tier requires. */
export const listFields = [
  "compliance.required.low",
  "compliance.required.medium",
  "compliance.required.high",
] as const;
export type ListPath = (typeof listFields)[number];

export const textFields = ["ownership.timeZone"] as const;
export type SettingPath = NumberPath | ListPath | (typeof textFields)[number];

export function isNumberPath(path: string): path is NumberPath {
  return Object.hasOwn(numberFields, path);
}

const isListPath = (path: SettingPath): path is ListPath => listFields.some((one) => one === path);

export const settingPaths: readonly SettingPath[] = [
  ...(Object.keys(numberFields) as NumberPath[]),
  ...listFields,
  ...textFields,
];

/** Settings as a form holds them: each place as text, a list with blanks between. */
export type SettingsDraft = Readonly<Record<SettingPath, string>>;

function valueAt(settings: TrustSettings, path: SettingPath): unknown {
  return path
    .split(".")
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], settings);
}

/** The form of some settings. */
export function draftOf(settings: TrustSettings): SettingsDraft {
  const text = (path: SettingPath) => {
    const value = valueAt(settings, path);
    return Array.isArray(value) ? value.join(" ") : String(value);
  };
  return Object.fromEntries(settingPaths.map((path) => [path, text(path)])) as SettingsDraft;
}

/** A number as people write it, with a point or a comma; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  const plain = text.trim().replace(",", ".");
  return /^(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(plain) ? Number(plain) : undefined;
}

/** What a form holds, in the shape of the settings; not checked yet, and a number that cannot be read is undefined. */
export function settingsOf(draft: SettingsDraft): unknown {
  const root: Record<string, unknown> = {};
  for (const path of settingPaths) {
    const names = path.split(".");
    const last = names.pop() ?? path;
    let place = root;
    for (const name of names) {
      place[name] ??= name === "prior" ? [] : {};
      place = place[name] as Record<string, unknown>;
    }
    const text = draft[path];
    place[last] = isNumberPath(path)
      ? readNumber(text)
      : isListPath(path)
        ? text.split(" ").filter(Boolean)
        : text.trim();
  }
  return root;
}
