import { Notice } from "#components/ui/notice.tsx";
import { contractWatch } from "#lib/messages/en/contract-watch.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(contractWatch);
const mostNames = 10;

/** Which operations cannot be called at the moment, because the server behind them changed; nothing when all can. */
export function SuspendedNotice({ titles }: { titles: readonly string[] }) {
  if (titles.length === 0) return null;
  const names = titles.slice(0, mostNames).join(", ");
  return (
    <Notice tone="caution" title={t("pageNotice", { count: titles.length, names })}>
      {t("pageNoticeText")}
    </Notice>
  );
}
