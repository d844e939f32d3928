"use client";

import { fontVariables } from "./fonts.ts";
import "./globals.css";
import { failureId } from "#components/layout/page-error.tsx";
import { Button } from "#components/ui/button.tsx";
import { pageError } from "#lib/messages/en/page-error.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(pageError);

/** Shown when the root layout itself fails, so it relies on nothing that the layout provides. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const id = failureId(error);
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <main className="flex flex-col items-start gap-3 p-8">
          <h1 className="text-page">{t("portalTitle")}</h1>
          <p>{t("portalText")}</p>
          {id && (
            <p className="text-muted text-small">
              {t("id")} <code className="text-code">{id}</code>
            </p>
          )}
          <Button variant="primary" onClick={retry}>
            {t("tryAgain")}
          </Button>
        </main>
      </body>
    </html>
  );
}
