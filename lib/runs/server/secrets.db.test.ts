import { symbols } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { newId } from "#lib/db/uuid.ts";
import { log } from "#lib/log.ts";
import { answerApproval } from "#lib/runs/server/answer-approval.ts";
import { callByForm } from "#lib/runs/server/call-by-form.ts";
import { insertEvents } from "#lib/runs/server/repository.ts";
import { type Company, makeCompany, modelKey } from "#lib/runs/testing/company.ts";
import { deskKey } from "#lib/runs/testing/services.ts";
import { askAndWait, callsIn, cardIn, noticesIn, rested, textIn } from "#lib/runs/testing/turns.ts";
import { storeSecret } from "#lib/secrets/secret-store.ts";

testDatabase();
let company: Company;
const lines: string[] = [];
const privateWords = "blue-elephant-91";
const wrongKey = "desk-key-that-is-wrong-77aa";

beforeAll(async () => {
  const stream = Reflect.get(log, symbols.streamSym) as { write(line: string): unknown };
  vi.spyOn(stream, "write").mockImplementation((line) => lines.push(line));
  company = await makeCompany();
});
beforeEach(() => company.models.script("writer"));
afterAll(() => company.close());

/** All rows in which something of a run could stand, sealed secrets left out. */
async function everythingStored(): Promise<string> {
  const tables = [
    db().auditEvent,
    db().runEvent,
    db().run,
    db().toolCall,
    db().usageRecord,
    db().approval,
  ] as unknown as { findMany(): Promise<unknown[]> }[];
  const rows = await Promise.all(tables.map((table) => table.findMany()));
  return JSON.stringify(rows, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("utf8") : value,
  );
}

async function trail(): Promise<string> {
  const rows = await db().auditEvent.findMany();
  return JSON.stringify(
    rows.map(({ canonical, leafHash: _, ...row }) => [row, Buffer.from(canonical).toString("utf8")]),
  );
}

describe("secrets and private words", () => {
  it("stay out of logs and trail, whatever goes well or wrong", async () => {
    company.models.script("writer", [
      { calls: [{ tool: "create_ticket", arguments: { subject: privateWords } }] },
      { say: `Done: ${privateWords}` },
    ]);
    const asked = await askAndWait(company.amelia, `open a ticket about ${privateWords}`);
    await answerApproval(company.amelia, cardIn(asked.run.parts).callId, { answer: "run" });
    expect(textIn((await rested(asked.runId)).parts)).toContain(privateWords);
    company.models.script("writer");
    for (const modelAlias of ["refuses-key", "nonsense", "error-chunk", "cuts-midway"])
      await askAndWait(company.amelia, privateWords, { modelAlias });

    await storeSecret("tool", company.tools.desk.id, "key", wrongKey);
    const { outcome } = await callByForm(
      company.amelia,
      "ticket-desk",
      "find_tickets",
      {},
      new AbortController().signal,
    );
    expect(outcome).toMatchObject({
      error: { code: "credentials-refused", message: expect.stringContaining("[secret]") },
    });
    await storeSecret("tool", company.tools.desk.id, "key", deskKey);

    const stored = await everythingStored();
    for (const secret of [modelKey, deskKey, wrongKey]) {
      expect(stored).not.toContain(secret);
      expect(lines.join("")).not.toContain(secret);
    }
    expect(lines.join("")).not.toContain(privateWords);
    expect(await trail()).not.toContain(privateWords);
  });

  it("stay out of logs when the database refuses a write", async () => {
    const payload = { kind: "text", at: 0, delta: privateWords } as const;
    const error: unknown = await insertEvents(newId(), [{ sequence: Number.NaN, payload }]).catch(
      (caught: unknown) => caught,
    );
    log.error({ err: error }, "as a run would log it");
    expect(lines.at(-1)).toContain("as a run would log it");
    expect(lines.join("")).not.toContain(privateWords);
  });
});

describe("a tool whose description is damaged", () => {
  it("takes no other tool with it, and says so when it is called", async () => {
    const damaged = {
      name: "odd",
      title: "Odd operation",
      description: "Finds odd tickets.",
      binding: { kind: "telepathy" },
    };
    await makeTool({ name: "Odd desk", ...company.place, operations: [damaged] });
    company.models.script("writer", [
      { calls: [{ tool: "find_tickets", arguments: {} }] },
      { say: "Still here." },
    ]);
    const { run } = await askAndWait(company.amelia, "find odd tickets by status");
    expect(noticesIn(run.parts)).toEqual([]);
    expect(callsIn(run.parts)).toMatchObject([{ status: "succeeded" }]);
    expect(lines.join("")).toContain("cannot be read and is left out");
    const call = callByForm(company.amelia, "odd-desk", "odd", {}, new AbortController().signal);
    await expect(call).rejects.toMatchObject({ code: "unavailable", mend: "Tell the owner of the tool." });
  });
});
