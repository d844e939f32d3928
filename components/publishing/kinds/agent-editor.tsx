"use client";

import { useRef } from "react";
import { t } from "#components/publishing/draft/agent-words.ts";
import { FormSection } from "#components/publishing/kinds/form-section.tsx";
import { LoopEditor } from "#components/publishing/kinds/loop-editor.tsx";
import type { OperationForm } from "#components/publishing/kinds/operation-form.ts";
import type { WorkbenchChoices } from "#components/publishing/kinds/operation-workbench.tsx";
import { SequenceEditor } from "#components/publishing/kinds/sequence-editor.tsx";
import { bindingOf } from "#components/publishing/kinds/starter-operation.ts";
import { RadioGroup } from "#components/ui/radio-group.tsx";
import type { DraftOperation } from "#lib/publishing/draft-content.ts";

type AgentEditorProps = OperationForm & { choices: WorkbenchChoices; generation: number };
type Way = "agent" | "agent-loop";

/** Other tools at work together: in a fixed sequence, or as a model decides. */
export function AgentEditor({ choices, generation, ...form }: AgentEditorProps) {
  const { operation, onChange } = form;
  const way: Way = operation.binding.kind === "agent-loop" ? "agent-loop" : "agent";
  // Looking at the other way must not cost what was written in this one.
  const left = useRef<Partial<Record<Way, DraftOperation["binding"]>>>({});
  const choose = (next: Way) => {
    if (next === way) return;
    left.current = { ...left.current, [way]: operation.binding };
    onChange({ ...operation, binding: left.current[next] ?? bindingOf(next) });
  };
  return (
    <>
      <RadioGroup
        name="way"
        legend={t("way")}
        value={way}
        onValueChange={(value) => choose(value as Way)}
        options={[
          { value: "agent", label: t("sequence"), hint: t("sequenceHint") },
          { value: "agent-loop", label: t("loop"), hint: t("loopHint") },
        ]}
      />
      <FormSection {...form} generation={generation} />
      {way === "agent" ? (
        <SequenceEditor key={`sequence ${generation}`} {...form} parts={choices.parts} />
      ) : (
        <LoopEditor key={`loop ${generation}`} {...form} choices={choices} />
      )}
    </>
  );
}
