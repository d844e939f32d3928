"use client";

import { Page } from "#components/layout/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);
const words = translator(ui);

/** The id under which the server's log has the failure; none for a failure of the browser alone. */
export function failureId(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}

/** What `error.tsx` of any segment shows. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Page>
      <ErrorState
        page
        title={t("errorTitle")}
        requestId={failureId(error)}
        idLabel={t("errorId")}
        action={
          <>
            <Button variant="primary" onClick={retry}>
              {words("tryAgain")}
            </Button>
            <LinkButton href="/">{t("notFoundAction")}</LinkButton>
          </>
        }
      >
        {t("errorText")}
      </ErrorState>
    </Page>
  );
}
