import { Section } from "#components/layout/section.tsx";

export function TypeSpecimens() {
  return (
    <Section
      title="Type"
      description="Serif: a person wrote it in a document. Sans: the portal, and any answer of a model. Mono: data."
    >
      <dl className="grid grid-cols-[5rem_minmax(0,1fr)] items-baseline gap-x-4 gap-y-3">
        <Step name="page">
          <span className="text-page">Roaming and tariffs</span>
        </Step>
        <Step name="title">
          <span className="text-title">Change who may use this tool</span>
        </Step>
        <Step name="lead">
          <span className="text-lead">Ticket desk · 1,204 calls</span>
        </Step>
        <Step name="body">
          Finds, opens and updates tickets of Northmere’s service desk. Zażółć gęślą jaźń.
        </Step>
        <Step name="small">
          <span className="text-muted text-small">
            Customer Service, confirmed 3 weeks ago, version 1.4.1
          </span>
        </Step>
        <Step name="passage">
          <span className="text-passage">
            The card is replaced only after both power feeds have been measured.
          </span>
        </Step>
        <Step name="code">
          <code className="text-code">{'{ "alarm": "LOS-4417", "site": "BRG-07" }'}</code>
        </Step>
      </dl>
    </Section>
  );
}

function Step({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-muted text-small">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
