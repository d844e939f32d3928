/** Texts about a tool's operations and their results. */
export const operations = {
  operations: "Operations",
  count: { one: "{count} operation", other: "{count} operations" },
  readsOnly: "Reads only",
  changes: "Changes something",
  destroys: "May delete or overwrite",
  repeatable: "Safe to repeat",
  inputs: "Inputs",
  outputs: "Result",
  tryThis: "Try this",
  schemaInput: "Input schema (JSON)",
  schemaOutput: "Result schema (JSON)",
  asks: "People ask for it like this",
} as const;
