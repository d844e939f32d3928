/** How many repeats to one provider are in hand. */
export type RetryBudget = { readonly inHand: number };

export const repeatShare = 0.1;
const first = 3;
const most = 10;

/** A few repeats are in hand from the beginning, so that a quiet portal can repeat too. */
export const freshBudget: RetryBudget = { inHand: first };

/** A first call of a model earns a tenth of a repeat. */
export function afterCall({ inHand }: RetryBudget): RetryBudget {
  return { inHand: Math.min(most, inHand + repeatShare) };
}

/** The budget once a repeat has been made, or null when there is none in hand. */
export function afterRepeat({ inHand }: RetryBudget): RetryBudget | null {
  // Ten tenths add up to a little less than one.
  return inHand > 1 - 1e-9 ? { inHand: Math.max(0, inHand - 1) } : null;
}
