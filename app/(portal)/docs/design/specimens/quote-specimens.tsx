import { Section } from "#components/layout/section.tsx";
import { Citation } from "#components/ui/citation.tsx";
import { Passage } from "#components/ui/passage.tsx";
import { Time } from "#components/ui/time.tsx";
import { Specimen } from "./specimen.tsx";

const segments = [
  { text: "LOS-4417 means that the receiver has " },
  { text: "lost the signal", matched: true },
  { text: " for more than two seconds. Measure both power feeds before the card is replaced; " },
  { text: "four of five cases", matched: true },
  { text: " at coastal sites were a corroded feed." },
];

const details = [
  { id: "section", text: "3.2 Loss of signal" },
  { id: "page", text: "page 4" },
  {
    id: "verified",
    text: (
      <>
        verified <Time value="2026-04-02T09:00:00Z" mode="date" /> by Maja Lind
      </>
    ),
  },
];

export function QuoteSpecimens() {
  return (
    <Section title="Quotation">
      <div className="grid gap-4 md:grid-cols-2">
        <Passage
          segments={segments}
          document="Runbook LOS-4417"
          href="/docs/design"
          details={details}
          support="exact"
        />
        <Specimen name="Citation in running text" className="block">
          <p>
            The receiver has lost the signal
            <Citation number={1} title="Runbook LOS-4417" href="/docs/design">
              <Passage segments={segments} document="Runbook LOS-4417" details={details} support="exact" />
            </Citation>
            and a corroded feed is the likeliest cause
            <Citation number={2} title="Incident review 12" href="/docs/design">
              <Passage
                segments={[{ text: "The feed was corroded." }]}
                document="Incident review 12"
                support="related"
              />
            </Citation>
            . On call is Tom Okafor.
          </p>
        </Specimen>
      </div>
    </Section>
  );
}
