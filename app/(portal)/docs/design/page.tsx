import type { Metadata } from "next";
import { Page } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { ThemeSwitch } from "#components/layout/theme-switch.tsx";
import { ButtonSpecimens } from "./specimens/button-specimens.tsx";
import { ChartSpecimens } from "./specimens/chart-specimens.tsx";
import { ChipSpecimens } from "./specimens/chip-specimens.tsx";
import { ColourSpecimens } from "./specimens/colour-specimens.tsx";
import { DataSpecimens } from "./specimens/data-specimens.tsx";
import { FieldSpecimens } from "./specimens/field-specimens.tsx";
import { NavigationSpecimens } from "./specimens/navigation-specimens.tsx";
import { OverlaySpecimens } from "./specimens/overlay-specimens.tsx";
import { QuoteSpecimens } from "./specimens/quote-specimens.tsx";
import { StateSpecimens } from "./specimens/state-specimens.tsx";
import { TableSpecimens } from "./specimens/table-specimens.tsx";
import { TrustSpecimens } from "./specimens/trust-specimens.tsx";
import { TypeSpecimens } from "./specimens/type-specimens.tsx";

export const metadata: Metadata = { title: "Design system" };

type DesignPageProps = { searchParams: Promise<{ tab?: string; view?: string; sort?: string }> };

export default async function DesignPage({ searchParams }: DesignPageProps) {
  const { tab = "overview", view = "list", sort = "ascending" } = await searchParams;
  return (
    <Page>
      <PageHeader
        title="Design system"
        description="Every part of the portal in every state. Quiet paper, ink, one blue: the typeface tells the source, and the threads are a chart."
        actions={<ThemeSwitch inline />}
      />
      <ColourSpecimens />
      <TypeSpecimens />
      <TrustSpecimens />
      <ButtonSpecimens />
      <ChipSpecimens />
      <FieldSpecimens />
      <OverlaySpecimens />
      <NavigationSpecimens tab={tab} view={view} />
      <TableSpecimens sort={sort === "descending" ? "descending" : "ascending"} />
      <DataSpecimens />
      <ChartSpecimens />
      <QuoteSpecimens />
      <StateSpecimens />
    </Page>
  );
}
