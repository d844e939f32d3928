/** Texts of the page that shows what an administrator still has to do. */
export const setup = {
  title: "Setup",
  introMissing: {
    one: "One thing is missing before people can work here.",
    other: "{count} things are missing before people can work here.",
  },
  introDone: "Everything that is needed is there.",
  introLater: "What is marked as later makes Weft better and can wait.",
  demo: "This is a demo. For a real installation set WEFT_DEMO=0 and connect an identity provider.",
  steps: "Steps",
  "state-done": "Done",
  "state-missing": "Missing",
  "state-later": "Later",
  typeThis: "Set this, then start Weft again:",
  "sign-in": "People can sign in",
  "sign-in-done": "The identity provider {issuer} is connected.",
  "sign-in-missing": "Connect an identity provider that speaks OpenID Connect.",
  "sign-in-later":
    "The demo people sign in with one click. A real installation connects an identity provider.",
  "sign-in-redirect": "At the provider, allow this address to be returned to:",
  address: "The portal knows its address",
  "address-done": "People reach it at {url}.",
  "address-insecure": "People reach it at {url}. Without https, cookies and pages can be read on the way.",
  "address-missing":
    "Say how people reach the portal. With https, cookies are bound to this host and encrypted.",
  "address-later": "The demo follows the address that is typed.",
  administrator: "Somebody administers the portal",
  "administrator-done": {
    one: "{count} active administrator.",
    other: "{count} active administrators.",
  },
  "administrator-missing":
    "Name the e-mail of the first administrator. It becomes one with its first sign-in, once.",
  "administrator-waiting": "Waiting for the first sign-in of {email}.",
  "administrator-link": "People and roles",
  model: "A language model writes answers",
  "model-done": "A model that writes is connected.",
  "model-later":
    "Without one, the offline assistant finds tools, fills their forms and quotes documents, and says what needs a model.",
  "model-link": "Models and providers",
  tools: "There are tools",
  "tools-done": { one: "{count} tool in the catalog.", other: "{count} tools in the catalog." },
  "tools-missing": "The catalog is empty. Publish the first tool, or look at a demo with WEFT_DEMO=1.",
  "tools-link": "Catalog",
} as const;
