import type { ReactNode } from "react";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { t } from "#components/publishing/desk-words.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { isAppError } from "#lib/errors.ts";

type Answered<Value> =
  | { readonly value: Value; readonly refusal: null }
  | { readonly value: null; readonly refusal: ReactNode };

/** What a use case answers, or the page that says why this person may not. */
export async function orRefused<Value>(slug: string, work: Promise<Value>): Promise<Answered<Value>> {
  try {
    return { value: await work, refusal: null };
  } catch (error) {
    if (!isAppError(error) || !["refused-by-policy", "forbidden", "conflict"].includes(error.code))
      throw error;
    return {
      value: null,
      refusal: (
        <Page>
          <PageHeader title={t("notAllowedTitle")} />
          <EmptyState action={<LinkButton href={`/catalog/${slug}`}>{t("notAllowedBack")}</LinkButton>}>
            {error.message} {error.mend}
          </EmptyState>
        </Page>
      ),
    };
  }
}
