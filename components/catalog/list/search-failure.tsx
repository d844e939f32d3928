import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import type { ApiError } from "#lib/http/api-client.ts";
import { catalog } from "#lib/messages/en/catalog.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(catalog);

/** Told by its name, so that the class and its schema stay out of what the page loads first. */
const isApiError = (error: Error): error is ApiError => error.name === "ApiError";

/** A search that did not answer: why, what to do, and the request id. */
export function SearchFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const known = isApiError(error) ? error : null;
  return (
    <ErrorState
      title={t("failed")}
      requestId={known?.requestId ?? undefined}
      action={<Button onClick={onRetry}>{t("tryAgain")}</Button>}
    >
      {known?.mend ?? error.message}
    </ErrorState>
  );
}
