import { type SettingPath, settingPaths } from "#lib/trust/settings-fields.ts";

const under = (name: string) => settingPaths.filter((path) => path.startsWith(`${name}.`));

export type SettingGroup = {
  readonly id:
    | "Number"
    | "Evaluation"
    | "Reliability"
    | "Compliance"
    | "Ownership"
    | "Freshness"
    | "People"
    | "Gates"
    | "Bands"
    | "Strength";
  readonly paths: readonly SettingPath[];
  /** Fields of it that must add up to 1. */
  readonly sum?: { readonly text: "sum" | "sumPrior"; readonly paths: readonly SettingPath[] };
};

/** The fields of the form in groups, component by component. */
export const settingGroups: readonly SettingGroup[] = [
  {
    id: "Number",
    paths: [...under("weights"), "weakestLink", "confidence"],
    sum: { text: "sum", paths: under("weights") },
  },
  { id: "Evaluation", paths: under("evaluation") },
  { id: "Reliability", paths: under("reliability") },
  { id: "Compliance", paths: under("compliance") },
  { id: "Ownership", paths: under("ownership") },
  { id: "Freshness", paths: under("freshness") },
  { id: "People", paths: under("people"), sum: { text: "sumPrior", paths: under("people.prior") } },
  { id: "Gates", paths: under("gates") },
  { id: "Bands", paths: under("bands") },
  { id: "Strength", paths: under("strength") },
];
