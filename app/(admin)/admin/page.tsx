import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { refusalsByRule } from "#lib/audit/server/refusals-by-rule.ts";
import { trailOverview } from "#lib/audit/server/trail-overview.ts";
import { listConcerns } from "#lib/catalog/server/list-concerns.ts";
import { unfoundSearches } from "#lib/catalog/server/unfound-searches.ts";
import { now } from "#lib/clock.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { checkReadiness } from "#lib/identity/server/check-readiness.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeInstallation } from "#lib/identity/server/describe-installation.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { setupStates } from "#lib/identity/setup.ts";
import { overview } from "#lib/messages/en/overview.ts";
import { translator } from "#lib/messages/translate.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";
import { listProviders } from "#lib/models/server/list-providers.ts";
import { listRules } from "#lib/policy/server/list-rules.ts";
import { portalUsage } from "#lib/telemetry/server/portal-usage.ts";
import { processHealth } from "#lib/telemetry/server/process-health.ts";
import { attentionOf } from "./overview/attention.ts";
import { AttentionList } from "./overview/attention-list.tsx";
import { RefusalsByRule, UseByDomain } from "./overview/charts.tsx";
import { Figures } from "./overview/figures.tsx";
import { HealthTable } from "./overview/health-table.tsx";

const t = translator(overview);
const days = 28;
const shownItems = 8;

export const metadata: Metadata = { title: t("title") };

async function timeReadiness(): Promise<{ isReady: boolean; milliseconds: number }> {
  const startedAt = performance.now();
  const isReady = await checkReadiness();
  return { isReady, milliseconds: performance.now() - startedAt };
}

export default async function AdminPage() {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "admin:read")) notFound();
  // By itself, so that it is the database that is timed and not the queue before it.
  const database = await timeReadiness();
  const [installation, hasModel, concerns, providers, trail, rules, searches, usage, refusals, { domains }] =
    await Promise.all([
      describeInstallation(viewer),
      hasGenerativeModel(),
      listConcerns(viewer, { of: "everything" }),
      listProviders(viewer),
      trailOverview(viewer),
      listRules(viewer),
      unfoundSearches(viewer, { days, atLeast: 5, limit: 3 }),
      portalUsage(days),
      refusalsByRule(days),
      teamsAndDomains(viewer),
    ]);
  const states = Object.values(setupStates(installation, hasModel));
  const items = attentionOf({
    missingSteps: states.filter((state) => state === "missing").length,
    concerns,
    providers,
    bursts: trail.bursts,
    withoutOutcome: trail.withoutOutcome,
    rules,
    searches,
    today: now().toISOString(),
  });
  const [shown, hidden] = [items.slice(0, shownItems), items.slice(shownItems)];
  return (
    <Page>
      <PageHeader title={t("title")} description={t("intro")} />
      <AdminNav roles={viewer.roles} />
      <Section title={t("attention")}>
        {items.length === 0 ? <p className="text-muted">{t("allWell")}</p> : <AttentionList items={shown} />}
        {hidden.length > 0 && (
          <Disclosure framed={false} summary={t("more", { count: hidden.length })}>
            <AttentionList items={hidden} />
          </Disclosure>
        )}
      </Section>
      <Section
        title={t("figures", { days })}
        {...(trail.sampleEvents > 0 && installation.isDemo ? { description: t("sampleIncluded") } : {})}
      >
        <Figures usage={usage} refusals={trail.refusalsByDay} />
      </Section>
      <Section title={t("charts")}>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <UseByDomain use={usage.domains} domains={domains} />
          <RefusalsByRule refusals={refusals} rules={rules.map(({ id, title }) => ({ id, name: title }))} />
        </div>
      </Section>
      <Section title={t("health")}>
        <HealthTable
          process={processHealth()}
          database={database}
          installation={installation}
          trail={trail}
          providers={providers}
        />
      </Section>
    </Page>
  );
}
