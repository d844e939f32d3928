import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { HttpBinding, HttpParameter, SecurityRequirement } from "#lib/catalog/operation.ts";
import { buildHttpRequest, type SecretValues } from "#lib/tools/build-http-request.ts";

const ada = { id: "p-1", email: "ada@acme.example", name: "Ada Lovelace" };
const build = (binding: HttpBinding, args: Record<string, unknown>, secrets: SecretValues, viewer = ada) =>
  buildHttpRequest(binding, args, secrets, viewer);

function binding(more: Partial<HttpBinding> = {}): HttpBinding {
  return {
    kind: "http",
    serverUrl: "https://api.example/base",
    method: "GET",
    path: "/things",
    parameters: [],
    security: [],
    ...more,
  };
}

function parameter(more: Partial<HttpParameter>): HttpParameter {
  return { name: "p", in: "query", style: "form", explode: true, required: false, property: "p", ...more };
}

const list = ["a b", "c"];
const object = { r: 1, g: "2&" };

describe("styles", () => {
  test.each<[HttpParameter["style"], boolean, unknown, string]>([
    ["simple", false, "x/y", "x%2Fy"],
    ["simple", false, list, "a%20b,c"],
    ["simple", false, object, "r,1,g,2%26"],
    ["simple", true, object, "r=1,g=2%26"],
    ["label", false, list, ".a%20b,c"],
    ["label", true, list, ".a%20b.c"],
    ["label", true, object, ".r=1.g=2%26"],
    ["matrix", false, list, ";p=a%20b,c"],
    ["matrix", true, list, ";p=a%20b;p=c"],
    ["matrix", false, object, ";p=r,1,g,2%26"],
    ["matrix", true, object, ";r=1;g=2%26"],
    ["json", false, object, "%7B%22r%22%3A1%2C%22g%22%3A%222%26%22%7D"],
  ])("path %s explode %s of %j is %s", (style, explode, value, expected) => {
    const parameters = [parameter({ in: "path", style, explode })];
    const { url } = build(binding({ path: "/t/{p}/x", parameters }), { p: value }, {});
    expect(url).toBe(`https://api.example/base/t/${expected}/x`);
  });

  test.each<[HttpParameter["style"], boolean, unknown, string]>([
    ["form", true, "a b&c=d#", "p=a%20b%26c%3Dd%23"],
    ["form", true, list, "p=a%20b&p=c"],
    ["form", false, list, "p=a%20b,c"],
    ["form", true, object, "r=1&g=2%26"],
    ["form", true, { page: 1, sort: ["a", "b"] }, "page=1&sort=a&sort=b"],
    ["form", false, object, "p=r,1,g,2%26"],
    ["spaceDelimited", false, list, "p=a%20b%20c"],
    ["pipeDelimited", false, list, "p=a%20b%7Cc"],
    ["deepObject", true, { a: { b: [1, 2] } }, "p%5Ba%5D%5Bb%5D%5B0%5D=1&p%5Ba%5D%5Bb%5D%5B1%5D=2"],
    ["json", false, { a: [1] }, "p=%7B%22a%22%3A%5B1%5D%7D"],
    ["form", true, false, "p=false"],
    ["form", true, 0, "p=0"],
  ])("query %s explode %s of %j is %s", (style, explode, value, expected) => {
    const parameters = [parameter({ style, explode })];
    const { url } = build(binding({ parameters }), { p: value }, {});
    expect(url).toBe(`https://api.example/base/things?${expected}`);
  });

  test("a header, a cookie, and what is not given", () => {
    const parameters = [
      parameter({ name: "X-List", in: "header", style: "simple", explode: false, property: "list" }),
      parameter({ name: "lang", in: "cookie", property: "lang" }),
      parameter({ name: "none", property: "none" }),
      parameter({ name: "path", allowReserved: true, property: "path" }),
    ];
    const args = { list: ["a", "b"], lang: "pt; x", none: null, path: "/a/b&c" };
    const { url, headers } = build(binding({ parameters }), args, {});
    expect(headers.get("x-list")).toBe("a,b");
    expect(headers.get("cookie")).toBe("lang=pt%3B%20x");
    expect(url).toBe("https://api.example/base/things?path=/a/b%26c");
  });
});

