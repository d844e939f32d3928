import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { operationDefinitionSchema } from "#lib/catalog/operation.ts";
import { type ImportedOperation, importOpenApi } from "#lib/tools/openapi/import-openapi.ts";
import {
  type ImprovedOperation,
  improveOperation,
  improveOperations,
  withImprovedWords,
} from "#lib/tools/openapi/improve-operation.ts";
import { plainWords } from "#lib/tools/openapi/plain-words.ts";
import { ok, openApi } from "#lib/tools/testing/openapi-document.ts";

const folder = join(import.meta.dirname, "corpus");
const withInputs = (operation: ImportedOperation) => ({
  ...operation,
  inputSchema: operation.definition?.inputSchema,
});

function improvedOf(source: string) {
  const { operations } = importOpenApi(source, { documentUrl: "https://docs.example/openapi.json" });
  return { operations, improved: improveOperations(operations.map(withInputs)) };
}

const corpus = readdirSync(folder).map((file) => ({
  file,
  ...improvedOf(readFileSync(join(folder, file), "utf8")),
}));
const named = (name: string): ImprovedOperation => {
  const found = corpus.flatMap((document) => document.improved).find((operation) => operation.name === name);
  if (!found) throw new Error(`No operation got the name ${name}.`);
  return found;
};

