"use client";

import { t } from "#components/home/home-words.ts";
import { useIsInBrowser, useNow } from "#components/ui/now.tsx";

/** What is said at an hour of the day. */
export function greetingAt(hour: number, name: string): string {
  if (hour >= 5 && hour < 12) return t("goodMorning", { name });
  return hour >= 12 && hour < 18 ? t("goodAfternoon", { name }) : t("goodEvening", { name });
}

/** The page's title, by the clock of the person's own machine; by UTC until it is known. */
export function Greeting({ firstName }: { firstName: string }) {
  const at = new Date(useNow());
  const isInBrowser = useIsInBrowser();
  return greetingAt(isInBrowser ? at.getHours() : at.getUTCHours(), firstName);
}
