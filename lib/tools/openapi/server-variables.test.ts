import { describe, expect, test } from "vitest";
import { importServers } from "#lib/tools/openapi/import-servers.ts";
import { fillServer, readServer } from "#lib/tools/openapi/server-variables.ts";

const regions = {
  url: "https://{region}.example.com/{stage}",
  variables: {
    region: { enum: ["eu", "us"], default: "eu", description: "Where it runs." },
    stage: { default: "v1" },
  },
};

describe("servers with variables", () => {
  test("are read with what may be chosen and the standard filled in", () => {
    expect(importServers([regions], undefined)).toEqual([
      {
        url: "https://eu.example.com/v1",
        written: regions.url,
        template: regions.url,
        description: "",
        variables: [
          { name: "region", description: "Where it runs.", values: ["eu", "us"], standard: "eu" },
          { name: "stage", description: "", values: [], standard: "v1" },
        ],
      },
    ]);
  });

  test("without a standard have no address until one is chosen", () => {
    const [server] = importServers([{ url: "https://{tenant}.example.com" }], undefined);
    expect(server).toMatchObject({
      url: undefined,
      variables: [{ name: "tenant", values: [], standard: null }],
    });
  });

  test("that are relative are completed by where the document came from", () => {
    const entry = { url: "/{version}/api", variables: { version: { default: 2, enum: [1, 2] } } };
    expect(importServers([entry], "https://docs.example.com/openapi.json")).toMatchObject([
      {
        url: "https://docs.example.com/2/api",
        template: "https://docs.example.com/{version}/api",
        variables: [{ values: ["1", "2"], standard: "2" }],
      },
    ]);
    expect(importServers([entry], undefined)).toMatchObject([{ url: undefined, template: null }]);
  });

  test("without variables have none", () => {
    expect(importServers([{ url: "https://a.example/" }], undefined)).toMatchObject([
      { url: "https://a.example", template: null, variables: [] },
    ]);
  });

  test("take no name from a prototype, and stay within bounds", () => {
    const url = `https://{constructor}.example/${Array.from({ length: 50 }, (_one, at) => `{v${at}}`).join("/")}`;
    const [server] = importServers([{ url, variables: {} }], undefined);
    expect(server?.variables).toHaveLength(20);
    expect(server?.variables[0]).toEqual({
      name: "constructor",
      description: "",
      values: [],
      standard: null,
    });
  });
});

describe("an address and its template", () => {
  test("are filled and read back", () => {
    const address = fillServer(regions.url, { region: "us", stage: "v2" });
    expect(address).toBe("https://us.example.com/v2");
    expect(readServer(regions.url, address)).toEqual({ region: "us", stage: "v2" });
    expect(readServer(regions.url, `${address}/`)).toEqual({ region: "us", stage: "v2" });
  });

  test("leave out what is not chosen yet", () => {
    const half = fillServer(regions.url, { region: "us", stage: "" });
    expect(half).toBe("https://us.example.com/{stage}");
    expect(readServer(regions.url, half)).toEqual({ region: "us" });
    expect(fillServer("https://{constructor}.example", {})).toBe("https://{constructor}.example");
  });

  test("do not fit each other when the rest differs", () => {
    expect(readServer(regions.url, "https://us.example.org/v2")).toBeNull();
    expect(readServer(regions.url, "https://us.exampleXcom/v2")).toBeNull();
    expect(readServer(regions.url, "https://us/eu.example.com/v2")).toBeNull();
    expect(readServer("https://a.example", "https://a.example")).toBeNull();
    expect(readServer("https://{a}{b}.example", "https://xy.example")).toBeNull();
  });

  test("let a part of the path hold several steps", () => {
    const template = "https://a.example/{base}/items/";
    expect(readServer(template, "https://a.example/v1/api/items")).toEqual({ base: "v1/api" });
    expect(readServer(template, "https://a.example/items")).toBeNull();
  });

  test("are read in good time however long they are", () => {
    const template = `https://a.example/${Array.from({ length: 20 }, (_one, at) => `{v${at}}a`).join("")}b`;
    const startedAt = performance.now();
    expect(readServer(template, `https://a.example/${"a".repeat(100_000)}c`)).toBeNull();
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });
});
