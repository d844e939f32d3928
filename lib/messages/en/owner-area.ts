/** Texts around the parts of a tool's owner area. */
export const ownerArea = {
  desk: "My work",
  publicPage: "Tool page",
  parts: "Parts of the tool",
  insights: "Insights",
  edit: "Words",
  operations: "Operations",
  settings: "Settings",
  playground: "Playground",
  release: "Release",
  contracts: "Contracts",
  people: "People",
} as const;
