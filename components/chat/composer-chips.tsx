"use client";

import { ChevronDown, X } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuChoice } from "#components/ui/dropdown-menu.tsx";
import { type DataClass, dataClasses, dataClassSchema } from "#lib/data-class.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);
const classWords: Readonly<Record<DataClass, string>> = {
  public: ui.classPublic,
  internal: ui.classInternal,
  confidential: ui.classConfidential,
  restricted: ui.classRestricted,
};

export type ChatTool = { readonly slug: string; readonly name: string };
export type ChatModel = { readonly alias: string; readonly label: string };
export type ChatSettings = {
  readonly tool: ChatTool | null;
  readonly dataClass: DataClass;
  readonly modelAlias: string | null;
};

type ChoiceChipProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
};

function ChoiceChip({ label, value, options, onChoose }: ChoiceChipProps) {
  const word = options.find((option) => option.value === value)?.label ?? value;
  return (
    <DropdownMenu
      label={label}
      side="top"
      trigger={
        <Button size="small" variant="quiet" aria-label={`${label}: ${word}`}>
          <span className="font-normal">{word}</span>
          <ChevronDown aria-hidden="true" className="text-muted" />
        </Button>
      }
    >
      <MenuChoice value={value} onValueChange={onChoose} options={[...options]} />
    </DropdownMenu>
  );
}

type ComposerChipsProps = {
  readonly settings: ChatSettings;
  readonly models: readonly ChatModel[];
  readonly onSettings: (settings: ChatSettings) => void;
};

/** Under the composer: which tool, which class of data, which model. */
export function ComposerChips({ settings, models, onSettings }: ComposerChipsProps) {
  const { tool, dataClass, modelAlias } = settings;
  const [first] = models;
  return (
    <>
      {tool ? (
        <Button
          size="small"
          onClick={() => onSettings({ ...settings, tool: null })}
          aria-label={t("removeTool", { name: tool.name })}
        >
          <span className="font-normal">{tool.name}</span>
          <X aria-hidden="true" />
        </Button>
      ) : (
        <span className="shrink-0 px-2 text-muted text-small">{t("weftChooses")}</span>
      )}
      <ChoiceChip
        label={t("dataClassLabel")}
        value={dataClass}
        options={dataClasses.map((value) => ({ value, label: classWords[value] }))}
        onChoose={(value) => onSettings({ ...settings, dataClass: dataClassSchema.parse(value) })}
      />
      {models.length > 1 ? (
        <ChoiceChip
          label={t("modelLabel")}
          value={modelAlias ?? first?.alias ?? ""}
          options={models.map(({ alias, label }) => ({ value: alias, label }))}
          onChoose={(value) => onSettings({ ...settings, modelAlias: value })}
        />
      ) : (
        <span className="shrink-0 px-2 text-muted text-small">{first?.label}</span>
      )}
    </>
  );
}
