"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { chatKeys } from "#components/chat/keys.ts";
import { changeConversation } from "#components/chat/mutations.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ConversationSummary } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);

type RenameDialogProps = { readonly conversation: ConversationSummary; readonly onClose: () => void };

/** Asks for a new title. */
export function RenameDialog({ conversation, onClose }: RenameDialogProps) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(conversation.title);
  const rename = useMutation({
    mutationFn: () => changeConversation(conversation.id, { title }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: chatKeys.all });
      onClose();
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("renameTitle")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <Field id="conversation-title" label={t("titleLabel")} error={rename.error?.message} required>
          {(control) => (
            <Input
              {...control}
              value={title}
              maxLength={120}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" variant="primary" pending={rename.isPending} disabled={title.trim() === ""}>
          {t("save")}
        </Button>
      </form>
    </Dialog>
  );
}
