import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { SetupList } from "#components/identity/setup-list.tsx";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { portalOrigin } from "#lib/http/portal-origin.ts";
import { hasPermission } from "#lib/identity/schema.ts";
import { requireViewer } from "#lib/identity/server/current-viewer.ts";
import { describeInstallation } from "#lib/identity/server/describe-installation.ts";
import { setupStates } from "#lib/identity/setup.ts";
import { setup } from "#lib/messages/en/setup.ts";
import { translator } from "#lib/messages/translate.ts";
import { hasGenerativeModel } from "#lib/models/server/has-generative-model.ts";

const t = translator(setup);

export const metadata: Metadata = { title: t("title") };

export default async function SetupPage() {
  const viewer = await requireViewer();
  if (!hasPermission(viewer, "admin:read")) notFound();
  const [facts, hasModel, given] = await Promise.all([
    describeInstallation(viewer),
    hasGenerativeModel(),
    headers(),
  ]);
  const states = setupStates(facts, hasModel);
  const missing = Object.values(states).filter((state) => state === "missing").length;
  const hasLater = Object.values(states).includes("later");
  const intro = missing > 0 ? t("introMissing", { count: missing }) : t("introDone");
  return (
    <Page width="thread">
      <PageHeader title={t("title")} description={hasLater ? `${intro} ${t("introLater")}` : intro} />
      {facts.isDemo && <Notice>{t("demo")}</Notice>}
      <SetupList facts={facts} states={states} origin={portalOrigin(given)} />
    </Page>
  );
}
