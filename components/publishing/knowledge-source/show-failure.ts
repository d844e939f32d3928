import { t } from "#components/knowledge/knowledge-words.ts";
import { showToast } from "#components/ui/toast-store.ts";
import { ApiError } from "#lib/http/api-error.ts";

/** Tells what went wrong; the dialog that asked stays open. */
export function showFailure(error: unknown): never {
  if (error instanceof ApiError) {
    const { message, mend, requestId } = error;
    showToast({
      tone: "danger",
      title: t("notDone"),
      description: [message, mend].filter(Boolean).join(" "),
      ...(requestId ? { requestId } : {}),
    });
  }
  throw error;
}
