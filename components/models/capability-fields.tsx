"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import { type Modality, type ModelCapabilities, modalities } from "#lib/models/capabilities.ts";

const t = translator(models);
const works = ["generates", "embeddings", "reranking"] as const;
type Work = (typeof works)[number];

const workOf = (can: ModelCapabilities): Work => works.find((work) => can[work]) ?? "generates";

/** What goes with each kind of work: only a model that writes can be handed tools or a form to answer in. */
function withWork(can: ModelCapabilities, work: Work): ModelCapabilities {
  const writes = work === "generates";
  return {
    ...can,
    generates: writes,
    embeddings: work === "embeddings",
    reranking: work === "reranking",
    tools: writes && can.tools,
    structuredOutput: writes && can.structuredOutput,
    inputModalities: writes ? can.inputModalities : ["text"],
  };
}

type CapabilityFieldsProps = {
  name: string;
  capabilities: ModelCapabilities;
  contextLength: number | null;
  onChange: (change: { capabilities: ModelCapabilities; contextLength: number | null }) => void;
};

/** What a model can do: as its server told, and as an administrator corrects it. */
export function CapabilityFields({ name, capabilities, contextLength, onChange }: CapabilityFieldsProps) {
  const set = (change: Partial<ModelCapabilities>) =>
    onChange({ capabilities: { ...capabilities, ...change }, contextLength });
  const accept = (modality: Modality, isAccepted: boolean) =>
    set({
      inputModalities: modalities.filter((each) =>
        each === modality ? isAccepted : capabilities.inputModalities.includes(each),
      ),
    });
  const work = workOf(capabilities);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Select
          aria-label={t("workOf", { name })}
          value={work}
          onChange={({ target }) =>
            onChange({
              capabilities: withWork(capabilities, works.find((each) => each === target.value) ?? work),
              contextLength,
            })
          }
          className="min-w-40 flex-1"
        >
          {works.map((each) => (
            <option key={each} value={each}>
              {t(`work-${each}`)}
            </option>
          ))}
        </Select>
        <Input
          aria-label={t("contextOf", { name })}
          placeholder={t("contextHint")}
          inputMode="numeric"
          value={contextLength ?? ""}
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, "").slice(0, 8);
            onChange({ capabilities, contextLength: Number(digits) || null });
          }}
          className="min-w-40 flex-1"
        />
      </div>
      {work === "generates" && (
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <Checkbox
            label={t("callsTools")}
            checked={capabilities.tools}
            onChange={({ target }) => set({ tools: target.checked })}
          />
          <Checkbox
            label={t("structured")}
            checked={capabilities.structuredOutput}
            onChange={({ target }) => set({ structuredOutput: target.checked })}
          />
          {modalities
            .filter((modality) => modality !== "text")
            .map((modality) => (
              <Checkbox
                key={modality}
                label={t(`reads-${modality}`)}
                checked={capabilities.inputModalities.includes(modality)}
                onChange={({ target }) => accept(modality, target.checked)}
              />
            ))}
        </div>
      )}
    </div>
  );
}
