"use client";

import { X } from "lucide-react";
import { changeConversation } from "#components/chat/mutations.ts";
import type { ChatTool } from "#components/chat/workspace.tsx";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuChoice } from "#components/ui/dropdown-menu.tsx";
import { showToast } from "#components/ui/toast-store.ts";
import type { ConversationView } from "#lib/chat/schema.ts";
import { type DataClass, dataClasses, dataClassSchema } from "#lib/data-class.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);
const classWords: Readonly<Record<DataClass, string>> = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential",
  restricted: "Restricted",
};

export type ChatSettings = {
  readonly tool: ChatTool | null;
  readonly dataClass: DataClass;
  readonly modelAlias: string | null;
};

type ComposerChipsProps = {
  readonly conversation: ConversationView | null;
  /** For a conversation that does not exist yet. */
  readonly settings: ChatSettings;
  readonly onSettings: (settings: ChatSettings) => void;
  readonly models: readonly { readonly alias: string; readonly label: string }[];
  readonly onChanged: () => Promise<void>;
};

/** Under the composer: which tool, which class of data, which model. */
export function ComposerChips({ conversation, settings, onSettings, models, onChanged }: ComposerChipsProps) {
  const now: ChatSettings = conversation
    ? { tool: conversation.tool, dataClass: conversation.dataClass, modelAlias: conversation.modelAlias }
    : settings;
  const change = async (next: ChatSettings) => {
    if (!conversation) {
      onSettings(next);
      return;
    }
    try {
      await changeConversation(conversation.id, {
        tool: next.tool?.slug ?? null,
        dataClass: next.dataClass,
        modelAlias: next.modelAlias,
      });
      await onChanged();
    } catch (error) {
      showToast({
        tone: "danger",
        title: error instanceof Error ? error.message : "That could not be changed.",
      });
    }
  };
  const model = models.find((candidate) => candidate.alias === now.modelAlias) ?? models[0];
  return (
    <>
      {now.tool ? (
        <Button
          size="small"
          onClick={() => void change({ ...now, tool: null })}
          aria-label={`${t("toolLabel")}: ${now.tool.name}. ${t("weftChooses")}`}
        >
          {now.tool.name}
          <X aria-hidden="true" />
        </Button>
      ) : (
        <span className="shrink-0 text-muted text-small">{t("weftChooses")}</span>
      )}
      <DropdownMenu
        label={t("dataClassLabel")}
        trigger={
          <Button size="small" variant="quiet">
            {classWords[now.dataClass]}
          </Button>
        }
      >
        <MenuChoice
          value={now.dataClass}
          onValueChange={(value) => void change({ ...now, dataClass: dataClassSchema.parse(value) })}
          options={dataClasses.map((value) => ({ value, label: classWords[value] }))}
        />
      </DropdownMenu>
      {models.length > 1 && (
        <DropdownMenu
          label={t("modelLabel")}
          trigger={
            <Button size="small" variant="quiet">
              {model?.label}
            </Button>
          }
        >
          <MenuChoice
            value={model?.alias ?? ""}
            onValueChange={(value) => void change({ ...now, modelAlias: value })}
            options={models.map(({ alias, label }) => ({ value: alias, label }))}
          />
        </DropdownMenu>
      )}
      {models.length === 1 && <span className="shrink-0 text-muted text-small">{model?.label}</span>}
    </>
  );
}
