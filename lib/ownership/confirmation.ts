const dayMs = 86_400_000;

/** An owner's word that an entry is right holds for so many days. */
export const confirmationDays = 180;
/** An entry that nobody has confirmed yet is due so many days after it was made. */
const firstWithinDays = 14;

/**
 * How far an entry is on its way to *ownership unconfirmed*. `soon` and `due` ask the owner, `late` the deputy, `overdue`
 * the lead of the domain.
 */
export const confirmationStages = ["held", "soon", "due", "late", "overdue", "unconfirmed"] as const;
export type ConfirmationStage = (typeof confirmationStages)[number];

/** Days from the due day on which each stage begins. */
const begins: readonly (readonly [stage: ConfirmationStage, days: number])[] = [
  ["unconfirmed", 30],
  ["overdue", 14],
  ["late", 7],
  ["due", 0],
  ["soon", -14],
];

export type ConfirmationFacts = { readonly confirmedAt: Date | null; readonly createdAt: Date };

/** When the next confirmation is due. */
export function confirmationDueAt({ confirmedAt, createdAt }: ConfirmationFacts): Date {
  const [from, days] = confirmedAt ? [confirmedAt, confirmationDays] : [createdAt, firstWithinDays];
  return new Date(from.getTime() + days * dayMs);
}

/** The stage of an entry at a moment; a stage begins exactly at its hour and holds until the next one. */
export function confirmationStage(facts: ConfirmationFacts, at: Date): ConfirmationStage {
  const past = at.getTime() - confirmationDueAt(facts).getTime();
  return begins.find(([, days]) => past >= days * dayMs)?.[0] ?? "held";
}

export type Reminded = "owner" | "deputy" | "lead";
export type Reminder = { readonly to: Reminded; readonly stage: ConfirmationStage };

const reminders: Readonly<Record<ConfirmationStage, readonly Reminder[]>> = (() => {
  const owner = (stage: ConfirmationStage): Reminder => ({ to: "owner", stage });
  const deputy: Reminder = { to: "deputy", stage: "late" };
  const lead: Reminder = { to: "lead", stage: "overdue" };
  const all = ["owner", "deputy", "lead"] as const;
  return {
    held: [],
    soon: [owner("soon")],
    due: [owner("due")],
    late: [owner("due"), deputy],
    overdue: [owner("due"), deputy, lead],
    unconfirmed: all.map((to) => ({ to, stage: "unconfirmed" })),
  };
})();

/**
 * What each of those concerned has to have been told by now: the newest message for each of them, so that whoever missed
 * some days hears how things stand and not everything that was said before.
 */
export function remindersOf(stage: ConfirmationStage): readonly Reminder[] {
  return reminders[stage];
}
