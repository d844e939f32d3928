import { Section } from "#components/layout/section.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { SampleChip } from "#components/ui/sample-chip.tsx";
import { Status } from "#components/ui/status.tsx";
import { SupportMark } from "#components/ui/support-mark.tsx";
import { Specimen } from "./specimen.tsx";

export function ChipSpecimens() {
  return (
    <Section
      title="Chips and states"
      description="Each state has a word and a shape; colour only repeats it."
    >
      <Specimen name="Badge">
        <Badge>Neutral</Badge>
        <Badge tone="outline">Version 1.4.1</Badge>
        <Badge tone="accent">Draft</Badge>
        <Badge tone="positive">Published</Badge>
        <Badge tone="caution">Deprecated</Badge>
        <Badge tone="danger">Blocked</Badge>
        <SampleChip />
      </Specimen>
      <Specimen name="Data class">
        <DataClassChip value="public" />
        <DataClassChip value="internal" />
        <DataClassChip value="confidential" />
        <DataClassChip value="restricted" />
      </Specimen>
      <Specimen name="Status" className="gap-x-6">
        <Status tone="positive">Succeeded</Status>
        <Status tone="caution">Needs attention</Status>
        <Status tone="danger">Refused</Status>
        <Status tone="active">Running</Status>
        <Status tone="neutral">Not started</Status>
      </Specimen>
      <Specimen name="Support of a citation" className="gap-x-6">
        <SupportMark value="exact" />
        <SupportMark value="related" />
        <SupportMark value="none" />
      </Specimen>
      <Specimen name="Person">
        <Avatar name="Ines Carvalho" />
        <Avatar name="Tom Okafor" size="large" />
      </Specimen>
    </Section>
  );
}
