import { beforeAll, expect, it } from "vitest";
import { embedOrigins } from "#lib/catalog/server/embed-origins.ts";
import { makeTool } from "#lib/catalog/testing/make-tools.ts";
import { db } from "#lib/db/client.ts";
import { testDatabase } from "#lib/db/testing/test-database.ts";
import type { Viewer } from "#lib/identity/schema.ts";
import { sealSessionId } from "#lib/identity/server/session-cookie.ts";
import { makeTeam, makeViewer } from "#lib/identity/testing/make-people.ts";

testDatabase();
const site = "https://intranet.example.com";
let member: Viewer;
let stranger: Viewer;
let tool: { id: string; slug: string };

const cookieOf = async (viewer: Viewer) => {
  const value = await sealSessionId(viewer.sessionId ?? "");
  return (name: string) => (name === "weft-session" ? value : undefined);
};
const nobody = () => undefined;
const set = (data: object) => db().tool.update({ where: { id: tool.id }, data });

beforeAll(async () => {
  const place = await makeTeam("Field");
  const other = await makeTeam("Sales");
  member = await makeViewer({ teamId: place.teamId });
  stranger = await makeViewer({ teamId: other.teamId });
  tool = await makeTool({ name: "Site notes", ...place, audience: "team" });
  await set({ embedOrigins: [site] });
});

it("names the listed sites to those who may find the tool, and to those who have yet to sign in", async () => {
  expect(await embedOrigins(tool.slug, await cookieOf(member))).toEqual([site]);
  expect(await embedOrigins(tool.slug, nobody)).toEqual([site]);
  expect(await embedOrigins(tool.slug, () => "nonsense")).toEqual([site]);
});

it("gives nothing for a tool that the person may not find, that is unknown, or that serves nobody", async () => {
  expect(await embedOrigins(tool.slug, await cookieOf(stranger))).toEqual([]);
  expect(await embedOrigins("no-such-tool", await cookieOf(member))).toEqual([]);
  expect(await embedOrigins("no-such-tool", nobody)).toEqual([]);
  for (const lifecycle of ["draft", "in-review", "retired"]) {
    await set({ lifecycle });
    expect(await embedOrigins(tool.slug, nobody), lifecycle).toEqual([]);
  }
  await set({ lifecycle: "published" });
});

it("lets nothing into a header that is not a site", async () => {
  await set({ embedOrigins: ["*", "https://a.example; script-src *", "javascript:alert(1)", "null", site] });
  expect(await embedOrigins(tool.slug, nobody)).toEqual([site]);
  await set({ embedOrigins: [] });
  expect(await embedOrigins(tool.slug, await cookieOf(member))).toEqual([]);
});
