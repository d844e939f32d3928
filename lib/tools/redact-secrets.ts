/** Shorter values would blank out ordinary words. */
const shortestSecret = 6;
const mark = "[secret]";

/** Takes stored credentials out of what a tool sent back, in the forms in which they were sent. */
export function redactSecrets(text: string, secrets: Readonly<Record<string, string>>): string {
  let clean = text;
  for (const value of Object.values(secrets)) {
    const secret = value.trim();
    if (secret.length < shortestSecret) continue;
    const bytes = new TextEncoder().encode(secret);
    const forms = [
      secret,
      encodeURIComponent(secret),
      btoa(String.fromCharCode(...bytes)),
      JSON.stringify(secret).slice(1, -1),
    ];
    for (const form of forms) clean = clean.replaceAll(form, mark);
  }
  return clean;
}
