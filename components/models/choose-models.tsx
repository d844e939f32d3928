"use client";

import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { CapabilityFields } from "#components/models/capability-fields.tsx";
import {
  chosenOf,
  linesOf,
  type ModelLine,
  namedModel,
  withOffered,
} from "#components/models/model-choice.ts";
import { modelActs } from "#components/models/mutations.ts";
import { ProbeVerdict } from "#components/models/probe-verdict.tsx";
import { useSave } from "#components/models/use-save.ts";
import { tellFailure } from "#components/providers/use-act.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { models } from "#lib/messages/en/models.ts";
import { translator } from "#lib/messages/translate.ts";
import type { ProviderView } from "#lib/models/schema.ts";

const t = translator(models);
const filterFrom = 8;

function Line({ line, onChange }: { line: ModelLine; onChange: (line: ModelLine) => void }) {
  return (
    <li className="flex flex-col gap-2 border-b py-2 last:border-b-0">
      <Checkbox
        label={<span className="break-all text-code">{line.name}</span>}
        aria-label={t("useModel", { name: line.name })}
        checked={line.isChosen}
        onChange={({ target }) => onChange({ ...line, isChosen: target.checked })}
      />
      {line.isChosen && (
        <div className="flex flex-col gap-3 pl-6">
          <Input
            aria-label={`${t("displayName")}: ${line.name}`}
            maxLength={80}
            value={line.displayName}
            onChange={({ target }) => onChange({ ...line, displayName: target.value })}
          />
          <CapabilityFields
            name={line.name}
            capabilities={line.capabilities}
            contextLength={line.contextLength}
            onChange={(change) => onChange({ ...line, ...change })}
          />
        </div>
      )}
    </li>
  );
}

type ChooseModelsProps = { provider: ProviderView; open: boolean; onOpenChange: (open: boolean) => void };

/** Which models of a server may be used: asked of the server itself, or added by name. */
export function ChooseModels({ provider, open, onOpenChange }: ChooseModelsProps) {
  const id = useId();
  const [lines, setLines] = useState(() => linesOf(provider));
  const [words, setWords] = useState("");
  const [typed, setTyped] = useState("");
  const probe = useMutation({
    mutationFn: () => modelActs.probe({ providerId: provider.id }),
    onSuccess: (result) => setLines((now) => withOffered(now, result.models)),
    onError: tellFailure,
  });
  const { save, isPending } = useSave(
    () => modelActs.choose(provider.id, chosenOf(lines)),
    t("saved"),
    () => onOpenChange(false),
  );
  const set = (line: ModelLine) =>
    setLines((now) => now.map((each) => (each.name === line.name ? line : each)));
  const add = () => {
    const name = typed.trim();
    if (!name) return;
    setLines((now) =>
      withOffered(now, [namedModel(name)]).map((line) =>
        line.name === name ? { ...line, isChosen: true } : line,
      ),
    );
    setTyped("");
  };
  const shown = lines.filter(({ name }) => name.toLowerCase().includes(words.trim().toLowerCase()));
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      width="wide"
      title={t("chooseTitle", { name: provider.name })}
      description={t("chooseText")}
      footer={
        <Button
          variant="primary"
          pending={isPending}
          pendingLabel={t("saving")}
          onClick={() => save(undefined)}
        >
          {t("save")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col items-start gap-2">
          <Button pending={probe.isPending} pendingLabel={t("asking")} onClick={() => probe.mutate()}>
            {t("ask")}
          </Button>
          {probe.data && <ProbeVerdict result={probe.data} />}
        </div>
        {lines.length >= filterFrom && (
          <Input
            type="search"
            aria-label={t("filter")}
            placeholder={t("filter")}
            value={words}
            onChange={({ target }) => setWords(target.value)}
          />
        )}
        <ul className="flex flex-col">
          {shown.map((line) => (
            <Line key={line.name} line={line} onChange={set} />
          ))}
        </ul>
        <Field id={`${id}-name`} label={t("addByName")}>
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                mono
                maxLength={200}
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
                onKeyDown={(event) => {
                  if (event.key !== "Enter") return;
                  event.preventDefault();
                  add();
                }}
              />
              <Button onClick={add} disabled={typed.trim() === ""}>
                {t("add")}
              </Button>
            </div>
          )}
        </Field>
      </div>
    </Sheet>
  );
}
