"use client";

import { useIsInBrowser, useNow } from "#components/ui/now.tsx";
import { formatTime, relativeTime, type TimeStyle } from "#components/ui/time-words.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type TimeProps = {
  /** ISO 8601. */
  value: string;
  /** `relative` says “3 hours ago” and, beyond four weeks, the date. */
  mode?: "relative" | TimeStyle;
  className?: string;
};

/**
 * A moment, with the whole of it as title. Server and first rendering agree: relative words count from the moment of
 * the server's rendering, and clock times are UTC until the browser's time zone is known.
 */
export function Time({ value, mode = "relative", className }: TimeProps) {
  const now = useNow();
  const inBrowser = useIsInBrowser();
  const at = Date.parse(value);
  if (Number.isNaN(at)) return <span className={className}>{value}</span>;
  const zone = inBrowser ? undefined : "UTC";
  const words = mode === "relative" ? relativeTime(at, now, t("justNow")) : null;
  return (
    <time
      dateTime={value}
      title={`${formatTime(at, "second", zone)}${inBrowser ? "" : " UTC"}`}
      className={className ?? "whitespace-nowrap"}
    >
      {words ?? formatTime(at, mode === "relative" ? "date" : mode, zone)}
    </time>
  );
}
