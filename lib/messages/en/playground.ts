/** Texts of the playground, where a draft is tried. */
export const playground = {
  title: "Playground of {tool}",
  intro:
    "Try the draft as the people who will use it. Calls really run and stand in the trail, and count neither as use nor for the trust rating.",
  introPublished: "There is no draft yet, so this is what is published.",
  byForm: "By form",
  inChat: "In a chat with the draft",
  noOperations: "The draft has no operation yet, so there is nothing to run.",
  addOperations: "Add operations",
  unfinished: "“{title}” cannot run yet",
  openOperations: "Open the operations",
  newest: "Load the newest draft",
  result: "Result",
  placeholder: "Ask the draft something",
} as const;
