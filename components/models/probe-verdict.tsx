import { stateTones } from "#components/models/state-tones.ts";
import { Status } from "#components/ui/status.tsx";
import { formatDuration } from "#lib/messages/format.ts";
import type { ProbeResult } from "#lib/models/schema.ts";

/** How a test of the connection went, and what to do when it did not work. */
export function ProbeVerdict({ result }: { result: ProbeResult }) {
  return (
    <div role="status" className="flex flex-col gap-0.5">
      <Status tone={stateTones[result.state]} className="items-baseline">
        {result.message}{" "}
        <span className="text-muted text-small">({formatDuration(result.milliseconds)})</span>
      </Status>
      {result.mend && <p className="pl-3.5 text-muted text-small">{result.mend}</p>}
    </div>
  );
}
