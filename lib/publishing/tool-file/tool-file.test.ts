import { describe, expect, test } from "vitest";
import { toolFileJsonSchema } from "#lib/publishing/tool-file/json-schema.ts";
import { readToolFile, toolFileLimit } from "#lib/publishing/tool-file/read-tool-file.ts";
import { writeToolFile } from "#lib/publishing/tool-file/write-tool-file.ts";

const lookUp = `
  - name: getBooking
    title: Show a booking
    description: Looks up one booking.
    inputSchema: { type: object, properties: { id: { type: string } }, required: [id] }
    annotations: { readOnly: true, destructive: false, idempotent: true, openWorld: false }
    exampleRequests: [Show booking B-12]
    binding:
      kind: http
      serverUrl: https://rooms.example.com
      method: GET
      path: /bookings/{id}
      parameters:
        - { name: id, in: path, style: simple, explode: false, required: true, property: id }
      security: [{ scheme: bearer, secretName: rooms-token }]
`;

const rooms = `apiVersion: weft.tool/v1
slug: room-desk
kind: http
name: Room Desk
purpose: Finds and books meeting rooms in both offices.
owner: { domain: people, team: workplace, productOwner: ana.reis@northmere.example }
serviceLevel: { successShare: 0.99, p95Ms: 800 }
tags: [rooms]
docs: |
  # Rooms
  Book a room with [the desk](#rooms).
operations:${lookUp}`;

const problemsOf = (text: string) => readToolFile(text).problems;
const changed = (from: string, to: string) => {
  expect(rooms).toContain(from);
  return rooms.replace(from, to);
};

