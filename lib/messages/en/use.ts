/** Texts of a tool by itself, outside the portal's frame. */
export const use = {
  byForm: "Form",
  inChat: "Chat",
  ways: "Ways to use {tool}",
  placeholder: "Ask {tool}",
  ownedBy: "Owned by {team}",
  inPortal: "Open in the portal",
  openTool: "Open {host}",
  signInTitle: "Sign in to use this tool",
  signInText: "It works under your own account of the company portal.",
  signIn: "Sign in",
  waiting: "Sign in in the tab that opened, then come back here.",
  look: "I have signed in",
  crossTitle: "This site cannot show you as signed in",
  crossText:
    "Your browser keeps the portal's sign-in from pages that stand on another site. The tool works in a tab of its own.",
  openTab: "Open in a new tab",
  signedInTitle: "You are signed in",
  signedInText: "Close this tab and go back to where you came from; the tool goes on there.",
  toPortal: "Go to the portal",
} as const;
