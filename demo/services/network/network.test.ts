import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { alarmCodes } from "#demo/company/alarm-codes.ts";
import { incidents } from "#demo/company/incidents.ts";
import { dutyAreas } from "#demo/company/network-sites.ts";
import { type RunningServices, startTestServices } from "../services-fixture.ts";
import { onCallFor } from "./on-call.ts";
import type { NetworkAlarm, NetworkElement, OnCall } from "./schema.ts";

let services: RunningServices;
let client: Client;

async function connect(mode: "auto" | "legacy", token = services.credentials.network.token): Promise<Client> {
  const made = new Client({ name: "tests", version: "1.0.0" }, { versionNegotiation: { mode } });
  const url = new URL(`${services.url}/network/mcp`);
  await made.connect(new StreamableHTTPClientTransport(url, { authProvider: { token: async () => token } }));
  return made;
}

beforeAll(async () => {
  services = await startTestServices("2026-11-20");
  client = await connect("auto");
});
afterAll(async () => {
  await client.close();
  await services.stop();
});

async function call(name: string, args: Record<string, unknown>) {
  return client.callTool({ name, arguments: args });
}

async function found<T>(name: string, args: Record<string, unknown>): Promise<T> {
  const result = await call(name, args);
  expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
  return result.structuredContent as T;
}

type Alarms = { total: number; alarms: (NetworkAlarm & { meaning: string; dutyArea: string })[] };

