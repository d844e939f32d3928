import { LayoutGrid, List } from "lucide-react";
import { Section } from "#components/layout/section.tsx";
import { Breadcrumb } from "#components/ui/breadcrumb.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { PanelTabs } from "#components/ui/panel-tabs.tsx";
import { Segmented } from "#components/ui/segmented.tsx";
import { Status } from "#components/ui/status.tsx";
import { Steps } from "#components/ui/steps.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { Specimen } from "./specimen.tsx";

const tabs = ["Overview", "Try it", "Docs", "Trust", "API", "Versions", "Reviews", "Activity"].map(
  (label) => {
    const id = label.toLowerCase().replace(" ", "-");
    return { id, label, href: `/docs/design?tab=${id}`, count: id === "versions" ? 7 : undefined };
  },
);

export function NavigationSpecimens({ tab, view }: { tab: string; view: string }) {
  return (
    <Section title="Finding one’s way">
      <Breadcrumb
        items={[
          { label: "Tools", href: "/catalog" },
          { label: "Customer Service", href: "/catalog" },
          { label: "Ticket desk" },
        ]}
      />
      <Tabs label="Ticket desk" items={tabs} current={tab} />
      <Specimen name="Views of a list">
        <Segmented
          label="View"
          current={view}
          items={[
            { id: "list", label: "List", href: "/docs/design?view=list", icon: <LayoutGrid /> },
            { id: "compact", label: "Compact", href: "/docs/design?view=compact", icon: <List /> },
          ]}
        />
      </Specimen>
      <Pagination previousHref={null} nextHref="/docs/design?after=24" position="1 to 24 of 41" />
      <div className="grid items-start gap-6 md:grid-cols-2">
        <Disclosure
          summary={
            <>
              <span className="min-w-0 flex-1 truncate">Network inventory · find site</span>
              <Status tone="positive" className="text-small">
                240 ms
              </Status>
            </>
          }
        >
          <PanelTabs
            label="Tool call"
            panels={[
              {
                id: "arguments",
                label: "Arguments",
                content: <code className="text-code">{'{ "site": "BRG-07" }'}</code>,
              },
              { id: "result", label: "Result", content: <p>One site: Bragança 7, two power feeds.</p> },
            ]}
          />
        </Disclosure>
        <Steps
          label="Release"
          items={[
            { id: "1", label: "Operations reachable", detail: "4 of 4", state: "done" },
            { id: "2", label: "Examples run", detail: "2 of 3 so far", state: "current" },
            { id: "3", label: "Docs build", detail: "One link leads nowhere", state: "failed" },
            { id: "4", label: "Review", state: "upcoming" },
          ]}
        />
      </div>
    </Section>
  );
}
