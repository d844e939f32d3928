import { t } from "#components/publishing/contracts/contract-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** Tells what went wrong and what to do about it. */
export function showFailure(failure: unknown): void {
  const known = failure instanceof ApiError ? failure : null;
  showToast({
    tone: "danger",
    title: t("failed"),
    description: [known?.message, known?.mend].filter(Boolean).join(" "),
    ...(known?.requestId ? { requestId: known.requestId } : {}),
  });
}
