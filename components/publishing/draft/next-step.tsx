import { t } from "#components/publishing/draft/draft-words.ts";
import { type DraftStepId, stepAfter } from "#components/publishing/draft/steps-of.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { ToolKind } from "#lib/catalog/schema.ts";

type NextStepProps = { slug: string; kind: ToolKind; version: string | null; current: DraftStepId };

/** The end of a step leads to the next one, until the tool was released once. */
export function NextStep({ slug, kind, version, current }: NextStepProps) {
  const next = version === null ? stepAfter(kind, current) : null;
  if (next === null) return null;
  return (
    <div className="flex border-t pt-4">
      <LinkButton href={`/owner/${slug}/${next}`}>{t("nextStep", { step: t(`step-${next}`) })}</LinkButton>
    </div>
  );
}
