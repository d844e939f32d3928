import { expect, test } from "vitest";
import { type Installation, setupStates } from "#lib/identity/setup.ts";

const bare: Installation = {
  isDemo: false,
  isEmbedded: true,
  oidcIssuer: null,
  publicUrl: null,
  firstAdmin: null,
  administrators: 0,
  people: 0,
  tools: 0,
};

test("a bare installation misses all but the model, which may come later", () => {
  expect(setupStates(bare, false)).toEqual({
    "sign-in": "missing",
    address: "missing",
    administrator: "missing",
    model: "later",
    tools: "missing",
  });
});

test("a demo needs neither identity provider nor address", () => {
  expect(setupStates({ ...bare, isDemo: true, administrators: 1, tools: 24 }, true)).toEqual({
    "sign-in": "later",
    address: "later",
    administrator: "done",
    model: "done",
    tools: "done",
  });
});
