import type { ReactNode } from "react";
import { Time } from "#components/ui/time.tsx";
import type { Concern } from "#lib/catalog/concerns.ts";
import { domains } from "#lib/messages/en/domains.ts";
import { formatShare } from "#lib/messages/format.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(domains);
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What is wrong in a few words, beside the tool's name. */
export function concernShort({ kind, facts }: Concern): ReactNode {
  const at = facts.at && <Time value={facts.at} />;
  const name = capitalised(facts.name ?? "");
  switch (kind) {
    case "blocked":
      return t("shortBlocked");
    case "outage":
      return t("shortOutage");
    case "suspended":
      return (
        <>
          {t("shortSuspended", { count: facts.count ?? 1 })} {at}
        </>
      );
    case "unowned":
      return t("shortUnowned");
    case "review-expired":
      return (
        <>
          {t("shortReviewExpired", { name })} {at}
        </>
      );
    case "review-expires-soon":
      return (
        <>
          {t("shortReviewExpiresSoon", { name })} {at}
        </>
      );
    case "failing":
      return t("shortFailing", { share: formatShare(facts.share ?? 0) });
    case "question-waiting":
      return (
        <>
          {t("shortQuestions", { count: facts.count ?? 1 })} {at}
        </>
      );
    case "unconfirmed":
      return at ? (
        <>
          {t("shortUnconfirmed")} {at}
        </>
      ) : (
        t("shortNeverConfirmed")
      );
    case "deprecated-in-use":
      return t("shortDeprecated");
  }
}