describe("nothing in a value leaves its place", () => {
  const parameters = [
    parameter({ name: "id", in: "path", style: "simple", explode: false, required: true, property: "id" }),
    parameter({ name: "q", property: "q" }),
  ];
  const target = binding({ path: "/things/{id}/parts", parameters });

  test.each(["..", ".", ""])("a path value of %j is refused", (id) => {
    expect(() => build(target, { id }, {})).toThrow("id");
  });

  test("whatever the text, host and path stay, and the query reads back", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: "grapheme" }), fc.string({ unit: "grapheme" }), (id, q) => {
        fc.pre(id !== "." && id !== "..");
        const url = new URL(build(target, { id, q }, {}).url);
        expect(url.origin).toBe("https://api.example");
        const segments = url.pathname.split("/");
        expect(segments).toHaveLength(5);
        expect(decodeURIComponent(segments[3] ?? "")).toBe(id);
        expect([...url.searchParams.entries()]).toEqual([["q", q]]);
      }),
    );
  });

  test.each(["a\r\nx-admin: 1", "a\u0000", "日本"])("a header value of %j is refused by name", (value) => {
    const header = parameter({ name: "X-A", in: "header", style: "simple", property: "a" });
    const attempt = () => build(binding({ parameters: [header] }), { a: value }, {});
    expect(attempt).toThrow(
      expect.objectContaining({ code: "invalid-input", fields: [expect.objectContaining({ path: "/a" })] }),
    );
  });
});

describe("bodies", () => {
  const body = (more: object) =>
    binding({ method: "POST", body: { contentType: "application/json", required: true, ...more } });
  const fields = [
    { name: "title", property: "title" },
    { name: "id", property: "body_id" },
  ];
  test.each<[string, HttpBinding, object, string | undefined]>([
    ["its members", body({ fields }), { title: "x", body_id: 0, other: 1 }, '{"title":"x","id":0}'],
    ["nothing given, required", body({ fields }), {}, "{}"],
    ["nothing given, optional", body({ fields, required: false }), {}, undefined],
    ["one property", body({ property: "body" }), { body: [1, null] }, "[1,null]"],
    ["null", body({ property: "body" }), { body: null }, "null"],
    [
      "a form",
      body({ contentType: "application/x-www-form-urlencoded", fields }),
      { title: ["a b", "c"], body_id: { d: 1 } },
      "title=a+b&title=c&id=%7B%22d%22%3A1%7D",
    ],
    [
      "a form with members written each by itself",
      body({
        contentType: "application/x-www-form-urlencoded",
        fields: [{ name: "meta[*]", property: "meta" }, ...fields],
      }),
      { meta: { a: { b: "x&y" }, list: [1, null] }, title: null },
      "meta%5Ba%5D%5Bb%5D=x%26y&meta%5Blist%5D%5B0%5D=1",
    ],
    ["text", body({ contentType: "text/plain", property: "body" }), { body: "hi" }, "hi"],
  ])("%s", (_, target, args, expected) => {
    const built = build(target, { ...args }, {});
    expect(built.body).toBe(expected);
    expect(built.headers.get("content-type")).toBe(expected === undefined ? null : target.body?.contentType);
  });
});

describe("a form in parts", () => {
  const target = binding({
    method: "POST",
    body: {
      contentType: "multipart/form-data",
      required: true,
      fields: [
        { name: "note", property: "note" },
        { name: 'a"b\r\nc', property: "odd" },
        { name: "crop", property: "crop" },
      ],
    },
  });

  test("separates its parts by what none of them holds", () => {
    const note = "--weft-form-1\r\nweft-form-2";
    const { body, headers } = build(target, { note, odd: 1, crop: { x: 1 } }, {});
    expect(headers.get("content-type")).toBe("multipart/form-data; boundary=weft-form-3");
    expect(body).toBe(
      [
        `--weft-form-3\r\nContent-Disposition: form-data; name="note"\r\n\r\n${note}\r\n`,
        '--weft-form-3\r\nContent-Disposition: form-data; name="a%22b%0D%0Ac"\r\n\r\n1\r\n',
        '--weft-form-3\r\nContent-Disposition: form-data; name="crop"\r\nContent-Type: application/json\r\n\r\n{"x":1}\r\n',
        "--weft-form-3--\r\n",
      ].join(""),
    );
  });

  test("is read by others as it was meant", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme" }), async (note) => {
        const { url, method, headers, body } = build(target, { note }, {});
        const form = await new Request(url, { method, headers, body: body ?? null }).formData();
        expect(String(form.get("note")).toWellFormed()).toBe(note.toWellFormed());
        expect([...form.keys()]).toEqual(["note"]);
      }),
      { numRuns: 50 },
    );
  });
});

