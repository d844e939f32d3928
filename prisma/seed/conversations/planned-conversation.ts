/** What a person typed and answered in a seeded conversation. The answers are the product's own. */
export type PlannedTurn =
  | string
  | {
      readonly text: string;
      /** What the person answers to the card or form. */
      readonly answer: "run" | "decline" | "dismiss";
    };

export type PlannedConversation = {
  /** Id of the person. */
  readonly person: string;
  readonly at: { readonly daysAgo: number; readonly clock: string } | { readonly minutesAgo: number };
  readonly turns: readonly PlannedTurn[];
};
