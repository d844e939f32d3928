import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, test } from "vitest";
import { OperationInputDocs, OperationOutputDocs } from "#components/tools/schema-form/schema-docs.tsx";
import { SchemaForm } from "#components/tools/schema-form/schema-form.tsx";
import { TooltipProvider } from "#components/ui/tooltip.tsx";
import type { JsonSchema } from "#lib/catalog/operation.ts";
import type { FieldProblem } from "#lib/errors.ts";
import { initialValue } from "#lib/tools/form/form-value.ts";

afterEach(cleanup);

type Last = { value: unknown; problems: readonly FieldProblem[] };
type PageProps = { schema: JsonSchema; last: Last; errors: readonly FieldProblem[] };

/** A form as a page would hold it; `last` is what would be sent. */
function Page({ schema, last, errors }: PageProps) {
  const [value, setValue] = useState(last.value);
  return (
    <TooltipProvider>
      <SchemaForm
        idPrefix="try"
        schema={schema}
        value={value}
        errors={errors}
        onChange={(next, problems) => {
          Object.assign(last, { value: next, problems });
          setValue(next);
        }}
      />
      <button type="button" onClick={() => setValue({ lines: [{ name: "example" }], map: { a: 1 } })}>
        Use the example
      </button>
    </TooltipProvider>
  );
}

const noErrors: readonly FieldProblem[] = [];

function open(schema: JsonSchema, start: unknown = initialValue(schema), errors = noErrors): Last {
  const last: Last = { value: start, problems: [] };
  render(<Page schema={schema} last={last} errors={errors} />);
  return last;
}

const type = (control: HTMLElement, value: string) => fireEvent.change(control, { target: { value } });
const object = (properties: object, more: object = {}): JsonSchema => ({
  type: "object",
  properties,
  ...more,
});

