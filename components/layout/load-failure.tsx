"use client";

import { SignInLink } from "#components/layout/sign-in-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import type { ApiError } from "#lib/http/api-error.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ui);

type LoadFailureProps = {
  /** What could not be loaded; the error's own message unless told. */
  readonly title?: string;
  readonly error: Error;
  readonly onRetry: () => void;
};

/** Told by its name, so that the class and its schema stay out of what a page loads first. */
const isApiError = (error: Error): error is ApiError => error.name === "ApiError";

/** A read that failed: why, what to do, the request id, and the way on: again, or to sign in when the session is over. */
export function LoadFailure({ title, error, onRetry }: LoadFailureProps) {
  const known = isApiError(error) ? error : null;
  const isSignedOut = known?.code === "sign-in-required";
  return (
    <ErrorState
      title={title ?? error.message}
      requestId={isSignedOut ? undefined : (known?.requestId ?? undefined)}
      action={isSignedOut ? <SignInLink /> : <Button onClick={onRetry}>{t("tryAgain")}</Button>}
    >
      {known ? known.mend : title === undefined ? null : error.message}
    </ErrorState>
  );
}
