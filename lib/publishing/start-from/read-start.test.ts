import { describe, expect, test } from "vitest";
import { isAppError } from "#lib/errors.ts";
import { readStart } from "#lib/publishing/start-from/read-start.ts";
import { foundStartsSchema, type Start } from "#lib/publishing/start-from/start.ts";

const startsOf = (text: string) => {
  const found = readStart(text);
  // What the route answers with.
  expect(foundStartsSchema.parse(found)).toEqual(found);
  return found;
};
const only = (text: string): Start => {
  const { starts } = startsOf(text);
  expect(starts).toHaveLength(1);
  return starts[0] as Start;
};
function refusalOf(text: string): string {
  try {
    readStart(text);
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
  throw new Error("The text was read.");
}

const definition = `openapi: 3.1.0
info: { title: Bookings, version: "1.2", description: Rooms and who booked them. }
servers: [{ url: "https://rooms.example.com" }]
paths:
  /bookings:
    get:
      operationId: listBookings
      responses: { "200": { description: ok } }
`;

const backstage = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: room-service
  title: Room service
  description: |
    Books rooms in both offices.
  tags: [java, rooms]
  annotations:
    backstage.io/source-location: url:https://git.example.com/workplace/rooms/
    backstage.io/techdocs-ref: dir:.
  links:
    - url: https://rooms.example.com
      title: Rooms [beta]
      icon: dashboard
    - url: javascript:alert(1)
      title: Evil
spec:
  type: service
  lifecycle: production
  owner: group:default/workplace
  system: offices
  providesApis: [rooms-api]
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: rooms-api
  description: Rooms over HTTP.
spec:
  type: openapi
  lifecycle: deprecated
  owner: workplace
  definition: |
${definition.replace(/^(?=.)/gm, "    ")}---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: floors-api }
spec: { type: openapi, lifecycle: production, owner: workplace, definition: { $text: "https://git.example.com/floors.yaml" } }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: events-api }
spec: { type: asyncapi, lifecycle: production, owner: workplace, definition: "asyncapi: 2.6.0" }
---
apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: office-mcp, title: Office MCP }
spec:
  type: mcp-server
  lifecycle: experimental
  owner: workplace
  remotes: [{ type: streamable-http, url: "https://mcp.example.com/office" }]
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: offices }
spec: { owner: workplace }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: workplace }
spec: { type: team, children: [] }
`;

describe("a Backstage catalog-info.yaml", () => {
  const { origin, starts, notes } = startsOf(backstage);
  const named = (name: string) => starts.find((start) => start.name === name);

  test("gives a proposal for each entry that can be a tool, and says what is none", () => {
    expect(origin).toBe("backstage");
    expect(starts.map(({ kind, name, slug }) => [kind, name, slug])).toEqual([
      ["link", "Room service", "room-service"],
      ["http", "Rooms api", "rooms-api"],
      ["http", "Floors api", "floors-api"],
      ["link", "Events api", "events-api"],
      ["mcp", "Office MCP", "office-mcp"],
      ["link", "Offices", "offices"],
    ]);
    expect(notes).toEqual(["Group “workplace”: no tool is made of it."]);
  });

  test("of a component takes words, tags, links that may be followed, and its page", () => {
    const component = named("Room service");
    expect(component?.words).toEqual({
      name: "Room service",
      purpose: "Books rooms in both offices.",
      tags: ["java", "rooms", "service"],
      docs: "# Links\n\n- [Rooms \\[beta\\]](<https://rooms.example.com>)\n- [Source](<https://git.example.com/workplace/rooms/>)\n",
    });
    expect(component?.settings).toEqual({ linkUrl: "https://rooms.example.com" });
    expect(component?.notes.join(" ")).toMatch(/“workplace” as the owner.*rooms-api/);
  });

  test("of an OpenAPI API takes the definition, or its address", () => {
    expect(named("Rooms api")).toMatchObject({ sourceDocument: definition, sourceAddress: null });
    expect(named("Rooms api")?.notes).toContain("Backstage calls it deprecated.");
    expect(named("Floors api")).toMatchObject({ sourceAddress: "https://git.example.com/floors.yaml" });
    const beside = only(
      backstage.split("---\n")[2]?.replace("https://git.example.com/floors.yaml", "./floors.yaml") ?? "",
    );
    expect(beside.sourceAddress).toBeNull();
    expect(beside.notes[0]).toContain("./floors.yaml");
  });

  test("says what is not called from here, and finds an MCP server", () => {
    expect(named("Events api")?.notes[0]).toContain("asyncapi");
    expect(named("Office MCP")).toMatchObject({ sourceAddress: "https://mcp.example.com/office" });
  });

  test("as JSON is the same", () => {
    const entry = {
      apiVersion: "backstage.io/v1beta1",
      kind: "API",
      metadata: { name: "x-api" },
      spec: { type: "openapi", definition },
    };
    expect(only(JSON.stringify(entry))).toMatchObject({ kind: "http", sourceDocument: definition });
  });

  test.each([
    ["nothing but its head", "apiVersion: backstage.io/v1alpha1\n"],
    ["wrong types everywhere", "apiVersion: backstage.io/v1alpha1\nkind: [API]\nmetadata: 7\nspec: text\n"],
    [
      "lists for texts",
      "apiVersion: backstage.io/v1alpha1\nkind: API\nmetadata: { name: [a], tags: x, links: {} }\nspec: { type: {}, definition: [] }\n",
    ],
  ])("with %s gives no tool and no failure", (_, text) => {
    const { starts, notes } = startsOf(text);
    expect(starts).toEqual([]);
    expect(notes).toHaveLength(1);
  });
});

const server = {
  $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
  name: "com.example/acme-analytics",
  title: "ACME Analytics",
  description: "Reports and figures.",
  version: "2.0.0",
  websiteUrl: "https://acme.example.com",
  repository: { url: "https://git.example.com/acme/analytics", source: "github" },
  packages: [
    {
      registryType: "npm",
      identifier: "@acme/analytics-mcp",
      version: "2.0.0",
      transport: { type: "stdio" },
    },
  ],
  remotes: [
    { type: "sse", url: "https://analytics.example.com/sse" },
    {
      type: "streamable-http",
      url: "https://analytics.example.com/mcp",
      headers: [
        { name: "X-API-Key", description: "Key of the workspace.", isRequired: true, isSecret: true },
        { name: "Authorization", isRequired: false },
        { name: "bad name\r\n" },
      ],
    },
  ],
};

describe("an MCP server.json", () => {
  test("gives the streamable HTTP remote with its credentials, and says why the rest is not used", () => {
    const start = only(JSON.stringify(server));
    expect(start).toMatchObject({
      kind: "mcp",
      name: "ACME Analytics",
      slug: "acme-analytics",
      sourceAddress: "https://analytics.example.com/mcp",
      security: [
        { scheme: "apiKey", in: "header", name: "X-API-Key", secretName: "x-api-key" },
        { scheme: "bearer", secretName: "authorization" },
      ],
    });
    expect(start.words.docs).toContain("https://git.example.com/acme/analytics");
    const notes = start.notes.join("\n");
    expect(notes).toContain("From com.example/acme-analytics 2.0.0.");
    expect(notes).toContain("SSE");
    expect(notes).toContain("never starts a program");
    expect(notes).toContain("needs the header X-API-Key (Key of the workspace): enter its value");
  });

  test("as the registry answers it is the same", () => {
    const wrapped = { server, _meta: { "io.modelcontextprotocol.registry/official": { status: "active" } } };
    expect(only(JSON.stringify(wrapped, null, 2)).sourceAddress).toBe("https://analytics.example.com/mcp");
  });

  test("with packages alone, or an address to fill in, asks for the address", () => {
    const { remotes: _remotes, ...local } = server;
    expect(only(JSON.stringify(local))).toMatchObject({ kind: "mcp", sourceAddress: null });
    const template = {
      ...local,
      remotes: [{ type: "streamable-http", url: "https://{tenant}.example.com/mcp" }],
    };
    const start = only(JSON.stringify(template));
    expect(start.sourceAddress).toBeNull();
    expect(start.notes.join(" ")).toContain("https://{tenant}.example.com/mcp");
  });

  test.each(["file:///etc/passwd", "https://user:secret@example.com/mcp", "javascript:alert(1)", 7])(
    "never gives the address %s",
    (url) => {
      const bad = { ...server, remotes: [{ type: "streamable-http", url }] };
      expect(only(JSON.stringify(bad)).sourceAddress).toBeNull();
    },
  );
});

describe("other texts", () => {
  test("an OpenAPI document, in YAML and in JSON, with a byte order mark too", () => {
    for (const text of [definition, `\uFEFF${definition}`, definition.replaceAll("\n", "\r\n")])
      expect(startsOf(text)).toMatchObject({
        origin: "openapi",
        starts: [{ kind: "http", name: "Bookings", words: { purpose: "Rooms and who booked them." } }],
      });
    const json = { info: { title: "B", version: "1" }, paths: {}, openapi: "3.0.3" };
    expect(startsOf(JSON.stringify(json)).origin).toBe("openapi");
    expect(refusalOf("openapi: 4.0.0\ninfo: {}\npaths: {}")).toContain("4.0.0");
  });

  test("a tool file, which is applied as a whole", () => {
    const file = `apiVersion: weft.tool/v1
