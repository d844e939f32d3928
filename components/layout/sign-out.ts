import { showToast } from "#components/ui/toast-store.ts";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

const isToken = (body: unknown): body is { csrfToken: string } =>
  typeof body === "object" && body !== null && "csrfToken" in body && typeof body.csrfToken === "string";

/** Ends the session on the server, then goes to the sign-in page. Says so when the server did not answer. */
export function signOut(): void {
  endSession().then(
    () => window.location.assign("/sign-in"),
    () => showToast({ tone: "danger", title: t("signOutFailed"), description: t("signOutFailedText") }),
  );
}

async function endSession() {
  const answer = await fetch("/api/auth/csrf");
  const token: unknown = await answer.json();
  if (!isToken(token)) throw new Error("The sign-in service gave no token");
  const ended = await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken: token.csrfToken, callbackUrl: "/sign-in", json: "true" }),
  });
  if (!ended.ok) throw new Error(`Signing out was answered with ${ended.status}`);
}