describe.each(corpus)("$file", ({ operations, improved }) => {
  test("has legal names, each once, and words that can be shown", () => {
    const names = improved.map((operation) => operation.name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, title, description, inputs } of improved) {
      expect(name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/);
      expect(name.length).toBeLessThanOrEqual(64);
      expect(title.length).toBeGreaterThan(1);
      expect(title.length).toBeLessThanOrEqual(80);
      expect(description.length).toBeGreaterThan(15);
      expect(description.length).toBeLessThanOrEqual(600);
      for (const text of [title, description, ...Object.values(inputs)])
        expect(text).not.toMatch(/<\/?[a-z]+[ >]|\]\(|\*\*|```|&\w+;|[\u200b\u2060]|\n/i);
    }
  });

  test("keeps what was there beside every change", () => {
    for (const [index, operation] of operations.entries()) {
      const { name, title, description, inputs, changes } = improved[index] as ImprovedOperation;
      const pairs: [string, string, string][] = [
        ["name", operation.name, name],
        ["title", operation.summary, title],
        ["description", operation.description, description],
      ];
      const expected = pairs.filter(([, before, after]) => before !== after).map(([field]) => field);
      const fields = [...expected, ...Object.keys(inputs).map((input) => `inputs › ${input}`)];
      expect(changes.map((change) => change.field)).toEqual(fields);
      for (const [field, before, after] of pairs) {
        const change = changes.find((one) => one.field === field);
        if (change) expect([change.original, change.improved]).toEqual([before, after]);
      }
      expect(changes.every((change) => change.reason.length > 10)).toBe(true);
    }
  });

  test("gives definitions that can be kept, with a description for every input, and calls as before", () => {
    for (const [index, { definition }] of operations.entries()) {
      if (!definition) continue;
      const better = withImprovedWords(definition, improved[index] as ImprovedOperation);
      expect(operationDefinitionSchema.parse(better)).toEqual(better);
      expect(better.binding).toEqual(definition.binding);
      const schema = better.inputSchema as { properties: Record<string, unknown> };
      const before = definition.inputSchema as { properties: Record<string, unknown> };
      expect(Object.keys(schema.properties)).toEqual(Object.keys(before.properties));
    }
  });
});

test("the same document gives the same words", () => {
  const source = readFileSync(join(folder, "monitoring.json"), "utf8");
  expect(improvedOf(source).improved).toEqual(improvedOf(source).improved);
});

describe("names", () => {
  test.each([
    ["GetCustomers", "list_customers"],
    ["DeleteCustomersCustomer", "delete_customer"],
    ["get-/crm/v3/objects/contacts_getPage", "list_contacts"],
    ["calendar.events.insert", "insert_calendar_event"],
    ["chat_postMessage", "send_chat_message"],
    ["read_item_items__item_id__get", "read_item"],
    ["UsersController_findAll_v1", "list_users"],
    ["UsersController_findAll_v2", "list_users_v2"],
    ["OrdersController_DeleteAsync", "delete_order"],
    ["ApiV1OrdersAttachmentsPost", "create_order_attachment"],
    ["FleetService_RecallVehicle", "recall_vehicle"],
    ["updateUsingPUT_3", "update_book_loans"],
    ["findAll_1", "list_authors"],
    ["listCoreV1NamespacedPod", "list_core_namespaced_pods"],
    ["deleteCoreV1CollectionNamespacedPod", "delete_core_namespaced_pods"],
    ["issues/list-for-repo", "list_issues_for_repo"],
    ["create_orders_param_order_id_cancel", "cancel_order"],
    ["users.user.sendMail", "send_user_mail"],
    ["entries.get.one", "delete_entry"],
    ["__proto__", "process_asset"],
    ["constructor", "change_feature"],
    ["SCIM.Users.Patch", "update_scim_user"],
    ["Envelopes_PostEnvelopes", "create_envelope"],
    ["meetingCreate", "create_meeting"],
  ])("%s is %s", (operationId, expected) => {
    const all = corpus.flatMap(({ operations, improved }) =>
      operations.map((operation, index) => [operation.operationId, improved[index]?.name]),
    );
    expect(all.filter(([id]) => id === operationId)).toEqual([[operationId, expected]]);
  });

  test.each([
    ["GET", "/weather", "get_weather"],
    ["GET", "/customers/{id}/orders", "list_customer_orders"],
    ["GET", "/customers/{id}/orders/{order}", "get_customer_order"],
    ["POST", "/api/v1/countries", "create_country"],
    ["POST", "/orders/{id}/cancel", "cancel_order"],
    ["PUT", "/2020-01-01/boxes/{id}.json", "update_box"],
    ["DELETE", "/addresses/{id}", "delete_address"],
    ["GET", "/", "get"],
  ])("%s %s without an operationId is %s", (method, path, expected) => {
    const source = openApi({ paths: { [path]: { [method.toLowerCase()]: ok } } });
    expect(improvedOf(source).improved[0]?.name).toBe(expected);
  });

  test.each([
    ["/leave-balance", "get", "getLeaveBalance", "get_leave_balance"],
    ["/leave-requests/{id}/decision", "post", "decideLeaveRequest", "decide_leave_request"],
    ["/who-is-away", "get", "listWhoIsAway", "list_who_is_away"],
  ])("%s with a word that is verb and noun is %s", (path, method, operationId, expected) => {
    const source = openApi({ paths: { [path]: { [method]: { ...ok, operationId } } } });
    expect(improvedOf(source).improved[0]?.name).toBe(expected);
  });

  test("of many operations with one id stay apart and within their length, in good time", () => {
    const paths = Object.fromEntries(
      Array.from({ length: 3000 }, (_, i) => [
        `/a${i}`,
        { get: { ...ok, operationId: `do${"x".repeat(80)}` } },
      ]),
    );
    const names = improveOperations(importOpenApi(openApi({ paths })).operations).map((one) => one.name);
    expect(new Set(names).size).toBe(3000);
    expect(Math.max(...names.map((name) => name.length))).toBeLessThanOrEqual(64);
  });

  test("what is deprecated gives way to what is not", () => {
    const source = openApi({
      paths: {
        "/v1/things": { get: { ...ok, operationId: "listThings", deprecated: true } },
        "/v2/things": { get: { ...ok, operationId: "list_things" } },
      },
    });
    expect(improvedOf(source).improved.map((operation) => operation.name)).toEqual([
      "list_things_v1",
      "list_things",
    ]);
  });
});

describe("words", () => {
  test("a description says what it does, when to use it and what follows", () => {
    expect(named("cancel_pipeline")).toMatchObject({
      title: "Cancel a pipeline",
      description:
        "Cancels the pipeline. Running jobs are stopped at once. Use it when pipeline-id is known. It changes something at the other side.",
    });
    expect(named("list_tickets").description).toBe(
      "List Tickets. Ticket lists support cursor & offset pagination. Max 100 per page; Archived tickets aren't included. It only reads.",
    );
    expect(named("get_meeting_quality").description).toContain("Its maker advises against it");
    expect(named("delete_customer").description).toContain("It removes something");
  });

  test("inputs without a description get one from name, format and choices", () => {
    expect(named("get_entry").inputs).toMatchObject({ entry_id: "Id of the entry." });
    expect(named("list_calls").inputs).toMatchObject({
      PageSize: "How many to answer at most. From 1 to 1000.",
      StartTime: "Start time. It is a time such as 2026-05-04T09:00:00Z.",
    });
    expect(named("list_languages").inputs).toEqual({ type: "Type. One of: source, target." });
    expect(named("change_feature").inputs).toMatchObject({
      body: "大きさ.",
      body_body: "温度.",
      grosse: "Größe.",
    });
    expect(named("get_weather").inputs.q).toBe("City name, such as Porto,PT.");
  });

  test("a long description ends with a whole sentence, and says that it was cut", () => {
    const description = Array.from({ length: 40 }, (_, i) => `Sentence number ${i} is here.`).join(" ");
    const source = openApi({ paths: { "/a": { post: { ...ok, description } } } });
    const [operation] = importOpenApi(source).operations;
    if (!operation) throw new Error("nothing was read");
    const improved = improveOperation(withInputs(operation));
    expect(improved.description).toMatch(/is here\. It changes something at the other side\.$/);
    expect(improved.changes.find((change) => change.field === "description")).toMatchObject({
      original: description,
      reason: expect.stringContaining("cut to 600"),
    });
  });

  test.each([
    ["<p>Reads &amp; writes<br>it</p><script>alert(1)</script>", "Reads & writes. it."],
    [
      "# Head\n\nIt **does** `this` [there](https://a.example).\n\n```\ncode\n```\nEnd",
      "It does this there. End.",
    ],
    ["Has snake_case_words and 2 * 3 * 4", "Has snake_case_words and 2 * 3 * 4."],
    ["| a | b |\n|---|---|\n| 1 | 2 |\nAfter", "After."],
    ["Takes:\n- one\n- two;\n", "Takes: one; two."],
    ["a\u200bb", "ab."],
    ["", ""],
    ["<".repeat(50_000), `${"<".repeat(50_000)}.`],
  ])("%j in plain words", (written, expected) => {
    expect(plainWords(written).slice(0, 60)).toBe(/[\p{L}\p{N}]/u.test(written) ? expected.slice(0, 60) : "");
  });
});
