import { expect, test } from "vitest";
import { withoutSecrets } from "#lib/runs/without-secrets.ts";

const schema = {
  type: "object",
  $defs: { key: { type: "string", writeOnly: true } },
  properties: {
    user: { type: "string" },
    password: { type: "string", format: "password" },
    token: { $ref: "#/$defs/key" },
    maybe: { anyOf: [{ type: "null" }, { type: "string", format: "password" }] },
    account: {
      type: "object",
      properties: { pin: { type: "string", format: "password" }, branch: { type: "string" } },
    },
    logins: {
      type: "array",
      items: { type: "object", properties: { secret: { type: "string", writeOnly: true } } },
    },
    way: {
      oneOf: [
        { type: "object", properties: { key: { type: "string", writeOnly: true }, at: { type: "string" } } },
        { type: "object", properties: { none: { type: "boolean" } } },
      ],
    },
  },
};

test("what the schema calls a secret is left out wherever it stands, and the rest stays as it is", () => {
  expect(
    withoutSecrets(schema, {
      user: "amelia",
      password: "p",
      token: "t",
      maybe: "m",
      account: { pin: "1234", branch: "north" },
      logins: [{ secret: "s", at: "1" }, { at: "2" }],
      way: { key: "k", at: "here" },
      other: ["kept"],
    }),
  ).toEqual({
    user: "amelia",
    account: { branch: "north" },
    logins: [{ at: "1" }, { at: "2" }],
    way: { at: "here" },
    other: ["kept"],
  });
});

test("a schema that says nothing keeps everything", () => {
  expect(withoutSecrets(true, { a: [1, { b: null }] })).toEqual({ a: [1, { b: null }] });
});
