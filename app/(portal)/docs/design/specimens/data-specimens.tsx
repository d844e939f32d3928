import { Section } from "#components/layout/section.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { DataClassChip } from "#components/ui/data-class-chip.tsx";
import { JsonView } from "#components/ui/json-view.tsx";
import { KeyValueList } from "#components/ui/key-value.tsx";
import { Time } from "#components/ui/time.tsx";

const result = {
  site: {
    code: "BRG-07",
    name: "Bragança 7",
    feeds: [
      { id: "A", volts: 53.2 },
      { id: "B", volts: null },
    ],
  },
  alarms: ["LOS-4417"],
  planned: false,
  history: {},
};

const request = `curl -X POST https://weft.example.com/v1/tools/ticket-desk/find-ticket \\
  -H "Authorization: Bearer $WEFT_KEY" \\
  -d '{ "site": "BRG-07", "open": true }' # open tickets only`;

export function DataSpecimens() {
  return (
    <Section title="Data">
      <div className="grid items-start gap-4 md:grid-cols-2">
        <JsonView label="Result" value={result} />
        <div className="flex min-w-0 flex-col gap-4">
          <CodeBlock title="Call it" language="bash" code={request} />
          <CodeBlock language="json" code={JSON.stringify(result.site.feeds, null, 2)} />
        </div>
        <Card>
          <KeyValueList
            items={[
              { key: "Owner", value: "Service desk, Customer Service" },
              { key: "Confirmed", value: <Time value="2026-05-09T14:03:11Z" mode="minute" /> },
              { key: "Data class", value: <DataClassChip value="confidential" /> },
              { key: "Request id", value: <code className="break-all text-code">req_0198f2c47d</code> },
            ]}
          />
        </Card>
        <Card>
          <KeyValueList
            layout="stack"
            items={[
              { key: "Success", value: "98.6 %" },
              { key: "p95", value: "1.2 s" },
              { key: "Cost per use", value: "none" },
              { key: "Data class", value: "Internal" },
            ]}
          />
        </Card>
      </div>
    </Section>
  );
}
