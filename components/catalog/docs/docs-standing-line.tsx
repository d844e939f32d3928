import { t } from "#components/catalog/docs/docs-words.ts";
import { VerifyDocs } from "#components/trust/tab/verify-docs.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status } from "#components/ui/status.tsx";
import { Time } from "#components/ui/time.tsx";
import type { DocsStanding } from "#lib/trust/server/docs-standing.ts";

type DocsStandingLineProps = { slug: string; standing: DocsStanding; current: string | null };

/** Who last read the docs and found them right, and the button for who may say so. */
export function DocsStandingLine({
  slug,
  standing: { verified, mayVerify },
  current,
}: DocsStandingLineProps) {
  const isOlder = verified !== null && verified.version !== current;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
      {verified ? (
        <Status tone={isOlder ? "caution" : "positive"}>
          {t("verified", { name: verified.by })} <Time value={verified.at} mode="date" />,{" "}
          {t("verifiedVersion", { version: verified.version })}
        </Status>
      ) : (
        <Status tone="neutral">{t("unverified")}</Status>
      )}
      {verified?.isSample && <SampleChip />}
      {mayVerify && <VerifyDocs slug={slug} />}
    </div>
  );
}
