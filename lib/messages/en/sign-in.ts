/** Texts of the sign-in page. */
export const signIn = {
  title: "Sign in",
  intro: "Find the tools that your colleagues own, see what they can be relied on for, and use them.",
  demoTitle: "Look around as one of these people",
  demoIntro:
    "This is a demo. Northmere and its people are invented, so there is no password. What you do from here on is real and is kept in the trail.",
  demoEmptyTitle: "The demo company is not here yet",
  demoEmpty: "Nobody can be signed in as until it has been seeded. Stop Weft and type:",
  demoEmptyCommand: "npm run up -- --fresh-demo",
  signInAs: "Sign in as {name}",
  tryThis: "Try",
  companyTitle: "With your company account",
  continueWith: "Continue with {name}",
  noWayTitle: "Nobody can sign in yet",
  noWay:
    "No identity provider is connected. Whoever runs this portal sets these variables and starts it again:",
  noWayRedirect: "At the provider, allow this address to be returned to:",
  refused: "You are not signed in",
  deactivated:
    "Your access to Weft has been ended. If that is a mistake, ask an administrator to reactivate you.",
  "too-many-attempts": "Too many attempts from here. Wait five minutes, then try again.",
  "not-verified":
    "Your identity provider has not verified your e-mail address. Verify it there, then sign in again.",
  "no-email":
    "Your identity provider did not tell Weft your e-mail address. Ask whoever runs it to release the claim “email”.",
  "email-taken":
    "Your e-mail address already belongs to another account of the same provider. Ask an administrator to sort it out.",
  "unknown-person": "There is no such person in the demo. Choose one of those below.",
  "wrong-issuer":
    "The identity provider calls itself by another address than the one that is configured, so its answer was not accepted. An administrator must correct WEFT_OIDC_ISSUER.",
  declined: "The sign-in was not completed at your identity provider. Try again when you are ready.",
  "provider-unreachable": "Your identity provider cannot be reached. Try again in a minute.",
  "provider-answer":
    "The answer of your identity provider was not accepted: it was too old, or not meant for this browser. Start again.",
  unavailable:
    "Weft could not finish the sign-in. Try again in a minute; if it happens again, tell an administrator.",
} as const;
