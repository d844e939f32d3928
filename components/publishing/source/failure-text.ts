import { t } from "#components/publishing/source/source-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** What went wrong and what to do about it, in sentences. */
export function failureText(failure: unknown): string {
  if (!(failure instanceof ApiError)) return t("failed");
  return [failure.message, failure.mend].filter(Boolean).join(" ");
}

export function showFailure(failure: unknown): void {
  const requestId = failure instanceof ApiError ? failure.requestId : null;
  showToast({
    tone: "danger",
    title: t("failed"),
    description: failureText(failure),
    ...(requestId ? { requestId } : {}),
  });
}
