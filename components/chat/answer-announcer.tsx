"use client";

import type { MessageView } from "#lib/chat/schema.ts";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";
import { textOfParts } from "#lib/runs/answer-text.ts";
import { isFinished, type RunStatus } from "#lib/runs/schema.ts";

const t = translator(chat);
const longest = 300;

type AnswerAnnouncerProps = {
  /** The newest answer. */
  readonly message: MessageView | undefined;
  /** What its run is doing, when somebody has followed it on this page. */
  readonly status: RunStatus | null;
  readonly wasFollowed: boolean;
};

/** Tells screen readers once that work goes on, waits, or is done, instead of reading every chunk as it comes. */
export function AnswerAnnouncer({ message, status, wasFollowed }: AnswerAnnouncerProps) {
  const words = () => {
    if (!wasFollowed || !status) return "";
    if (status === "running") return t("thinking");
    if (!isFinished(status)) return t("toCard");
    const text = message ? textOfParts(message.parts) : "";
    return t("answerReady", { text: text.length > longest ? `${text.slice(0, longest)} …` : text });
  };
  return (
    <p role="status" className="sr-only">
      {words()}
    </p>
  );
}
