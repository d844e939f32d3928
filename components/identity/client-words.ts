import { people } from "#lib/messages/en/people.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(people);

// The order matters: most browsers also name the ones they descend from.
const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const systems = [
  ["Android", "Android"],
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["Linux", "Linux"],
] as const;

/** A user agent in words: “Firefox on Windows”, its first word when it is no browser, or “unknown client”. */
export function clientWords(userAgent: string | null): string {
  if (!userAgent) return t("unknownClient");
  const browser = browsers.find(([sign]) => userAgent.includes(sign))?.[1];
  const system = systems.find(([sign]) => userAgent.includes(sign))?.[1];
  if (browser && system) return t("clientOn", { browser, system });
  return browser ?? userAgent.split(/[\s/]/)[0] ?? t("unknownClient");
}