describe("single values", () => {
  test("text: label, hint, example, required mark; emptied it is left out", () => {
    const last = open(
      object(
        {
          site: {
            type: "string",
            title: "Site",
            description: "Three letters and a number",
            examples: ["BRG-07"],
          },
        },
        { required: ["site"] },
      ),
    );
    const input = screen.getByRole<HTMLInputElement>("textbox", { name: /^Site\b/ });
    expect(input.placeholder).toBe("For example BRG-07");
    expect(document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Three letters and a number",
    );
    type(input, "BRG-09");
    expect(last).toEqual({ value: { site: "BRG-09" }, problems: [] });
    type(input, "");
    expect(last).toEqual({ value: {}, problems: [{ path: "/site", message: "is missing." }] });
  });

  test("numbers carry their limits and stay numbers", () => {
    const last = open(object({ count: { type: "integer", minimum: 1, maximum: 20, default: 5 } }));
    const input = screen.getByRole<HTMLInputElement>("spinbutton", { name: "Count" });
    expect([input.value, input.min, input.max, input.step]).toEqual(["5", "1", "20", "1"]);
    expect(screen.getByText("From 1 to 20.")).toBeTruthy();
    type(input, "21");
    expect(last).toEqual({
      value: { count: 21 },
      problems: [{ path: "/count", message: "must be at most 20." }],
    });
    type(input, "");
    expect(last.value).toEqual({});
  });

  test("a required yes or no asks, an optional one is a box", () => {
    const last = open(
      object({ urgent: { type: "boolean" }, copy: { type: "boolean" } }, { required: ["urgent"] }),
    );
    expect(last.value).toEqual({});
    fireEvent.click(screen.getByRole("radio", { name: "No" }));
    expect(last.value).toEqual({ urgent: false });
    fireEvent.click(screen.getByRole("checkbox", { name: "Copy" }));
    expect(last.value).toEqual({ urgent: false, copy: true });
  });

  test("few required options are radio buttons, others a list; values keep their type", () => {
    const last = open(
      object(
        {
          level: { enum: [1, 2, 3] },
          state: {
            oneOf: [
              { const: "o", title: "Open" },
              { const: "c", title: "Closed" },
            ],
          },
        },
        { required: ["level"] },
      ),
    );
    fireEvent.click(screen.getByRole("radio", { name: "2" }));
    const list = screen.getByRole("combobox", { name: "State" });
    fireEvent.change(list, { target: { value: "1" } });
    expect(last.value).toEqual({ level: 2, state: "c" });
    fireEvent.change(list, { target: { value: "" } });
    expect(last.value).toEqual({ level: 2 });
  });

  test("a value that is not among the options stays in sight", () => {
    open(object({ state: { enum: ["open"] } }), { state: "gone" });
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "State" }).selectedOptions[0]?.text).toBe(
      "gone",
    );
  });

  test("days, times and moments", () => {
    const last = open(
      object({
        day: { type: "string", format: "date" },
        at: { type: "string", format: "time" },
        moment: { type: "string", format: "date-time" },
      }),
      { moment: "2026-05-09T12:30:00Z" },
    );
    type(screen.getByLabelText("Day"), "2026-05-10");
    type(screen.getByLabelText("At"), "14:30");
    const moment = screen.getByLabelText<HTMLInputElement>("Moment");
    expect(moment.type).toBe("datetime-local");
    type(moment, "2026-05-11T08:00");
    const sent = last.value as { moment: string };
    expect(sent).toMatchObject({ day: "2026-05-10", at: "14:30:00Z" });
    expect(sent.moment).toMatch(/^2026-05-11T08:00:00(Z|[+-]\d\d:\d\d)$/);
    expect(new Date(sent.moment)).toEqual(new Date("2026-05-11T08:00"));
  });

  test("a day that the control cannot show stays in sight as text", () => {
    open(object({ day: { type: "string", format: "date" } }), { day: "next Tuesday" });
    const input = screen.getByLabelText<HTMLInputElement>("Day");
    expect([input.type, input.value]).toEqual(["text", "next Tuesday"]);
  });

  test("null can be sent on purpose", () => {
    const last = open(object({ note: { type: ["string", "null"] } }), { note: "x" });
    fireEvent.click(screen.getByRole("checkbox", { name: "Send as empty" }));
    expect(last.value).toEqual({ note: null });
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Note" }).disabled).toBe(true);
    fireEvent.click(screen.getByRole("checkbox", { name: "Send as empty" }));
    expect(last.value).toEqual({});
  });

  test("what nothing else can draw is written as JSON", () => {
    const last = open(object({ filter: {} }));
    const box = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Filter" });
    type(box, '{"a": [1,');
    expect(last).toEqual({ value: {}, problems: [{ path: "/filter", message: "is not JSON." }] });
    expect(box.value).toBe('{"a": [1,');
    expect(screen.getByText("This is not JSON yet.")).toBeTruthy();
    type(box, '{"a": [1,  2]}');
    expect(last).toEqual({ value: { filter: { a: [1, 2] } }, problems: [] });
    expect(box.value).toBe('{"a": [1,  2]}');
  });
});

