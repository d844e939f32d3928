import { t } from "#components/ownership/people-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** Says why an act on a tool's people failed. */
export function tellFailure(error: unknown): void {
  const known = error instanceof ApiError ? error : null;
  const description = [known?.message, known?.mend].filter(Boolean).join(" ");
  showToast({
    tone: "danger",
    title: t("failed"),
    ...(description ? { description } : {}),
    ...(known?.requestId ? { requestId: known.requestId } : {}),
  });
}
