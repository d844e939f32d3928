import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { pythonLiteral, snippetsOf } from "#components/tools/operations/api-snippets.ts";

const facts = {
  origin: "https://weft.example.com",
  slug: "ticket-desk",
  cookie: "__Host-weft-session",
  operation: {
    name: "find_tickets",
    exampleInput: { text: "it's down", open: true, tags: [], page: { size: 5 }, who: null },
  },
};
const body = JSON.stringify({ arguments: facts.operation.exampleInput });

test("the shell hands curl exactly the body, whatever quotes are in it", () => {
  const code = snippetsOf(facts).find(({ id }) => id === "curl")?.code ?? "";
  const printed = execFileSync(
    "bash",
    ["-c", `curl() { printf '%s\\n' "\${@: -1}"; }; WEFT_SESSION=x\n${code}`],
    {
      encoding: "utf8",
    },
  );
  expect(JSON.stringify(JSON.parse(printed))).toBe(body);
  expect(code).toContain("'https://weft.example.com/api/tools/ticket-desk/operations/find_tickets/calls'");
});

test("values are written as Python writes them", () => {
  expect(pythonLiteral({ a: true, b: null, c: [], d: "x" })).toBe(
    '{\n    "a": True,\n    "b": None,\n    "c": [],\n    "d": "x",\n}',
  );
});

test("an operation without an example is called with an empty object", () => {
  const [browser] = snippetsOf({ ...facts, operation: { name: "ping", exampleInput: null } });
  expect(browser?.code).toContain('"arguments": {}');
});
