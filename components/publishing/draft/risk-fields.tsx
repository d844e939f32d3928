"use client";

import { t } from "#components/publishing/draft/settings-words.ts";
import type { DraftEditor } from "#components/publishing/draft/use-draft-content.ts";
import { Field } from "#components/ui/field.tsx";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import { Select } from "#components/ui/select.tsx";
import { type RiskTier, riskTiers } from "#lib/catalog/tool-settings.ts";
import { type DataClass, dataClasses } from "#lib/data-class.ts";
import type { DraftOverview, DraftSettings } from "#lib/publishing/draft-content.ts";
import { isBelowFloor, riskFloor } from "#lib/publishing/release-rules.ts";

/** The lowest risk that fits, and why. */
function floorOf(settings: DraftSettings, operations: DraftOverview["operations"]) {
  const floor = riskFloor(
    settings,
    operations.map(({ isDestructive, isReadOnly }) => ({
      annotations: { destructive: isDestructive, readOnly: isReadOnly, idempotent: false, openWorld: false },
    })),
  );
  if (floor === "low") return { floor, reason: null };
  if (settings.dataClass === "restricted") return { floor, reason: t("floorRestricted") };
  return {
    floor,
    reason: t(settings.dataClass === "confidential" ? "floorConfidential" : "floorDestructive"),
  };
}

/** The class of data that the tool may be given, and its risk, which cannot lie below what both demand. */
export function RiskFields({ editor }: { editor: DraftEditor }) {
  const { settings, overview, changeSetting } = editor;
  const { floor, reason } = floorOf(settings, overview.operations);
  const isTooLow = isBelowFloor(settings.riskTier, floor);
  const chooseClass = (dataClass: DataClass) => {
    changeSetting("dataClass", dataClass);
    const next = floorOf({ ...settings, dataClass }, overview.operations).floor;
    if (isBelowFloor(settings.riskTier, next)) changeSetting("riskTier", next);
  };
  return (
    <>
      <Field
        id="settings-dataClass"
        label={t("dataClass")}
        hint={t("dataClassHint")}
        className="max-w-thread"
      >
        {(control) => (
          <Select
            {...control}
            value={settings.dataClass}
            onChange={(event) => chooseClass(event.target.value as DataClass)}
          >
            {dataClasses.map((one) => (
              <option key={one} value={one}>
                {t(`class-${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RadioGroup
        name="risk"
        legend={t("risk")}
        value={settings.riskTier}
        onValueChange={(value) => changeSetting("riskTier", value as RiskTier)}
        error={isTooLow ? reason : undefined}
        options={riskTiers.map((tier) => ({
          value: tier,
          label: t(`risk-${tier}`),
          hint: t(`riskHint-${tier}`),
          disabled: isBelowFloor(tier, floor) && tier !== settings.riskTier,
        }))}
      />
      {reason && !isTooLow && <p className="text-muted text-small">{reason}</p>}
    </>
  );
}
