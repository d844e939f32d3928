import { Section } from "#components/layout/section.tsx";
import { TrustEvidence } from "#components/trust/trust-evidence.tsx";
import { TrustMark } from "#components/trust/trust-mark.tsx";
import { TrustMarkLarge } from "#components/trust/trust-mark-large.tsx";
import { Card, LinkCard } from "#components/ui/card.tsx";
import { Status } from "#components/ui/status.tsx";
import { Specimen } from "./specimen.tsx";
import { ratings } from "./trust-examples.ts";

const confirmedAt = "2026-05-09T08:00:00Z";

export function TrustSpecimens() {
  return (
    <Section
      title="Trust"
      description="Six threads: evaluation, reliability, compliance, ownership, freshness, people."
    >
      <Specimen name="Trust mark" className="items-start gap-x-8 gap-y-4">
        {Object.entries(ratings).map(([name, rating]) => (
          <TrustMark key={name} rating={rating} />
        ))}
      </Specimen>
      <Specimen name="Small">
        {Object.entries(ratings).map(([name, rating]) => (
          <TrustMark key={name} rating={rating} size="small" />
        ))}
      </Specimen>
      <div className="grid gap-4 md:grid-cols-3">
        <Card>
          <TrustMarkLarge rating={ratings.trusted} />
        </Card>
        <Card>
          <TrustMarkLarge rating={ratings.care} />
        </Card>
        <Card>
          <TrustMarkLarge rating={ratings.none} />
        </Card>
      </div>
      <Specimen name="Until there is a rating" className="items-start">
        <Card className="w-80 max-w-full">
          <TrustEvidence
            size="panel"
            ownerConfirmedAt={confirmedAt}
            successShare={0.9861}
            sampleSize={1204}
          />
        </Card>
        <Card className="w-80 max-w-full">
          <TrustEvidence size="panel" ownerConfirmedAt={null} successShare={0.82} sampleSize={38} />
        </Card>
        <Card className="w-80 max-w-full">
          <TrustEvidence size="panel" ownerConfirmedAt={confirmedAt} successShare={null} sampleSize={0} />
        </Card>
      </Specimen>
      <Specimen name="Tool card" className="grid grid-cols-1 items-stretch gap-4 md:grid-cols-3">
        <ToolCard
          title="Ticket desk"
          kind="HTTP · Customer Service"
          ownerConfirmedAt={confirmedAt}
          share={0.9861}
          calls={1204}
        >
          <Status tone="positive">Works now</Status>
        </ToolCard>
        <ToolCard
          title="Rewrite in our tone"
          kind="Prompt · Sales"
          ownerConfirmedAt={confirmedAt}
          share={null}
          calls={0}
        >
          <Status tone="neutral">Needs a model</Status>
        </ToolCard>
        <ToolCard
          title="Salary bands"
          kind="Knowledge · People"
          ownerConfirmedAt={null}
          share={0.9}
          calls={40}
        >
          <Status tone="caution">Request access</Status>
        </ToolCard>
      </Specimen>
    </Section>
  );
}

type ToolCardProps = {
  title: string;
  kind: string;
  ownerConfirmedAt: string | null;
  share: number | null;
  calls: number;
  children: React.ReactNode;
};

function ToolCard({ title, kind, ownerConfirmedAt, share, calls, children }: ToolCardProps) {
  return (
    <LinkCard href="#trust" className="flex flex-col gap-1">
      <span className="text-muted text-small">{kind}</span>
      <span className="text-lead">{title}</span>
      <span className="line-clamp-2 min-h-11">
        Finds, opens and updates tickets of the service desk, with the history of a customer and of a site.
      </span>
      <span className="mt-2 flex items-center justify-between gap-3 border-t pt-3">
        <TrustEvidence ownerConfirmedAt={ownerConfirmedAt} successShare={share} sampleSize={calls} />
        <span className="text-right text-small">{children}</span>
      </span>
    </LinkCard>
  );
}