slug: intranet-search
kind: link
name: Intranet search
purpose: Finds pages of the intranet.
owner: { domain: people, team: workplace }
link: https://intranet.example.com
`;
    expect(startsOf(file)).toMatchObject({
      origin: "weft-file",
      starts: [{ kind: "link", slug: "intranet-search" }],
    });
    expect(refusalOf(file.replace("kind: link", "kind: lynk"))).toMatch(/^Line 3:/);
  });

  test.each([
    ["words", "Hello, I would like a tool.", /none of the files/],
    ["a list", "- a\n- b", /none of the files/],
    ["nothing", "   \n", /none of the files/],
    ["the configuration of a client", `{"mcpServers":{"a":{"command":"npx"}}}`, /client/],
    ["broken JSON", `{"remotes": [`, /Line 1/],
    ["broken YAML", "kind: [API\nmetadata: x", /Line \d/],
    ["binary", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 255, 254]).toString("latin1"), /none|YAML/],
    ["anchors", "a: &a [1]\nb: *a\nremotes: []", /Line 1: anchors/],
    [
      "a bomb",
      `a: &a [x,x]\n${Array.from({ length: 30 }, (_, at) => `b${at}: &b${at} [*a,*a]`).join("\n")}`,
      /anchors/,
    ],
    ["a prototype", "remotes: []\n__proto__: { polluted: true }", /Line 2: “__proto__”/],
    ["no bottom", `remotes: ${"[".repeat(5000)}`, /nested|YAML/],
    ["no bottom in JSON", `{"remotes": ${"[".repeat(100_000)}${"]".repeat(100_000)}}`, /nested/],
    ["too many documents", "kind: x\n---\n".repeat(200), /100 documents/],
    ["half a megabyte of something else", "x: y\n".repeat(200_000), /512 KB/],
  ])("%s is refused with a sentence, and soon", (_, text, message) => {
    const begin = performance.now();
    expect(refusalOf(text)).toMatch(message);
    expect(performance.now() - begin).toBeLessThan(3000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
