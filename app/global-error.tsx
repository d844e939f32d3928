"use client";

import { fontVariables } from "./fonts.ts";
import "./globals.css";
import { failureId } from "#components/layout/page-error.tsx";
import { Button } from "#components/ui/button.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { ui } from "#lib/messages/en/ui.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);
const words = translator(ui);

/** Shown when the root layout itself fails, so it relies on nothing that the layout provides. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const id = failureId(error);
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <main className="flex flex-col items-start gap-3 p-8">
          <h1 className="text-page">{t("globalErrorTitle")}</h1>
          <p>{t("globalErrorText")}</p>
          {id && (
            <p className="text-muted text-small">
              {t("errorId")} <code className="text-code">{id}</code>
            </p>
          )}
          <Button variant="primary" onClick={retry}>
            {words("tryAgain")}
          </Button>
        </main>
      </body>
    </html>
  );
}
