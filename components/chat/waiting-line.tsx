"use client";

import { useState } from "react";
import { useNow } from "#components/ui/now.tsx";
import { chat } from "#lib/messages/en/chat.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(chat);
const silentAfterMs = 9_000;

type WaitingLineProps = {
  readonly waitingFor: string | null;
  /** Changes whenever something was heard. */
  readonly sequence: number;
  /** The answer is growing, which needs no words until it stops. */
  readonly isWriting: boolean;
};

/** What is waited for: said at once before the answer begins, and after nine seconds of silence within it. */
export function WaitingLine({ waitingFor, sequence, isWriting }: WaitingLineProps) {
  const [heard, setHeard] = useState({ sequence, at: Date.now() });
  if (heard.sequence !== sequence) setHeard({ sequence, at: Date.now() });
  const now = useNow();
  const isSilent = now !== null && now - heard.at > silentAfterMs;
  if (isWriting && !isSilent) return null;
  return (
    <p className="text-muted text-small">
      {waitingFor ? t("waitingFor", { what: waitingFor }) : t("thinking")}
    </p>
  );
}
