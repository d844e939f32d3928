import { LinkCard } from "#components/ui/card.tsx";
import { Status } from "#components/ui/status.tsx";
import type { DomainProfile } from "#lib/identity/domain.ts";
import { domains } from "#lib/messages/en/domains.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(domains);

type DomainCardProps = {
  domain: DomainProfile;
  counts: { tools: number; working: number; concerns: number };
};

/** A domain as one link: what it does, who leads it, what it offers, how well it stands. */
export function DomainCard({ domain, counts }: DomainCardProps) {
  return (
    <LinkCard href={`/domains/${domain.slug}`} className="flex h-full flex-col gap-1">
      <span className="text-lead">{domain.name}</span>
      <span>{domain.description}</span>
      <span className="text-muted text-small">
        {domain.lead ? t("lead", { name: domain.lead.name }) : t("noLead")}
      </span>
      <span className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-3 text-small">
        <span className="text-muted">
          {t("tools", { count: counts.tools })}, {t("working", { count: counts.working })}
        </span>
        <Status tone={counts.concerns > 0 ? "caution" : "positive"}>
          {counts.concerns > 0 ? t("concerns", { count: counts.concerns }) : t("healthy")}
        </Status>
      </span>
    </LinkCard>
  );
}