describe("values inside of values", () => {
  test("an optional group opens when it is added, and is gone when it is removed", () => {
    const place = object(
      { city: { type: "string" }, country: { type: "string", default: "PT" } },
      { required: ["city"] },
    );
    const last = open(object({ place }));
    expect(screen.queryByRole("textbox")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Add Place" }));
    expect(last).toEqual({
      value: { place: { country: "PT" } },
      problems: [{ path: "/place/city", message: "is missing." }],
    });
    const group = screen.getByRole("group", { name: "Place" });
    type(within(group).getByRole("textbox", { name: /^City\b/ }), "Porto");
    expect(last.value).toEqual({ place: { country: "PT", city: "Porto" } });
    fireEvent.click(screen.getByRole("button", { name: "Remove Place" }));
    expect(last.value).toEqual({});
  });

  test("a schema that holds itself opens one level at a time", () => {
    const node = object({ name: { type: "string" }, child: { $ref: "#/$defs/node" } });
    const last = open({ $ref: "#/$defs/node", $defs: { node } });
    fireEvent.click(screen.getByRole("button", { name: "Add Child" }));
    fireEvent.click(screen.getByRole("button", { name: "Add Child" }));
    const names = screen.getAllByRole("textbox", { name: "Name" });
    expect(names).toHaveLength(3);
    type(names[2] as HTMLElement, "deep");
    expect(last.value).toEqual({ child: { child: { name: "deep" } } });
  });

  test("entries are added, moved and removed, and the focus follows", () => {
    const last = open(object({ tags: { type: "array", items: { type: "string" }, maxItems: 3 } }));
    const add = () => fireEvent.click(screen.getByRole("button", { name: "Add an entry: Tags" }));
    add();
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: /^Tags 1\b/ }));
    type(screen.getByRole("textbox", { name: /^Tags 1\b/ }), "a");
    add();
    type(screen.getByRole("textbox", { name: /^Tags 2\b/ }), "b");
    add();
    expect(screen.queryByRole("button", { name: "Add an entry: Tags" })).toBeNull();
    expect(last.value).toEqual({ tags: ["a", "b"] });
    fireEvent.click(screen.getByRole("button", { name: "Move Tags 2 up" }));
    expect(last.value).toEqual({ tags: ["b", "a"] });
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Move Tags 1 up" }));
    fireEvent.click(screen.getByRole("button", { name: "Remove Tags 1" }));
    expect(last.value).toEqual({ tags: ["a"] });
    fireEvent.click(screen.getByRole("button", { name: "Remove Tags 2" }));
    fireEvent.click(screen.getByRole("button", { name: "Remove Tags 1" }));
    expect(last.value).toEqual({});
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Add an entry: Tags" }));
  });

  test("what was typed into an entry moves with it", () => {
    open(object({ list: { type: "array", items: {} } }), { list: [1, 2] });
    type(screen.getByRole("textbox", { name: /^List 2\b/ }), "[2,");
    fireEvent.click(screen.getByRole("button", { name: "Move List 2 up" }));
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^List 1\b/ }).value).toBe("[2,");
  });

  test("several of a few", () => {
    const last = open(
      object({ days: { type: "array", uniqueItems: true, items: { enum: ["Mon", "Tue", "Wed"] } } }),
    );
    fireEvent.click(screen.getByRole("checkbox", { name: "Wed" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Mon" }));
    expect(last.value).toEqual({ days: ["Mon", "Wed"] });
    fireEvent.click(screen.getByRole("checkbox", { name: "Mon" }));
    fireEvent.click(screen.getByRole("checkbox", { name: "Wed" }));
    expect(last.value).toEqual({});
  });

  test("values under names of one's own", () => {
    const last = open({
      type: "object",
      additionalProperties: { type: "integer" },
      properties: { fixed: { type: "string" } },
    });
    const add = () => fireEvent.click(screen.getByRole("button", { name: "Add an entry" }));
    const names = () => screen.getAllByRole("textbox", { name: "Name" });
    add();
    type(names()[0] as HTMLElement, "ab");
    type(screen.getByRole("spinbutton", { name: /^ab\b/ }), "7");
    expect(last.value).toEqual({ ab: 7 });
    add();
    type(names()[1] as HTMLElement, "ab");
    expect(screen.getByText("Name is used twice.")).toBeTruthy();
    expect(last.value).toEqual({ ab: 7 });
    type(names()[1] as HTMLElement, "abc");
    type(screen.getByRole("spinbutton", { name: /^abc\b/ }), "8");
    type(names()[0] as HTMLElement, "x");
    expect(last.value).toEqual({ x: 7, abc: 8 });
    fireEvent.click(screen.getByRole("button", { name: "Remove x" }));
    expect(last.value).toEqual({ abc: 8 });
  });

  test("a choice shows the fields of its kind and fills in what is fixed", () => {
    const card = object(
      { by: { const: "card" }, number: { type: "string" } },
      { required: ["by", "number"], title: "Card" },
    );
    const cash = object({ by: { const: "cash" } }, { required: ["by"] });
    const last = open(object({ pay: { oneOf: [card, cash] } }, { required: ["pay"] }));
    expect(last.value).toEqual({ pay: { by: "card" } });
    const kind = screen.getByRole("combobox", { name: "Kind of Pay" });
    type(screen.getByRole("textbox", { name: /^Number\b/ }), "4417");
    expect(last.value).toEqual({ pay: { by: "card", number: "4417" } });
    fireEvent.change(kind, { target: { value: "1" } });
    expect(last.value).toEqual({ pay: { by: "cash" } });
    expect(screen.queryByRole("textbox", { name: /^Number\b/ })).toBeNull();
  });

  test("a picked kind stays picked while nothing speaks for another", () => {
    const last = open(
      object({ either: { anyOf: [object({ a: { type: "string" } }), object({ b: { type: "string" } })] } }),
    );
    fireEvent.change(screen.getByRole("combobox", { name: "Kind of Either" }), { target: { value: "1" } });
    type(screen.getByRole("textbox", { name: "B" }), "x");
    type(screen.getByRole("textbox", { name: "B" }), "");
    expect(screen.getByRole("textbox", { name: "B" })).toBeTruthy();
    expect(last.value).toEqual({});
  });
});

describe("the form as a whole", () => {
  const schema = object({
    title: { type: "string", title: "Ticket title" },
    lines: { type: "array", items: object({ name: { type: "string" } }) },
    map: { type: "object", additionalProperties: { type: "integer" } },
  });

  test("errors stand beside their field, and the list above leads there", () => {
    open(schema, { title: "x", lines: [{ name: "y" }] }, [
      { path: "/title", message: "is too short." },
      { path: "/lines/0/name", message: "is not known." },
    ]);
    const title = screen.getByRole("textbox", { name: "Ticket title" });
    expect(title.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("Ticket title is too short.").id).toBe(title.getAttribute("aria-describedby"));
    fireEvent.click(screen.getByRole("link", { name: "Lines › 1 › Name: is not known." }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Name" }));
  });

  test("a value from elsewhere fills it anew, its own value does not", () => {
    const last = open(schema, {});
    fireEvent.click(screen.getByRole("button", { name: "Add an entry: Lines" }));
    expect(last.value).toEqual({ lines: [{}] });
    expect(screen.getByRole("textbox", { name: "Name" })).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Use the example" }));
    expect(
      screen.getAllByRole<HTMLInputElement>("textbox", { name: "Name" }).map((one) => one.value),
    ).toEqual(["example", "a"]);
    type(screen.getByRole("textbox", { name: "Ticket title" }), "t");
    expect(last.value).toEqual({ title: "t", lines: [{ name: "example" }], map: { a: 1 } });
  });

  test("a disabled form takes nothing", () => {
    render(
      <SchemaForm idPrefix="d" schema={schema} value={{ title: "x" }} onChange={() => undefined} disabled />,
    );
    const controls = [
      ...screen.getAllByRole<HTMLInputElement>("textbox"),
      ...screen.getAllByRole<HTMLButtonElement>("button"),
    ];
    expect(controls.length).toBeGreaterThan(2);
    expect(controls.every((control) => control.disabled)).toBe(true);
  });

  test("without inputs it says so", () => {
    open(object({}, { additionalProperties: false }));
    expect(screen.getByText("Nothing has to be entered.")).toBeTruthy();
  });

  test("every control has a name and every id is used once", () => {
    open(
      object(
        {
          "a/b c": { type: "string" },
          "a.b.c": { type: "string" },
          list: { type: "array", items: { type: ["string", "integer"] }, minItems: 2 },
          flag: { type: "boolean", default: true },
          when: { type: "string", format: "date-time" },
        },
        { required: ["list"] },
      ),
    );
    const controls = [...document.querySelectorAll("input, select, textarea")] as HTMLInputElement[];
    expect(controls.filter((control) => (control.labels?.length ?? 0) === 0)).toEqual([]);
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => !/\s/.test(id))).toBe(true);
  });
});

describe("docs", () => {
  test("inputs with type, mark, rules and example", () => {
    render(
      <OperationInputDocs
        schema={object(
          { id: { type: "integer", minimum: 1, description: "Ticket number", examples: [4417] } },
          { required: ["id"] },
        )}
      />,
    );
    const row = within(screen.getByRole("table", { name: "Inputs" })).getAllByRole("row")[1];
    expect(row?.textContent).toBe("idrequiredintegerTicket numberat least 14417");
  });

  test("an output that nobody described says so", () => {
    render(<OperationOutputDocs schema={undefined} />);
    expect(screen.getByText("What comes back is not described.")).toBeTruthy();
  });
});
