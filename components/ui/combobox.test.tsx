import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { Combobox } from "#components/ui/combobox.tsx";
import { matchingOptions, moveActive } from "#components/ui/combobox-options.ts";

const options = [
  { value: "field", label: "Field service", hint: "Network Operations" },
  { value: "desk", label: "Service desk", hint: "Customer Service" },
  { value: "off", label: "Payroll", disabled: true },
  { value: "evora", label: "Escritório de Évora" },
];

beforeAll(() => {
  // jsdom has no layout, and the popover watches its anchor's size.
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(cleanup);

function Form({ onChange }: { onChange: (value: string | null) => void }) {
  const [value, setValue] = useState<string | null>(null);
  return (
    <Combobox
      aria-label="Team"
      options={options}
      value={value}
      onValueChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

test("words are found at their beginning, without accents, in any order", () => {
  const found = (query: string) => matchingOptions(options, query).map((option) => option.value);
  expect(found("service")).toEqual(["field", "desk"]);
  expect(found("serv cust")).toEqual(["desk"]);
  expect(found("evora")).toEqual(["evora"]);
  expect(found("ervice")).toEqual([]);
  expect(found(" ")).toHaveLength(4);
});

test("the arrows skip what cannot be chosen and go round", () => {
  expect(moveActive(options, "desk", 1)).toBe("evora");
  expect(moveActive(options, "evora", 1)).toBe("field");
  expect(moveActive(options, null, -1)).toBe("evora");
  expect(moveActive([], null, 1)).toBeNull();
});

test("typing and Enter choose, and emptying the field clears", () => {
  const changed = vi.fn();
  render(<Form onChange={changed} />);
  const field = screen.getByRole("combobox", { name: "Team" });
  fireEvent.change(field, { target: { value: "desk" } });
  expect(screen.getAllByRole("option")).toHaveLength(1);
  fireEvent.keyDown(field, { key: "Enter" });
  expect(changed).toHaveBeenLastCalledWith("desk");
  expect(field).toHaveProperty("value", "Service desk");
  fireEvent.change(field, { target: { value: "" } });
  expect(changed).toHaveBeenLastCalledWith(null);
});

test("the active option is announced, Escape gives the old words back", () => {
  render(<Form onChange={() => undefined} />);
  const field = screen.getByRole("combobox", { name: "Team" });
  fireEvent.keyDown(field, { key: "ArrowDown" });
  const first = screen.getByRole("option", { name: /Field service/ });
  expect(field.getAttribute("aria-activedescendant")).toBe(first.id);
  fireEvent.change(field, { target: { value: "zzz" } });
  expect(screen.getByText("Nothing matches.")).toBeTruthy();
  fireEvent.keyDown(field, { key: "Escape" });
  expect(field).toHaveProperty("value", "");
  expect(screen.queryByRole("listbox")).toBeNull();
});
