"use client";

import { Page } from "#components/layout/page.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonStyles } from "#components/ui/button-styles.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { pageError } from "#lib/messages/en/page-error.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(pageError);

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
        title={t("title")}
        requestId={failureId(error)}
        idLabel={t("id")}
        action={
          <>
            <Button variant="primary" onClick={retry}>
              {t("tryAgain")}
            </Button>
            {/* A load of the whole page: what failed may be what a link inside the app would need. */}
            <a href="/" className={buttonStyles({})}>
              {t("home")}
            </a>
          </>
        }
      >
        {t("text")}
      </ErrorState>
    </Page>
  );
}
