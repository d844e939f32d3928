"use client";

import { Composer } from "#components/chat/composer.tsx";
import { type ChatModel, type ChatSettings, ComposerChips } from "#components/chat/composer-chips.tsx";
import { useDraft } from "#components/chat/use-draft.ts";
import { Notice } from "#components/ui/notice.tsx";
import { ApiError } from "#lib/http/api-error.ts";

type ComposerPaneProps = {
  /** Where unsent text is kept: a conversation's id, or `new`. */
  readonly place: string;
  readonly initial: string;
  /** Resolves when the message is stored. */
  readonly onSend: (text: string) => Promise<void>;
  readonly onStop: (() => void) | null;
  readonly isStopping: boolean;
  readonly isSending: boolean;
  readonly error: Error | null;
  readonly settings: ChatSettings;
  readonly models: readonly ChatModel[];
  readonly onSettings: (settings: ChatSettings) => void;
};

/** The foot of a thread: what is being written, and under it with what it is answered. Lost messages come back. */
export function ComposerPane(props: ComposerPaneProps) {
  const { place, initial, onSend, onStop, isStopping, isSending, error, settings, models, onSettings } =
    props;
  const draft = useDraft(place, initial);
  const send = () => {
    const { text } = draft;
    draft.hold();
    onSend(text).then(draft.release, () => draft.change(text));
  };
  return (
    <div className="mx-auto flex w-full max-w-thread flex-col gap-2 px-4 pt-1 pb-2">
      {error && (
        <Notice tone="danger" title={error.message}>
          {error instanceof ApiError ? error.mend : null}
        </Notice>
      )}
      <Composer
        text={draft.text}
        onTextChange={draft.change}
        onSend={send}
        onStop={onStop}
        isStopping={isStopping}
        isSending={isSending}
      >
        <ComposerChips settings={settings} models={models} onSettings={onSettings} />
      </Composer>
    </div>
  );
}