describe("the server", () => {
  test("speaks the protocol of today and that of yesterday", async () => {
    expect(client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
    const older = await connect("legacy");
    expect((await older.listTools()).tools).toHaveLength(8);
    await older.close();
  });

  test("asks for its credential", async () => {
    await expect(connect("auto", "wrong")).rejects.toThrow();
    const bare = await fetch(`${services.url}/network/mcp`, { method: "POST", body: "{}" });
    expect(bare.status).toBe(401);
  });

  test("does not answer under another host's name", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      request(`${services.url}/health`, { headers: { host: "evil.example" } }, (response) =>
        resolve(response.statusCode),
      )
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test("only one tool writes, and says so", async () => {
    const { tools } = await client.listTools();
    expect(tools.map((tool) => tool.name).sort()).toEqual([
      "acknowledge_alarm",
      "find_network_elements",
      "find_spare_parts",
      "get_alarm",
      "get_network_element",
      "list_alarms",
      "list_planned_works",
      "who_is_on_call",
    ]);
    const writes = tools.filter((tool) => tool.annotations?.readOnlyHint !== true);
    expect(writes.map((tool) => tool.name)).toEqual(["acknowledge_alarm"]);
    expect(writes[0]?.annotations).toMatchObject({ destructiveHint: false, idempotentHint: true });
    for (const tool of tools) {
      expect(tool.description?.length, tool.name).toBeGreaterThan(60);
      expect(tool.outputSchema, tool.name).toBeDefined();
    }
  });
});

describe("inventory and alarms", () => {
  test("every alarm code is raised by a kind of equipment that stands somewhere", async () => {
    for (const code of alarmCodes) {
      const counts = await Promise.all(
        code.raisedBy.map(
          async (kind) => (await found<{ total: number }>("find_network_elements", { kind })).total,
        ),
      );
      expect(Math.min(...counts), code.code).toBeGreaterThan(0);
      const history = await found<Alarms>("list_alarms", { code: code.code, state: "cleared", limit: 100 });
      expect(history.total, code.code).toBeGreaterThan(0);
      for (const alarm of history.alarms) expect(alarm.severity).toBe(code.severity);
    }
  });

  test("LOS-4417 is up on BRG-07 and on BRG-09, in different duty areas", async () => {
    const seven = await found<Alarms>("list_alarms", { site: "BRG-07", code: "LOS-4417" });
    const nine = await found<Alarms>("list_alarms", { site: "BRG-09", code: "LOS-4417" });
    expect(seven).toMatchObject({
      total: 1,
      alarms: [{ element: "BRG-07-OLT-1", port: "1/1/4", customersAffected: 118 }],
    });
    expect(nine.total).toBe(1);
    expect(seven.alarms[0]?.dutyArea).not.toBe(nine.alarms[0]?.dutyArea);
    const works = await found<{ total: number }>("list_planned_works", {
      site: "BRG-07",
      from: "2026-11-20",
      to: "2026-11-20",
    });
    expect(works.total).toBe(0);
  });

  test("incidents left their alarms", async () => {
    for (const incident of incidents.filter((candidate) => candidate.sites.length > 0)) {
      const [site] = incident.sites;
      const { alarms } = await found<Alarms>("list_alarms", {
        site,
        code: incident.alarmCodes[0],
        state: "cleared",
        limit: 100,
      });
      expect(
        alarms.some((alarm) => alarm.note === `Part of ${incident.id}.`),
        incident.id,
      ).toBe(true);
    }
  });

  test("the worst come first", async () => {
    const { alarms } = await found<Alarms>("list_alarms", { limit: 100 });
    const order = ["critical", "major", "minor", "warning"];
    const places = alarms.map((alarm) => order.indexOf(alarm.severity));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("equipment shows its open alarms", async () => {
    const answer = await found<{ element: NetworkElement; openAlarms: NetworkAlarm[] }>(
      "get_network_element",
      {
        element: "BRG-07-OLT-1",
      },
    );
    expect(answer).toMatchObject({ element: { kind: "olt" }, openAlarms: [{ code: "LOS-4417" }] });
  });

  test.each([
    ["get_alarm", { alarm: "A-00000" }, /no alarm A-00000/],
    ["get_network_element", { element: "BRG-07-OLT-9" }, /no network element/],
    ["who_is_on_call", { site: "ZZZ-99" }, /no site ZZZ-99/],
    ["list_alarms", { site: "bristol" }, /such as BRG-07/],
    ["list_alarms", { code: "XXX-1" }, /code/],
    ["list_alarms", { colour: "red" }, /colour/],
  ])("%s says what is wrong with %j", async (name, args, message) => {
    const result = await call(name, args);
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toMatch(message);
  });
});

describe("acknowledging", () => {
  test("is stored, once, and not for alarms that are over", async () => {
    const acknowledge = (alarm: string, acknowledgedBy: string) =>
      call("acknowledge_alarm", { alarm, acknowledgedBy, note: "On it." });
    const first = await acknowledge("A-88121", "raul.quintela@northmere.example");
    expect(first.structuredContent).toMatchObject({ alarm: { state: "acknowledged", note: "On it." } });
    const second = await acknowledge("A-88121", "callum.ridley@northmere.example");
    expect(second.structuredContent).toEqual(first.structuredContent);
    expect(await found("get_alarm", { alarm: "A-88121" })).toEqual(first.structuredContent);
    expect((await acknowledge("A-88120", "nobody")).isError).toBe(true);
    const { alarms } = await found<Alarms>("list_alarms", { state: "cleared", limit: 1 });
    expect((await acknowledge(alarms[0]?.id ?? "", "raul.quintela@northmere.example")).isError).toBe(true);
  });
});

describe("who is on call", () => {
  test("one area for a site, all without one", async () => {
    const one = await found<{ onCall: OnCall[] }>("who_is_on_call", { site: "BRG-07" });
    expect(one.onCall.map((entry) => entry.dutyArea)).toEqual(["bristol-east"]);
    const all = await found<{ onCall: OnCall[] }>("who_is_on_call", {});
    expect(all.onCall).toHaveLength(dutyAreas.length);
  });

  test("changes on Monday at eight, local time, in summer as in winter", () => {
    for (const [before, after] of [
      ["2026-11-23T07:59:00.000Z", "2026-11-23T08:00:00.000Z"],
      ["2026-07-06T06:59:00.000Z", "2026-07-06T07:00:00.000Z"],
    ] as const) {
      expect(onCallFor("porto", before).until).toBe(after);
      expect(onCallFor("porto", after).from).toBe(after);
      expect(onCallFor("porto", after).primary.name).not.toBe(onCallFor("porto", before).primary.name);
    }
  });

  test("nobody is first in two areas, nor first and second in one", () => {
    for (let week = 0; week < 12; week += 1) {
      const at = new Date(Date.UTC(2026, 8, 2 + week * 7, 12)).toISOString();
      const entries = dutyAreas.map((area) => onCallFor(area.slug, at));
      expect(new Set(entries.map((entry) => entry.primary.email)).size, at).toBe(dutyAreas.length);
      for (const entry of entries) expect(entry.backup.email).not.toBe(entry.primary.email);
    }
  });
});
