import { describe, expect, test } from "vitest";
import { definitionDiff } from "#lib/publishing/watch/definition-diff.ts";
import { importOpenApi } from "#lib/tools/openapi/import-openapi.ts";

function contract(url: string, description: string, schema: object, security: object[] = []) {
  const document = {
    openapi: "3.1.0",
    info: { title: "Parcels", version: "1" },
    servers: [{ url }],
    security,
    paths: {
      "/parcels": {
        post: {
          operationId: "sendParcel",
          description,
          requestBody: { required: true, content: { "application/json": { schema } } },
          responses: { 200: { description: "Sent" } },
        },
      },
    },
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  };
  return importOpenApi(JSON.stringify(document)).operations[0]?.contract;
}

const size = { type: "object", properties: { size: { type: "string", enum: ["S", "M"] } } };
const before = contract("https://parcels.example", "Sends a parcel.", size);

describe("the difference of two OpenAPI definitions", () => {
  test("of nothing is nothing", () => {
    expect(definitionDiff("sendParcel", before, before)).toMatchObject({
      step: "patch",
      texts: [],
      facts: [],
      change: null,
    });
  });

  test("another server or sign-in is said, and breaks", () => {
    const after = contract("https://elsewhere.example", "Sends a parcel.", size, [{ key: [] }]);
    const diff = definitionDiff("sendParcel", before, after);
    expect(diff.step).toBe("major");
    expect(diff.facts).toMatchObject([
      { what: "server", before: "https://parcels.example", after: "https://elsewhere.example" },
      { what: "sign-in", after: "apiKey header X-Key" },
    ]);
  });

  test("words and shape stand apart, and what hides in them is counted", () => {
    const fewer = {
      type: "object",
      properties: { size: { type: "string", enum: ["S"], description: "In l\u0435tters." } },
    };
    const diff = definitionDiff(
      "sendParcel",
      before,
      contract("https://parcels.example", "Sends it\u202e.", fewer),
    );
    expect(diff.texts.map(({ place }) => place)).toEqual(["description", "input › size › description"]);
    expect(diff.change?.input.map(({ what }) => what)).toContain("choices-fewer");
    expect(diff.hidden).toEqual({ unseen: 1, lookalikes: 1 });
  });

  test.each([null, "text", { openapi: "3.1.0" }, { name: 7 }, []])(
    "%j cannot be understood, and is shown as it stands",
    (after) => {
      expect(definitionDiff("sendParcel", before, after)).toMatchObject({
        step: null,
        change: null,
        texts: [],
      });
    },
  );
});
