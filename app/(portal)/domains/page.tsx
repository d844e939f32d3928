import type { Metadata } from "next";
import { DomainCard } from "#components/catalog/domain-card.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { domainCounts } from "#lib/catalog/server/domain-offer.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeDomains } from "#lib/identity/server/describe-domains.ts";
import { domains as words } from "#lib/messages/en/domains.ts";

export const metadata: Metadata = { title: words.domains };

export default async function DomainsPage() {
  const viewer = await requireViewer();
  const [domains, counts] = await Promise.all([describeDomains(viewer), domainCounts(viewer)]);
  return (
    <Page>
      <PageHeader title={words.domains} description={words.intro} />
      <ul className="grid gap-4 md:grid-cols-[repeat(auto-fill,minmax(20rem,1fr))]">
        {domains.map((domain) => (
          <li key={domain.id}>
            <DomainCard
              domain={domain}
              counts={counts.get(domain.id) ?? { tools: 0, working: 0, concerns: 0 }}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}