describe("a tool's file", () => {
  test("is read, and what was left out has its default", () => {
    const { file, problems } = readToolFile(rooms);
    expect(problems).toEqual([]);
    expect(file).toMatchObject({
      slug: "room-desk",
      audience: "everyone",
      riskTier: "low",
      dataClass: "internal",
      synonyms: [],
      operations: [{ name: "getBooking", exampleRequests: ["Show booking B-12"] }],
    });
  });

  test("that was written from a tool is read as the same tool", () => {
    const { file } = readToolFile(rooms);
    if (!file) throw new Error("The file was not read.");
    const odd = {
      ...file,
      purpose: "Says: “# no comment”, * no alias, 'no' string & 1.0.",
      docs: "# A\n\n- b\n\n\n",
    };
    const text = writeToolFile(odd, "https://weft.example.com/schema.json");
    expect(text.split("\n")[0]).toBe("# yaml-language-server: $schema=https://weft.example.com/schema.json");
    expect(readToolFile(text)).toMatchObject({ file: odd, problems: [] });
    expect(text).not.toContain("synonyms");
  });

  test("may be JSON", () => {
    const { file } = readToolFile(rooms);
    expect(readToolFile(JSON.stringify(file)).file).toEqual(file);
  });

  test("may begin with a byte order mark and end its lines as Windows does", () => {
    const windows = `\uFEFF${rooms.replaceAll("\n", "\r\n")}`;
    expect(readToolFile(windows).problems).toEqual([]);
    expect(readToolFile(windows).file?.docs).toBe("# Rooms\nBook a room with [the desk](#rooms).\n");
    expect(problemsOf(windows.replace("tags:", "tag:"))[0]?.line).toBe(1);
    expect(problemsOf(windows.replace("0.99", "1.5"))[0]?.line).toBe(7);
  });

  test("tells a problem that only the portal knows at its line", () => {
    const read = readToolFile(rooms);
    if (!read.file) throw new Error("The file was not read.");
    expect(read.problemAt("operations.0.binding.path", "Gone.")).toEqual({
      line: 23,
      column: 13,
      path: "operations.0.binding.path",
      message: "Gone.",
    });
    expect(read.problemAt("successor", "There is none.")).toMatchObject({ line: 1 });
  });

  test("of an agent may be a sequence or a loop", () => {
    const begin = rooms.slice(0, rooms.indexOf("    binding:")).replace("kind: http", "kind: agent");
    const loop = `${begin}    binding:
      kind: agent-loop
      instructions: Find out what is asked.
      modelAlias: strong
      tools: [{ tool: ticket-desk, operation: searchTickets }]
      limits: { depth: 1, steps: 6, seconds: 120, tokens: 40000 }
`;
    expect(readToolFile(loop).problems).toEqual([]);
    const [problem] = problemsOf(loop.replace("kind: agent\n", "kind: prompt\n"));
    expect(problem?.message).toContain("“prompt”");
  });

  test.each([
    ["nothing", "", 1, "", /empty/],
    ["something else", "hello", 1, "apiVersion", /begins with “apiVersion: weft.tool\/v1”/],
    ["a version of the future", changed("weft.tool/v1", "weft.tool/v2"), 1, "apiVersion", /begins with/],
    ["broken YAML", changed("tags: [rooms]", "tags: [rooms"), 9, "", /not YAML/],
    ["two fields of one name", `${rooms}\nname: Other\n`, 28, "", /unique/],
    ["two documents", `${rooms}\n---\na: 1\n`, 28, "", /one tool/],
    ["a field that there is not", changed("tags:", "tag:"), 1, "", /no field “tag”/],
    ["a missing field", changed("kind: http\n", ""), 1, "kind", /Invalid option|missing/],
    ["a slug with capitals", changed("room-desk", "Room-Desk"), 2, "slug", /small letters/],
    ["a slug of look-alike letters", changed("room-desk", "rооm-desk"), 2, "slug", /small letters/],
    ["the address of a page", changed("room-desk", "compare"), 2, "slug", /address of a page/],
    ["a promise above all", changed("0.99", "1.5"), 7, "serviceLevel.successShare", /1/],
    [
      "an operation of another kind",
      changed("kind: http", "kind: mcp"),
      20,
      "operations.0.binding.kind",
      /“mcp”/,
    ],
    ["the same operation twice", `${rooms}${lookUp.slice(1)}`, 27, "operations.1.name", /Two operations/],
    ["no operation", rooms.slice(0, rooms.indexOf("operations:")), 1, "operations", /at least one/],
    ["an anchor", changed("[rooms]", "&a [rooms]"), 8, "", /anchors/],
    ["an alias", changed("[rooms]", "*a"), 8, "", /anchors|alias/i],
    ["a prototype", `${rooms}\n__proto__: { isAdmin: true }\n`, 28, "", /__proto__/],
    ["a name that is a list", `${rooms}\n? [a]\n: b\n`, 1, "", /plain text/],
  ])("with %s says where and what", (_what, text, line, path, message) => {
    const [problem] = problemsOf(text);
    expect(problem).toMatchObject({ path, message: expect.stringMatching(message) });
    if (line > 1) expect(problem?.line).toBe(line);
    expect(readToolFile(text).file).toBeNull();
  });

  test.each([
    ["levels without end", "- ".repeat(500_000)],
    ["brackets without end", "[".repeat(500_000)],
    ["levels within reason for the parser but not for a tool", `a: ${"[".repeat(300)}${"]".repeat(300)}`],
    ["a bomb of aliases", `a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]`],
    ["lines without end", "a:\n".repeat(100_000)],
    ["an image", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 255, 1]).toString("latin1")],
    ["a list", "- a\n- b\n"],
    ["a number", "7"],
    ["5 MB of nothing", " ".repeat(5_000_000)],
    ["bytes without end", `docs: ${"x".repeat(toolFileLimit)}`],
  ])("%s are refused at once", (_what, text) => {
    const begin = performance.now();
    expect(problemsOf(text)).toHaveLength(1);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test("never reaches a prototype", () => {
    readToolFile(`{"apiVersion": "weft.tool/v1", "__proto__": {"polluted": true}}`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test("the JSON Schema asks only for what a file must have", () => {
  const schema = toolFileJsonSchema("https://weft.example.com");
  expect(schema.$id).toBe("https://weft.example.com/api/schemas/weft.tool.v1.json");
  expect(schema.required).toEqual(["apiVersion", "slug", "kind", "owner", "name", "purpose"]);
});