test("a member that every object has is not taken for an argument", () => {
  const parameters = [parameter({ name: "constructor", property: "constructor" })];
  const body = {
    contentType: "application/json",
    required: true,
    fields: [{ name: "a", property: "toString" }],
  };
  const built = build(binding({ method: "POST", parameters, body }), {}, {});
  expect(built).toMatchObject({ url: "https://api.example/base/things", body: "{}" });
});

describe("credentials", () => {
  const secrets = { s: "user:pässword\n" };
  test.each<[SecurityRequirement, string, string | null]>([
    [{ scheme: "bearer", secretName: "s" }, "authorization", "Bearer user:pässword"],
    [{ scheme: "basic", secretName: "s" }, "authorization", `Basic ${btoa("user:p\u00c3\u00a4ssword")}`],
    [{ scheme: "apiKey", in: "header", name: "X-Key", secretName: "s" }, "x-key", "user:pässword"],
    [{ scheme: "apiKey", in: "cookie", name: "key", secretName: "s" }, "cookie", "key=user%3Ap%C3%A4ssword"],
  ])("%j", (requirement, header, expected) => {
    const { headers } = build(binding({ security: [requirement] }), {}, secrets);
    expect(headers.get(header)).toBe(expected);
  });

  test("a key in the query, and one that is not stored", () => {
    const security: SecurityRequirement[] = [{ scheme: "apiKey", in: "query", name: "key", secretName: "s" }];
    expect(build(binding({ security }), {}, secrets).url).toMatch(/\?key=user%3Ap%C3%A4ssword$/);
    expect(() => build(binding({ security }), {}, {})).toThrow('"s" is not stored');
    expect(() => build(binding({ security }), {}, { s: "a\nb" })).toThrow("cannot be sent");
    const inherited: SecurityRequirement[] = [{ scheme: "bearer", secretName: "constructor" }];
    expect(() => build(binding({ security: inherited }), {}, {})).toThrow("not stored");
  });
});

describe("what the portal fills", () => {
  const filled = [
    parameter({
      name: "X-For",
      in: "header",
      style: "simple",
      explode: false,
      property: "X-For",
      fill: "viewer.email",
    }),
    parameter({ name: "by", property: "by", fill: "viewer.name" }),
    parameter({
      name: "who",
      in: "path",
      style: "simple",
      explode: false,
      required: true,
      property: "who",
      fill: "viewer.id",
    }),
  ];
  const made = binding({ path: "/people/{who}", parameters: filled });

  test("comes from the viewer, in header, query and path", () => {
    const { url, headers } = build(made, {}, {});
    expect(headers.get("x-for")).toBe("ada@acme.example");
    expect(url).toBe("https://api.example/base/people/p-1?by=Ada%20Lovelace");
  });

  test("is never an argument, whatever its name", () => {
    const args = { "X-For": "eve@acme.example", by: "Eve", who: "p-2", fill: "viewer.name" };
    expect(build(made, args, {})).toEqual(build(made, {}, {}));
  });

  test("is written so that every name fits into a header and stays there", () => {
    const parameters = [
      parameter({ name: "X-Name", in: "header", style: "simple", property: "n", fill: "viewer.name" }),
    ];
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        const { headers } = build(binding({ parameters }), {}, {}, { ...ada, name });
        const sent = headers.get("x-name") ?? "";
        expect(sent).toMatch(/^[\x20-\x7e]*$/);
        expect([...headers.keys()]).toEqual(["accept", "x-name"]);
      }),
    );
    const { headers } = build(binding({ parameters }), {}, {}, { ...ada, name: "Łucja Ção" });
    expect(decodeURIComponent(headers.get("x-name") ?? "")).toBe("Łucja Ção");
  });
});
