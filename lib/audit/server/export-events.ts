import "server-only";
import type { AuditFilter } from "#lib/audit/schema.ts";
import { recordEvent } from "#lib/audit/server/record-event.ts";
import { countEvents, exportBatch } from "#lib/audit/server/repository.ts";
import { type AuditReader, requireAuditReader } from "#lib/audit/server/require-audit-reader.ts";

const batchSize = 500;

/**
 * The matching events as NDJSON, newest first: each line holds the canonical event exactly as it was hashed, and its
 * leaf hash. The export is written to the trail before its first byte leaves.
 */
export async function exportEvents(
  reader: AuditReader,
  filter: AuditFilter,
): Promise<ReadableStream<Uint8Array>> {
  requireAuditReader(reader);
  const total = await countEvents(filter);
  await recordEvent({
    type: "audit.exported",
    actor: { kind: "person", id: reader.id, name: reader.name },
    details: { filter, events: total, format: "ndjson" },
  });
  let before: string | undefined;
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const rows = await exportBatch(filter, batchSize, before);
      before = rows.at(-1)?.id;
      if (rows.length > 0) {
        const lines = rows.map((row) => {
          const event = Buffer.from(row.canonical).toString("utf8");
          return `{"event":${event},"leafHash":"${Buffer.from(row.leafHash).toString("hex")}"}\n`;
        });
        controller.enqueue(encoder.encode(lines.join("")));
      }
      if (rows.length < batchSize) controller.close();
    },
  });
}
