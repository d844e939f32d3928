import { z } from "zod";

/**
 * What the last look at the other side gave. Three failures in a row make it `failing`, of which its owners are told:
 * a server that is away for a quarter of an hour is nobody's news.
 */
export const contractStates = [
  "unchecked",
  "unchanged",
  "changed",
  "failing-once",
  "failing-twice",
  "failing",
] as const;
/** Whatever else a source was connected with counts as not looked at yet. */
export const contractStateSchema = z.enum(contractStates).catch("unchecked");
export type ContractState = z.infer<typeof contractStateSchema>;

export function isFailing(state: ContractState): boolean {
  return state.startsWith("failing");
}

/** The state after one more failure. Looks that a person asked for do not count towards three in a row. */
export function afterFailure(state: ContractState, isAsked: boolean): ContractState {
  if (!isFailing(state)) return "failing-once";
  if (isAsked) return state;
  return state === "failing-once" ? "failing-twice" : "failing";
}
