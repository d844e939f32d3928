/** Texts of the API part of a tool's page. */
export const apiTab = {
  addresses: "Addresses",
  addressesNote:
    "They stay as long as the tool does. Each answers with what you may see; a tool that you may not find is not found there either.",
  html: "Page",
  json: "JSON card",
  agentCard: "Agent card",
  agentCardNote: "in the style of A2A 1.0",
  aiCatalog: "AI Catalog entry",
  file: "Tool file",
  fileNote: "weft.tool/v1, for your repository",
  allTools: "AI Catalog of every tool that you may find",
  copyAddress: "Copy the address: {what}",
  operations: "Operations",
  intro:
    "Every screen of Weft runs on this JSON API. It has no keys yet: a call runs as you, in your own session, with the same checks and the same trail as the form.",
  openApi: "The whole API as an OpenAPI document",
  reference: "Readable reference",
  browserNote: "Paste it into the console of a page of Weft. It runs in your session.",
  terminalNote:
    "From a terminal: put the value of your session cookie {cookie} into WEFT_SESSION. It stands for you, so keep it to yourself; it ends when you sign out.",
  schemaInput: "Input schema",
  schemaOutput: "Output schema",
  noOperations: "This tool runs elsewhere, so there is nothing to call here.",
  writes: "This operation changes something. Sent this way it runs at once, without a confirmation.",
  notYours: "You cannot use this tool at the moment, so a call would be refused: {reason}",
} as const;
