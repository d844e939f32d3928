import { beforeAll, expect, test } from "vitest";
import { operationsQuerySchema } from "#lib/catalog/found-operations.ts";
import { findOperations } from "#lib/catalog/server/find-operations.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
let slug: string;
const binding = {
  kind: "http",
  serverUrl: "https://records.example.com",
  method: "GET",
  path: "/records",
  parameters: [],
  security: [],
};

beforeAll(async () => {
  const operations = Array.from({ length: 1000 }, (_, at) => ({
    name: `change-${at}`,
    title: `Change record ${at}`,
    description: at === 777 ? "Também serve para fechar contas." : "",
    binding,
  }));
  ({ slug } = await makeTool({ name: "Many Records", ...(await makeTeam()), operations }));
});
const query = (given: Record<string, string> = {}) => operationsQuerySchema.parse(given);

test("of a thousand operations some are given at a time, in their order", async () => {
  const viewer = await makeViewer();
  const first = await findOperations(viewer, slug, query());
  expect([first.operations.length, first.matching]).toEqual([20, 1000]);
  expect(first.operations[0]).toMatchObject({ name: "change-0", route: "GET /records" });
  const last = await findOperations(viewer, slug, query({ from: "990" }));
  expect(last.operations.map(({ name }) => name)).toEqual(
    Array.from({ length: 10 }, (_, at) => `change-${990 + at}`),
  );
});

test("every typed word has to be in name, title or description, whatever its case and accents", async () => {
  const viewer = await makeViewer();
  const found = await findOperations(viewer, slug, query({ q: "RECORD 777" }));
  expect(found.operations.map(({ name }) => name)).toEqual(["change-777"]);
  expect((await findOperations(viewer, slug, query({ q: "tambem" }))).matching).toBe(1);
  for (const q of ["%", "\\", "\u202E", "record nothing", "漢字"])
    expect((await findOperations(viewer, slug, query({ q }))).matching).toBe(0);
});

test("an address that no database can hold leads to no tool", async () => {
  const viewer = await makeViewer();
  for (const odd of ["a\0b", "half \ud83d"])
    await expect(findOperations(viewer, odd, query())).rejects.toMatchObject({ code: "not-found" });
});

test("a tool that a person may not find has no operations to find either", async () => {
  const { domainId, teamId } = await makeTeam();
  const ours = await makeTool({ name: "Ours Alone", domainId, teamId, audience: "team" });
  await expect(findOperations(await makeViewer(), ours.slug, query())).rejects.toMatchObject({
    code: "not-found",
  });
});
