import { Page } from "#components/layout/page.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { shell } from "#lib/messages/en/shell.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(shell);

/** What `not-found.tsx` of any segment shows. It does not tell what is missing from what one may not see. */
export function PageNotFound() {
  return (
    <Page>
      <div className="flex flex-col items-start gap-3">
        <h1 className="text-page">{t("notFoundTitle")}</h1>
        <p className="text-muted">{t("notFoundText")}</p>
        <LinkButton href="/">{t("notFoundAction")}</LinkButton>
      </div>
    </Page>
  );
}
