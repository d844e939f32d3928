/** What is printed once Weft is ready: its address, and whom to sign in as or what to do next. */
export function welcome(settings, people) {
  const url = settings.publicUrl ?? `http://localhost:${settings.port}`;
  return ["", `Weft is ready: ${url}`, "", ...nextSteps(settings, people), "", "Ctrl-C stops it."].join("\n");
}

function nextSteps(settings, people) {
  if (settings.isDemo) {
    const width = Math.max(0, ...people.map(({ name }) => name.length));
    return [
      "Sign in there with one click as",
      ...people.map(({ name, job }) => `  ${name.padEnd(width)}  ${job}`),
    ];
  }
  if (!settings.hasSignIn) {
    return [
      "Nobody can sign in yet: set WEFT_OIDC_ISSUER and WEFT_OIDC_CLIENT_ID (see docs/operators.md), then start again.",
    ];
  }
  if (!settings.firstAdmin) {
    return [
      "Sign in with your company account. WEFT_FIRST_ADMIN names the first administrator; it is not set.",
    ];
  }
  return [
    `Sign in with your company account. ${settings.firstAdmin} becomes administrator and sees at /setup what is still missing.`,
  ];
}
