import type { ReactNode } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { ToolKind } from "#lib/catalog/schema.ts";
import { ownerArea } from "#lib/messages/en/owner-area.ts";
import { translator } from "#lib/messages/translate.ts";

const t = translator(ownerArea);

/** The parts of a tool's owner area, in the order in which a tool is made and kept. */
const ownerTabs = [
  "insights",
  "edit",
  "operations",
  "settings",
  "playground",
  "release",
  "contracts",
  "people",
] as const;
export type OwnerTab = (typeof ownerTabs)[number];

/** Kinds whose operations stand on servers of others, and change there. */
const withContracts: readonly ToolKind[] = ["http", "mcp"];

function hrefOf(slug: string, tab: OwnerTab): string {
  return tab === "insights" ? `/owner/${slug}` : `/owner/${slug}/${tab}`;
}

type OwnerFrameProps = {
  slug: string;
  name: string;
  kind: ToolKind;
  tab: OwnerTab;
  description?: ReactNode;
  /** Beside the link to the tool's page. */
  actions?: ReactNode;
};

/** Head and tabs of everything that those who may edit a tool see of it. */
export function OwnerFrame({ slug, name, kind, tab, description, actions }: OwnerFrameProps) {
  const shown = ownerTabs
    .filter((id) => id !== "contracts" || withContracts.includes(kind))
    .filter((id) => kind !== "link" || (id !== "operations" && id !== "playground"));
  return (
    <div className="flex flex-col gap-4">
      <PageHeader
        breadcrumb={[{ label: t("desk"), href: "/my" }, { label: name }]}
        title={name}
        description={description}
        actions={
          <>
            <LinkButton href={`/catalog/${slug}`}>{t("publicPage")}</LinkButton>
            {actions}
          </>
        }
      />
      <Tabs
        label={t("parts")}
        current={tab}
        items={shown.map((id) => ({ id, label: t(id), href: hrefOf(slug, id) }))}
      />
    </div>
  );
}
