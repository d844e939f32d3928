import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminNav } from "#components/layout/admin-nav.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { AccessQuestion } from "#components/policy/access-question.tsx";
import { BlockToolDialog } from "#components/policy/block-tool-dialog.tsx";
import { BlockedTools } from "#components/policy/blocked-tools.tsx";
import type { Directory } from "#components/policy/directory.ts";
import { NewRuleButton } from "#components/policy/new-rule.tsx";
import { RuleList } from "#components/policy/rule-list.tsx";
import { blockedTools } from "#lib/catalog/server/block-tool.ts";
import { loadCards } from "#lib/catalog/server/load-cards.ts";
import { now } from "#lib/clock.ts";
import { hasPermission, type Viewer } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { teamsAndDomains } from "#lib/identity/server/teams-and-domains.ts";
import { policies } from "#lib/messages/en/policies.ts";
import { translator } from "#lib/messages/translate.ts";
import { listActiveModels } from "#lib/models/server/active-models.ts";
import { listRules } from "#lib/policy/server/list-rules.ts";

const t = translator(policies);

export const metadata: Metadata = { title: t("title") };

/** Whom and what a rule may name; the tools are those that the viewer may find. */
async function loadDirectory(viewer: Viewer): Promise<Directory> {
  const [{ domains, teams }, { cards }, models] = await Promise.all([
    teamsAndDomains(viewer),
    loadCards(viewer),
    listActiveModels(),
  ]);
  const tools = [...cards.values()].map(({ id, name, slug, domain }) => ({
    id,
    name,
    slug,
    domain: domain.name,
  }));
  return {
    domains: domains.map(({ id, name }) => ({ id, name })),
    teams: teams.map(({ id, name }) => ({ id, name })),
    tools: tools.toSorted((a, b) => a.name.localeCompare(b.name)),
    models: models.map(({ id, displayName }) => ({ id, name: displayName })),
  };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function PoliciesPage({ searchParams }: { searchParams: Search }) {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "policy:read")) notFound();
  const canChange = hasPermission(viewer, "policy:write");
  const { rule } = await searchParams;
  const [rules, blocked, directory] = await Promise.all([
    listRules(viewer),
    blockedTools(viewer),
    loadDirectory(viewer),
  ]);
  const usable = directory.tools.filter(({ id }) => !blocked.some((tool) => tool.id === id));
  return (
    <Page>
      <PageHeader
        title={t("title")}
        description={t(canChange ? "intro" : "introReader")}
        actions={canChange && <NewRuleButton directory={directory} />}
      />
      <AdminNav roles={viewer.roles} />
      <Section title={t("askTitle")} description={t("askText")}>
        <AccessQuestion tools={directory.tools} />
      </Section>
      <Section title={t("rulesTitle")} description={t("rulesText")}>
        <RuleList
          rules={rules}
          directory={directory}
          canChange={canChange}
          chosenId={typeof rule === "string" ? rule : undefined}
          today={now().toISOString()}
        />
      </Section>
      <Section
        title={t("blockedTitle")}
        description={t("blockedText")}
        actions={canChange && <BlockToolDialog tools={usable} />}
      >
        <BlockedTools tools={blocked} canChange={canChange} />
      </Section>
    </Page>
  );
}
