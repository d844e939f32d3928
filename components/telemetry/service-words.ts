import { serviceLevel } from "#lib/messages/en/service-level.ts";
import { translator } from "#lib/messages/translate.ts";
import type { DayState } from "#lib/telemetry/service-level.ts";

/** The texts of the service level. */
export const t = translator(serviceLevel);

/** A day as the strip and its table show it. */
export type StripDay = {
  readonly day: string;
  readonly judged: number;
  readonly good: number;
  readonly state: DayState;
  readonly incidents: readonly string[];
};

export function stateWords(state: DayState, hasPromise: boolean): string {
  return t(state === "within" && !hasPromise ? "withinNoPromise" : state);
}
